"""Reads a workbook with openpyxl and prints what stands in its tables as JSON.

    python3 read_workbook.py FILE.xlsx

Independent of the library that writes the workbooks. For every sheet: its name, every text on it, and its tables
with the header, the rows and, where formulas stand right below, these as values and as formulas; all rows of a sheet
without tables. Dates come as 2020-10-30. Exit code 3: openpyxl is missing.
"""
import datetime
import json
import sys

try:
    import openpyxl
except ImportError:
    sys.stderr.write(
        "read_workbook.py: the Python package openpyxl is missing. Install it (python3 -m pip install openpyxl), "
        "or name a Python that has it in TRADETALLY_PYTHON.\n")
    sys.exit(3)


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def cells(sheet, top, bottom, left, right):
    return [[plain(sheet.cell(row, column).value) for column in range(left, right + 1)] for row in range(top, bottom + 1)]


def main(path):
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    sheets = []
    for name in values.sheetnames:
        sheet, source = values[name], formulas[name]
        tables = []
        for table in source.tables.values():
            left, top, right, bottom = openpyxl.utils.range_boundaries(table.ref)
            # Totals stand in plain cells right below the table.
            below = cells(source, bottom + 1, bottom + 1, left, right)[0]
            totals = any(isinstance(cell, str) and cell.startswith("=") for cell in below)
            tables.append({
                "name": table.displayName,
                "left": left, "top": top, "bottom": bottom,
                "columns": [column.name for column in table.tableColumns],
                "header": cells(sheet, top, top, left, right)[0],
                "rows": cells(sheet, top + 1, bottom, left, right),
                "totals": cells(sheet, bottom + 1, bottom + 1, left, right)[0] if totals else None,
                "formulas": below if totals else None,
                "filter": table.autoFilter is not None,
            })
        sheets.append({
            "name": name,
            "title": plain(sheet["A1"].value),
            "tables": tables,
            "rows": [] if tables else cells(sheet, 1, sheet.max_row, 1, sheet.max_column),
            "charts": len(source._charts),
            "merged": len(source.merged_cells.ranges),
            "frozen": source.freeze_panes,
            "paper": source.page_setup.paperSize,
            "landscape": source.page_setup.orientation == "landscape",
            "fit": [source.page_setup.fitToWidth, source.page_setup.fitToHeight],
            "last_row": sheet.max_row,
            "texts": [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)],
        })
    properties = values.properties
    print(json.dumps({
        "sheets": sheets,
        "active": values.active.title,
        "title": properties.title,
        "created": properties.created.isoformat() if properties.created else None,
        "modified": properties.modified.isoformat() if properties.modified else None,
    }, ensure_ascii=False, allow_nan=False))


if __name__ == "__main__":
    main(sys.argv[1])
