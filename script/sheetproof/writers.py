"""Tables as files: CSV, .xlsx and .ods by several libraries, and by LibreOffice out of these."""

import csv
import datetime
import json
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

MANIFEST = ('<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
MEMO = [["연락처", "비고"], ["없는 번호", "예시"]]


def need(module):
    """A library, or nothing where it is not installed."""
    try:
        return __import__(module)
    except ImportError:
        return None


def write_csv(tables, stem):
    for table in tables:
        with open(f"{stem}.{table.name}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(table.texts())


def openpyxl_xlsx(tables, path, epoch1904=False):
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = openpyxl.Workbook()
    if epoch1904:
        book.epoch = CALENDAR_MAC_1904
    book.active.title = "메모"
    for row in MEMO:
        book.active.append(row)
    for table in tables:
        sheet = book.create_sheet(table.name)
        for number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row, 1):
                if cell.value is not None:
                    place = sheet.cell(number, column)
                    place.value = cell.value
                    if isinstance(cell.value, str):
                        place.data_type = "s"
                    place.number_format = cell.form
        for top, left, bottom, right in table.merged:
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for row in table.hidden:
            sheet.row_dimensions[row + 1].hidden = True
    book.save(path)


def xlsxwriter_xlsx(tables, path, **options):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, options)
    formats = {}
    for table in tables:
        sheet = book.add_worksheet(table.name)
        for row in table.hidden:
            sheet.set_row(row, None, None, {"hidden": True})
        covered = {}
        for top, left, bottom, right in table.merged:
            sheet.merge_range(top, left, bottom, right, "")
            covered.update({(row, column): (top, left) for row in range(top, bottom + 1) for column in range(left, right + 1)})
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                if cell.value is None or covered.get((number, column), (number, column)) != (number, column):
                    continue
                form = formats.setdefault(cell.form, book.add_format({"num_format": cell.form}) if cell.form not in formats else None)
                if isinstance(cell.value, str):
                    sheet.write_string(number, column, cell.value, form)
                elif isinstance(cell.value, datetime.date):
                    sheet.write_datetime(number, column, cell.value, form)
                else:
                    sheet.write_number(number, column, cell.value, form)
    sheet = book.add_worksheet("메모")
    for number, row in enumerate(MEMO):
        sheet.write_row(number, 0, row)
    book.close()


def described(tables):
    """What the project's own writer of workbooks is told; merged cells are filled, since it makes none."""
    sheets = []
    for table in tables:
        texts, rows = table.texts(), []
        source = {}
        for top, left, bottom, right in table.merged:
            if top in table.data:
                source.update({(row, column): (top, left) for row in range(top, bottom + 1) for column in range(left, right + 1)})
        for number, row in enumerate(texts):
            cells = []
            for column in range(len(row)):
                top, left = source.get((number, column), (number, column))
                cell = table.rows[top][left] if left < len(table.rows[top]) else None
                if cell is None or cell.value is None:
                    cells.append({})
                elif isinstance(cell.value, datetime.datetime):
                    seconds = (cell.value - datetime.datetime(1899, 12, 30)).total_seconds()
                    cells.append({"number": seconds / 86400, "form": cell.form})
                elif isinstance(cell.value, datetime.date):
                    cells.append({"day": (cell.value - datetime.date(1970, 1, 1)).days, "form": cell.form})
                elif isinstance(cell.value, str):
                    cells.append({"text": cell.value})
                else:
                    cells.append({"number": cell.value, "form": cell.form})
            rows.append(cells)
        sheets.append({"name": table.name, "rows": rows})
    return {"sheets": sheets}


def own_xlsx(maker, items):
    """By the project's module over libxlsxwriter: (tables, path) each."""
    for tables, path in items:
        Path(f"{path}.json").write_text(json.dumps(described(tables), ensure_ascii=False), encoding="utf-8")
    for start in range(0, len(items), 200):
        subprocess.run([maker, *(path for _, path in items[start:start + 200])], check=True)


def texts_of(table):
    """Rows of plain values, for libraries that know of nothing else; merged cells filled as in the CSV."""
    filled = table.texts()
    return [[(cell.text if cell.form.endswith('"만불"') else cell.value) if cell.value is not None else filled[number][column]
             for column, cell in enumerate(row)] for number, row in enumerate(table.rows)]


def pandas_file(tables, path, engine):
    import pandas

    with pandas.ExcelWriter(path, engine=engine) as book:
        for table in tables:
            rows = [[value if value != "" else None for value in row] for row in texts_of(table)]
            pandas.DataFrame(rows, dtype=object).to_excel(book, sheet_name=table.name, header=False, index=False)


def pyexcel_ods_file(tables, path):
    from pyexcel_ods import save_data

    save_data(path, {table.name: texts_of(table) for table in tables} | {"메모": MEMO})


def own_ods(tables, path):
    """By hand, as LibreOffice writes: covered cells, repeated empty cells and rows, hidden rows."""
    sheets = []
    for table in tables:
        spans, covered = {}, set()
        for top, left, bottom, right in table.merged:
            spans[top, left] = (bottom - top + 1, right - left + 1)
            covered |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)} - {(top, left)}
        rows = []
        for number, row in enumerate(table.rows):
            cells = []
            for column, cell in enumerate(row):
                name = "covered-table-cell" if (number, column) in covered else "table-cell"
                kind = ""
                if (number, column) in spans:
                    height, width = spans[number, column]
                    kind = f' table:number-rows-spanned="{height}" table:number-columns-spanned="{width}"'
                if cell.value is None or name != "table-cell":
                    cells.append(f"<table:{name}{kind}/>")
                    continue
                if isinstance(cell.value, datetime.date):
                    style = "moment" if isinstance(cell.value, datetime.datetime) else "day"
                    kind += f' office:value-type="date" office:date-value="{cell.value.isoformat()}" table:style-name="{style}"'
                elif isinstance(cell.value, (int, float)):
                    kind += f' office:value-type="float" office:value={quoteattr(repr(cell.value))}'
                    if cell.form.endswith('"만불"'):
                        kind += ' table:style-name="manbul"'
                else:
                    kind += ' office:value-type="string"'
                shown = "".join(f"<text:p>{spaced(part)}</text:p>" for part in cell.text.split("\n"))
                cells.append(f"<table:table-cell{kind}>{shown}</table:table-cell>")
            hidden = ' table:visibility="collapse"' if number in table.hidden else ""
            rows.append(f'<table:table-row{hidden}>{"".join(cells)}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>')
        rows.append('<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>')
        sheets.append(f'<table:table table:name={quoteattr(table.name)}>{"".join(rows)}</table:table>')
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
                     for name, urn in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle")))
    styles = ('<office:automatic-styles><number:number-style style:name="N1"><number:number number:decimal-places="0" '
              'number:min-integer-digits="1" number:grouping="true"/><number:text>만불</number:text></number:number-style>'
              '<style:style style:name="manbul" style:family="table-cell" style:data-style-name="N1"/>')
    day = '<number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>'
    time = '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>'
    for number, (name, parts) in enumerate((("day", day), ("moment", day + time)), 2):
        styles += (f'<number:date-style style:name="N{number}">{parts}</number:date-style>'
                   f'<style:style style:name="{name}" style:family="table-cell" style:data-style-name="N{number}"/>')
    styles += "</office:automatic-styles>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        file.writestr("META-INF/manifest.xml", MANIFEST)
        file.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}>{styles}<office:body>'
                      f'<office:spreadsheet>{"".join(sheets)}</office:spreadsheet></office:body></office:document-content>')


def spaced(text):
    """Text in which blanks stand as ODF wants them."""
    text = escape(text)
    stripped = text.lstrip(" ")
    tail = stripped.rstrip(" ")
    return "<text:s/>" * (len(text) - len(stripped)) + tail.replace("  ", " <text:s/>") + "<text:s/>" * (len(stripped) - len(tail))


def libreoffice():
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(paths, kind, folder):
    """By LibreOffice; many files in one go."""
    with tempfile.TemporaryDirectory() as profile:
        for start in range(0, len(paths), 50):
            subprocess.run([libreoffice(), f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind,
                            "--outdir", folder, *paths[start:start + 50]], check=True, capture_output=True, timeout=900)
