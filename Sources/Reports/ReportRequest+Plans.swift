import Content
import Documents
import Html
import Hwpx
import Model

extension ReportRequest {
  /// The documents that the request asks for, but for those of single rows.
  func plans(_ outcomes: ReportOutcomes, _ documents: borrowing DocumentSet, created: Int64) -> [DocumentPlan]
  {
    let (revisions, scratch, profile) = (documents.revisions, documents.temporaryDirectory, profile)
    switch outcomes {
    case .postEvent(let outcomes):
      let mous = MOUSheetRows(outcomes.mous, threads: threads, temporaryDirectory: scratch)
      let content: @Sendable (Language) -> ReportContent = { language in
        PostEventContent(outcomes: outcomes, language: language, revisions: revisions).content
      }
      return plans(content: content, created: created) { language, path in
        try PostEventWorkbook(
          outcomes: outcomes, language: language, profile: profile, revisions: revisions,
          mous: mous
        ).write(to: path, created: created, temporaryDirectory: scratch)
      } json: { sink in
        try OutcomesJSON(outcomes).write(to: sink)
      }
    case .trend(let trend):
      let content: @Sendable (Language) -> ReportContent = { language in
        TrendContent(trend: trend, language: language, revisions: revisions).content
      }
      return plans(content: content, created: created) { language, path in
        try TrendWorkbook(
          trend: trend, language: language, profile: profile, revisions: revisions
        ).write(to: path, created: created, temporaryDirectory: scratch)
      } json: { sink in
        try TrendJSON(trend).write(to: sink)
      }
    }
  }

  /// Each document in every language and format that the request asks for, in the order in which they are begun.
  ///
  /// The workbooks share their longest sheet, for which one of them waits; the JSON, which takes as long as that, is
  /// begun before them and fills the gap.
  private func plans(
    content: @escaping @Sendable (Language) -> ReportContent, created: Int64,
    workbook: @escaping @Sendable (Language, String) throws -> Void,
    json: @escaping @Sendable (([UInt8]) throws -> Void) throws -> Void
  ) -> [DocumentPlan] {
    func document(_ format: OutputFormat, _ language: Language) -> DocumentPlan.Content {
      switch format {
      case .json: .bytes(json)
      case .xlsx: .file { try workbook(language, $0) }
      case .txt: .bytes { try $0(Array(TextRenderer(content(language)).render().utf8)) }
      case .html:
        .checked {
          let page = HtmlPage(content(language))
          return (page.bytes, { page.fault(in: $0) })
        }
      case .hwpx: .file { try HwpxDocument(content(language), created: created).write(to: $0) }
      }
    }
    var plans: [DocumentPlan] = []
    for (order, format) in OutputFormat.allCases.enumerated() where formats.contains(format) {
      for (at, language) in languages.enumerated() where at == 0 || format.hasLanguages {
        plans.append(
          DocumentPlan(
            place: order * languages.count + at,
            ending: format.ending(language), content: document(format, language)))
      }
    }
    let json = OutputFormat.json.rawValue
    return plans.filter { $0.ending == json } + plans.filter { $0.ending != json }
  }
}
