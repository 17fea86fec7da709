"""What the peers have in common: the documents that they write."""

import json
import os

import xlsxwriter

MOU_COLUMNS = ["event", "supplier", "buyer", "country", "sector", "signed_on", "amount"]


# The tables and what they group by.
TABLES = {
    "total": (),
    "by_country": ("country",),
    "by_sector": ("sector",),
    "by_country_and_sector": ("country", "sector"),
    "by_quarter": ("quarter",),
    "by_event": ("event",),
    "by_mode": ("mode",),
}


def report(output, groups, mous, everything=True):
    """Writes all documents, or the measures alone.

    groups: gives columns and rows for the columns that it is to group by.
    """
    write(output, {name: groups(*keys) for name, keys in TABLES.items()}, mous, everything)


def write(output, tables, mous, everything):
    """Writes `peer.json` and, where everything is wanted, one workbook a language, as the program does.

    tables: a name to (columns, rows); mous: rows of MOU_COLUMNS.
    """
    os.makedirs(output, exist_ok=True)
    plain = {
        name: [dict(zip(columns, map(plain_value, row))) for row in rows]
        for name, (columns, rows) in tables.items()
    }
    plain["total"] = plain["total"][0]
    plain["mous"] = [dict(zip(MOU_COLUMNS, map(plain_value, row))) for row in mous]
    with open(os.path.join(output, "peer.json"), "w", encoding="utf-8") as file:
        json.dump(plain, file, ensure_ascii=False)
    if not everything:
        return
    for language in ("ko", "en"):
        book = xlsxwriter.Workbook(os.path.join(output, "peer.%s.xlsx" % language), {"constant_memory": True})
        for name, (columns, rows) in list(tables.items()) + [("mous", (MOU_COLUMNS, mous))]:
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, columns)
            for number, row in enumerate(rows, 1):
                sheet.write_row(number, 0, map(plain_value, row))
        book.close()


def plain_value(value):
    """Decimals and numpy's numbers as what JSON and workbooks hold."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    return float(value)
