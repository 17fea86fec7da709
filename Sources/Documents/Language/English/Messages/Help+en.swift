import Model

extension EnglishMessages {
  func help(_ text: HelpText) -> String {
    switch text {
    case .root:
      "Turns registrations and consultations of trade meetings into reports."
    case .rootDiscussion:
      """
      TradeTally reads the CSV files and workbooks of a trade consultation meeting as they are typed, \
      tells what became of every row, and writes Excel workbooks, plain-text summaries and JSON.

      A first report:
        tradetally report --registrations registrations.csv --consultations consultations.csv \\
                          --event pohang-2020 --rate KRW=0.00088 --output out
      """
    case .report:
      "Makes a report on one or several events."
    case .reportDiscussion:
      "Writes NAME.ko.xlsx, NAME.en.xlsx, NAME.ko.txt, NAME.en.txt, NAME.json and NAME.rejects.csv. "
        + "What does not count stands in NAME.rejects.csv with the reason; nothing disappears."
    case .trend:
      "Compares quarters and the editions of a series."
    case .trendDiscussion:
      "Reads the same inputs as report. A consultation and what came of it belong to the quarter in "
        + "which it was held; a quarter in which nothing was booked is \"no event\" and is compared with "
        + "nothing. Since a forum's quarter moves from year to year, name the editions of a series with "
        + "--series to compare them with each other."
    case .check:
      "Tells what was found in every file and what became of its rows; makes no report."
    case .checkDiscussion:
      "Prints the import report on standard output. Fails with code 65 if a row other than total, "
        + "header and note rows is rejected, or a column without a known header looks like one that is "
        + "missing. Registrations can be checked alone, before the event. With --output every problem is "
        + "written with its place, as CSV and as a workbook to be worked through with filters."
    case .clean:
      "Writes the table of any delimited text or workbook's sheet as plain CSV: UTF-8, commas, every "
        + "row as wide as the header."
    case .cleanDiscussion:
      "Titles above the table and notes below it are left out and named on standard error; nothing "
        + "else is changed, columns with contacts included: the result is the input in another form, no "
        + "report. No header is made up for a table that has none."
    case .run:
      "Runs report definitions; for cron."
    case .runDiscussion:
      """
      Each report gets a folder of its own, OUTPUT/NAME, in which a new edition appears as a whole or \
      not at all; the edition before is kept under OUTPUT/.editions/NAME. Where nothing has changed, \
      nothing is made. The ledger, tradetally.sqlite, keeps what was published from what; the workspace \
      is the folder in which it stands, looked for from the definition upwards, else made beside it.

      Of a folder, every definition (*.yaml, *.yml) is run, in order of the names' bytes. Nothing is said of \
      what went well, but for a line on standard output where nothing has changed; --verbose says more.

      Exit codes: 0 done or unchanged; 65 the data are unusable, or a final report would change; 66 an \
      input is missing; 73 an output cannot be made; 74 reading or writing failed part way; 75 another \
      run is at work, the ledger is held, or the clock went back: try again later; 78 a definition is \
      wrong; 128 plus its number after a signal. Of several, that of the first that failed.
      """
    case .history:
      "What was run and published."
    case .historyDiscussion:
      "Reads the ledger, tradetally.sqlite, of the workspace and changes nothing."
    case .historyList:
      "Lists runs, the newest first; what history does by itself."
    case .historyReports:
      "Lists the reports with what was last published and last run of each."
    case .historyShow:
      "Shows one run: its inputs, its outputs, its figures."
    case .historyDiff:
      "Lists the figures in which two runs differ."
    case .historyDiffDiscussion:
      "Of the rows that count, those are named that are new, gone or have other cells in a recognised column. A row "
        + "is recognised by its id, else by its participants and time, so that one that was moved is the same. The ledger "
        + "keeps hashes of the rows of the last editions, and nothing of what stands in them."
    case .doctor:
      "Says whether a workspace is healthy."
    case .doctorDiscussion:
      """
      Looks at the ledger, at every definition of the workspace (*.yaml and *.yml in it and in its folder \
      reports), at their inputs, outputs and last runs, at free space and at permissions. It changes \
      nothing.

      Exit codes: 0 healthy, or warnings only; else that of the first error: 65 a missed or failed run, \
      or stale inputs; 66 an input is missing; 73 an output folder cannot be written to; 74 the ledger \
      is damaged; 75 the clock went back; 78 a definition is wrong.
      """
    case .initialise:
      "Makes a workspace with a definition, an empty workbook and CSVs with headers, and a crontab line."
    case .initialiseDiscussion:
      "Everything in it works at once: \"tradetally run DIR/reports\" makes a report of zeros, and of "
        + "your figures as soon as the sheets in DIR/data are filled in. Files that are there already are "
        + "never replaced."
    case .columns:
      "Prints what is recognised: every column with its headers, every list of words."
    case .columnsDiscussion:
      "Headers and words compare without case, spaces, - and _; a unit in brackets after a header is read."
    case .inputsTitle:
      "Inputs"
    case .documentsTitle:
      "Documents"
    case .registrations:
      "Who registered, suppliers and buyers. Several files may follow."
    case .suppliers:
      "Registrations of suppliers only; needs no role column."
    case .buyers:
      "Registrations of buyers only; needs no role column."
    case .consultations:
      "The booked meetings; at least one file."
    case .event:
      "The event of rows that name none. It names an event, it does not choose one: see --only-event."
    case .name:
      "The report's name; files are named after it. Without it the event, else \"report\"."
    case .currency:
      "Base currency, into which all amounts are converted."
    case .amountCurrency:
      "Currency of amounts that name none anywhere. Without it the base currency is assumed, and said "
        + "to be."
    case .rate:
      "What one unit of a currency is in the base currency, for example KRW=0.00087, or KRW=1/1350 "
        + "where 1,350 won are one of it. May be repeated."
    case .homeCountry:
      "Country of suppliers that name none."
    case .idScope:
      "Ids are unique within an event, or within a file."
    case .encoding:
      "Encoding of all files; auto finds it file by file."
    case .delimiter:
      "Delimiter of all files: a character, or tab. Found by itself if not given."
    case .sheet:
      "The sheet of a workbook, where several could be meant; or FILE.xlsx#NAME. May be repeated."
    case .dateOrder:
      "Order of slashed dates such as 03/04/2020."
    case .column:
      "Header of a column, for example supplier=상담업체; status= says that there is none. May be "
        + "repeated; one header may serve several columns."
    case .unit:
      "Unit of an amount column's bare numbers, for example consulted_amount=만불. The column is named "
        + "so, or by its header. May be repeated."
    case .fillDown:
      "Columns whose empty cells repeat the cell above, as merged cells need. May be repeated."
    case .word:
      "Meaning of a word, for example outcome.mou=체결 or status.cancelled=철회. May be repeated."
    case .sectorFrom:
      "Whose sector counts where a row names none."
    case .asOf:
      "Nothing later than this day counts."
    case .from:
      "Nothing earlier than this day counts, and nothing undated."
    case .onlyEvent:
      "Only this event counts. May be repeated."
    case .threads:
      "How many threads read; the result does not depend on it."
    case .title:
      "The report's title. Without it the name."
    case .titleEn:
      "The title of the English documents. Without it that of --title."
    case .language:
      "Languages of workbook, text and page; the first one is that of the messages."
    case .format:
      "Files to make, besides the rejects; html is a web page, hwpx a document of Hancom's word processor."
    case .profile:
      "Workbooks with frozen headers and filters, or without them for screen readers."
    case .detail:
      "Also write every counted consultation, as it was understood: NAME.detail.csv, and a workbook a "
        + "language."
    case .strict:
      "Fail with code 65 if a row other than total, header and note rows is rejected."
    case .output:
      "Folder for the files; made if missing."
    case .fiscalYearStart:
      "The month in which the fiscal year begins, 1 to 12."
    case .maturityDays:
      "Only MOUs signed within so many days of the meeting count, so that old and young quarters "
        + "compare at equal age."
    case .series:
      "Events that are editions of one another, for example forum=forum-2019,forum-2020. May be repeated."
    case .allowGaps:
      "Let quarters lie more than ten years from all others; without it their dates are taken for "
        + "typing errors."
    case .json:
      "Print JSON, for programs."
    case .suggest:
      "Print a definition for these files, with what was guessed, to confirm and save."
    case .checkLanguage:
      "Language of the import report."
    case .checkOutput:
      "Folder for NAME.problems.csv and NAME.problems.xlsx, every problem with its place."
    case .cleanFile:
      "The file to read; of a workbook with several sheets FILE.xlsx#SHEET."
    case .cleanOutput:
      "Where to write; standard output if not given."
    case .cleanEncoding:
      "The file's encoding; auto finds it."
    case .cleanDelimiter:
      "The file's delimiter, one or more characters, or tab. Found by itself if not given."
    case .quote:
      "The file's quote character. Found by itself if not given."
    case .headerRows:
      "How many rows the header takes, joined to one; 0 for none. Found by itself if not given."
    case .explain:
      "Say on standard error what was detected and why."
    case .doctorPaths:
      "Definitions, or folders of them; without any, those of the workspace."
    case .workspace:
      "The workspace: a folder in it, or a definition. Without it, looked for from the working folder "
        + "upwards."
    case .select:
      "Only reports whose name, or whose definition's file name, fits this pattern, for example "
        + "'event-*'; can be given more than once."
    case .limit:
      "How many runs at most."
    case .runNumber:
      "The run's number."
    case .figures:
      "Lists every figure, not those of the total alone."
    case .firstRun:
      "The earlier run's number."
    case .secondRun:
      "The later run's number."
    case .folder:
      "The workspace's folder; made if missing."
    case .definitions:
      "Definitions, or folders of them."
    case .runAsOf:
      "Runs as of this day, whatever the definition says."
    case .runFrom:
      "With --to: runs once for each period, as of its last day: months (2022-10), quarters (2022Q4) "
        + "or years (2022); the name must hold {month}, {quarter}, {year} or {date}. At most 200."
    case .runTo:
      "The last period, for example 2022Q4."
    case .includeFuture:
      "With --from and --to: makes periods too that end after today."
    case .dryRun:
      "Reads and measures, says what would be made, and writes nothing."
    case .force:
      "Makes a new edition although nothing has changed; and takes the clock as right where the ledger has a "
        + "later run."
    case .revise:
      "Replaces a final report, and says why."
    case .wait:
      "Waits for another run of the same definition instead of ending with 75."
    case .notify:
      "A command that gets each result as JSON on its standard input; not called where nothing has changed."
    case .notifyTimeLimit:
      "How many seconds the command of notify may take (60)."
    case .verbose:
      "Says what is done."
    case .log:
      "json: one line of JSON on standard error for each result."
    }
  }
}
