"""The same report made with DuckDB and XlsxWriter: duckdb_peer.py FOLDER OUTPUT"""

import glob
import sys

import duckdb

import peer

MEASURES = """
  count(*) AS booked,
  count(*) FILTER (status = 'completed') AS held,
  count(*) FILTER (status = 'no_show') AS no_shows,
  count(*) FILTER (status = 'cancelled') AS cancelled,
  count(*) FILTER (status = 'scheduled') AS pending,
  count(DISTINCT supplier) FILTER (status = 'completed') AS suppliers,
  count(DISTINCT buyer) FILTER (status = 'completed') AS buyers,
  count(*) FILTER (status = 'completed' AND outcome = 'follow_up') AS follow_ups,
  count(*) FILTER (status = 'completed' AND is_mou) AS mous,
  count(*) FILTER (status = 'completed' AND is_contract) AS contracts,
  coalesce(sum(consulted) FILTER (status = 'completed'), 0)::BIGINT AS consulted_amount,
  coalesce(sum(expected) FILTER (status = 'completed'), 0)::BIGINT AS expected_contract_amount,
  coalesce(sum(mou) FILTER (status = 'completed' AND is_mou), 0)::BIGINT AS mou_amount,
  coalesce(sum(contract) FILTER (status = 'completed' AND is_contract), 0)::BIGINT AS contract_amount
"""


def main():
    folder, output = sys.argv[1:3]
    db = duckdb.connect()
    db.execute("SET threads = 2")
    files = sorted(glob.glob(folder + "/consultations-*.csv"))
    db.execute(
        "CREATE TABLE registrations AS SELECT * FROM read_csv('%s/registrations.csv', header=true,"
        " all_varchar=true, delim=',', quote='\"')" % folder
    )
    db.execute(
        """
        CREATE TABLE meetings AS
        SELECT DISTINCT ON (m.event, m.consultation_id)
          m.event, m.consultation_id, m.status, m.outcome, m.mode,
          coalesce(s.organization, m.supplier_id) AS supplier_name,
          coalesce(b.organization, m.buyer_id) AS buyer_name,
          coalesce(s.organization, m.event || m.supplier_id) AS supplier,
          coalesce(b.organization || b.country, m.event || m.buyer_id) AS buyer,
          coalesce(b.country, 'ZZ') AS country, s.sector AS sector,
          year(try_cast(m.held_at AS DATE)) || 'Q' || quarter(try_cast(m.held_at AS DATE)) AS quarter,
          try_cast(m.consulted_amount AS DECIMAL(18, 2)) AS consulted,
          try_cast(m.expected_contract_amount AS DECIMAL(18, 2)) AS expected,
          try_cast(m.mou_amount AS DECIMAL(18, 2)) AS mou,
          try_cast(m.contract_amount AS DECIMAL(18, 2)) AS contract,
          m.mou_signed_on AS signed_on,
          coalesce(m.outcome = 'mou' OR m.mou_signed_on IS NOT NULL OR mou > 0, false) AS is_mou,
          coalesce(m.outcome = 'contract' OR contract > 0, false) AS is_contract
        FROM read_csv([%s], header=true, all_varchar=true, delim=',', quote='"') m
        LEFT JOIN registrations s
          ON s.role = 'supplier' AND s.event = m.event AND s.registration_id = m.supplier_id
        LEFT JOIN registrations b
          ON b.role = 'buyer' AND b.event = m.event AND b.registration_id = m.buyer_id
        """
        % ", ".join("'%s'" % name for name in files)
    )

    def groups(*keys):
        names = "".join(key + ", " for key in keys)
        grouping = "GROUP BY " + ", ".join(keys) if keys else ""
        order = "ORDER BY " + ", ".join(["held DESC"] + list(keys))
        cursor = db.execute("SELECT %s %s FROM meetings %s %s" % (names, MEASURES, grouping, order))
        return [column[0] for column in cursor.description], cursor.fetchall()

    mous = db.execute(
        "SELECT event, supplier_name, buyer_name, country, sector, signed_on, mou FROM meetings"
        " WHERE status = 'completed' AND is_mou"
    ).fetchall()
    peer.report(output, groups, mous)


main()
