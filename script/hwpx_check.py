"""What script/hwpx-check does: reads documents with other programs and compares."""

import argparse
import csv
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

try:
    from lxml import etree
except ImportError:
    etree = None
try:
    import hwpx
except ImportError:
    hwpx = None
try:
    import rhwp
except ImportError:
    rhwp = None

PROGRAM_FOLDERS = (".build/release/tradetally", ".build/debug/tradetally")
WRITTEN = "http://www.hancom.co.kr/hwpml/2011/"
DECLARED = "http://www.owpml.org/owpml/2024/"
PARAGRAPH = "{" + WRITTEN + "paragraph}"
REQUIRED = {
    "mimetype", "version.xml", "Contents/header.xml", "Contents/section0.xml", "settings.xml",
    "Contents/content.hpf", "META-INF/container.xml", "META-INF/manifest.xml",
}
FORBIDDEN = {"fieldBegin", "fieldEnd", "ole", "pic", "video", "chart", "btn", "edit", "script", "linkinfo"}


def skipped():
    """What is not here, by name."""
    found = []
    if etree is None:
        found.append("the XML and its schema: lxml is not installed")
    if hwpx is None:
        found.append("the schema and the first reader: python-hwpx is not installed")
    if rhwp is None:
        found.append("the pages: rhwp-python is not installed")
    if not office_filter():
        found.append("LibreOffice: it is not installed or has no filter for HWPX")
    return found


def office_filter():
    """Whether LibreOffice is there with Writer and a filter that reads the format."""
    program = shutil.which("soffice")
    if not program:
        return False
    folder = Path(os.path.realpath(program)).parent.parent
    types = [folder / "share/registry", folder / "share/extensions", Path("/var/spool/libreoffice/uno_packages/cache")]
    for place in types:
        for file in place.rglob("*.xc[du]") if place.is_dir() else ():
            if "hwpx" in file.read_text(errors="ignore"):
                return True
    return False


# --- the file ---------------------------------------------------------------------------------------------------


def schemas():
    folder = Path(hwpx.__file__).parent / "tools/_schemas"
    return {
        "head": etree.XMLSchema(file=str(folder / "owpml-header.xsd")),
        "sec": etree.XMLSchema(file=str(folder / "owpml-body.xsd")),
    }


def as_declared(content):
    """The part as the schema of 2024 names things: the word processor writes the name spaces of 2011, puts lengths of
    margins and fillings into the one of the core, and gives a section `tabStop` beside `tabStopVal`."""
    root = etree.fromstring(content.replace(WRITTEN.encode(), DECLARED.encode()))
    for element in root.iter():
        name = etree.QName(element)
        parent = element.getparent()
        if name.localname == "secPr":
            element.attrib.pop("tabStop", None)
        if parent is None or name.namespace != DECLARED + "core":
            continue
        if etree.QName(parent).localname == "margin" or name.localname == "fillBrush":
            element.tag = "{" + DECLARED + "head}" + name.localname
    return root


def check_file(path, known):
    """The members, their XML, and what the schema says."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if names[0] != "mimetype" or archive.getinfo("mimetype").compress_type != zipfile.ZIP_STORED:
            yield "mimetype is not the first member, stored"
        if archive.read("mimetype") != b"application/hwp+zip":
            yield "mimetype says something else"
        if archive.testzip():
            yield "a member is damaged"
        if missing := REQUIRED - set(names):
            yield f"missing: {sorted(missing)}"
        if etree is None:
            return
        for name in names:
            if not name.endswith((".xml", ".hpf")):
                continue
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(archive.read(name), parser)
            if root.getroottree().docinfo.doctype:
                yield f"{name} declares a document type"
            for element in root.iter():
                if etree.QName(element).localname in FORBIDDEN:
                    yield f"{name} has {element.tag}"
            if known and name.startswith("Contents/") and name.endswith(".xml"):
                declared = as_declared(archive.read(name))
                schema = known[etree.QName(declared).localname]
                if not schema.validate(declared):
                    yield f"{name}: {schema.error_log[0]}"


def written(path):
    """The paragraphs outside of tables and the tables, from the XML."""
    paragraphs, tables = [], []
    with zipfile.ZipFile(path) as archive:
        sections = sorted(n for n in archive.namelist() if n.startswith("Contents/section"))
        for name in sections:
            root = etree.fromstring(archive.read(name))
            for paragraph in root.findall(PARAGRAPH + "p"):
                table = paragraph.find(f"{PARAGRAPH}run/{PARAGRAPH}tbl")
                if table is None:
                    paragraphs.append(text_of(paragraph))
                    continue
                tables.append(
                    [
                        ["\n".join(text_of(p) for p in cell.iter(PARAGRAPH + "p")) for cell in row]
                        for row in table.findall(PARAGRAPH + "tr")
                    ])
    return paragraphs, tables


def text_of(paragraph):
    return "".join(text.text or "" for text in paragraph.iter(PARAGRAPH + "t"))


def check_geometry(path):
    """Cells fill their table, every table fills the line, and no two cells share a place."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.startswith("Contents/section"):
                continue
            root = etree.fromstring(archive.read(name))
            page = root.find(f".//{PARAGRAPH}pagePr")
            margin = page.find(PARAGRAPH + "margin")
            side = "height" if page.get("landscape") == "NARROWLY" else "width"
            line = int(page.get(side)) - int(margin.get("left")) - int(margin.get("right"))
            for table in root.iter(PARAGRAPH + "tbl"):
                size = table.find(PARAGRAPH + "sz")
                if int(size.get("width")) != line:
                    yield f"{name}: a table is {size.get('width')} wide, the line {line}"
                rows = table.findall(PARAGRAPH + "tr")
                heights = 0
                for number, row in enumerate(rows):
                    sizes = [cell.find(PARAGRAPH + "cellSz") for cell in row]
                    if sum(int(s.get("width")) for s in sizes) != line:
                        yield f"{name}: a row is not as wide as its table"
                    if len({s.get("height") for s in sizes}) != 1:
                        yield f"{name}: cells of a row have different heights"
                    heights += int(sizes[0].get("height"))
                    column = 0
                    for cell in row:
                        place = cell.find(PARAGRAPH + "cellAddr")
                        if (int(place.get("colAddr")), int(place.get("rowAddr"))) != (column, number):
                            yield f"{name}: a cell stands at another place than it says"
                        column += int(cell.find(PARAGRAPH + "cellSpan").get("colSpan"))
                    if column != int(table.get("colCnt")):
                        yield f"{name}: a row has {column} columns instead of {table.get('colCnt')}"
                if heights != int(size.get("height")) or len(rows) != int(table.get("rowCnt")):
                    yield f"{name}: a table is not as high as its rows"


# --- other programs ---------------------------------------------------------------------------------------------


def squeezed(text):
    return re.sub(r"\s+", "", text)


def check_python_hwpx(path, paragraphs, tables):
    from hwpx.tools.package_validator import validate_package

    report = validate_package(str(path))
    for issue in getattr(report, "errors", ()):
        yield f"python-hwpx: {issue}"
    with hwpx.HwpxDocument.open(str(path)) as document:
        text = squeezed(document.text.plain())
        for paragraph in paragraphs:
            if squeezed(paragraph) not in text:
                yield f"python-hwpx does not read {paragraph!r}"
        found = [table for table in document.tables]
        if len(found) != len(tables):
            yield f"python-hwpx reads {len(found)} tables instead of {len(tables)}"


def check_rhwp(path, paragraphs, tables, pictures):
    document = rhwp.Document(str(path))
    if document.page_count < 1:
        yield "rhwp makes no page of it"
    content = json.loads(document.to_ir_json())
    texts = [block["text"] for block in content["body"] if block.get("kind") == "paragraph"]
    if [squeezed(t) for t in texts if squeezed(t)] != [squeezed(p) for p in paragraphs if squeezed(p)]:
        yield "rhwp reads other paragraphs"
    read = []
    for block in content["body"]:
        if block.get("kind") == "table":
            rows = {}
            for cell in block["cells"]:
                text = "\n".join(b.get("text", "") for b in cell["blocks"])
                rows.setdefault(cell["row"], []).append(text)
            read.append([rows[row] for row in sorted(rows)])
    plain = [[[squeezed(cell) for cell in row] for row in table] for table in tables]
    if [[[squeezed(cell) for cell in row] for row in table] for table in read] != plain:
        yield "rhwp reads other tables"
    if pictures:
        for page in range(document.page_count):
            name = f"{path.stem}.rhwp-{page + 1:02}.png"
            (pictures / name).write_bytes(document.render_png(page, scale=1.5))


def check_office(path, pictures, pages):
    """LibreOffice, where it can read the format at all."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", folder, str(path)], capture_output=True, timeout=180)
        made = Path(folder) / f"{path.stem}.pdf"
        if not made.exists():
            yield f"LibreOffice cannot open it: {run.stderr.decode(errors='replace').strip()[-200:]}"
            return
        if pictures:
            shutil.copy(made, pictures / f"{path.stem}.office.pdf")
        if shutil.which("pdftotext"):
            text = squeezed(subprocess.run(["pdftotext", str(made), "-"], capture_output=True).stdout.decode())
            for page in pages:
                if squeezed(page) not in text:
                    yield f"LibreOffice does not show {page!r}"


# --- the figures ------------------------------------------------------------------------------------------------


def numbers(row):
    """The plain numbers of a row's cells, without marks."""
    found = []
    for cell in row:
        text = re.sub(r"\[[^\]]*\]|\([^)]*\)", "", cell).replace(",", "").strip()
        match = re.match(r"-?\d+(\.\d+)?$", text)
        found.append(float(text) if match else None)
    return found


def holds(row, values):
    """Whether the values stand in a row in this order."""
    at = 0
    for number in numbers(row):
        if at < len(values) and number == values[at]:
            at += 1
    return at == len(values)


KEYS = ("booked", "held", "suppliers", "buyers", "follow_ups", "mous")
AMOUNTS = ("consulted_amount", "expected_contract_amount", "mou_amount", "contract_amount")


def check_figures(path, figures, tables):
    """Every group of the JSON stands in a row of a table, with its counts and its amounts."""
    unit = 10_000 if ".ko." in path.name else 1_000
    rows = [row for table in tables for row in table]
    if figures["kind"] == "trend":
        yield from check_trend(figures, rows)
        return
    plain = [[squeezed(clean(cell).replace("\ufffd", "")) for cell in row] for row in rows]
    groups = [("total", figures["total"])]
    for kind in ("by_country", "by_sector"):
        groups += [(kind, group) for group in figures.get(kind, [])[:300]]
    for kind, group in groups:
        if kind == "total" and not figures.get("by_country"):
            continue
        counts = [float(group[key]) for key in KEYS]
        matching = [row for row in rows if holds(row, counts)]
        if not matching:
            yield f"no row has the counts of {kind} {json.dumps(group)[:60]}"
            continue
        if not any(has_amounts(row, group, unit) for row in matching):
            yield f"no row has the amounts of {kind} {json.dumps(group)[:60]}"
    for mou in figures.get("mous", [])[:50]:
        # Long names are cut, and a character that could steer a terminal may be replaced.
        wanted = [squeezed(clean(mou[key]))[:12] for key in ("supplier", "buyer") if mou.get(key)]
        if not any(all(any(w in shown for shown in row) for w in wanted) for row in plain):
            yield f"no row has the MOU of {wanted}"


def check_trend(figures, rows):
    """Every quarter with an event and every edition stands in a row, with its counts; empty columns are left out."""
    quarters = [("quarter", point) for point in figures["total"] if not point["no_event"]]
    editions = [("edition", edition) for edition in figures["editions"]]
    for groups in (quarters, editions):
        keys = [key for key in KEYS if any(group[key] for _, group in groups)]
        for kind, group in groups:
            if not any(holds(row, [float(group[key]) for key in keys]) for row in rows):
                yield f"no row has the counts of {kind} {json.dumps(group)[:60]}"


def has_amounts(row, group, unit):
    found = [n for n in numbers(row) if n is not None]
    return all(
        any(abs(n * unit - group[key]) <= unit / 2 for n in found) or group[key] == 0 for key in AMOUNTS
    )


def clean(text):
    """As the program cleans names: no control character, no mark of direction."""
    kept = (c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Cn") or c in "\u200c\u200d")
    return "".join(kept)


# --- reports ----------------------------------------------------------------------------------------------------

NAMES = [
    "가나다라마바사아자차" * 20, "Donaudampfschifffahrt" * 10, "漢字貿易會社" * 34, "Торговая компания " * 12,
    "شركة التجارة " * 16, "บริษัทการค้า" * 17, "व्यापार कंपनी " * 15, "Công ty Thương mại " * 11,
    "🇰🇷👨‍👩‍👧‍👦🚢" * 20, "חברת סחר " * 22, "株式会社テスト商事" * 22,
    "</hp:t></hp:run><hp:run><hp:t>끼어든 글", "<script>alert(1)</script>", "]]>&amp;&lt;\"'",
    "=HYPERLINK(\"http://x\")", "a\x1b[31mc\x08", "\u202egnp.exe", "\u2066격리\u2069", "줄\n바꿈과\t탭",
    "\ufffe\uffff\ufeff끝", "&#x0;&#38;#60;", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
    "㈜예시식품", "Primer Trade LLC", "가상정밀(주)",
]
COUNTRIES = (
    "AE AR AT AU BD BE BG BR CA CH CL CN CO CZ DE DK EC EE EG ES FI FR GB GH GR HK HU ID IE IL IN IT JO JP KE KG KH KW"
    " KZ LA LK LT LV MA MM MN MO MX MY NG NL NO NP NZ OM PE PH PK PL PT QA RO RU SA SE SG TH TR TW UA US UZ VN ZA"
).split()


def random_sheet(seed):
    """A list of meetings of any size: nothing held, sixty countries, long and hostile names."""
    source = random.Random(seed)
    rows = [["참가기업", "바이어", "국가", "업종", "상담일시", "진행상태", "상담결과", "상담액(만불)", "MOU금액(만불)"]]
    countries = source.sample(COUNTRIES, source.choice([1, 2, 5, 15, 60]))
    states = source.choice([["완료", "노쇼", "취소"], ["완료"], ["노쇼"], ["취소", "노쇼"]])
    count = source.choice([1, 3, 20, 120, 300])
    for _ in range(count):
        state = source.choice(states)
        signed = state == "완료" and source.random() < 0.1
        rows.append(
            [
                source.choice(NAMES) + str(source.randrange(30)), source.choice(NAMES) + str(source.randrange(40)),
                source.choice(countries), source.choice(NAMES[:11] + ["기계", "식품", ""])[:60],
                f"2024. 11. {source.randrange(1, 29)}.", state, "MOU" if signed else "",
                str(source.randrange(1, 900)) if state == "완료" and source.random() < 0.7 else "",
                str(source.randrange(1, 90)) if signed and source.random() < 0.8 else "",
            ])
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8", "surrogatepass")


def run(program, arguments):
    done = subprocess.run([program, *arguments], capture_output=True)
    if b"cannot be written as hwpx yet" in done.stderr:
        print(f"skipped: {arguments[0]}, which the program cannot write as hwpx yet")
    elif done.returncode:
        sys.exit(f"hwpx-check: {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr.decode()}")


def make(folder, count):
    """The documents of the fixtures and of random reports, each with its JSON."""
    program = next((p for p in PROGRAM_FOLDERS if os.access(p, os.X_OK)), None)
    if program is None:
        sys.exit("hwpx-check: there is no program yet; build it with swift build")
    event, series = "fixtures/pohang-2020", "fixtures/pohang-forum-series"
    common = ["--format", "hwpx,json", "--output", str(folder)]
    run(
        program,
        ["report", "--registrations", f"{event}/registrations.csv", "--consultations", f"{event}/consultations.csv",
         "--event", "pohang-2020", "--rate", "KRW=0.00088", "--as-of", "2020-10-30", "--name", "event", *common])
    years = ("2017", "2019-corrected", "2020", "2021", "2022")
    names = ",".join(f"pohang-{year[:4]}" for year in years)
    run(
        program,
        ["trend", "--registrations", f"{series}/registrations.csv", "--consultations",
         *(f"{series}/consultations-{year}.csv" for year in years), "--series", f"pohang-forum={names}", "--rate",
         "KRW=0.00088", "--name", "trend", *common])
    for seed in range(count):
        sheet = folder / "sheet.csv"
        sheet.write_bytes(random_sheet(seed))
        run(
            program,
            ["report", "--consultations", str(sheet), "--event", "e", "--name", f"random-{seed:03}", "--language",
             "ko" if seed % 2 else "en", *common])
    return sorted(folder.glob("*.hwpx"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--random", type=int, default=200)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    missing = skipped()
    for part in missing:
        print(f"skipped: {part}")
    if etree is None:
        return 0
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    folder = Path(".build-hwpx")
    files = options.files
    if not files:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        files = make(folder, options.random)
    known = schemas() if hwpx else {}
    office = office_filter()
    failed = tables_read = pages = 0
    for path in files:
        findings = list(check_file(path, known)) + list(check_geometry(path))
        paragraphs, tables = written(path)
        tables_read += len(tables)
        is_random = path.name.startswith("random-")
        if hwpx:
            findings += check_python_hwpx(path, paragraphs, tables)
        if rhwp:
            findings += check_rhwp(path, paragraphs, tables, None if is_random else options.pictures)
            pages += rhwp.Document(str(path)).page_count
        if office and not is_random:
            findings += check_office(path, options.pictures, [p for p in paragraphs if p.startswith("□")])
        figures = path.with_name(re.sub(r"\.(ko|en)\.hwpx$", ".json", path.name))
        if figures != path and figures.exists() and "total" in (data := json.loads(figures.read_text())):
            findings += check_figures(path, data, tables)
        failed += bool(findings)
        for finding in findings[:5]:
            print(f"{path.name}: {finding}")
    print(f"{len(files)} documents, {tables_read} tables, {pages} pages by rhwp, {failed} with findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
