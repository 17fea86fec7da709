"""Workbooks that are damaged or made to do harm: each has to be refused with a reason, or read right."""

import io
import os
import random
import zipfile

SHEET = ('<?xml version="1.0" encoding="UTF-8"?>{head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
         "<sheetData>{rows}</sheetData>{tail}</worksheet>")
ROWS = ('<row r="1"><c r="A1" t="inlineStr"><is><t>참가기업</t></is></c><c r="B1" t="inlineStr"><is><t>바이어</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>진행상태</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>가상</t></is></c>'
        '<c r="B2" t="inlineStr"><is><t>Mihon</t></is></c><c r="C2" t="inlineStr"><is><t>완료</t></is></c></row>')
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODS = ('<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
       "<office:body><office:spreadsheet><table:table table:name=\"a\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>")
ODS_ROW = ("<table:table-row{repeat}>" + "".join(f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
                                                for text in ("{0}", "{1}", "{2}")) + "{more}</table:table-row>")


def xlsx(sheet, extra=(), relations=""):
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{TYPES}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns:r="{TYPES}"><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="s" Type="{TYPES}/worksheet" Target="s.xml"/>{relations}</Relationships>',
        "xl/s.xml": sheet, **dict(extra)}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            with file.open(name, "w", force_zip64=True) as part:
                for piece in [content] if isinstance(content, (str, bytes)) else content:
                    part.write(piece.encode() if isinstance(piece, str) else piece)
    return data.getvalue()


def ods(rows, head=""):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        file.writestr("content.xml", ODS.format(head=head, rows=rows))
    return data.getvalue()


def ods_row(texts, repeat=1, more=""):
    attribute = f' table:number-rows-repeated="{repeat}"' if repeat > 1 else ""
    return ODS_ROW.format(*texts, repeat=attribute, more=more)


HEADER, ROW = ("참가기업", "바이어", "진행상태"), ("가상", "Mihon", "완료")
SHARED = f'<Relationship Id="t" Type="{TYPES}/sharedStrings" Target="t.xml"/>'
STYLES = f'<Relationship Id="y" Type="{TYPES}/styles" Target="y.xml"/>'


def laughs():
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY a0 "하하">{entities}]>'


def shared(count):
    """A text of 30,000 letters, shared by the cells of so many rows."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c><c r="B{n}" t="s"><v>0</v></c><c r="C{n}" t="s"><v>0</v></c></row>' for n in range(3, count))
    return xlsx(SHEET.format(head="", rows=ROWS + rows, tail=""), {"xl/t.xml": "<sst><si><t>" + "가" * 10000 + "</t></si></sst>"}.items(), SHARED)


def hostile():
    """Name, bytes, and what has to come of it: the code, or a set of codes."""
    plain = dict(head="", tail="")
    million = "<mergeCells>" + "".join(f'<mergeCell ref="A{n}:XFD{n + 1}"/>' for n in range(3, 200000, 2)) + "</mergeCells>"
    yield "plain.xlsx", xlsx(SHEET.format(rows=ROWS, **plain)), {0}
    yield "plain.ods", ods(ods_row(HEADER) + ods_row(ROW)), {0}
    yield "zeros.xlsx", xlsx(b"\0" * (1 << 30)), {65}
    yield "blanks.xlsx", xlsx([SHEET.format(rows=ROWS, **plain)[:-12], *[" " * (1 << 20)] * 2500, "</worksheet>"]), {65}
    yield "texts.xlsx", xlsx(SHEET.format(rows=ROWS, **plain), {"xl/t.xml": ["<sst>", *["<si><t>" + "x" * (1 << 20) + "</t></si>"] * 400, "</sst>"]}.items(), SHARED), {65}
    yield "empty-texts.xlsx", xlsx(SHEET.format(rows=ROWS, **plain), {"xl/t.xml": ["<sst>", *["<si/>" * (1 << 18)] * 200, "</sst>"]}.items(), SHARED), {0, 65}
    yield "styles.xlsx", xlsx(SHEET.format(rows=ROWS, **plain), {"xl/y.xml": ["<styleSheet><cellXfs>", *["<xf/>" * (1 << 18)] * 60, "</cellXfs></styleSheet>"]}.items(), STYLES), {0, 65}
    yield "format.xlsx", xlsx(SHEET.format(rows=ROWS + '<row r="3"><c r="A3" s="0"><v>1</v></c><c r="B3" s="0"><v>44000</v></c></row>', **plain),
                              {"xl/y.xml": '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="' + "[h]0.0yy" * (1 << 20) + '"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>'}.items(), STYLES), {0, 65}
    yield "shared.xlsx", shared(150000), {0, 65}
    yield "laughs.xlsx", xlsx(SHEET.format(head=laughs(), rows=ROWS.replace("Mihon", "&a9;"), tail="")), {65}
    yield "laughs.ods", ods(ods_row(HEADER) + ods_row(("가상", "&a9;", "완료")), laughs()), {65}
    yield "outside.xlsx", xlsx(SHEET.format(head='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', rows=ROWS.replace("Mihon", "&a;"), tail="")), {65}
    yield "outside.ods", ods(ods_row(HEADER) + ods_row(("가상", "&a;", "완료")), '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'), {65}
    yield "deep.xlsx", xlsx(SHEET.format(head="", rows=ROWS, tail="<a>" * 200000 + "</a>" * 200000)), {65}
    yield "attributes.xlsx", xlsx(SHEET.format(head="", rows=ROWS, tail="<a " + " ".join(f'b{n}="{n}"' for n in range(300000)) + "/>")), {0, 65}
    yield "merged.xlsx", xlsx(SHEET.format(head="", rows=ROWS, tail='<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>')), {0, 65}
    yield "merged-rows.xlsx", xlsx(SHEET.format(head="", rows=ROWS + "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}"><v>2</v></c></row>' for n in range(3, 200000)), tail=million)), {0, 65}
    yield "wide.xlsx", xlsx(SHEET.format(head="", rows=ROWS + "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(3, 200000)), tail="")), {0, 65}
    yield "last.xlsx", xlsx(SHEET.format(head="", rows=ROWS + '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', tail="")), {0, 65}
    yield "row-names.xlsx", xlsx(SHEET.format(head="", rows=ROWS + '<row r="99999999999"><c r="A3"><v>1</v></c></row>', tail="")), {65}
    yield "backwards.xlsx", xlsx(SHEET.format(head="", rows=ROWS + ROWS, tail="")), {65}
    yield "repeated.ods", ods(ods_row(HEADER) + ods_row(ROW, 1048574)), {0, 65}
    yield "repeated-cells.ods", ods(ods_row(HEADER) + ods_row(ROW, 1048574, '<table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>많은 글</text:p></table:table-cell>')), {0, 65}
    yield "repeated-blanks.ods", ods(ods_row(HEADER) + ods_row(("가상", "Mihon<text:s text:c=\"2000000000\"/>", "완료"))), {0, 65}
    yield "spanned.ods", ods(ods_row(HEADER) + ods_row(ROW).replace("<table:table-cell", '<table:table-cell table:number-rows-spanned="1048576" table:number-columns-spanned="16384"') + ods_row(ROW, 100000)), {0, 65}
    yield "sheets.xlsx", many_sheets(20000), {65}
    yield "parts.xlsx", many_parts(200000), {0, 65}
    yield "linked.xlsx", linked(), {0}
    yield "macro.xlsx", xlsx(SHEET.format(rows=ROWS, **plain), {"xl/vbaProject.bin": os.urandom(5000)}.items()), {0}
    yield "no-sheet.xlsx", xlsx(SHEET.format(rows=ROWS, **plain)).replace(b"xl/s.xml", b"xl/q.xml"), {65}
    yield "itself.zip", overlapping(), {65}
    yield "empty.xlsx", b"PK\x05\x06" + b"\0" * 18, {65}
    yield "head.xlsx", b"PK\x03\x04", {65}
    yield "letters.xlsx", b"PK\x03\x04" + b"A" * 100000, {65}


def many_sheets(count):
    names = "".join(f'<sheet name="s{n}" sheetId="{n + 1}" r:id="s"/>' for n in range(count))
    return xlsx(SHEET.format(head="", rows=ROWS, tail=""), {"xl/workbook.xml": f'<workbook xmlns:r="{TYPES}"><sheets>{names}</sheets></workbook>'}.items())


def many_parts(count):
    data = io.BytesIO(xlsx(SHEET.format(head="", rows=ROWS, tail="")))
    with zipfile.ZipFile(data, "a") as file:
        for number in range(count):
            file.writestr(f"xl/media/{number}", b"")
    return data.getvalue()


def linked():
    """Cells that are formulas over another file, and relations that lead out."""
    rows = ROWS.replace('<c r="C2" t="inlineStr"><is><t>완료</t></is></c>', '<c r="C2" t="str"><f>[1]x!A1</f><v>완료</v></c>')
    outside = f'<Relationship Id="e" Type="{TYPES}/externalLink" Target="externalLinks/externalLink1.xml"/>'
    return xlsx(SHEET.format(head="", rows=rows, tail=""), {
        "xl/externalLinks/externalLink1.xml": '<externalLink><externalBook r:id="rId1"/></externalLink>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships><Relationship Id="rId1" Type="{TYPES}/externalLinkPath" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
    }.items(), outside)


def overlapping():
    """A zip file whose list names one packed part many times under the names of a workbook's parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b"<workbook>" + b" " * (1 << 24) + b"</workbook>")
        one = file.infolist()[0]
        for number in range(20000):
            other = zipfile.ZipInfo(f"xl/{number}.xml")
            for key in ("CRC", "compress_size", "file_size", "compress_type", "header_offset"):
                setattr(other, key, getattr(one, key))
            file.filelist.append(other)
            file.NameToInfo[other.filename] = other
    return data.getvalue()


def damaged(data, seed):
    """The bytes of a workbook, cut off, changed, or with pieces lost or doubled."""
    chance = random.Random(seed)
    kind = chance.choice(["cut", "bytes", "bytes", "bytes", "hole", "double", "zeros"])
    at, length = chance.randrange(len(data)), chance.choice([1, 2, 16, 512, 4096])
    if kind == "cut":
        return data[:at]
    if kind == "hole":
        return data[:at] + data[at + length:]
    if kind == "double":
        return data[:at + length] + data[at:]
    if kind == "zeros":
        return data[:at] + b"\0" * min(length, len(data) - at) + data[at + length:]
    changed = bytearray(data)
    # Half of them in the list at the end, where no checksum guards.
    for _ in range(chance.choice([1, 1, 2, 8])):
        place = chance.randrange(max(0, len(data) - 1500), len(data)) if chance.random() < 0.5 else chance.randrange(len(data))
        changed[place] = chance.randrange(256) if chance.random() < 0.5 else changed[place] ^ 1 << chance.randrange(8)
    return bytes(changed)
