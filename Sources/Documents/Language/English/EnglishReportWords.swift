import Content
import Model

/// What reports say in English.
struct EnglishReportWords: ReportWords {
  var language: Language { .en }
  var displayPower: Int { 3 }
  let largerUnits = [6, 9]
  let displayUnits: [(power: Int, word: String)] = [(3, "thousand"), (6, "million"), (9, "billion")]
  var kindOfEvent: String { "Results of the trade consultation meeting" }

  // MARK: - Numbers

  func span(_ low: String, _ high: String) -> String { "\(low)–\(high)" }

  func counted(_ key: Measures.Key, _ value: Int) -> String { TextNumbers.grouped(value) }

  func amount(_ number: String, _ currency: Currency, power: Int) -> String {
    let unit = unit(power)
    return "\(currency.code) \(number)" + (unit.isEmpty ? "" : " " + unit)
  }

  func unitLine(_ currency: Currency, power: Int) -> String {
    "Amounts in " + (unit(power).isEmpty ? "" : unit(power) + "s of ") + currency.code
  }

  func stated(_ count: Int) -> String { TextNumbers.grouped(count) }
  func statedOf(_ count: Int, _ possible: Int) -> String {
    if count == possible {
      return count == 1
        ? "stated" : count == 2 ? "stated for both" : "stated for all \(TextNumbers.grouped(count))"
    }
    return "stated for \(TextNumbers.grouped(count)) of \(TextNumbers.grouped(possible))"
  }
  func about(_ money: Money, _ currency: Currency) -> String { PressAmount.rough(money, currency, .en) }

  // MARK: - Facts

  func asOf(_ day: Day) -> String { "\(self.day(day)) (later consultations and MOUs are not counted)" }
  func from(_ day: Day) -> String { "\(self.day(day)) (earlier and undated consultations are not counted)" }
  var noHeldDates: String { "no consultation held has a date" }
  var noMeetingHeldFact: String { "none was held" }
  var provisional: String { "provisional (figures may change as data come in)" }
  var finalStatus: String { "final" }
  func edition(_ number: Int) -> String { TextNumbers.grouped(number) }
  func exchange(_ note: RateNote, _ base: Currency) -> String {
    let notes = [note.from.map { "from \(day($0))" }, note.source.map { "source: \(TerminalText.safe($0))" }]
      .compactMap { $0 }.joined(separator: ", ")
    return "1 \(note.currency) = \(TerminalText.safe(note.rate)) \(base)"
      + (notes.isEmpty ? "" : " (\(notes))")
  }

  // MARK: - Key figures

  var suppliersAndBuyers: String { "Suppliers · buyers" }
  func bookedOf(_ booked: Int) -> String { "of \(TextNumbers.grouped(booked)) booked" }
  func parts(_ parts: [(Measures.Key, Int)]) -> String {
    parts.map { key, count in
      key == .noShows
        ? TextNumbers.english(count, "no-show", "no-shows")
        : "\(TextNumbers.grouped(count)) \(measure(key).lowercased())"
    }.joined(separator: " · ")
  }
  func countries(_ count: Int, areAlsoRegions: Bool) -> String {
    areAlsoRegions
      ? TextNumbers.english(count, "country or region", "countries and regions")
      : TextNumbers.english(count, "country", "countries")
  }
  func unregistered(_ count: Int, _ role: Role) -> String {
    "including "
      + (role == .supplier
        ? TextNumbers.english(count, "unregistered supplier", "unregistered suppliers")
        : TextNumbers.english(count, "unregistered buyer", "unregistered buyers"))
  }
  func registered(suppliers: Int?, buyers: Int?) -> String {
    let parts = [
      suppliers.map { TextNumbers.english($0, "supplier", "suppliers") },
      buyers.map { TextNumbers.english($0, "buyer", "buyers") },
    ]
    return "confirmed registrations: " + parts.compactMap { $0 }.joined(separator: " · ")
  }
  func rate(_ percent: String, _ ratio: String, _ interval: String?, few: Bool) -> String {
    let notes = [ratio, interval.map { "95% interval \($0)" }, few ? "few cases" : nil].compactMap { $0 }
    return "conversion \(percent) (\(notes.joined(separator: ", ")))"
  }
  func meanAndMedian(perMeeting mean: String, median: String?, of stated: Int) -> String {
    "mean per meeting \(mean)" + (median.map { ", median \($0)" } ?? "")
      + " (\(TextNumbers.english(stated, "meeting", "meetings")))"
  }
  func meanAndMedian(perSupplier mean: String, median: String?, of stated: Int) -> String {
    "mean per supplier \(mean)" + (median.map { ", median \($0)" } ?? "")
      + " (\(TextNumbers.english(stated, "supplier", "suppliers")))"
  }
  var notRecorded: String { "not recorded" }
  func recordedOf(_ part: Recorded.Part) -> String {
    "of the \(TextNumbers.english(part.recorded, "consultation whose data record it", "consultations whose data record it")); of \(TextNumbers.grouped(part.left)) more it is not known"
  }
  func takenAsHeld(_ count: Int) -> String {
    "\(TextNumbers.grouped(count)) of them without a status in the data, counted as held"
  }
  func partlyRecorded(_ measures: [String], of held: Int) -> String {
    "Only a part of the \(TextNumbers.english(held, "consultation held", "consultations held")) is in data that record these: "
      + "\(measures.joined(separator: ", ")). Rates are not stated."
  }
  var takenAsHeld: String { "no status in the data: all counted as held" }
  var noneStated: String { "none stated" }
  var notNamed: String { "not recorded" }

  // MARK: - Remarks

  func notRecorded(_ measures: [String]) -> String {
    "No column of the data records: \(measures.joined(separator: ", "))."
  }
  var statedMeaning: String {
    "In brackets after an amount: how many consultations state it, where not all do."
  }
  var absentMeaning: String {
    "– means that the data do not have the figure or that it cannot be worked out."
  }
  var totalsMeaning: String {
    "Suppliers and buyers do not add up: the total counts each company once."
  }
  var roundedMeaning: String { "Amounts are rounded, so that rows may not add up to the total." }
  var intervalMeaning: String {
    "The 95% interval is Wilson's score interval. It takes meetings as independent of each other, which those of one company are not."
  }
  func undatedMOUs(_ count: Int) -> String {
    "\(TextNumbers.grouped(count)) of them without a date of signing"
  }
  func undatedMeetings(_ count: Int) -> String {
    "and \(TextNumbers.english(count, "consultation", "consultations")) without a date"
  }
  func moreMOUs(_ rest: Int) -> String {
    TextNumbers.english(rest, "more MOU is", "more MOUs are")
      + " not listed here; the sheet MOUs of the workbook and the JSON file have them all."
  }
  func moreRows(_ rest: Int) -> String { "\(TextNumbers.grouped(rest)) more are not listed here." }
  var none: String { "none" }
  var noMOU: String { "No consultation led to an MOU." }
  var noMeeting: String { "No consultation was counted." }
  var noMeetingHeld: String { "No consultation was held." }
  func matrixMeaning(isNamed: Bool) -> String {
    "A cell has the consultations held; the number of MOUs "
      + (isNamed ? "follows the word MOU." : "stands in brackets.")
  }
  var inputsMeaning: String {
    "Rows = accepted + flagged + duplicate + rejected. Accepted and flagged rows are counted; duplicate and rejected rows are not."
  }
  var leftOutMeaning: String {
    "Consultations left out by date or event stay among the accepted and flagged rows."
  }
  func statedTotal(_ total: StatedTotal, in file: String) -> String {
    "Stated total: \(place(file, total.line)), “\(DoubtWords.header(total))”: \(DoubtWords.number(total.stated)); "
      + (total.agrees ? "the rows come to the same." : "the rows come to \(DoubtWords.number(total.summed)).")
  }
  var rejectedMeaning: String { "Every such row stands in rejects.csv." }
  var currenciesMeaning: String { "How many amount cells took their currency from where." }
  var noAmountColumn: String { "no column of amounts" }
  var noRates: String { "no exchange rate was used" }
  func place(_ file: String, _ line: Int) -> String { "\(file), line \(line)" }
  func hint(_ hint: String) -> String { "perhaps \(hint)" }
  func times(_ count: Int) -> String { TextNumbers.grouped(count) }

  // MARK: - Charts

  func funnelFinding(booked: Int, held: Int, mous: Int?, isSettled: Bool) -> String {
    (isSettled
      ? "\(TextNumbers.grouped(held)) of \(TextNumbers.english(booked, "booked consultation", "booked consultations")) held"
      : "\(TextNumbers.english(booked, "consultation", "consultations")) on record, without a status")
      + (mous.map { ", \(TextNumbers.english($0, "MOU", "MOUs"))" } ?? "")
  }
  func leading(_ names: [String], _ held: Int, of total: Int, unknown: (name: String, held: Int)?) -> String {
    let beside = unknown.map { " (\($0.name.lowercased()): \(TextNumbers.grouped($0.held)))" } ?? ""
    let isUnclear = names.count > 1 && names.contains { $0.contains(",") }
    let names = names.map { isUnclear ? "“\($0)”" : $0 }
    let list = names.count > 3 ? Array(names.prefix(2)) + ["\(names.count - 2) others"] : names
    let who =
      list.count < 2 ? list.joined() : list.dropLast().joined(separator: ", ") + " and " + (list.last ?? "")
    return
      "\(who) \(names.count > 1 ? "lead with \(TextNumbers.grouped(held)) each" : "leads with \(TextNumbers.grouped(held))") "
      + "of \(TextNumbers.english(total, "consultation held", "consultations held"))\(beside)"
  }
  func conversionFinding(_ total: String, chance: Bool, all: Bool) -> String {
    "MOU conversion \(total)"
      + (!chance
        ? ""
        : all
          ? ": differences between countries may be chance"
          : ": differences between countries whose intervals overlap may be chance")
  }
  var meetingsAxis: String { "Consultations held" }
  var countAxis: String { "Number" }
  var rateAxis: String { "MOU conversion (%)" }
  var contractsBeside: String { "Contracts (apart)" }
  func first(_ finding: String, _ count: Int, isTied: Bool) -> String {
    "\(finding) (first \(TextNumbers.grouped(count))\(isTied ? "; others tie with the last" : ""))"
  }
}
