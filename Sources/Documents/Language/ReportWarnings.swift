import Model

/// What a reader must know before any figure: the first lines of the text, and the same words for the
/// workbook's cover and for standard error.
package enum ReportWarnings {
  /// One line a warning, without a mark or a full stop at the end of a list; empty where all is well.
  ///
  /// - Rows that are not counted, for each file of which more than a tenth is rejected. Total, header and note
  ///   rows are left out of both numbers.
  /// - Amount cells whose currency was assumed, over all files.
  package static func lines(_ head: ReportHead, _ language: Language) -> [String] {
    head.inputs.compactMap { notCounted($0, language) } + [assumedCurrency(head, language)].compactMap { $0 }
      + head.inputs.flatMap { input in
        input.sheet.map { sheet in
          self.sheet(sheet, language).map { "\(TerminalText.safe(input.file))#\(TerminalText.safe(sheet.name)): \($0)" }
        } ?? []
      }
  }

  /// What a workbook does not show, and what it shows once but counts for several rows; empty where all is plain.
  package static func sheet(_ sheet: SheetReport, _ language: Language) -> [String] {
    var lines: [String] = []
    if sheet.isHidden {
      lines.append(language == .ko ? "숨긴 시트를 읽었습니다" : "the sheet is hidden, and was read")
    }
    if sheet.hiddenRowCount > 0 {
      let shown = sheet.hiddenRows.prefix(5).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      let list = shown.joined(separator: ", ") + (sheet.hiddenRows.count > 5 ? " …" : "")
      let count = TextNumbers.grouped(sheet.hiddenRowCount)
      lines.append(
        language == .ko
          ? "숨긴 행 \(count)개도 집계했습니다(행 \(list))"
          : "hidden rows were read like all others: \(count) (rows \(list))")
    }
    if !sheet.hiddenColumns.isEmpty {
      let list = sheet.hiddenColumns.map { TerminalText.safe($0, columns: 40) }.joined(separator: ", ")
      lines.append(language == .ko ? "숨긴 열도 읽었습니다: \(list)" : "hidden columns were read: \(list)")
    }
    if !sheet.repeatedAmounts.isEmpty {
      let list =
        sheet.repeatedAmounts.prefix(5).joined(separator: ", ") + (sheet.repeatedAmounts.count > 5 ? " …" : "")
      lines.append(
        language == .ko
          ? "병합된 금액 셀은 각 행마다 같은 금액으로 집계했습니다: \(list)"
          : "amounts in merged cells count for each of their rows: \(list)")
    }
    return lines
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
