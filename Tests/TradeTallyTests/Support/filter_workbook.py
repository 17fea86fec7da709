"""Hides rows of a workbook's tables at random and compares the totals that LibreOffice computes with its own.

    python3 filter_workbook.py FILE.xlsx FOLDER SEED

Prints a JSON list of differences, and how many totals were compared. FOLDER takes what is made on the way.
"""
import json
import math
import os
import random
import re
import subprocess
import sys

import openpyxl

NOTHING = "–"
Z = 1.959963984540054


def wilson(part, whole):
    p, square = part / whole, Z * Z
    centre, spread = p + square / (2 * whole), Z * math.sqrt(p * (1 - p) / whole + square / (4 * whole * whole))
    scale = 1 + square / whole
    return (0 if part == 0 else (centre - spread) / scale, 1 if part == whole else (centre + spread) / scale)


def number(value):
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else 0


def hide(book, generator):
    """Hides rows; gives for each sheet the visible rows of its table."""
    visible = {}
    for sheet in book:
        for table in sheet.tables.values():
            left, top, right, bottom = openpyxl.utils.range_boundaries(table.ref)
            below = [sheet.cell(bottom + 1, column).value for column in range(left, right + 1)]
            if not any(isinstance(cell, str) and cell.startswith("=") for cell in below):
                continue
            rows = list(range(top + 1, bottom + 1))
            shown = [row for row in rows if generator.random() < 0.6]
            for row in rows:
                sheet.row_dimensions[row].hidden = row not in shown
            visible[sheet.title] = (left, right, bottom + 1, shown, len(shown) == len(rows))
    return visible


def expected(sheet, formula, column, shown, whole, total):
    """What a formula has to give, by the rows that are shown."""
    def visible(letters):
        at = openpyxl.utils.column_index_from_string(letters)
        return sum(number(sheet.cell(row, at).value) for row in shown)
    own = openpyxl.utils.get_column_letter(column)
    if formula.startswith("=SUBTOTAL(109,"):
        return visible(own)
    if formula.startswith("=IF(SUBTOTAL(103,"):
        return total if whole else NOTHING
    parts = re.search(r"([A-Z]+)\d+/([A-Z]+)\d+", formula)
    if parts is None:
        # A share of the whole, which a filter leaves as it is.
        share = re.search(r"SUBTOTAL\(109,([A-Z]+)\d+:[A-Z]+\d+\)/(\d+)", formula)
        return visible(share.group(1)) / int(share.group(2))
    part, all_ = visible(parts.group(1)), visible(parts.group(2))
    if all_ == 0:
        return NOTHING
    if "SQRT" not in formula:
        return part / all_
    return wilson(part, all_)[0 if "=0,0" in formula else 1]


def main(path, folder, seed):
    book = openpyxl.load_workbook(path)
    before = openpyxl.load_workbook(path, data_only=True)
    visible = hide(book, random.Random(seed))
    changed = os.path.join(folder, "filtered.xlsx")
    book.save(changed)
    out = os.path.join(folder, "computed")
    subprocess.run(
        ["soffice", "-env:UserInstallation=file://" + os.path.join(folder, "profile"), "--headless",
         "--convert-to", "xlsx", "--outdir", out, changed],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    computed = openpyxl.load_workbook(os.path.join(out, "filtered.xlsx"), data_only=True)
    differences, compared = [], 0
    for name, (left, right, row, shown, whole) in visible.items():
        for column in range(left, right + 1):
            formula = book[name].cell(row, column).value
            if not isinstance(formula, str) or not formula.startswith("="):
                continue
            want = expected(book[name], formula, column, shown, whole, before[name].cell(row, column).value)
            got = computed[name].cell(row, column).value
            compared += 1
            same = got == want if isinstance(want, str) or isinstance(got, str) or got is None else abs(got - want) <= 1e-9 * max(1, abs(want))
            if not same:
                differences.append([name, column, formula, repr(got), repr(want)])
    print(json.dumps({"differences": differences, "compared": compared}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
