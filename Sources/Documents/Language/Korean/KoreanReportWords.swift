import Content
import Model

/// What reports say in Korean, in the style of official documents.
struct KoreanReportWords: ReportWords {
  var language: Language { .ko }
  var displayPower: Int { 4 }
  let largerUnits = [8]
  let displayUnits: [(power: Int, word: String)] = [(3, "천"), (4, "만"), (6, "백만"), (8, "억")]
  var kindOfEvent: String { "무역상담회 결과" }

  // MARK: - Numbers

  func span(_ low: String, _ high: String) -> String { "\(low)~\(high)" }

  func counted(_ key: Measures.Key, _ value: Int) -> String {
    TextNumbers.grouped(value) + (key.countsOrganisations ? "개사" : "건")
  }

  func amount(_ number: String, _ currency: Currency, power: Int) -> String {
    let word = KoreanTerms.word(for: currency)
    return "\(number)\(unit(power))\(unit(power).isEmpty && word != currency.code ? "" : " ")\(word)"
  }

  func unitLine(_ currency: Currency, power: Int) -> String {
    let unit = unit(power)
    return "단위: " + (unit.isEmpty ? "" : unit + " ") + KoreanTerms.word(for: currency)
  }

  func stated(_ count: Int) -> String { "\(TextNumbers.grouped(count))건" }
  func statedOf(_ count: Int, _ possible: Int) -> String {
    count == possible && count > 1
      ? "\(TextNumbers.grouped(count))건 모두 기재" : "\(TextNumbers.grouped(count))건 기재"
  }
  func about(_ money: Money, _ currency: Currency) -> String { PressAmount.rough(money, currency, .ko) }

  // MARK: - Facts

  func asOf(_ day: Day) -> String { "\(self.day(day)) (이날 뒤의 상담과 MOU는 집계하지 않음)" }
  func from(_ day: Day) -> String { "\(self.day(day)) (이날 앞의 상담과 날짜 없는 상담은 집계하지 않음)" }
  var noHeldDates: String { "날짜가 적힌 실시 상담 없음" }
  var noMeetingHeldFact: String { "실시된 상담 없음" }
  var provisional: String { "잠정(자료가 보완되면 수치가 바뀔 수 있음)" }
  var finalStatus: String { "확정" }
  func edition(_ number: Int) -> String { "제\(TextNumbers.grouped(number))판" }
  func exchange(_ note: RateNote, _ base: Currency) -> String {
    let notes = [note.from.map { "\(day($0))부터" }, note.source.map { "출처: \(TerminalText.safe($0))" }]
      .compactMap { $0 }.joined(separator: ", ")
    return "1 \(note.currency) = \(TerminalText.safe(note.rate)) \(base)"
      + (notes.isEmpty ? "" : " (\(notes))")
  }

  // MARK: - Key figures

  var suppliersAndBuyers: String { "참가기업·바이어" }
  func bookedOf(_ booked: Int) -> String { "예약 \(TextNumbers.grouped(booked))건 가운데" }
  func parts(_ parts: [(Measures.Key, Int)]) -> String {
    parts.map { "\(measure($0.0)) \(TextNumbers.grouped($0.1))건" }.joined(separator: " · ")
  }
  func countries(_ count: Int, areAlsoRegions: Bool) -> String {
    TextNumbers.grouped(count) + (areAlsoRegions ? "개 국가·지역" : "개국")
  }
  func unregistered(_ count: Int, _ role: Role) -> String {
    "미등록 \(role == .supplier ? "참가기업" : "바이어") \(TextNumbers.grouped(count))개사 포함"
  }
  func registered(suppliers: Int?, buyers: Int?) -> String {
    let parts = [
      suppliers.map { "참가기업 \(TextNumbers.grouped($0))개사" },
      buyers.map { "바이어 \(TextNumbers.grouped($0))개사" },
    ]
    return "등록 " + parts.compactMap { $0 }.joined(separator: " · ")
  }
  func rate(_ percent: String, _ ratio: String, _ interval: String?, few: Bool) -> String {
    let notes = [ratio, interval.map { "95% 구간 \($0)" }, few ? "소표본" : nil].compactMap { $0 }
    return "전환율 \(percent)(\(notes.joined(separator: ", ")))"
  }
  func meanAndMedian(perMeeting mean: String, median: String?, of stated: Int) -> String {
    "상담당 평균 \(mean)" + (median.map { ", 중앙값 \($0)" } ?? "") + "(\(TextNumbers.grouped(stated))건)"
  }
  func meanAndMedian(perSupplier mean: String, median: String?, of stated: Int) -> String {
    "기업당 평균 \(mean)" + (median.map { ", 중앙값 \($0)" } ?? "") + "(\(TextNumbers.grouped(stated))개사)"
  }
  var notRecorded: String { "자료에 없음" }
  func recordedOf(_ part: Recorded.Part) -> String {
    "해당 열이 있는 자료의 상담 \(TextNumbers.grouped(part.recorded))건 중. 나머지 \(TextNumbers.grouped(part.left))건은 알 수 없음"
  }
  func takenAsHeld(_ count: Int) -> String { "이 중 \(TextNumbers.grouped(count))건은 진행 상태가 자료에 없어 실시로 봄" }
  func partlyRecorded(_ measures: [String], of held: Int) -> String {
    "실시 상담 \(TextNumbers.grouped(held))건 가운데 일부 자료에만 적힌 항목: \(measures.joined(separator: ", ")). 비율은 산출하지 않음."
  }
  var takenAsHeld: String { "진행 상태가 자료에 없어 모두 실시로 봄" }
  var noneStated: String { "기재 없음" }
  var notNamed: String { "기재 없음" }

  // MARK: - Remarks

  func notRecorded(_ measures: [String]) -> String {
    "자료에 적는 열이 없는 항목: \(measures.joined(separator: ", "))"
  }
  var statedMeaning: String { "금액 뒤 괄호 안은 금액을 적은 건수임." }
  var absentMeaning: String { "–는 자료에 없거나 산출할 수 없음을 뜻함." }
  var totalsMeaning: String { "참가기업과 바이어의 계는 중복을 뺀 업체 수로, 위 수를 더한 값이 아님." }
  var roundedMeaning: String { "금액은 반올림하여 각 행의 합이 계와 다를 수 있음." }
  var intervalMeaning: String { "95% 구간은 윌슨 점수 구간임. 상담이 서로 무관하다고 보고 구한 것이나, 같은 업체의 상담은 무관하지 않음." }
  func undatedMOUs(_ count: Int) -> String { "체결일 없는 \(TextNumbers.grouped(count))건 포함" }
  func undatedMeetings(_ count: Int) -> String { "날짜 없는 상담 \(TextNumbers.grouped(count))건 별도" }
  func moreMOUs(_ rest: Int) -> String {
    "이 밖에 \(TextNumbers.grouped(rest))건이 더 있음. 전체 목록은 MOU 시트(엑셀 파일)와 JSON 파일에 있음."
  }
  func moreRows(_ rest: Int) -> String { "이 밖에 \(TextNumbers.grouped(rest))건이 더 있음." }
  var none: String { "해당 없음" }
  var noMOU: String { "MOU로 이어진 상담 없음" }
  var noMeeting: String { "집계된 상담 없음" }
  var noMeetingHeld: String { "실시된 상담 없음" }
  func matrixMeaning(isNamed: Bool) -> String {
    "칸의 수는 상담 실시 건수, \(isNamed ? "MOU 뒤의" : "괄호 안의") 수는 MOU 건수임."
  }
  var inputsMeaning: String { "전체 행 = 정상 + 확인 필요 + 중복 + 제외. 정상과 확인 필요는 집계하고 중복과 제외는 집계하지 않음." }
  var leftOutMeaning: String { "기준일·시작일·행사 선택으로 집계에서 뺀 상담은 정상과 확인 필요에 들어 있음." }
  func statedTotal(_ total: StatedTotal, in file: String) -> String {
    "적힌 합계: \(place(file, total.line)) ‘\(DoubtWords.header(total))’ \(DoubtWords.number(total.stated)), "
      + (total.agrees ? "행의 합과 같음." : "행의 합 \(DoubtWords.number(total.summed))과 다름.")
  }
  var rejectedMeaning: String { "행마다의 내용은 rejects.csv에 있음." }
  var currenciesMeaning: String { "금액 셀의 통화를 어디에서 읽었는지를 셀 수로 나타냄." }
  var noAmountColumn: String { "금액 열 없음" }
  var noRates: String { "적용한 환율 없음" }
  func place(_ file: String, _ line: Int) -> String { "\(file) \(line)행" }
  func hint(_ hint: String) -> String { "\(hint)인지 확인" }
  func times(_ count: Int) -> String { "\(TextNumbers.grouped(count))건" }

  // MARK: - Charts

  func funnelFinding(booked: Int, held: Int, mous: Int?, isSettled: Bool) -> String {
    (isSettled
      ? "예약 \(TextNumbers.grouped(booked))건 가운데 \(TextNumbers.grouped(held))건 실시"
      : "상담 \(TextNumbers.grouped(booked))건 기록(진행 상태는 자료에 없음)")
      + (mous.map { ", MOU \(TextNumbers.grouped($0))건" } ?? "")
  }
  func leading(_ names: [String], _ held: Int, of total: Int, unknown: (name: String, held: Int)?) -> String {
    let beside = unknown.map { "(\($0.name) \(TextNumbers.grouped($0.held))건 별도)" } ?? ""
    let list = KoreanReportWords.joined(Array(names.prefix(3)))
    let who = names.count > 3 ? "\(list) 등 \(TextNumbers.grouped(names.count))곳" : list
    return
      "상담 \(TextNumbers.grouped(total))건 가운데 \(who) \(names.count > 1 ? "각 " : "")\(TextNumbers.grouped(held))건으로 최다\(beside)"
  }
  func conversionFinding(_ total: String, chance: Bool, all: Bool) -> String {
    "MOU 전환율 \(total)"
      + (!chance ? "" : all ? ": 국가 간 차이는 우연일 수 있음" : ": 구간이 겹치는 국가 간 차이는 우연일 수 있음")
  }
  /// Names side by side; in quotation marks where one has a sign in it that could stand between two.
  static func joined(_ names: [String]) -> String {
    let isUnclear = names.count > 1 && names.contains { $0.contains { "·,".contains($0) } }
    return names.map { isUnclear ? "‘\($0)’" : $0 }.joined(separator: "·")
  }
  var meetingsAxis: String { "상담 실시(건)" }
  var countAxis: String { "건수(건)" }
  var rateAxis: String { "MOU 전환율(%)" }
  var contractsBeside: String { "계약(별도)" }
  func first(_ finding: String, _ count: Int, isTied: Bool) -> String {
    "\(finding)(상위 \(TextNumbers.grouped(count))개\(isTied ? ", 동률 일부 생략" : ""))"
  }
}
