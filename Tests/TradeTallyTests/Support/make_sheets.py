"""Writes the tables of CSV files as workbooks: make_sheets.py FOLDER FILE.csv...

Every table is written as FOLDER/NAME.csv (UTF-8, every row as wide as the widest), NAME.xlsx by openpyxl and NAME.ods
by hand; in the workbooks ISO dates are dates and plain numbers are numbers, as people keep them.
"""

import csv
import datetime
import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import openpyxl


def value(text):
    """A cell as a spreadsheet keeps it."""
    if re.fullmatch(r"[1-9]\d{0,13}(\.\d*[1-9])?", text) and len(text) < 16:
        return float(text) if "." in text else int(text)
    if re.fullmatch(r"20\d\d-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text)
    if re.fullmatch(r"20\d\d-\d\d-\d\d[T ]\d\d:\d\d", text):
        return datetime.datetime.fromisoformat(text)
    return text


def xlsx(rows, path):
    book = openpyxl.Workbook()
    sheet = book.active
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text:
                cell = sheet.cell(number, column)
                kept = value(text)
                cell.value = kept
                if isinstance(kept, str):
                    cell.data_type = "s"
                elif isinstance(kept, datetime.date):
                    cell.number_format = "yyyy-mm-dd" if not isinstance(kept, datetime.datetime) else "yyyy/mm/dd hh:mm"
    # A sheet without a header, which nobody asks for.
    book.create_sheet("메모").append(["연락처", "비고"])
    book.save(path)


def ods(rows, path):
    xml = []
    for row in rows:
        cells = []
        for text in row:
            kept = value(text)
            if not text:
                cells.append("<table:table-cell/>")
                continue
            if isinstance(kept, datetime.datetime):
                kind = f'office:value-type="date" office:date-value="{kept.isoformat()}"'
            elif isinstance(kept, datetime.date):
                kind = f'office:value-type="date" office:date-value="{kept.isoformat()}"'
            elif isinstance(kept, (int, float)):
                kind = f'office:value-type="float" office:value={quoteattr(repr(kept))}'
            else:
                kind = 'office:value-type="string"'
            shown = "".join(f"<text:p>{escape(part)}</text:p>" for part in text.split("\n"))
            cells.append(f"<table:table-cell {kind}>{shown}</table:table-cell>")
        xml.append(f'<table:table-row>{"".join(cells)}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>')
    xml.append('<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>')
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        file.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body><office:spreadsheet>'
            f'<table:table table:name="Sheet">{"".join(xml)}</table:table></office:spreadsheet></office:body></office:document-content>',
        )


def main(folder, *paths):
    for path in paths:
        data = Path(path).read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp949")
        rows = list(csv.reader(text.splitlines(keepends=True)))
        width = max(map(len, rows))
        rows = [row + [""] * (width - len(row)) for row in rows]
        name = Path(path).stem
        with open(f"{folder}/{name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
        xlsx(rows, f"{folder}/{name}.xlsx")
        ods(rows, f"{folder}/{name}.ods")


main(*sys.argv[1:])
