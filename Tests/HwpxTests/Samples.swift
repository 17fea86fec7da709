import Content
import Model
import TestSupport

/// Contents of reports, written by hand or by a seed.
enum Samples {
  static let words = RendererWords(
    contents: "차례", press: "보도자료", appendix: "참고", warning: "유의", figuresOfChart: "그래프의 수치",
    backToContents: "차례로", oneTable: "이 시트에는 표 1개가 있습니다", page: "{page}/{pages}쪽",
    nothing: "해당 없음")

  static let marks = [
    MarkMeaning(.provisional, word: "잠정", meaning: "확정되지 않은 수치"),
    MarkMeaning(.revised, word: "수정", meaning: "지난 판에서 바뀐 수치"),
    MarkMeaning(.few, word: "소표본", meaning: "분모가 10 미만인 비율"),
    MarkMeaning(.immature, word: "미성숙", meaning: "상담 뒤 90일이 지나지 않은 수치"),
    MarkMeaning(.noEvent, word: "행사 없음", meaning: "그 분기에 행사가 없었음"),
    MarkMeaning(.isNew, word: "신규", meaning: "지난 판에 없던 양해각서"),
  ]

  static func empty() -> ReportContent {
    var content = ReportContent(
      language: .ko, name: "empty", title: "2024 경제협력포럼 수출상담회 결과", kind: "무역상담회 결과", words: words)
    content.marks = marks
    content.handOut = [
      Section(
        .byCountry, heading: "국가별 상담 실적",
        parts: [
          .table(Table(name: "by_country", caption: "국가별", columns: [TableColumn("국가", .label)], rows: []))
        ])
    ]
    return content
  }

  /// A report like that of the fixture, with so many countries and sectors.
  static func postEvent(
    countries: [String] = ["러시아", "중국", "일본", "베트남"],
    sectors: [String] = ["철강·금속", "기계·부품", "해양바이오·식품", "화장품", "에너지·환경"]
  ) -> ReportContent {
    var content = ReportContent(
      language: .ko, name: "pohang-2020", title: "2020 환동해 경제협력포럼 수출상담회 결과", kind: "무역상담회 결과",
      words: words)
    content.marks = marks
    content.facts = [
      Fact("행사", "2020 환동해 경제협력포럼"), Fact("일시·장소", "2020. 10. 29.(목)∼30.(금), 포항 라한호텔"),
      Fact("기준일", "2020. 11. 30. (잠정)"), Fact("판", "제2판 (2020. 11. 8. 제1판에서 수치 3건 수정)"),
    ]
    content.warnings = ["통화를 적지 않은 금액 12건은 미국 달러로 보았음"]
    let held = countries.indices.map { 104 / max(1, countries.count) + $0 % 3 }
    let total = held.reduce(0, +)
    content.handOut = [
      Section(
        .summary, heading: "요약",
        parts: [
          .paragraph([
            "국내 기업 36개사와 4개국 바이어 45개사가 1:1 수출상담 \(total)건을 실시함.", "상담액 6,123만 달러, 계약추진액 1,804만 달러임.",
          ]),
          .list(["양해각서(MOU) 5건 체결, 412만 달러 (5건 기재)", "후속 상담 예정 31건"]),
        ]),
      Section(
        .keyFigures, heading: "핵심 수치",
        parts: [
          .keyFigures([
            KeyFigure(label: "상담 실시", value: "\(total)건", details: ["예약 118건 · 노쇼 8건 · 취소 6건"]),
            KeyFigure(label: "참가기업", value: "36개사", details: ["상담 실시 34개사"]),
            KeyFigure(label: "바이어", value: "45개사", details: ["4개국", "미등록 2개사 포함"]),
            KeyFigure(label: "상담액", value: "6,123만 달러", details: ["약 693억 원", "84건 기재"]),
            KeyFigure(label: "계약추진액", value: "1,804만 달러", details: ["약 204억 원", "51건 기재"]),
            KeyFigure(label: "MOU", value: "5건", details: ["전환율 5/104 = 4.8%", "95% 신뢰구간 2.1∼10.8%"]),
          ])
        ]),
      Section(
        .byCountry, heading: "국가별 상담 실적",
        parts: [
          .table(groups("by_country", "국가별 상담 실적", "국가", countries, held, wide: false)),
          .remarks(["상담액은 여러 국가의 바이어가 함께 상담한 건을 나누지 않은 금액임"]),
        ]),
      Section(
        .bySector, heading: "업종별 상담 실적",
        parts: [
          .table(
            groups(
              "by_sector", "업종별", "업종", sectors, sectors.indices.map { 20 + $0 }, wide: false))
        ]),
      Section(.funnel, heading: "상담에서 성과까지", parts: [.chart(funnel(total))]),
      Section(.mous, heading: "양해각서(MOU)", parts: [.table(mous())]),
    ]
    content.comparisons = [
      Section(
        .compareCountries, heading: "국가별 비교",
        parts: [.table(groups("compare_countries", "국가별 비교", "국가", countries, held, wide: true))])
    ]
    content.appendix = [
      Section(
        .inputs, heading: "입력 자료",
        parts: [.facts([Fact("참가신청.csv", "81행 가운데 81행 집계"), Fact("상담일지.csv", "126행 가운데 124행 집계")])]),
      Section(
        .notes, heading: "주석",
        parts: [
          .list([
            "상담 실시: 진행상태가 완료인 상담. 노쇼와 취소는 예약에만 포함됨.",
            "전환율: 양해각서를 체결한 상담 ÷ 실시한 상담. 95% 신뢰구간은 윌슨 방식으로 계산하며, 상담이 서로 독립임을 전제로 함.",
            "상담액, 계약추진액, 양해각서 금액, 계약액은 서로 겹치므로 더하지 않음.",
          ])
        ]),
    ]
    content.press = PressRelease(
      headline: "환동해 경제협력포럼 수출상담회, 상담 \(total)건·MOU 5건",
      paragraphs: [
        "포항시는 10월 29일부터 이틀간 라한호텔에서 연 2020 환동해 경제협력포럼 수출상담회에서 국내 기업 36개사와 4개국 바이어 45개사가 "
          + "1:1 상담 \(total)건을 진행했다고 밝혔다. 상담액은 기재된 84건 기준 6,123만 달러(약 693억 원)이며, 5건의 양해각서가 체결됐다."
      ], contact: [Fact("문의", "국제협력팀 054-000-0000")])
    content.imprint = [
      Fact("발행", "포항시 국제협력팀"), Fact("문의", "국제협력팀 054-000-0000"), Fact("다음 발표", "2020. 12. 31."),
    ]
    return content
  }

  /// Groups with counts, a share, a rate, and amounts where it is wide.
  static func groups(
    _ name: String, _ caption: String, _ first: String, _ labels: [String], _ held: [Int], wide: Bool
  ) -> Table {
    var columns = [
      TableColumn(first, .label), TableColumn("예약", .count), TableColumn("실시", .count),
      TableColumn("비중", .share), TableColumn("참가기업", .count), TableColumn("바이어", .count),
      TableColumn("MOU", .count), TableColumn("상담액", .amount(power: 4, decimals: 0)),
      TableColumn("기재", .ratio),
    ]
    if wide {
      columns += [
        TableColumn("후속 상담", .count), TableColumn("전환율", .rate), TableColumn("하한", .bound),
        TableColumn("상한", .bound), TableColumn("계약추진액", .amount(power: 4, decimals: 0)),
        TableColumn("MOU 금액", .amount(power: 4, decimals: 0)),
        TableColumn("계약액", .amount(power: 4, decimals: 0)),
      ]
    }
    let total = max(1, held.reduce(0, +))
    func row(_ label: String, _ count: Int, kind: TableRow.Kind = .group) -> TableRow {
      var cells: [TableCell] = [
        .text(label), TableCell(.count(count + 3), "\(count + 3)"), TableCell(.count(count), "\(count)"),
        TableCell(
          .text, "\(count * 1000 / total / 10).\(count * 1000 / total % 10)%",
          bar: Double(count) / Double(total)),
        TableCell(.count(count / 2), "\(count / 2)"), TableCell(.count(count / 3), "\(count / 3)"),
        TableCell(.count(1), "1", marks: [.revised]),
        TableCell(.text, "1,\(count)04", note: count % 2 == 0 ? "\(count)건" : nil),
        TableCell(.text, "\(count)건"),
      ]
      if wide {
        cells += [
          TableCell(.count(7), "7"), TableCell(.text, "4.8%", marks: count < 25 ? [.few, .immature] : []),
          TableCell(.text, "2.1%"), TableCell(.text, "10.8%"), TableCell(.text, "804"),
          TableCell(.text, "412"),
          TableCell(.absent(.notRecorded), "–"),
        ]
      }
      return TableRow(cells, kind: kind)
    }
    return Table(
      name: name, caption: caption, unitLine: "단위: 만 달러", columns: columns,
      rows: zip(labels, held).map { row($0, $1) }, total: row("합계", total, kind: .total))
  }

  static func funnel(_ held: Int) -> Chart {
    Chart(
      name: "funnel", kind: .bars, finding: "예약 118건 가운데 \(held)건 실시, MOU 5건", categoryAxis: "단계",
      valueAxis: "단위: 건", categories: ["예약", "실시", "후속 상담", "MOU"],
      series: [
        .init(name: "건수", values: [118, Double(held), 31, 5], texts: ["118건", "\(held)건", "31건", "5건"])
      ], spoken: ["예약 118건, 실시 \(held)건, 후속 상담 31건, MOU 5건"])
  }

  static func mous() -> Table {
    Table(
      name: "mous", caption: "양해각서 목록",
      columns: [
        TableColumn("체결일", .date), TableColumn("참가기업", .text), TableColumn("바이어", .text),
        TableColumn("국가", .label), TableColumn("업종", .label),
        TableColumn("금액", .amount(power: 4, decimals: 0)),
      ],
      rows: (1...5).map { number in
        TableRow([
          .text("2020. 10. \(25 + number)."), .text("㈜예시정공 \(number)공장"),
          .text("Primer Trade LLC No. \(number)"),
          .text("러시아"), .text("기계·부품"),
          TableCell(.text, "\(number * 37)만 달러", marks: number == 5 ? [.isNew] : []),
        ])
      })
  }

  /// A comparison of quarters with changes and marks, and a matrix of so many periods.
  static func trend(periods: Int = 12) -> ReportContent {
    var content = postEvent()
    content.name = "trend"
    content.title = "포항 경제협력포럼 수출상담회 추이 (2022∼2024)"
    content.kind = "무역상담회 추이"
    let quarters = (0..<periods).map { "\(2022 + $0 / 4). \($0 % 4 + 1)분기" }
    let columns = [
      TableColumn("분기", .label), TableColumn("행사", .count), TableColumn("실시", .count),
      TableColumn("지난 분기 대비", .change), TableColumn("전환율", .rate), TableColumn("증감(%p)", .points),
      TableColumn("유의", .text), TableColumn("상담액", .amount(power: 4, decimals: 0)),
    ]
    let rows = quarters.enumerated().map { index, name in
      TableRow([
        .text(name), TableCell(.count(1), "1"),
        TableCell(.count(index * 11), "\(index * 11)", marks: index % 4 == 0 ? [.noEvent] : []),
        TableCell(.fraction(0.1), index == 0 ? "–" : "+\(index).5%"),
        TableCell(.text, "\(index).8%", marks: index > periods - 3 ? [.immature, .provisional] : []),
        TableCell(.points(-1.2), "-1.\(index)%p"), .text("우연 범위 안"), TableCell(.text, "\(index)12"),
      ])
    }
    content.handOut[2] = Section(
      .quarters, heading: "분기별 추이",
      parts: [.table(Table(name: "quarters", caption: "분기별", columns: columns, rows: rows))])
    let matrix = Table(
      name: "country_matrix", caption: "국가별·분기별 상담 실시",
      columns: [TableColumn("국가", .label)] + quarters.map { TableColumn($0, .count) },
      rows: ["러시아", "중국", "일본"].map { label in
        TableRow([.text(label)] + quarters.indices.map { TableCell(.count($0), "\($0 * 7)") })
      })
    content.comparisons = [Section(.countryMatrix, heading: "국가별·분기별", parts: [.table(matrix)])]
    return content
  }
}

extension Samples {
  /// A report of any size with names of all scripts, some hostile.
  static func random(_ seed: UInt64) -> ReportContent {
    var random = SeededRandom(seed)
    let names = AwkwardTexts.long + AwkwardTexts.hostile + ["일본", "Viet Nam", "", " ", "中国", "ㄱ", "A"]
    func labels(_ most: Int) -> [String] {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in names.randomElement(using: &random) ?? "" }
    }
    var content =
      Bool.random(using: &random)
      ? postEvent(countries: labels(60), sectors: labels(20))
      : trend(periods: Int.random(in: 1...60, using: &random))
    content.title = names.randomElement(using: &random) ?? ""
    if Bool.random(using: &random) { content.press = PressRelease(headline: nil, paragraphs: labels(3)) }
    if Bool.random(using: &random) { content.warnings = labels(4) }
    if Bool.random(using: &random) { content.imprint = labels(3).map { Fact($0, $0) } }
    if Bool.random(using: &random) { content.handOut = [] }
    if Bool.random(using: &random) {
      content.handOut.append(
        Section(
          .targets, heading: names.randomElement(using: &random) ?? "",
          parts: [
            .keyFigures(labels(9).map { KeyFigure(label: $0, value: $0, details: [$0, "1건"]) }),
            .list(labels(3)), .remarks(labels(2)), .facts(labels(5).map { Fact($0, "\($0) 12") }),
          ]))
    }
    return content
  }
}
