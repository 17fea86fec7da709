import Model

extension TrendPhrases {
  /// What English workbooks say of a trend.
  static let english = TrendPhrases(
    kind: "Quarterly trend of trade consultations",
    sheet: { sheet in
      switch sheet {
      case .overview:
        WorkbookSheetWords(
          name: "Overview", title: "What changed",
          content: "What rose or fell against before, whether rates differ significantly, and charts")
      case .quarters:
        WorkbookSheetWords(
          name: "Quarters", title: "Quarters",
          content: "Figures by quarter, with changes on the quarter before and a year before")
      case .byCountry:
        WorkbookSheetWords(
          name: "By country", title: "Quarters by country",
          content: "Figures and changes by quarter and the buyer's country")
      case .bySector:
        WorkbookSheetWords(
          name: "By sector", title: "Quarters by sector",
          content: "Figures and changes by quarter and the sector of the consultation")
      case .bySeries:
        WorkbookSheetWords(
          name: "By series", title: "Quarters by series of events",
          content: "Figures and changes by quarter and series of events")
      case .editions:
        WorkbookSheetWords(
          name: "Editions", title: "Editions of a series",
          content: "Events of a series, each compared with the one before")
      case .followUp:
        WorkbookSheetWords(
          name: "Follow-up", title: "Follow-up of consultations",
          content: "The share of consultations that had become MOUs after some time")
      }
    },
    noEventHeader: "No event", immatureHeader: "Immature", mousSignedHeader: "MOUs signed in the quarter",
    marksHeader: "Marks", seriesHeader: "Series", heldFromHeader: "Held from",
    daysHeader: "Days after meeting",
    atRiskHeader: "Still followed", shareHeader: "Share with MOU", observableHeader: "Observable",
    base: { base in
      switch base {
      case .previousQuarter: "On previous quarter"
      case .yearAgo: "On year ago"
      case .edition: "On edition before"
      }
    },
    absoluteHeader: { "\($0): \($1), change" + ($2.map { " (\($0))" } ?? "") },
    relativeHeader: { "\($0): \($1), change in %" },
    pointsHeader: { against, label, part in
      switch part {
      case .points: "\(against): \(label), difference (%p)"
      case .low: "\(against): \(label), 95% low (%p)"
      case .high: "\(against): \(label), 95% high (%p)"
      case .significant: "\(against): \(label), significant"
      }
    },
    overviewHeaders: [
      "Comparison", "Before", "Now", "Measure", "Unit", "Value before", "Value now", "In words", "Change",
      "Change in %",
      "Difference (%p)", "95% low (%p)", "95% high (%p)", "Significant",
    ],
    noEventMark: "no event", immatureMark: "immature", notObservableMark: "not yet observable",
    quarters: { first, last, count, noEvent in
      "Quarters: \(first == last ? first : "\(first) to \(last)") "
        + "(\(TextNumbers.english(count, "quarter", "quarters")), \(noEvent) without an event)"
    },
    fiscalYear: { "Fiscal year: begins with month \($0) \($1)" },
    maturity: {
      "Maturity: only MOUs signed within \(TextNumbers.english($0, "day", "days")) of the meeting count \($1)"
    },
    undated: {
      "\(TextNumbers.english($0, "consultation", "consultations")) without a date \($0 == 1 ? "is" : "are") in no quarter"
    },
    cohort: {
      "A consultation and what came of it stand in the quarter of the meeting, MOUs signed in that of signing \($0)"
    },
    changes: {
      "Changes in %, differences of rates in percentage points (%p). A blank percentage starts from zero; where all is blank there was no event to compare with \($0)"
    },
    noEventLine: {
      "[no event]: nothing at all was booked in the quarter. It is blank, not zero, and compared with nothing \($0)"
    },
    immatureLine: { "[immature]: the maturity time is not over, MOUs may still come \($0)" },
    marksLine: { "[r]: revised since an earlier report; [p]: provisional \($0)" },
    nothing: "No consultation has a date.",
    noSeries: "No series of events was named.",
    editionsLine: { "Events of a series by their first held date, each compared with the one before \($0)" },
    followUpLine: {
      "Dated consultations are followed from the meeting: the estimated share that had become MOUs \($0)"
    },
    notObservableLine: {
      "[not yet observable]: some consultations have not been followed that long, so that the share may grow \($0)"
    },
    followUpBlanks:
      "Quarters stand under quarter, events of a series under series and event. A blank low and high: at 0% or 100% there is no interval.",
    overviewLine: {
      "Changes in %, differences of rates in percentage points (%p); significant where the 95% interval of the difference leaves out zero \($0)"
    },
    notComparable: { base in
      switch base {
      case .previousQuarter: "No event in the quarter before to compare with"
      case .yearAgo: "No event a year before to compare with"
      case .edition: "No edition before to compare with"
      }
    },
    countReading: { absolute, hasRelative in
      if absolute == 0 { return "Unchanged" }
      return (absolute > 0 ? "Rose" : "Fell") + (hasRelative ? "" : " (percentage not computable from zero)")
    },
    rateReading: { points, significant in
      guard let points, let significant else { return "Not computable" }
      if !significant { return "Not significant: may be chance" }
      return points > 0 ? "Significantly higher" : "Significantly lower"
    },
    editionCountsTitle: "Held consultations and MOUs by edition",
    editionConversionTitle: "MOU conversion by edition with 95% intervals",
    heldByQuarterTitle: "Held consultations by quarter",
    mousByQuarterTitle: "MOUs by quarter",
    conversionByQuarterTitle: "MOU conversion by quarter with 95% intervals",
    heldByCountryTitle: "Held consultations by country",
    heldBySectorTitle: "Held consultations by sector",
    followUpTitle: "Share that had become MOUs by days after the meeting",
    mousByMeeting: "By quarter of the meeting", mousBySigning: "By quarter of signing",
    daysAxis: "Days after the meeting (not to scale)", shareAxis: "Share with MOU (%)",
    gapsAreNoEvents: "gaps: no event",
    lastQuarters: { "last \($0) quarters" },
    lastEditions: { "last \($0) events" },
    lastCohorts: { "\($0) (last \($1))" },
    topOf: { "\($0), top \($1) of \($2)" },
    followUpFigure: { "\($0) by day \($1) \($2)" },
    noteTerm: englishTerm, noteText: englishText)

  private static let englishTerm: @Sendable (TrendNote) -> String = { note in
    switch note {
    case .common: ""
    case .registered: "Registered suppliers and buyers"
    case .quarter: "Quarter"
    case .fiscalYear: "Fiscal year"
    case .cohort: "Cohort"
    case .mousSigned: "MOUs signed in the quarter"
    case .noEvent: "No event"
    case .change: "Change"
    case .relative: "Change in %"
    case .points: "Percentage points (%p)"
    case .significance: "Interval and significance of a difference"
    case .maturity: "Maturity and immature"
    case .editions: "Series and editions"
    case .followUp: "Follow-up"
    case .kaplanMeier: "Estimate of the share"
    case .greenwood: "Interval of the share"
    case .observable: "Observable and not yet observable"
    case .marks: "Revised and provisional"
    case .blanks: "Blank cells"
    case .sources: "Sources of the methods"
    }
  }

  private static let englishText: @Sendable (TrendNote, Int?) -> String = { note, days in
    switch note {
    case .common: ""
    case .registered:
      "Different companies with a confirmed registration, whether they met anyone or not; in this workbook by event only."
    case .quarter:
      "All quarters from the first to the last with a booked consultation or a signed MOU, none left out. 2020Q4 is the fourth quarter of 2020. A consultation without a date is in no quarter."
    case .fiscalYear:
      "Quarters follow the fiscal year: where it begins in April, January to March 2021 is 2020Q4."
    case .cohort:
      "A consultation and its MOU, contract and amounts stand in the quarter in which it was held. MOUs lag behind meetings, so that those of recent quarters may still grow."
    case .mousSigned:
      "The same MOUs by the quarter of signing, of the meeting where no date is given. They occur in quarters without an event too; the maturity time does not apply."
    case .noEvent:
      "Nothing at all was booked in the quarter; on the sheet by series, nothing of the series. It is not a zero: its cells are blank, charts have a gap, and it is compared with nothing."
    case .change:
      "The difference to the quarter before, to the same quarter a year before, or to the edition before. It is not computed where either had no event."
    case .relative: "The change divided by the old value, in per cent; blank where the old value is zero."
    case .points:
      "The difference of two rates: from 5% to 7% are 2 percentage points, but 40 per cent. The two are never mixed."
    case .significance:
      "Differences of rates have Newcombe's 95% interval, made from the two Wilson intervals. A difference is significant where the interval leaves out zero; else it may be chance. It is not computable where a denominator is 0."
    case .maturity:
      (days.map {
        "Only MOUs signed within \(TextNumbers.english($0, "day", "days")) of the meeting count as MOUs, so that old and recent quarters compare at equal age; one without either date counts. "
      } ?? "No maturity time was set, so that all MOUs count; with one only those signed in that time would. ")
        + "A quarter is immature where its last day plus that time lies after the as-of date, else after the last date in the data."
    case .editions:
      "A series is an event that is held again and again. Its quarter moves, so that an edition is best compared with the one before. Editions stand by their first held date."
    case .followUp:
      "The share of held consultations that had become MOUs 0, 30, 90, 180 and 365 days after the meeting. An MOU signed earlier is there by day 0; consultations without a date, and those whose MOU has none, are left out."
    case .kaplanMeier:
      "1 minus the Kaplan–Meier estimate. A consultation without an MOU counts as followed until the as-of date, else until the last date in the data, so that recent consultations do not pull the share down. Still followed: consultations without an MOU just before that day; MOUs: those up to it."
    case .greenwood:
      "95% interval with Greenwood's variance on the log(−log) scale; there is none at 0% and 100%."
    case .observable:
      "Observable where the youngest consultation has been followed that long. Others are marked [not yet observable] and left out of the chart."
    case .marks:
      "[r]: changed since an earlier report; [p]: may still change. The mark belongs to the number's format, not to its value."
    case .blanks:
      "Blank figures: no event in the quarter. A blank rate has a denominator of 0. A blank change has nothing to compare with, or starts from zero."
    case .sources:
      "Wilson's interval: E. B. Wilson, JASA 22 (1927), 209–212. Difference: R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10. Share: E. L. Kaplan and P. Meier, JASA 53 (1958), 457–481. Variance: M. Greenwood, The Natural Duration of Cancer (1926). log(−log) scale: J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data (1980)."
    }
  }
}
