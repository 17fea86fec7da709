"""Random sheets of a forum as bureaus keep them, the same for a seed: titles, headers over two rows, merged cells, hidden
and empty rows, line breaks in cells, dates and numbers in many formats, totals, notes, and rows that must not count."""

import datetime
import random
from dataclasses import dataclass, field
from decimal import Decimal

FORMATS = {
    "date": ["yyyy-mm-dd", "yyyy\\. m\\. d\\.", "m/d/yyyy", "yyyy\"년\" m\"월\" d\"일\"", "d-mmm-yy"],
    "time": ["yyyy-mm-dd hh:mm", "yyyy/m/d h:mm", "yyyy\\-mm\\-dd hh:mm:ss"],
    "number": ["General", "#,##0", "0.00", "#,##0.00", "#,##0_ ;[Red]-#,##0\\ "],
}


@dataclass
class Cell:
    """A cell: its value, how a workbook shows it, and what a CSV says of it."""

    value: object = None
    form: str = "General"
    text: str = ""

    @staticmethod
    def of(value, form="General", text=None):
        if value is None or value == "":
            return Cell()
        if text is None:
            if isinstance(value, datetime.datetime):
                text = value.strftime("%Y-%m-%dT%H:%M")
            elif isinstance(value, datetime.date):
                text = value.isoformat()
            elif isinstance(value, (int, float)):
                text = plain(value)
            else:
                text = value
        return Cell(value, form, text)


def plain(number):
    """A number with all its digits and no exponent."""
    text = format(Decimal(repr(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass
class Table:
    """A sheet: rows of cells, and what a workbook has beside them. Rows and columns are counted from 0."""

    name: str
    rows: list = field(default_factory=list)
    merged: list = field(default_factory=list)
    hidden: set = field(default_factory=set)
    data: list = field(default_factory=list)

    @property
    def width(self):
        return max(map(len, self.rows))

    def texts(self):
        """What a CSV says, merged cells of the data filled, those of titles and header as they are."""
        rows = [[cell.text for cell in row] + [""] * (self.width - len(row)) for row in self.rows]
        for top, left, bottom, right in self.merged:
            if top in self.data:
                for row in range(top, bottom + 1):
                    for column in range(left, right + 1):
                        rows[row][column] = rows[top][left]
        return rows

    def lines(self):
        """For each line of the CSV at which a record begins the row of the sheet, both from 1."""
        found, line = {}, 1
        for number, row in enumerate(self.texts(), 1):
            found[line] = number
            line += 1 + sum(text.count("\n") for text in row)
        return found


WORDS = ["예시", "견본", "가상", "모의", "본보기", "허구", "연습", "시험"]
TRADES = ["수산", "전지", "기계", "바이오", "식품", "소재", "정밀", "화학"]
SECTORS = [["배터리·소재", "배터리ㆍ소재"], ["수산물", "수산물 "], ["IT", "it"], ["기계 부품", "기계부품"], ["화장품"]]
COUNTRIES = [["일본", "JP", "Japan"], ["베트남", "VN"], ["러시아", "RU"], ["중국(상하이)", "CN", "중국\n(상하이)"], ["유럽", "모름"]]
AMOUNTS = ["5,000", "230만2,000 달러", "5만불", "300만원", "1.5백만불", "-", "미정", "많음", "￥300", "1,234.565",
           "USD 40,000", "5.000", "7.5K", "약 10만불", "3억5", " 12000 ", "만불"]


class Forum:
    """The registrations and consultations of one forum."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.plainly = self.random.random() < 0.25
        names = [f"{w}{t}" for w, t in zip(WORDS, TRADES)]
        self.suppliers = [(f"S-{n}", name) for n, name in enumerate(names)]
        self.buyers = [(f"B-{n}", f"Mihon {n} Trade" if n % 3 else f"Vi Du {n} Foods", n % len(COUNTRIES))
                       for n in range(9)]
        self.registrations = self.sheet("참가신청", *self.registered())
        self.consultations = self.sheet("상담일지", *self.consulted())

    def chance(self, part):
        return self.random.random() < part

    def one(self, values):
        return self.random.choice(values)

    def broken(self, text):
        """A text with a line break, sometimes."""
        return text.replace(" ", "\n", 1) if self.chance(0.15) and " " in text and not self.plainly else text

    # What stands in the cells

    def registered(self):
        header = ["등록번호", "구분", self.one(["기업명", "업체명"]), "국가", "업종", "참가상태", "등록일", "담당자\n연락처" if not self.plainly else "담당자"]
        rows = []
        for identity, name in self.suppliers:
            if self.chance(0.9):
                rows.append([identity, "참가기업", self.one(["㈜{}", "{}(주)", "주식회사 {}", "{}"]).format(name), "",
                             self.one(self.one(SECTORS)), self.one(["확정", "confirmed", "", "취소"]), self.day(), "010-0000-0000"])
        for identity, name, country in self.buyers:
            if self.chance(0.9):
                rows.append([identity, "바이어", self.broken(name), self.one(COUNTRIES[country]), "", self.one(["확정", "대기"]), self.day(), "=예시"])
        if self.chance(0.3):
            rows.append(["X-1", "참관", "본보기", "JP", "", "확정", "", ""])
        return header, rows

    def day(self):
        day = datetime.date(2021, self.random.randint(1, 12), self.random.randint(1, 28))
        return day if self.chance(0.8) else self.one([day.isoformat(), day.strftime("%Y. %m. %d."), "", "2021-13-01"])

    def moment(self):
        if self.chance(0.3):
            return self.day()
        hour, minute = self.random.randint(9, 17), self.one([0, 15, 30, 45])
        return datetime.datetime(2021, self.random.randint(1, 12), self.random.randint(1, 28), hour, minute)

    def amount(self):
        if self.chance(0.4):
            return ""
        if self.chance(0.3):
            return self.one(AMOUNTS)
        return self.one([self.random.randint(1, 900) * 100, self.random.randint(1, 10**7), self.random.randint(1, 10**8) / 100,
                         self.random.randint(1, 999) / 8, float(f"{self.random.random() * 1e5:.15g}"), 1e-3, 123456789012345])

    def consulted(self):
        header = ["상담번호", "참가기업번호", "참가기업", "바이어번호", "바이어", "국가", "상담일시", "상담방식", "진행상태", "상담결과",
                  "상담액(USD)", "계약추진액(천불)", "MOU금액(USD)", "MOU체결일", "비고"]
        if not self.plainly:
            header[10] = self.one(["상담액\n(USD)", "상담액(USD)", "상담액"])
        rows = []
        for number in range(self.random.randint(5, 40)):
            supplier, buyer = self.one(self.suppliers), self.one(self.buyers)
            by_name = self.chance(0.5)
            rows.append([
                f"C{number}" if self.chance(0.9) else number + 7, "" if by_name else supplier[0], supplier[1] if by_name else "",
                "" if by_name else buyer[0], self.broken(buyer[1]) if by_name else "", self.one(COUNTRIES[buyer[2]]) if self.chance(0.5) else "",
                self.moment(), self.one(["화상", "대면", ""]), self.one(["완료", "완료", "완료", "노쇼", "취소", "예정", "모름", ""]),
                self.one(["후속상담", "MOU", "계약;MOU", "없음", "", "관심있음"]), self.amount(), self.amount(), self.amount(),
                self.day() if self.chance(0.2) else "", self.one(["", "가상 메모", "두 줄\n메모", "\"따옴표\", 쉼표", "  앞뒤  "]) if not self.plainly else ""])
            if self.chance(0.08):
                rows.append(list(rows[-1]))
            if self.chance(0.08):
                rows.append(rows[-1][:10] + [12, 13, 14, "", ""])
        return header, rows

    # How a sheet is laid out

    def cell(self, value):
        if isinstance(value, datetime.datetime):
            return Cell.of(value, self.one(FORMATS["time"]))
        if isinstance(value, datetime.date):
            return Cell.of(value, self.one(FORMATS["date"]))
        if isinstance(value, (int, float)) and not self.plainly and self.chance(0.1):
            value = int(value) % 5000
            return Cell.of(value, '#,##0"만불"', f"{value}만불")
        if isinstance(value, (int, float)):
            return Cell.of(value, self.one(FORMATS["number"]))
        return Cell.of(value)

    def sheet(self, name, header, rows):
        table = Table(name)
        width = len(header)
        if not self.plainly:
            for title in self.random.sample(["2021 예시 수출상담회", "(단위: USD)", "작성: 예시부서\n담당: 가상인물", ""], self.random.randint(0, 3)):
                if title and self.chance(0.6):
                    table.merged.append((len(table.rows), 0, len(table.rows), self.random.randint(1, width - 1)))
                table.rows.append([Cell.of(title)] + [Cell() for _ in range(width - 1)])
        self.head(table, header)
        first = len(table.rows)
        for row in rows:
            if not self.plainly and self.chance(0.06):
                table.rows.append([Cell() for _ in range(width)])
            table.data.append(len(table.rows))
            if not self.plainly and self.chance(0.1):
                table.hidden.add(len(table.rows))
            table.rows.append([self.cell(value) for value in row])
        if not self.plainly:
            self.merge(table, first, width)
            self.close(table, first, width)
        return table

    def head(self, table, header):
        """The header, sometimes of two rows: groups above, and the other names merged with the cell below."""
        at, width = len(table.rows), len(header)
        if self.plainly or len(header) < 14 or self.chance(0.5):
            table.rows.append([Cell.of(text) for text in header])
            return
        above, below = [Cell.of(text) for text in header], [Cell() for _ in header]
        below[10:13] = [Cell.of(text) for text in header[10:13]]
        above[10:13] = [Cell.of("상담실적"), Cell(), Cell()]
        table.merged.append((at, 10, at, 12))
        table.merged += [(at, column, at + 1, column) for column in range(width) if not 10 <= column <= 12]
        table.rows += [above, below]

    def merge(self, table, first, width):
        """Merges equal neighbours of identifying columns downwards, as who types a sheet does."""
        columns = [2, 4, 5] if width > 10 else [4]
        for column in columns:
            if not self.chance(0.5):
                continue
            row = first
            while row < len(table.rows) - 1:
                last = row
                length = self.random.randint(1, 4)
                while (last + 1 in table.data and row in table.data and last - row + 1 < length
                       and table.rows[row][column].text and len(table.rows[last + 1]) > column):
                    last += 1
                if last > row:
                    for below in range(row + 1, last + 1):
                        table.rows[below][column] = Cell()
                    table.merged.append((row, column, last, column))
                row = last + 1

    def close(self, table, first, width):
        if width > 10 and self.chance(0.5):
            row = [Cell() for _ in range(width)]
            row[0] = Cell.of(self.one(["합계", "총계", "합 계(n건)"]))
            for column in (10, 11, 12):
                values = [table.rows[number][column].value for number in table.data]
                total = sum(value for value in values if isinstance(value, (int, float))) or 5
                # Spreadsheets keep 15 digits.
                row[column] = Cell.of(float(f"{total:.15g}"), "#,##0")
            if self.chance(0.5):
                table.merged.append((len(table.rows), 0, len(table.rows), 5))
            table.rows.append(row)
        if self.chance(0.4):
            row = [Cell() for _ in range(width)]
            row[0] = Cell.of("※ 예시 자료임")
            table.rows.append(row)
