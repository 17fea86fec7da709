import DocumentSupport
import Encodings
import Foundation
import Model
import Platform
import Testing

@testable import Documents

// A sample of everything that can go wrong or be said.
extension MessageTests {
  static let error = SystemError(.openFile, path: "a.csv", code: 13)
  static let day = Day(iso: "2020-10-30") ?? Day(number: 0)
  static let guess = DefinitionFault.Guess(nearest: "held", known: ["held", "mous"])
  static let unknown = DefinitionFault.Guess(nearest: nil, known: ["held", "mous"])
  static let columns = [Column.supplierID, .supplier]

  static let inputs: [InputFault] = [
    .system(error), .system(SystemError(.readFile, path: "a", code: 28)), .isEmpty, .notText(.pdf),
    .unknownEncoding("klingon", known: ["UTF-8"]), .onlyOnce, .tooMuchToKeep(gibibytes: 4), .notKept(error),
    .changedMeanwhile(.removed), .changedMeanwhile(.cut(before: 2, after: 1)),
    .changedMeanwhile(.grown(before: 1, after: 2)), .changedMeanwhile(.written), .notReadAgain(error),
    .noSuchSheet(there: Names(["A"])), .unknownSheet("A", there: []), .unknownSheet("A", there: ["B"]),
    .severalSheets(.consultations, Names(["A", "B"]), path: "a.xlsx"),
    .noSheetWithHeader(.registrations, Names(["A"])),
    .tooManyColumns(20_000, line: 3, limit: 16_384),
    .noHeader(
      NoHeader(
        kind: .consultations, rowsSearched: 20,
        seen: .nearMiss(cell: "bayer", header: "buyer", line: 1), otherKind: .registrations)),
    .missingColumn(
      MissingColumn(
        kind: .consultations, wanted: columns, reason: nil,
        recognised: [RecognisedHeader(header: "바이어", column: .buyer)], others: ["비고"],
        advice: .namesOrIDs(.supplier, .supplierID), otherKind: nil)),
    .missingColumn(
      MissingColumn(
        kind: .registrations, wanted: [.role], reason: .roleNotGiven, recognised: [], others: [],
        advice: .header(of: .role), otherKind: .consultations)),
    .missingColumn(
      MissingColumn(
        kind: .registrations, wanted: [.country], reason: .buyersNeed, recognised: [], others: [],
        advice: .option("--column country=나라"), otherKind: nil)),
    .missingCountry(aliases: ["국가"]), .otherRoleInside(given: .supplier, header: "구분", other: .buyer),
    .noKnownWord(
      .status, header: "상태", found: ["맑음"], options: ["--word status.completed=O"],
      merged: [MergedColumn(column: .supplier, header: "기업명", blanks: 3)]),
    .namedHeaderMissing(.status, headers: ["상태"], there: [FileHeaders(file: "a.csv", headers: ["기업명"])]),
    .filledColumnMissing(.supplier, there: [.buyer]),
    .unitColumnMissing(NamedUnit(column: "금액", unit: "만불"), there: [], headers: nil),
    .unitColumnMissing(
      NamedUnit(column: "금액", unit: "만불"),
      there: [RecognisedHeader(header: "상담액", column: .consultedAmount)],
      headers: FileHeaders(file: "a.csv", headers: ["상담액"])),
    .lookAlike(LookAlike(columns: [.status], header: "진행결과")), .idsStartAgain(conflicts: 6, rows: 10),
    .secondTable(line: 9), .tablesSideBySide(["참가기업", "바이어"]), .oneColumnForBothSides(header: "업체명"),
    .tableBeside([RecognisedHeader(header: "상담결과", column: .outcome)]), .notText(.other),
    .countsForNames([RecognisedHeader(header: "바이어", column: .buyer)], options: []),
    .countsForNames(
      [RecognisedHeader(header: "바이어", column: .buyer)], options: ["--column buyer_id=바이어"]),
    .bothSides, .sameContent(as: "b.csv"), .sameList(as: "b.csv", given: .supplier, common: 3, other: .buyer),
    .sameRows(as: "b.csv"), .correctedCopy(of: "b.csv", common: 9, onlyThere: [3], onlyHere: []),
    .unknownOnlyEvent("x", nearest: "y", there: ["y"]), .unknownSeries("f", events: ["a"], there: ["b"]),
    .farQuarters([Quarter(day, fiscalYearStart: 1)], places: [DatedCell(file: "a.csv", line: 2, day: day)]),
    .assumedCurrencyRefused(cells: 2),
    .rowsRejected(2, of: 9, [RejectedCode(code: .unknownStatus, count: 2, line: 4)]), .strictAdvice,
    .sumTooLarge, .splitAmounts(line: 2, header: "계약추진액"),
  ]

  static let sheets: [SheetFault] =
    [
      .passwordProtected, .oldExcel, .binaryExcel, .numbers, .plainZip, .noCells,
      .damaged(part: "xl/workbook.xml", detail: "it is cut off"), .cutOff(detail: "it is cut off"),
      .tooLarge(part: "xl/a.xml", mebibytes: 9), .mergedTooOften, .tooMuchText(mebibytes: 9),
      .tooManyTexts(9),
    ] + OfficeDocument.allCases.map { .other($0) }

  static let outputs: [OutputFault] = [
    .system(error), .folderInTheWay, .notConfirmed(error), .isInput(called: nil), .isInput(called: "a.csv"),
    .publishedEdition, .readsEdition,
    .notWritten(detail: "x"), .notWhole(detail: "x"), .detailNotWritten(detail: "x"),
    .workbookPlace(reason: "x"),
    .workbookScratch(folder: "/tmp", reason: "x"), .workbookDamaged(part: "xl/a.xml", reason: "x"),
    .workbookLibrary(detail: "x"), .workbookRefused(detail: "x"), .sumTooLarge, .cleanInput(error),
    .cleanNotText(.json), .cleanTooLarge(bytes: 9, limit: 8), .cleanSheets(path: "x.xlsx", names: ["A"]),
    .cleanNoSheet(there: ["A"]),
    .notAFile, .cleanOutput(error), .filesThere(["README.md"]), .workspace(error),
    .formNotWritten(detail: "x"),
  ]

  static let ledgers: [LedgerFault] = [
    .held(reason: "locked"), .writtenAllTheTime, .notWritten(reason: "full"), .notOpened(reason: "x"),
    .unusable(reason: "x"), .notRead(error), .sideFile("t.sqlite-wal"), .damaged(.isEmpty),
    .damaged(.notSQLite),
    .damaged(.said("x")), .damaged(.table("runs")), .foreign, .newer, .notCopied(error), .notMade(error),
    .badEntry(.figure, key: "total"),
    .badEntry(.revision, key: "total"), .badEntry(.rows, key: "7"), .faults(["x"]),
  ]

  static let runs: [RunFault] = [
    .folderNotRead(error), .noDefinitions, .definitionNotRead(error), .definitionTooLarge(kibibytes: 9),
    .fromAfterAsOf(from: day, asOf: day), .periodsDiffer(from: "2020", to: "2020Q4"),
    .periodsReversed(from: "2021", to: "2020"), .periodsInFuture(from: "2030", to: "2031", today: day),
    .periodsTooMany(300, limit: 200), .periodOutside("0001", years: 1990...2099),
    .inputsNotFound(.isFolder("data", pattern: "data")),
    .inputsNotFound(.noMatch(pattern: "*.csv", isPattern: true, folder: "data", folderExists: true)),
    .inputsNotFound(.noMatch(pattern: "a.csv", isPattern: false, folder: "data", folderExists: false)),
    .inputsNotFound(.noConsultations),
    .finalStands(FinalRefusal(report: "r", edition: 2, reason: .unknownToLedger)),
    .finalStands(FinalRefusal(report: "r", edition: nil, reason: .statusChanged(file: ".edition.json"))),
    .finalStands(FinalRefusal(report: "r", edition: nil, reason: .statusMissing(file: ".edition.json"))),
    .finalStands(
      FinalRefusal(
        report: "r", edition: 2,
        reason: .figures(
          1, first: FigureChange(key: FigureKey(.total, measure: .key(.booked)), before: "2", after: "3"),
          causes: [.rates, .dates]))),
    .emptyPeriod(from: day, asOf: day), .otherDefinition(report: "r", output: "out", definition: "d.yaml"),
    .clock(now: "2020", latest: "2021"), .input(error), .twoLedgers(["a", "b"]),
    .ledgerMoved(ledger: "a", root: "b", lockFolder: "c"), .lockNotTaken(error),
    .held(.definition, lock: "l"),
    .held(.report("r"), lock: "l"), .held(.ledger, lock: "l"), .notWritable(error),
    .noWorkspace(ledger: "t.sqlite"),
    .noLedger(file: "t.sqlite"), .noRun(3), .publishedNothing(3, state: "failed"),
    .outputFolder(error, wanted: "out"),
    .outputFolder(SystemError(.createFolder, path: "a", code: SystemError.notFolder), wanted: "out"),
    .edition(error),
    .statusNotWritten(detail: "x"), .leadsOut(to: "/", output: "out"), .fileInReportsPlace, .outputIsFile,
    .link(to: nil), .stagingReplaced(output: "out"), .foreign(sample: nil), .foreign(sample: "a.txt"),
    .earlierNotMoved(error), .leftEdition(archive: "out/.editions", error),
  ]

  static let expectations: [DefinitionFault] =
    ([
      .text, .keysAndValues, .truth, .choice(["ko", "en"], nearest: "ko"),
      .dateOrRule(["today"], nearest: nil), .date, .duration(named: true), .character, .characterOrName,
      .events, .sectors, .ratesByCurrency, .rateList, .regionsByID, .regionList,
    ] + DefinitionFault.NumberExpectation.allCases.map { .number($0) }).map {
      .expected($0, key: "threads", found: .list)
    }

  static let definitions: [DefinitionFault] =
    [
      .isEmpty, .noKeys(found: .nothing), .noKeys(found: .plain), .readsEdition(file: "a.csv"), .utf16,
      .notUTF8, .refusedWithoutReason,
      .unknownKey("as_off", section: nil, .guess(guess)), .unknownKey("x", section: .event, .guess(unknown)),
      .unknownKey("unit", section: .named("title"), .keys(["units"])),
      .unknownKey("buyers", section: .rate, .below(key: "buyers", parent: "inputs")),
      .unknownKey("currency", section: .sector, .currency), .sameKeyTwice(["a"]), .kindMissing,
      .keyIsNoWord("words", found: .keys), .nothingHere(key: "name"), .namedTwice("ko", key: "languages"),
      .nothingNamed(key: "languages", choices: ["ko"]), .controlCharacter(key: "name"), .noText(key: "host"),
      .tooLong(key: "host", characters: 400, limit: 300), .nameWithoutLetter(".."),
      .noDatePlace("{x}", key: "name", guess), .noEventDate(key: "as_of"),
      .fromAfterAsOf(from: day, asOf: day),
      .resolvedFromAfterAsOf(from: day, asOf: day), .finalWithMovingDate, .maturityWithoutTrend,
      .errorBeforeWarning, .noCommand, .unknownTimeZone("Asia/Soul"), .noAsOf(text: "{date}"),
      .sameNameTwice(first: day, second: day, file: "r", field: "{month}"),
      .eventInTwoSeries("a", first: "f", second: "g"), .eventInTwoSeries("a", first: "f", second: "f"),
      .seriesWithoutEvent("f"), .eventWithoutID, .eventTwice("a"), .noConsultations,
      .noFileNamed(list: "buyers"), .inputWithoutPath(list: "buyers"), .nulInPath(list: "buyers"),
      .unknownColumn("x", key: "columns", unknown), .unknownEncoding("cp94", guess), .onlyEventsEmpty,
      .twoEvents(file: "a.csv", event: "a", line: 5, other: nil), .noCurrency("x", key: "base_currency"),
      .noAmounts(.status), .unknownUnit("x"), .baseCurrencyRate(.usd), .twoRates(.usd, from: nil, line: 5),
      .noRateHere("KRW"), .rateMissing(.usd), .bothRates(.usd), .noRate(.usd, found: "x"),
      .implausibleRate(
        .usd, meaning: "1 KRW = 1,350 USD", low: "0.0006", high: "0.001 USD", meant: "rate: 1"),
      .noDisplayUnit("십만", Language.allCases.map { .init(language: $0, powers: [0, 3]) }),
      .unknownDisplayUnit("만개"), .displayUnitCurrency("만원", .usd, base: .usd), .yenOrYuan,
      .secondIsBase(.usd),
      .secondWithoutRate(.usd), .unknownMeasure("helt", guess), .targetCurrency(.mouAmount, base: .usd),
      .noTargetAmount(.mouAmount, base: .usd, found: "x"), .noRegion, .regionTwice("asia"),
      .regionWithoutCountries("asia"), .countryInTwoRegions(.korea, other: "asia"),
      .unknownCountry("Vietnm", key: "home_country", name: "Vietnam", code: "VN"),
      .sectorTwice("a", owner: "b"),
      .sectorWithoutLabel, .unknownList("outcom", guess), .unknownMeaning("moo", list: "outcome", guess),
      .wordTwice("체결", list: "outcome"),
      .sameReport(
        folder: "out/r", asOf: day, other: FilePlace("b.yaml", line: 2, column: 7), otherAsOf: nil,
        sameDefinition: true),
      .sourceInReport(.definition, folder: "out/r"), .sourceInReport(.input("a.csv"), folder: "out/r"),
    ] + expectations + YAMLFault.allCases.map { .yaml($0, detail: "x") }

  static let options: [OptionFault] =
    [
      .noCommand(["report"]), .unknownCommand("reprot", nearest: "report", known: ["report"]),
      .emptyFolder(option: "--output"), .choice(option: "--id-scope", value: "x", ["event"], nearest: nil),
      .nothingNamed(option: "--language", ["ko"]), .number(option: "--threads", value: 0, from: 1, to: 256),
      .number(option: "--limit", value: 0, from: 1, to: nil), .noConsultations,
      .unknownEncoding("x", nearest: nil, known: ["UTF-8"]), .noCountry("x"),
      .noCurrency(option: "--currency", value: "x"),
      .implausibleRate(
        "KRW=1350", .usd, meaning: "1 KRW = 1,350 USD", low: "0.0006", high: "0.001 USD", meant: nil),
      .rateTwice(.usd), .baseCurrencyRate("USD=1", .usd), .fromAfterAsOf(from: day, asOf: day),
      .unknownColumn(option: "--column", value: "x=y", column: "x", nearest: nil, known: ["status"]),
      .noAmounts("status=만불", .status), .unknownUnit("x=y", unit: "y"),
      .unknownMeaning("x=y", meaning: "x", nearest: nil, known: ["role.buyer"]), .wordMissing("outcome.mou="),
      .eventTwice("a", first: "f", second: "g"), .together("--from", "--to"),
      .notTogether("--as-of", ["--from", "--to"]), .needs("--include-future", ["--from", "--to"]),
      .emptyReason, .emptyText(option: "--name"), .nameWithoutLetter(option: "--name", value: "--"),
      .unknownOption("--ouput", nearest: "--output"),
      .nothingSelected("evnt", nearest: "event", known: ["event"]),
    ] + OptionFault.Form.allCases.map { .form($0, option: "--x", value: "y") }

  static let notices: [RunNotice] = [
    .doubt(.noStatusColumn(file: "a.csv", meetings: nil)), .definitionNotPublished(edition: 3),
    .unknownEdition(2), .unknownFolder(place: "a", archive: "b"),
    .fewerRows(file: "a.csv", now: 1, before: 9), .fewerRowsInAll(.consultations, now: 1, before: 9),
    .farAmount(.mouAmount, Money(hundredths: 9900), from: .zero, to: Money(hundredths: 100)),
    .editionsNotLookedThrough(TallyError(.ledger(.newer), at: "t.sqlite")),
    .periodsLeftOut(["2030Q1"], today: day), .notify(.definitionGone("d"), command: "c"),
    .clockTaken(now: "2020", latest: "2021"), .notify(.groupMayWrite("d"), command: "c"),
    .notify(.everyoneMayWrite("d"), command: "c"), .notify(.foreignOwner("d"), command: "c"),
    .notify(.ended(code: 1), command: "c"), .notify(.tooLong(seconds: 60), command: "c"),
    .notify(.notStarted(error), command: "c"),
  ]

  static let findings: [Finding] = [
    .libraryTooOld("0.9"), .noScratch("/tmp"), .noDefinition, .noLedger, .ledgerSound(kibibytes: 9),
    .ledgerWithoutLog, .othersMayRead("t.sqlite"), .runCutOff(3), .clock(now: "2020", latest: "2021"),
    .definitionRight(report: "r", inputs: 2), .lastRun(3, at: "2020", wasCutOff: false, message: "x"),
    .neverRunWell(due: "d"), .runMissed(.days(3), due: nil), .runMissed(.hours(3), due: nil),
    .inputNotRead(error), .foldersTooPrivate("out", mode: "g+rx"),
    .stale(.days(9), isError: true), .stale(.days(9), isError: false), .ledgerLost,
    .notice(.unknownEdition(2)), .publishedMissing, .publishedChanged, .space(mebibytes: 9),
    .failure(Failure(.run(.noDefinitions), at: FilePlace("reports"))),
  ]

  static let samples: [Sample] = {
    var all: [Sample] = []
    all += inputs.map { Sample($0) { $0.words($1) } }
    all += sheets.map { Sample($0) { $0.words($1) } }
    all += outputs.map { Sample($0) { $0.words($1) } }
    all += ledgers.map { Sample($0) { $0.words($1) } }
    all += runs.map { Sample($0) { $0.words($1) } }
    all += definitions.map { Sample($0) { $0.words($1) } }
    all += options.map { Sample($0) { $0.words($1) } }
    all += notices.map { Sample($0) { $0.words($1) } }
    all += findings.map { Sample($0) { $0.words($1) } }
    let reasons: [RunReason] = [
      .noEdition, .filesChanged, .definition, .program("0.1"), .dates, .options, .inputFiles,
      .inputChanged("a.csv"),
      .forced,
    ]
    all += reasons.map { Sample($0) { $0.words($1) } }
    let lines: [VoiceLine] = [
      .suggestionUnsettled(["columns", "words"]),
      .replaced("a"), .inputsRead(2, asOf: day), .unchanged(edition: 2), .kept(edition: 2),
      .note(.processEnded),
      .made(edition: 2, folder: "out/r", revised: 1, milliseconds: 9),
      .wouldMake(edition: 2, folder: "out/r", reasons, revised: 1), .wouldKeep, .wouldNotChange, .crashed,
      .outOfMemory, .noChange, .rowsNotKept(editions: 4, rows: 100_000), .noRowChange, .moreRows(9),
      .rowsChanged(added: 1, gone: 2, changed: 3),
    ]
    all += lines.map { Sample($0) { $0.words($1) } }
    let columns: [ColumnsLine] =
      [.headers(.registrations), .headers(.consultations), .companies, .words]
      + WordList.allCases.map { .list($0) }
    all += columns.map { Sample($0) { $0.words($1) } }
    all += notes.map { Sample($0) { $0.words($1) } }
    all += SystemAction.allCases.map { Sample($0) { $0.words(SystemError($1, path: "a", code: 2)) } }
    return all
  }()

  static let notes: [RunNote] = [
    .settledByNextRun, .processEnded, .signal(15), .clockTaken, .finalSame, .takenOver,
    .empty(from: day, asOf: nil, stands: 3), .empty(from: nil, asOf: day, stands: nil),
  ]
}
