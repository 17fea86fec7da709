import HashTables
import Model
import Records
import Values

/// Reads the amount columns with the help of the currency column, and adds them up as they are typed.
struct AmountCells: ~Copyable {
  private let resolver: AmountResolver
  private var currencyCells = SpellingMemo()
  private var currencyMentions: [AmountSurroundings.CurrencyCell] = [.absent]
  private var amountCells = SpellingMemo()
  private var readings: [AmountReading] = []
  /// For each currency cell, one for each amount column.
  private var plans: [AmountPlan] = []
  /// The number of what each row's currency cell says; 0 where nothing stands there.
  private var currencies: [Int32] = []
  private var typed: TypedAmounts
  /// Words of the file for currencies that are none.
  private(set) var unknownCurrencies = UnknownWords()
  /// What amounts of the file show only together.
  private(set) var signs = FileSigns()
  /// In the column at hand.
  private var smallestMultiple = Int64.max
  private var largestBare: Int64 = 0

  init(rules: ReadingRules) {
    resolver = AmountResolver(rules: rules)
    typed = TypedAmounts(resolver)
  }

  /// Forgets the file before: what amounts come to depends on the units of the file's headers.
  mutating func beginFile() {
    plans = []
    unknownCurrencies = UnknownWords()
    signs = FileSigns()
    typed.beginFile()
  }

  mutating func read(_ columns: inout ConsultationColumns, _ file: ConsultationFile) {
    columns.currencySources.reset(columns.rows.count, to: CurrencySources())
    readCurrencies(&columns, file)
    for (number, kind) in AmountKind.allCases.enumerated() {
      let column = kind.column
      (smallestMultiple, largestBare) = (.max, 0)
      columns.forEachCell(column, file) { columns, index, text, key in
        switch amount(text, key, index, number, column, columns, file) {
        case nil: break
        case .problem(let code): columns.flag(index, code, column)
        case .value(let hundredths, let source, let isBound):
          if isBound { columns.flag(index, .approximateAmount, column) }
          columns.currencySources[index].note(source, number)
          columns.rows[index].amounts[kind] = hundredths
        }
      }
      signs.note(number, smallestMultiple: smallestMultiple, largestBare: largestBare)
    }
  }

  /// The block's rows, cut after each total row, as they are typed; call it when the amounts are read.
  mutating func sections(
    _ columns: borrowing ConsultationColumns, _ file: ConsultationFile
  ) -> [TotalSection] {
    typed.sections(columns, currencyMentions, file)
  }

  private mutating func readCurrencies(_ columns: inout ConsultationColumns, _ file: ConsultationFile) {
    currencies.reset(columns.rows.count, to: 0)
    columns.forEachCell(.currency, file) { _, index, text, key in
      var fresh: AmountSurroundings.CurrencyCell?
      let next = UInt64(currencyMentions.count)
      let packed = currencyCells.value(key) {
        if isAbsent(text, column: .currency, kind: .consultations) { return 0 }
        fresh = UnitReader.currencyCell(text.string).map { .unit($0) } ?? .unreadable
        return next
      }
      if let fresh { currencyMentions.append(fresh) }
      if case .unreadable? = fresh { unknownCurrencies.add(text.string) }
      currencies[index] = Int32(truncatingIfNeeded: packed)
    }
  }

  /// The amount that a cell states; nil where nothing stands there.
  @inline(__always)
  private mutating func amount(
    _ text: ByteSlice, _ key: Hash128, _ index: Int, _ number: Int, _ column: Column,
    _ columns: borrowing ConsultationColumns, _ file: ConsultationFile
  ) -> ResolvedAmount? {
    let place = Int(currencies[index]) * Column.amounts.count + number
    if place >= plans.count { planAmounts(file) }
    let plan = plans[place]
    if let digits = plainDigits(key), let value = plan.hundredths(ofUnits: digits) {
      typed.note(digits, place: place)
      if value > largestBare { largestBare = value }
      // Three digits of which the first is 0.
      if digits < 100, key.high >> 56 == 3 { lookForSplit(index, column, columns, file) }
      return .value(hundredths: value, source: plan.source, isBound: false)
    }
    return carefully(text, key, index, number, column, columns, file)
  }

  /// Plans the amounts of all currency cells seen so far.
  private mutating func planAmounts(_ file: ConsultationFile) {
    for currency in (plans.count / Column.amounts.count)..<currencyMentions.count {
      for unit in file.units {
        plans.append(AmountPlan(unit.with(currencyMentions[currency]), resolver))
        typed.addPlace()
      }
    }
  }

  private mutating func carefully(
    _ text: ByteSlice, _ key: Hash128, _ index: Int, _ number: Int, _ column: Column,
    _ columns: borrowing ConsultationColumns, _ file: ConsultationFile
  ) -> ResolvedAmount? {
    if isAbsent(text, column: column, kind: .consultations) { return nil }
    let surroundings = file.units[number].with(currencyMentions[Int(currencies[index])])
    guard let reading = reading(text, key) else { return .problem(.badAmount) }
    typed.note(reading, number, surroundings)
    let resolved = resolver.resolve(reading, in: surroundings, on: columns.rows[index].heldDay)
    if case .value(let hundredths, _, _) = resolved {
      if reading.hasMultiple {
        smallestMultiple = min(smallestMultiple, hundredths)
      } else if !reading.hasUnit {
        largestBare = max(largestBare, hundredths)
      }
    }
    return resolved
  }

  /// Notes a cell such as `000` behind a number of up to three digits in another column of amounts: of `1,000` without
  /// quotes the comma made two cells.
  private mutating func lookForSplit(
    _ index: Int, _ column: Column, _ columns: borrowing ConsultationColumns, _ file: ConsultationFile
  ) {
    let input = file.context.input
    let before = file.context.cell(column) - 1
    guard input.sheet == nil, input.dialect.delimiter == UInt8(ascii: ","),
      Column.amounts.contains(where: { input.cell($0) == before })
    else { return }
    let record = columns.record(index)
    let front = columns.block.cells.cell(record, before)
    guard (1...3).contains(front.count), (0..<front.count).allSatisfy({ front[$0] &- 48 < 10 }) else {
      return
    }
    signs.noteSplit(line: columns.block.line(of: record), column: column)
  }

  /// What a cell states, remembered by its spelling; nil where it cannot be read.
  private mutating func reading(_ text: ByteSlice, _ key: Hash128) -> AmountReading? {
    if let plain = plainAmount(text.count, { text[$0] }) { return AmountReading(bare: plain) }
    let reader = AmountReader()
    var fresh: AmountReading?
    let next = UInt64(readings.count)
    let isRemembered = amountCells.hasRoom
    let packed = amountCells.value(key) {
      fresh = reader.read(text.string)
      return fresh == nil ? Packed.unreadable : next
    }
    if packed == Packed.unreadable { return nil }
    if let fresh {
      if isRemembered { readings.append(fresh) }
      return fresh
    }
    return readings[Int(packed)]
  }
}

extension AmountReading {
  /// A bare number.
  init(bare value: ExactDecimal) {
    self.init(value: value, hasMultiple: false, currency: .none, pointThousands: false)
  }
}
