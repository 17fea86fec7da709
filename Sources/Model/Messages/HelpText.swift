/// What `--help` and the manual say of a command or an option.
package enum HelpText: Sendable, Hashable, CaseIterable {
  // Commands.
  case root, rootDiscussion, report, reportDiscussion, trend, trendDiscussion, check, checkDiscussion,
    clean, cleanDiscussion, run, runDiscussion, history, historyDiscussion, historyList,
    historyReports, historyShow, historyDiff, historyDiffDiscussion, doctor, doctorDiscussion, initialise,
    initialiseDiscussion, columns, columnsDiscussion

  // Titles of groups, options and arguments.
  case inputsTitle, documentsTitle, registrations, suppliers, buyers, consultations, event, name,
    currency, amountCurrency, rate, homeCountry, idScope, encoding, delimiter, sheet, dateOrder,
    column, unit, fillDown, word, sectorFrom, asOf, from, onlyEvent, threads, title, titleEn, language,
    format,
    profile, detail, strict, output, fiscalYearStart, maturityDays, series, allowGaps, json, suggest,
    checkLanguage, checkOutput, cleanFile, cleanOutput, cleanEncoding, cleanDelimiter, quote,
    headerRows, explain, doctorPaths, workspace, select, limit, runNumber, figures, firstRun,
    secondRun, folder, definitions, runAsOf, runFrom, runTo, includeFuture, dryRun, force, revise,
    wait, notify, notifyTimeLimit, verbose, log
}
