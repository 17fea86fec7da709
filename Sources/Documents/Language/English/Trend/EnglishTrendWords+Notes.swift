import Model

// What stands below tables and in the notes of a trend in English.
extension EnglishTrendWords {
  var changeMeaning: String {
    "Changes in per cent only from a base of ten or more, of amounts only where ten or more consultations state one on both "
      + "sides; differences of rates in percentage points (%p)."
  }
  var cohortMeaning: String {
    "A consultation and what came of it stand where the meeting was; only MOUs by quarter of signing stand in the quarter of "
      + "signing, and those without a date are not in them."
  }
  var followUpMeaning: String {
    "The share of meetings that had become MOUs by that day after the meeting; meetings whose MOU has no date are left out. In "
      + "brackets: MOUs by then of meetings followed."
  }
  var openMeaning: String {
    "Where not all meetings have been followed that long, the share is a Kaplan–Meier estimate and marked [immature]."
  }
  var heldInMatrix: String { "The numbers are held consultations." }
  func undatedMOUsBeside(_ count: Int) -> String {
    "\(TextNumbers.english(count, "MOU", "MOUs")) without a date \(count == 1 ? "is" : "are") not among those by quarter of signing."
  }
  func lastOnly(_ shown: Int, of all: Int) -> String { "Only the last \(shown) of \(all)." }

  func noteTerm(_ note: TrendNoteID) -> String {
    switch note {
    case .quarter: "Quarter"
    case .fiscalYear: "Fiscal year"
    case .cohort: "By the time of the meeting"
    case .mousSigned: "MOUs by quarter of signing"
    case .noEvent: "No event and no data"
    case .change: "Change"
    case .points: "Percentage points (%p)"
    case .judgement: "Significant or chance"
    case .chance: "Many comparisons"
    case .maturity: "Maturity and immature"
    case .editions: "Series and editions"
    case .undatedEditions: "Editions without a date"
    case .followUp: "MOUs after the meeting"
    case .sources: "Sources of the methods"
    }
  }

  func noteText(_ note: TrendNoteID) -> String {
    switch note {
    case .quarter:
      "All quarters from the first to the last with a booked consultation or a signed MOU, none left out. 2020Q4 is the fourth quarter of 2020, or of fiscal 2020 where quarters follow the fiscal year. A consultation without a date is in no quarter."
    case .fiscalYear:
      "Quarters follow the fiscal year: where it begins in April, January to March 2021 is 2020Q4."
    case .cohort:
      "A consultation and its MOU, contract and amounts stand in the edition and the quarter in which it was held. MOUs often follow later, so recent figures may still grow."
    case .mousSigned:
      "The same MOUs by the quarter of signing. Those without a date are left out and counted separately; the maturity time does not apply."
    case .noEvent:
      "No event: nothing at all was booked in a quarter that the data cover, which is not a zero. No data: the quarter lies before the data begin. Neither is compared with."
    case .change:
      "The difference to the edition before, the quarter before, or the same quarter a year before; none where nothing was held on one side. In per cent only from a base of ten or more, of amounts only where ten or more consultations state one on both sides."
    case .points:
      "The difference of two rates: from 5% to 7% are 2 percentage points, but 40 per cent. The two are never mixed."
    case .judgement:
      "Differences of rates have Newcombe's 95% interval. A difference is called significant where the interval leaves out zero, and may be chance where it does not; with fewer than five cases in a numerator it is not judged. MOU conversion is judged only where as much time has passed since the meetings; else the shares that had become MOUs in the same time are given side by side. The interval assumes that meetings do not depend on each other, but meetings share companies."
    case .chance(let count):
      "This report judges \(TextNumbers.english(count, "difference", "differences")) of rates. Even if nothing differed, chance alone would make 5% of them significant, that is about \(expected(count))."
    case .maturity(let days):
      "Only MOUs signed within \(TextNumbers.english(days, "day", "days")) of the meeting count; one without either date counts. Where the last meeting is not that old the time is immature."
    case .editions:
      "A series is an event that is held again and again. Its quarter moves, so an edition is compared with the one before. Editions stand in the order of their first held date."
    case .undatedEditions:
      "An edition without a date of a meeting has no place among the others: it stands last and is compared with nothing."
    case .followUp:
      "The share of held consultations that had become MOUs by 0, 30, 90, 180 and 365 days after the meeting. An MOU signed before its meeting is there by day 0 and counted separately; consultations whose MOU lacks a date are left out. Where all meetings have been followed that long the share is a plain one, else the Kaplan–Meier estimate; its interval has Greenwood's variance on the log(−log) scale."
    case .sources:
      "Wilson's interval: E. B. Wilson, JASA 22 (1927), 209–212. Difference: R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10. Share: E. L. Kaplan and P. Meier, JASA 53 (1958), 457–481. Variance: M. Greenwood, The Natural Duration of Cancer (1926). log(−log) scale: J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data (1980)."
    }
  }

  /// One in twenty of so many, with one digit after the point.
  private func expected(_ count: Int) -> String {
    let tenths = (count * 10 + 10) / 20
    return "\(tenths / 10).\(tenths % 10)"
  }
}
