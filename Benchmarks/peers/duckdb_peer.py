"""The same report made with DuckDB and XlsxWriter: duckdb_peer.py FOLDER OUTPUT [measures]

Columns are read in their own types, organisations become integers once, and all groups are counted by one query over
grouping sets. With `measures` no document is written but the measures as JSON.
"""

import glob
import sys

import duckdb

import peer

TYPES = {
    "event": "VARCHAR", "consultation_id": "VARCHAR", "supplier_id": "VARCHAR", "buyer_id": "VARCHAR",
    "held_at": "DATE", "mode": "VARCHAR", "status": "VARCHAR", "outcome": "VARCHAR",
    "consulted_amount": "BIGINT", "expected_contract_amount": "BIGINT", "mou_amount": "BIGINT",
    "contract_amount": "BIGINT", "mou_signed_on": "VARCHAR",
}

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
  coalesce(sum(consulted_amount) FILTER (status = 'completed'), 0)::BIGINT AS consulted_amount,
  coalesce(sum(expected_contract_amount) FILTER (status = 'completed'), 0)::BIGINT AS expected_contract_amount,
  coalesce(sum(mou_amount) FILTER (status = 'completed' AND is_mou), 0)::BIGINT AS mou_amount,
  coalesce(sum(contract_amount) FILTER (status = 'completed' AND is_contract), 0)::BIGINT AS contract_amount
"""

KEYS = ["country", "sector", "quarter", "event", "mode"]


def main():
    folder, output = sys.argv[1:3]
    everything = sys.argv[3:] != ["measures"]
    db = duckdb.connect()
    db.execute("SET threads = 2")
    db.execute("SET preserve_insertion_order = false")
    files = sorted(glob.glob(folder + "/consultations-*.csv"))
    db.execute(
        "CREATE TABLE registrations AS SELECT event, registration_id, role, organization, country, sector,"
        " dense_rank() OVER (PARTITION BY role ORDER BY organization, CASE role WHEN 'buyer' THEN country END)"
        "   ::BIGINT AS number"
        " FROM read_csv('%s/registrations.csv', header=true, all_varchar=true, delim=',', quote='\"')" % folder
    )
    columns = "{%s}" % ", ".join("'%s': '%s'" % pair for pair in TYPES.items())
    db.execute(
        """
        CREATE TABLE meetings AS
        SELECT
          m.event, m.status, m.outcome, m.mode,
          coalesce(s.number, -(hash(m.event || m.supplier_id) >> 2)::BIGINT) AS supplier,
          coalesce(b.number, -(hash(m.event || m.buyer_id) >> 2)::BIGINT) AS buyer,
          coalesce(b.country, 'ZZ') AS country, s.sector AS sector,
          CASE WHEN m.held_at IS NOT NULL THEN year(m.held_at) || 'Q' || quarter(m.held_at) END AS quarter,
          m.consulted_amount, m.expected_contract_amount, m.mou_amount, m.contract_amount, m.mou_signed_on,
          coalesce(m.outcome = 'mou' OR m.mou_signed_on IS NOT NULL OR m.mou_amount > 0, false) AS is_mou,
          coalesce(m.outcome = 'contract' OR m.contract_amount > 0, false) AS is_contract,
          coalesce(s.organization, m.supplier_id) AS supplier_name, coalesce(b.organization, m.buyer_id) AS buyer_name
        FROM (
          SELECT DISTINCT ON (event, consultation_id) * FROM read_csv([%s], header=true, delim=',', quote='"',
            types=%s, auto_detect=true, sample_size=1)
        ) m
        LEFT JOIN registrations s
          ON s.role = 'supplier' AND s.event = m.event AND s.registration_id = m.supplier_id
        LEFT JOIN registrations b
          ON b.role = 'buyer' AND b.event = m.event AND b.registration_id = m.buyer_id
        """
        % (", ".join("'%s'" % name for name in files), columns)
    )
    sets = ", ".join("(%s)" % ", ".join(keys) for keys in peer.TABLES.values())
    cursor = db.execute(
        "SELECT grouping(%s) AS grouped, %s, %s FROM meetings GROUP BY GROUPING SETS (%s)"
        % (", ".join(KEYS), ", ".join(KEYS), MEASURES, sets))
    names = [column[0] for column in cursor.description]
    measures = names[1 + len(KEYS):]
    found = {}
    for row in cursor.fetchall():
        found.setdefault(row[0], []).append(row[1:])

    def groups(*keys):
        # A bit is set for each key that is not grouped by, the last key's the lowest.
        mask = sum(1 << (len(KEYS) - 1 - at) for at, key in enumerate(KEYS) if key not in keys)
        places = [KEYS.index(key) for key in keys]
        rows = [tuple(row[at] for at in places) + row[len(KEYS):] for row in found.get(mask, [])]
        held = len(keys) + measures.index("held")
        rows.sort(key=lambda row: (-row[held], [(value is None, value) for value in row[:len(keys)]]))
        return list(keys) + measures, rows

    mous = db.execute(
        "SELECT event, supplier_name, buyer_name, country, sector, mou_signed_on, mou_amount FROM meetings"
        " WHERE status = 'completed' AND is_mou"
    ).fetchall() if everything else []
    peer.report(output, groups, mous, everything)


main()
