import Content
import Model
import TestSupport

/// Contents by name.
enum Sample: String, CaseIterable {
  case event, hostile, empty

  var content: ReportContent {
    switch self {
    case .event: Samples.event
    case .hostile: Samples.hostileContent
    case .empty: ReportContent(language: .en, name: "n", title: "", kind: "", words: Samples.english)
    }
  }
}

/// Contents made by hand, such as reports of events and of trends have them.
enum Samples {
  static let korean = RendererWords(
    contents: "차례", press: "보도자료 문안", appendix: "붙임", warning: "주의", figuresOfChart: "그래프의 수치",
    backToContents: "차례로 돌아가기", oneTable: "이 시트에는 표 1개가 있습니다.", page: "{page}/{pages}쪽",
    nothing: "해당 없음", skipToReport: "본문으로 건너뛰기")

  static let english = RendererWords(
    contents: "Contents", press: "Press release", appendix: "Appendix", warning: "Warning",
    figuresOfChart: "Figures of the chart", backToContents: "Back to the contents",
    oneTable: "This sheet contains one table.", page: "Page {page} of {pages}", nothing: "none",
    skipToReport: "Skip to the report")

  static let marks = [
    MarkMeaning(.provisional, word: "잠정", meaning: "자료가 보완되면 바뀔 수 있는 수치임."),
    MarkMeaning(.few, word: "소표본", meaning: "분모가 10 미만이어서 해석에 주의가 필요한 비율임."),
    MarkMeaning(.noEvent, word: "행사 없음", meaning: "예약된 상담이 하나도 없는 분기임."),
  ]

  /// Texts that come from elsewhere.
  static let hostile = AwkwardTexts.hostile + AwkwardTexts.long

  static func row(_ texts: String..., kind: TableRow.Kind = .group) -> TableRow {
    TableRow(texts.map { .text($0) }, kind: kind)
  }

  static func chart(
    _ kind: Chart.Kind, _ categories: [String], _ series: [Chart.Series], isRate: Bool = false,
    emphasis: Int? = nil
  ) -> Chart {
    Chart(
      name: "chart", kind: kind, finding: "예약 118건 가운데 104건 실시", categoryAxis: "단계", valueAxis: "건",
      isRate: isRate, categories: categories, series: series, emphasis: emphasis, spoken: ["그래프를 말로 한 것"])
  }

  static let funnel = chart(
    .bars, ["예약", "상담 실시", "MOU"],
    [Chart.Series(name: "건수", values: [118, 104, 5], texts: ["118건", "104건", "5건"])], emphasis: 2)

  static let intervals = chart(
    .intervals, ["러시아", "베트남"],
    [
      Chart.Series(name: "하한", values: [0.016, 0.007], texts: ["1.6%", "0.7%"]),
      Chart.Series(name: "전환율", values: [0.059, 0.038], texts: ["5.9%", "3.8%"]),
      Chart.Series(name: "상한", values: [0.191, 0.189], texts: ["19.1%", "18.9%"]),
    ], isRate: true)

  static let byCountry = Table(
    name: "by_country", caption: "국가별 상담 실적", unitLine: "단위: 만 달러",
    columns: [
      TableColumn("국가", .label), TableColumn("상담(건)", .count), TableColumn("비중", .share),
      TableColumn("상담액", .amount(power: 4, decimals: 1)),
    ],
    rows: [
      TableRow([
        .text("러시아"), TableCell(.count(34), "34"), TableCell(.fraction(0.567), "56.7%", bar: 0.567),
        TableCell(.amount(Money(hundredths: 323_000_000)), "323.0", marks: [.provisional], note: "28건"),
      ]),
      TableRow([
        .text("베트남"), TableCell(.count(26), "26"), TableCell(.fraction(0.433), "43.3%", marks: [.few]),
        TableCell(.absent(.notRecorded), "–"),
      ]),
    ], total: row("계", "60", "100.0%", "323.0", kind: .total))

  /// A report of an event with every kind of part in it.
  static var event: ReportContent {
    var content = ReportContent(
      language: .ko, name: "pohang-2020", title: "2020 동북아CEO경제협력포럼 국제무역상담회 결과", kind: "무역상담회 결과",
      words: korean)
    content.marks = marks
    content.facts = [Fact("상담일", "2020. 10. 30."), Fact("상태", "잠정")]
    content.warnings = ["등록하지 않은 바이어 9개사가 상담함."]
    content.handOut = [
      Section(.summary, heading: "요약", parts: [.paragraph(["상담 104건을 실시함.", "MOU 5건을 체결함."])]),
      Section(
        .keyFigures, heading: "주요 실적",
        parts: [.keyFigures([KeyFigure(label: "상담 실시", value: "104건", details: ["예약 118건", "노쇼 8건"])])]),
      Section(
        .byCountry, heading: "국가별 상담 실적", parts: [.table(byCountry), .remarks(["비중은 상담 실시 건수 기준임."])]),
      Section(.funnel, heading: "상담 단계별 건수", parts: [.chart(funnel)]),
      Section(.conversion, heading: "MOU 전환율", parts: [.chart(intervals)]),
    ]
    content.press = PressRelease(headline: "상담 104건", paragraphs: ["포항시는 상담 104건을 진행했다."])
    content.comparisons = [
      Section(
        .byQuarter, heading: "분기별 비교",
        parts: [.chart(quarters(.lines)), .chart(quarters(.columns)), .chart(quarters(.stacked))])
    ]
    content.appendix = [
      Section(.rates, heading: "비율", parts: [.facts([Fact("노쇼율", "6.8%(8/118)")])]),
      Section(.notes, heading: "용어와 산출 기준", parts: [.list(["상담 실시: 실제로 열린 상담."])]),
    ]
    content.imprint = [Fact("발행", "포항시")]
    return content
  }

  static func quarters(_ kind: Chart.Kind) -> Chart {
    chart(
      kind, ["2020 1분기", "2020 2분기", "2020 3분기"],
      [
        Chart.Series(name: "러시아", values: [3, nil, 5], texts: ["3건", "", "5건"]),
        Chart.Series(name: "일본", values: [1, 2, 4], texts: ["1건", "2건", "4건"]),
      ])
  }

  /// A report in which every text that comes from elsewhere tries to be more than text.
  static var hostileContent: ReportContent {
    var content = event
    (content.title, content.name) = (hostile.joined(separator: " "), hostile[1])
    content.kind = hostile[0]
    content.warnings = hostile
    content.facts = hostile.map { Fact($0, $0) }
    content.imprint = content.facts
    content.press = PressRelease(headline: hostile[0], paragraphs: hostile)
    content.marks = [MarkMeaning(.few, word: hostile[0], meaning: hostile[1])]
    let table = Table(
      name: hostile[2], caption: hostile[1], unitLine: hostile[0],
      columns: hostile.prefix(8).map { TableColumn($0, .text) },
      rows: [TableRow(hostile.suffix(8).map { TableCell(.text, $0, marks: [.few], note: $0) })])
    let numbers = hostile.indices.map { Double?(Double($0) * 3) }
    let charts = [Chart.Kind.bars, .columns, .stacked, .lines].map { kind in
      Section.Part.chart(
        Chart(
          name: hostile[2], kind: kind, finding: hostile[0], categoryAxis: hostile[1], valueAxis: hostile[2],
          categories: hostile,
          series: [
            Chart.Series(name: hostile[4], values: numbers, texts: hostile),
            Chart.Series(name: hostile[5], values: numbers.reversed(), texts: hostile),
          ], spoken: [hostile[2]]))
    }
    content.handOut.append(
      Section(
        .targets, heading: hostile[3],
        parts: [
          .table(table), .list(hostile), .paragraph(hostile), .remarks(hostile),
          .keyFigures(hostile.map { KeyFigure(label: $0, value: $0, details: [$0]) }),
        ] + charts))
    return content
  }
}
