import Encodings
import Model
import Sheets

/// Reads all inputs of a run.
///
/// The beginning of each file settles its encoding; where the rest of a long file speaks against that, the run
/// begins again with what the whole file says. So it does where a sheet is wider than its beginning.
package struct Importer: Sendable {
  private let request: ImportRequest

  package init(_ request: ImportRequest) { self.request = request }

  /// What goes out while rows are read.
  ///
  /// A new one is asked for when reading has to begin again.
  package struct Outlets {
    /// Makes the sinks, one a thread.
    package var makeSink: (any RecordNames) -> any ConsultationSink
    /// Called with all sinks when reading begins again, to forget what they hold.
    package var restart: ([Column], [InputName]) throws(TallyError) -> Void
    /// Takes rows that do not count, in reading order.
    package var reject: (RejectedRow) throws(TallyError) -> Void
    /// Takes the consultations that count, in reading order; nil where they are not wanted.
    ///
    /// Returns work to run after the block's turn, so that other threads need not wait for it.
    package var count: (([CountedConsultation], any RecordNames) throws(TallyError) -> ImportAfterwork?)?

    /// Takes rows that count, in reading order; nil where they are not wanted.
    package var digest: (([RowDigest]) throws(TallyError) -> Void)?

    package init(
      makeSink: @escaping (any RecordNames) -> any ConsultationSink,
      restart: @escaping ([Column], [InputName]) throws(TallyError) -> Void,
      reject: @escaping (RejectedRow) throws(TallyError) -> Void,
      count: (([CountedConsultation], any RecordNames) throws(TallyError) -> ImportAfterwork?)? = nil,
      digest: (([RowDigest]) throws(TallyError) -> Void)? = nil
    ) {
      self.digest = digest
      self.makeSink = makeSink
      self.restart = restart
      self.reject = reject
      self.count = count
    }
  }

  /// Reads everything.
  ///
  /// - Throws: `TallyError` where an input is missing or unusable.
  package func run(_ outlets: Outlets) throws(TallyError) -> ReadRecords {
    let kept = try KeptInputs(request.inputs)
    defer { withExtendedLifetime(kept) {} }
    var request = request
    request.inputs = kept.inputs
    var settled: [Int: TextEncoding] = [:]
    var widths: [Int: Int] = [:]
    for (index, input) in request.inputs.enumerated() {
      guard let name = input.encoding else { continue }
      guard let encoding = TextEncoding.named(name) else {
        throw TallyError(.input(.unknownEncoding(name, known: TextEncoding.all.map(\.name))))
      }
      settled[index] = encoding
    }
    while true {
      let names = displayNames(of: request.inputs.map(\.path))
      var opened: [OpenedInput] = []
      for (index, input) in request.inputs.enumerated() {
        let opener = InputOpener(
          request: input, index: index, name: names[index], encoding: settled[index],
          leastWidth: widths[index] ?? 0)
        opened.append(try opener.open())
      }
      dropBooks(&opened)
      try refuseUnknownSheets(opened)
      try checkNamedColumns(opened)
      try checkNamedUnits(opened)
      try refuseTablesBeside(opened)
      if !request.toleratesLookAlikes { try refuseLookAlikes(opened) }
      let columns = Column.recognised(in: opened)
      try outlets.restart(columns, opened.map { InputName(file: $0.name, sheet: $0.sheet?.sheet.name) })
      let pass = ReadingPass(request: request, opened: opened, settled: settled)
      switch try pass.read(outlets) {
      case .done(let result): return result
      case .again(let index, .encoding(let encoding)): settled[index] = encoding
      case .again(let index, .width(let width)): widths[index] = width
      }
    }
  }
}

extension Importer {
  /// How much memory texts of workbooks may take before their rows are read.
  private static let keptTexts = 1 << 26

  /// Keeps the workbooks for the reading of their rows, as far as their texts do not take too much memory.
  private func dropBooks(_ opened: inout [OpenedInput]) {
    var size = 0
    for index in opened.indices {
      size += opened[index].sheet?.book?.textSize ?? 0
      if size > Importer.keptTexts { opened[index].sheet?.book = nil }
    }
  }

  /// A sheet that an option names and no workbook has is a mistake.
  private func refuseUnknownSheets(_ opened: [OpenedInput]) throws(TallyError) {
    let there = opened.compactMap { $0.sheet?.allNames }.flatMap { $0 }
    for wanted in Set(opened.flatMap { $0.request.preferredSheets }).sorted()
    where !there.contains(where: { SheetNames.areEqual($0, wanted) }) {
      throw TallyError(.input(.unknownSheet(wanted, there: there)))
    }
  }
}

extension Column {
  /// The recognised columns of all files: registrations' first, then those that consultations add.
  static func recognised(in inputs: [OpenedInput]) -> [Column] {
    var seen: Set<Column> = []
    for input in inputs { seen.formUnion(input.columns) }
    let order = Column.all(of: .registrations) + Column.all(of: .consultations)
    var listed: Set<Column> = []
    return order.filter { seen.contains($0) && listed.insert($0).inserted }
  }
}
