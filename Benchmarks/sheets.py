"""Measures reading a workbook beside python-calamine, and writes its section of docs/performance.md.

    python3 Benchmarks/sheets.py [--program PROGRAM] [--rows 100000] [--runs 9] [--write]

Needs XlsxWriter and python-calamine; says so and ends with 0 where they are not installed. The two take turns, so that
what else the machine does falls on both. python-calamine only reads the cells into lists; `check` reads, recognises,
judges and measures every row. With LibreOffice the same sheet is measured as .ods, too.
"""

import argparse
import datetime
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
HEADING = "## Workbooks as input"
READ = ("import sys\nfrom python_calamine import CalamineWorkbook\n"
        "print(len(CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()))")
HEADER = ["상담번호", "참가기업번호", "참가기업", "바이어번호", "바이어", "국가", "업종", "상담일시", "상담방식", "진행상태", "상담결과", "상담액(USD)",
          "계약추진액(USD)", "비고"]


def make(path, rows):
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("상담일지")
    moment, amount = book.add_format({"num_format": "yyyy-mm-dd hh:mm"}), book.add_format({"num_format": "#,##0"})
    sheet.write_row(0, 0, HEADER)
    for row in range(1, rows + 1):
        sheet.write_row(row, 0, [f"C{row}", f"S-{row % 400}", f"가상기업 {row % 400}", f"B-{row % 900}", f"Mihon {row % 900} Trade",
                                 ["일본", "베트남", "러시아", "중국"][row % 4], ["수산물", "IT", "기계"][row % 3]])
        sheet.write_datetime(row, 7, datetime.datetime(2021, 1 + row % 12, 1 + row % 28, 9 + row % 8, 15), moment)
        sheet.write_row(row, 8, [["화상", "대면"][row % 2], ["완료", "완료", "노쇼"][row % 3], ["후속상담", "MOU", "없음"][row % 3]])
        sheet.write_number(row, 11, row * 100, amount)
        sheet.write_number(row, 12, row * 31.5, amount)
        sheet.write_string(row, 13, f"가상 메모 {row}")
    book.close()


def timed(command):
    """Wall time, time of the processor, and largest memory in MB."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(options, path):
    """A line for each program that reads a workbook."""
    check = [options.program, "check", "--consultations", path, "--event", "e"]
    kinds = {"python-calamine, reading alone": [sys.executable, "-c", READ, path],
             "`check`, one thread": check + ["--threads", "1"], "`check`, two threads": check + ["--threads", "2"]}
    runs = {name: [] for name in kinds}
    for _ in range(options.runs):
        for name, command in kinds.items():
            runs[name].append(timed(command))
    peer = [median(column) for column in zip(*runs["python-calamine, reading alone"])]
    lines = []
    for name, found in runs.items():
        wall, cpu, memory = zip(*found)
        lines.append(f"| `{Path(path).suffix}` of {os.path.getsize(path) / 1e6:.1f} MB: {name} | {median(wall):.2f} ({min(wall):.2f}–{max(wall):.2f}) | "
                     f"{median(cpu):.2f} ({min(cpu):.2f}–{max(cpu):.2f}) | {median(memory):.0f} | {median(wall) / peer[0]:.2f} | {median(cpu) / peer[1]:.2f} |")
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=str(ROOT / ".build/release/tradetally"))
    parser.add_argument("--rows", type=int, default=100000)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--make", help="only write such a workbook to this path")
    options = parser.parse_args()
    if options.make:
        return make(options.make, options.rows)
    for module in ("python_calamine", "xlsxwriter"):
        if not importlib.util.find_spec(module):
            print(f"sheets.py: {module} is not installed; nothing was measured")
            return
    lines = [HEADING, "", f"Written by `Benchmarks/sheets.py`: a sheet of {options.rows:,} rows and {len(HEADER)} columns, "
             f"median of {options.runs} runs, lowest and highest in brackets; the programs take turns.", "",
             "| | wall s | cpu s | MB | wall, times python-calamine | cpu, times python-calamine |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/sheet.xlsx"
        # In a process of its own: the memory of this one would be counted as that of each that it starts.
        subprocess.run([sys.executable, __file__, "--make", path, "--rows", str(options.rows)], check=True)
        lines += measure(options, path)
        if office := shutil.which("soffice"):
            subprocess.run([office, "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", "ods", "--outdir", folder, path],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            lines += measure(options, f"{folder}/sheet.ods")
    section = "\n".join(lines) + "\n"
    print(section)
    if options.write:
        page = ROOT / "docs" / "performance.md"
        page.write_text(with_section(page.read_text(encoding="utf-8"), section), encoding="utf-8")


def section_of(text):
    """The section that is there, or nothing."""
    found = re.search(rf"^{HEADING}\n.*?(?=^## |\Z)", text, re.S | re.M)
    return found[0].rstrip() + "\n" if found else ""


def with_section(text, section):
    """The page with this section in front of where the time goes."""
    text = re.sub(rf"^{HEADING}\n.*?(?=^## |\Z)", "", text, flags=re.S | re.M)
    return text.replace("## Where the time goes", f"{section}\n## Where the time goes", 1)


if __name__ == "__main__":
    main()
