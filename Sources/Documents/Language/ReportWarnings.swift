import Model

/// What a reader must know before any figure: the first lines of the text, and the same words for the
/// workbook's cover and for standard error.
package enum ReportWarnings {
  /// One line a warning, without a mark or a full stop at the end of a list; empty where all is well.
  ///
  /// - Rows that are not counted, for each file of which more than a tenth is rejected. Total, header and note
  ///   rows are left out of both numbers.
  /// - Columns of amounts whose unit is not understood, with the option that names it.
  /// - Amount cells whose currency was assumed, over all files.
  package static func lines(_ head: ReportHead, _ language: Language) -> [String] {
    head.inputs.compactMap { notCounted($0, language) } + head.inputs.flatMap { unclearUnits($0, language) }
      + [assumedCurrency(head, language)].compactMap { $0 }
  }

  /// `consultations.csv: 15 of 120 rows are not counted`; nil where no more than a tenth is rejected.
  package static func notCounted(_ input: InputReport, _ language: Language) -> String? {
    guard input.manyRejected else { return nil }
    let lost = TextNumbers.grouped(input.rejectedData)
    let all = TextNumbers.grouped(input.rows - (input.rejected - input.rejectedData))
    let file = TerminalText.safe(input.file)
    return switch language {
    case .ko: "\(file): \(all)행 중 \(lost)행이 집계에서 제외되었습니다"
    case .en: "\(file): \(lost) of \(all) rows are not counted"
    }
  }

  /// The columns of a file in which bare numbers are left out, since their unit is not understood.
  static func unclearUnits(_ input: InputReport, _ language: Language) -> [String] {
    guard let tally = input.problems.first(where: { $0.code == .unclearUnit }) else { return [] }
    let file = TerminalText.safe(input.file)
    return input.recognised.filter { known in tally.places.contains { $0.column == known.header } }.map {
      let header = TerminalText.safe($0.header)
      let option = "--unit \($0.column.rawValue)=만불"
      return switch language {
      case .ko:
        "\(file): \"\(header)\" 열의 단위를 머리글이나 제목에서 알 수 없어 단위 없이 적힌 금액을 뺐습니다. 단위를 \(option)처럼 지정해 주십시오"
      case .en:
        "\(file): the unit of the column \"\(header)\" is not understood from its header or title, and its bare numbers are left out. Name the unit, for example \(option)"
      }
    }
  }

  /// How many amount cells had no currency and which one was assumed; nil where none was.
  package static func assumedCurrency(_ head: ReportHead, _ language: Language) -> String? {
    let cells = head.inputs.reduce(0) { $0 + $1.assumedCurrencyCells }
    guard cells > 0 else { return nil }
    let currency = head.baseCurrency.code
    switch language {
    case .ko:
      return "금액 셀 \(TextNumbers.grouped(cells))개에 통화 표기가 없어 기준 통화 \(currency)로 가정했습니다"
    case .en:
      let cellCount = TextNumbers.english(cells, "amount cell names", "amount cells name")
      return "\(cellCount) no currency; the base currency \(currency) is assumed"
    }
  }
}
