import Model
import Testing

@testable import Documents
@testable import Xlsx

@Suite struct TrendWorkbookTests {
  private func book(
    _ sample: TrendSample, _ language: Language = .ko, _ profile: WorkbookProfile = .analyst,
    marks: TrendMarks = TrendMarks()
  ) throws -> ReadTables {
    try ReadTables(
      TrendWorkbook(
        trend: sample.outcomes, language: language, profile: profile, marks: marks,
        countryName: sampleCountryName))
  }

  /// The place of a header that is there once.
  private func column(_ table: [[ReadCell]], _ header: String) throws -> Int {
    try #require(table.first?.firstIndex { $0.value == header })
  }

  // MARK: - Sheets and tables

  @Test(arguments: [
    (Language.ko, ["표지", "추이 요약", "분기별", "국가별", "업종별", "시리즈별", "행사별", "후속 성과", "입력파일", "문제", "주석"]),
    (
      .en,
      [
        "Cover", "Overview", "Quarters", "By country", "By sector", "By series", "Editions", "Follow-up",
        "Inputs", "Problems", "Notes",
      ]
    ),
  ])
  func sheetsAndTables(_ language: Language, _ sheets: [String]) throws {
    let book = try book(.series, language)
    #expect(book.sheetNames == sheets)
    #expect(
      book.names == [
        "contents", "overview", "trend_total", "trend_by_country", "trend_by_sector", "trend_by_event_series",
        "editions", "follow_up", "inputs", "problems", "notes",
      ])
    for name in book.names {
      let headers = book.table(name)[0].map(\.value)
      #expect(Set(headers).count == headers.count && !headers.contains(""), "\(name)")
    }
  }

  @Test(arguments: [TrendSample.quarters, .single, .empty])
  func withoutSeries(_ sample: TrendSample) throws {
    let book = try book(sample)
    #expect(!book.names.contains("trend_by_event_series"))
    #expect(book.names.count == 10)
    #expect(book.table("editions").count == 2)
    #expect(book.table("editions")[1].allSatisfy { $0.value.isEmpty })
    #expect(book.texts(5).contains("지정된 행사 시리즈가 없음."))
  }

  // MARK: - Quarters

  @Test func columnsStandInTheOrderOfTheJSON() throws {
    let headers = try book(.series).table("trend_total")[0].map(\.value)
    #expect(headers.count == 3 + 30 + 1 + 2 * 36 + 1)
    #expect(headers.prefix(6) == ["분기", "행사 없음", "미성숙", "예약 상담", "상담 실시", "노쇼"])
    #expect(
      headers[33...39] == [
        "체결 MOU(체결 분기)", "전 분기 대비 예약 상담 증감", "전 분기 대비 예약 상담 증감률", "전 분기 대비 상담 실시 증감",
        "전 분기 대비 상담 실시 증감률", "전 분기 대비 노쇼 증감", "전 분기 대비 노쇼 증감률",
      ])
    #expect(
      headers[66...69] == [
        "전 분기 대비 노쇼율 차이(%p)", "전 분기 대비 노쇼율 차이 95% 하한(%p)", "전 분기 대비 노쇼율 차이 95% 상한(%p)",
        "전 분기 대비 노쇼율 차이 유의",
      ])
    #expect(headers[70] == "전년 같은 분기 대비 예약 상담 증감")
    #expect(headers.last == "표시")
  }

  @Test func quartersWithoutAnEventAreBlank() throws {
    let book = try book(.series)
    for name in ["trend_total", "trend_by_country", "trend_by_sector", "trend_by_event_series"] {
      let table = book.table(name)
      let at = try column(table, "행사 없음")
      let signed = try column(table, "체결 MOU(체결 분기)")
      let rows = table.dropFirst().filter { $0[at].value == "TRUE" }
      #expect(rows.count == 8 * (name == "trend_by_country" || name == "trend_by_sector" ? 2 : 1))
      for row in rows {
        #expect(row[(at + 2)..<signed].allSatisfy { $0.value.isEmpty })
        #expect(row[(signed + 1)..<(row.count - 1)].allSatisfy { $0.value.isEmpty })
        #expect(row[row.count - 1].value == "[행사 없음]")
        #expect(!row[signed].value.isEmpty)
      }
    }
    // An MOU signed in a quarter without an event is counted there.
    #expect(book.table("trend_total")[3][33].value == "1")
    #expect(book.texts(2).contains { $0.hasPrefix("[행사 없음]은 ") })
  }

  @Test func valuesAndChangesAreThoseOfTheJSON() throws {
    let table = try book(.quarters, .en).table("trend_total")
    let last = table[5]
    func value(_ header: String) throws -> String { last[try column(table, header)].value }
    #expect(try value("Held") == "87")
    #expect(try value("MOU conversion") == "0.16092")
    #expect(try value("On previous quarter: Held, change") == "37")
    #expect(try value("On previous quarter: Held, change in %") == "0.74")
    #expect(try value("On previous quarter: MOUs, change") == "14")
    #expect(try value("On previous quarter: MOUs, change in %") == "")
    #expect(try value("On year ago: Consulted amount, change (USD)") == "1500000")
    #expect(try value("On year ago: MOU conversion, difference (%p)") == "14.092")
    #expect(try value("On year ago: MOU conversion, 95% low (%p)") == "6.0816")
    #expect(try value("On year ago: MOU conversion, significant") == "TRUE")
    #expect(try value("On previous quarter: No-show rate, significant") == "FALSE")
    // Nothing lies before the first quarter, and a rate without cases has no difference.
    #expect(table[1][34..<106].allSatisfy { $0.value.isEmpty })
    #expect(table[3][try column(table, "On previous quarter: MOU conversion, significant")].value == "")
    let zero = table[4][try column(table, "MOU conversion")]
    #expect(zero == ReadCell(value: "0", format: "0.0%"))
  }

  // MARK: - Marks

  @Test func marksStandInNumberFormats() throws {
    let marks = TrendMarks(
      quarters: [quarter("2021Q3"): .provisional, quarter("2020Q4"): .revised],
      events: ["forum-2021": .revised])
    let book = try book(.series, .ko, marks: marks)
    let table = book.table("trend_total")
    let mous = try column(table, "MOU")
    let held = try column(table, "상담 실시")
    let rate = try column(table, "MOU 전환율")
    #expect(table[7][held] == ReadCell(value: "82", format: "#,##0\" [r]\""))
    #expect(table[10][held] == ReadCell(value: "74", format: "#,##0\" [p]\""))
    #expect(table[10][mous] == ReadCell(value: "4", format: "#,##0\" [미성숙] [p]\""))
    #expect(table[10][rate].format == "0.0%\" [미성숙] [p]\"")
    #expect(table[10].last?.value == "[미성숙] [p]")
    let editions = book.table("editions")
    #expect(editions[3][try column(editions, "상담 실시")].format == "#,##0\" [r]\"")
    #expect(book.texts(2).contains { $0.contains("[r]은") })
    let plain = try self.book(.series)
    #expect(!plain.texts(2).contains { $0.contains("[r]은") })
    #expect(plain.table("trend_total")[7][held].format == "#,##0")
  }

  @Test func fewAndNotObservable() throws {
    let table = try book(.quarters, .en).table("trend_total")
    #expect(table[2][try column(table, "MOU conversion")] == ReadCell(value: "0", format: "0.0%\" [few]\""))
    let follow = try book(.series).table("follow_up")
    #expect(
      follow[13].map(\.value) == [
        "2021Q3", "", "", "90", "71", "4", "0.054054", "0.027027", "0.108108", "FALSE",
      ])
    #expect(follow[13][6].format == "0.0%\" [관찰 미완료]\"")
    #expect(follow[12][6].format == "0.0%")
    #expect(follow[16].prefix(4).map(\.value) == ["", "forum", "forum-2019", "0"])
  }

  // MARK: - Overview

  @Test func overviewLeadsWithEditions() throws {
    let book = try book(.series)
    let table = book.table("overview")
    #expect(
      table[1].map(\.value) == [
        "직전 행사 대비", "forum-2020(2020. 10. 30.)", "forum-2021(2021. 9. 10.)", "상담 실시", "건", "82", "74", "줄어듦",
        "-8", "-0.097561", "", "", "", "",
      ])
    #expect(
      table[7].map(\.value) == [
        "직전 행사 대비", "forum-2020(2020. 10. 30.)", "forum-2021(2021. 9. 10.)", "MOU 전환율", "%", "0.04878",
        "0.054054", "유의한 차이가 아님(우연일 수 있음)", "", "", "0.5274", "-7.2076", "8.7644", "FALSE",
      ])
    #expect(table.dropFirst(9).map { $0[0].value } == ["전 분기 대비", "전년 같은 분기 대비"])
    #expect(table.dropFirst(9).map { $0[7].value } == ["전 분기의 행사가 없어 비교 불가", "전년 같은 분기의 행사가 없어 비교 불가"])
    #expect(book.texts(1).contains { $0.hasPrefix("「forum」의 최근 행사인 forum-2021") })
  }

  @Test(arguments: [(TrendSample.series, 8), (.quarters, 6), (.single, 6), (.empty, 0)])
  func chartsSayWhatTheyShow(_ sample: TrendSample, _ count: Int) throws {
    let book = try book(sample)
    let charts = book.parts("xl/charts/")
    #expect(charts.count == count)
    for chart in charts {
      // The title of the chart and of both axes; a blank cell is a gap.
      #expect(chart.components(separatedBy: "<c:title>").count == 4)
      #expect(!chart.contains("<c:dispBlanksAs val=\"zero\"/>"))
    }
    #expect(
      charts.filter { $0.contains("<c:hiLowLines>") }.count == (count == 0 ? 0 : sample == .series ? 2 : 1))
    let drawings = book.parts("xl/drawings/").joined()
    #expect(drawings.components(separatedBy: " descr=\"").count == count + 1)
  }

  @Test func followUpIsDrawnAsFarAsItIsObserved() throws {
    let chart = try #require(try book(.series).parts("xl/charts/").last)
    #expect(chart.contains("'후속 성과'!$G$23:$G$27"))
    #expect(chart.contains("'후속 성과'!$G$33:$G$34"))
    #expect(!chart.contains("'후속 성과'!$G$33:$G$37"))
  }

  // MARK: - Notes and bytes

  @Test(arguments: TrendSample.allCases, Language.allCases)
  func everyTermIsDefined(_ sample: TrendSample, _ language: Language) throws {
    let notes = try book(sample, language).table("notes").dropFirst()
    #expect(notes.allSatisfy { row in row.allSatisfy { !$0.value.isEmpty } })
    let terms = notes.map { $0[1].value }
    #expect(Set(terms).count == terms.count)
    let texts = notes.map { $0[2].value }.joined()
    for name in ["Newcombe", "Kaplan", "Greenwood", "Wilson"] { #expect(texts.contains(name)) }
  }

  @Test func sameTrendMakesSameBytes() throws {
    #expect(try book(.series).bytes == book(.series).bytes)
  }

  @Test(arguments: [(WorkbookProfile.analyst, true), (.accessible, false)])
  func profiles(_ profile: WorkbookProfile, _ filters: Bool) throws {
    for table in try book(.series, .ko, profile).parts("xl/tables/") {
      #expect(table.contains("<autoFilter") == filters)
    }
  }

  @Test(arguments: [("한 두 세", 5, ["한 두", "   세"]), ("", 5, []), ("abcdefgh", 3, ["abcdefgh"])])
  func longSentencesAreBroken(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(TrendWorkbook.broken(text, width: width) == lines)
  }
}
