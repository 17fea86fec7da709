import Model

extension EnglishMessages {
  func words(_ fault: DefinitionFault) -> String {
    switch fault {
    case .isEmpty: "the definition is empty. Begin it with kind, name and inputs; see docs/definitions.md."
    case .noKeys(let found):
      "a definition is a list of keys with values, such as \"kind: post-event\"; found \(words(found))."
    case .utf16: "the definition is in UTF-16. Save it as UTF-8."
    case .notUTF8:
      "this is not valid UTF-8. Save the definition as UTF-8 (an editor may have saved it as CP949)."
    case .yaml(let kind, let detail): "the YAML cannot be read: \(detail). \(words(kind))"
    case .refusedWithoutReason: "the definition was refused without a reason. Please report this."
    case .unknownKey(let key, let section, let instead):
      "unknown key \"\(key)\"\(section.map { " in \(words($0))" } ?? "")\(words(instead))"
    case .sameKeyTwice(let keys):
      "\(quoted(keys)): the same key stands twice here. Keep one, and put lists into [ ]."
    case .kindMissing: "the key kind is missing. Write \"kind: post-event\" or \"kind: trend\"."
    case .keyIsNoWord(let section, let found): "\(section): a key is a word; found \(words(found))."
    case .expected(let expectation, let key, let found):
      "\(key): expected \(words(expectation)); found \(words(found))" + suggestion(expectation)
    case .nothingHere(let key): "\(key): expected a text; nothing stands here."
    case .namedTwice(let word, let key): "\(key): \"\(word)\" is named twice. Name it once."
    case .nothingNamed(let key, let choices):
      "\(key): nothing is named. Choose from \(list(choices)), or leave the key out for all."
    case .controlCharacter(let key):
      "\(key): this text holds a line break or another control character. Write it on one line."
    case .noText(let key): "\(key): no text stands here. Write one text, or ko: and en: with one each."
    case .tooLong(let key, let characters, let limit):
      "\(key): this text has \(characters) characters; at most \(limit) find room. Shorten it."
    case .nameWithoutLetter(let name):
      "name: \"\(name)\" has no letter and no digit, so that no file can be named after it. Add one."
    case .noDatePlace(let text, let key, let guess):
      "\(key): \"\(text)\" is no place for a date. There are: \(list(guess.known.map { "{\($0)}" }))"
        + tail(guess)
    case .noEventDate(let key):
      "\(key): event-date needs an event with a date, and none is listed. Add date: to an event."
    case .fromAfterAsOf(let from, let asOf):
      "from: \(from.iso) lies after as_of, \(asOf.iso): nothing would count. Turn them round."
    case .resolvedFromAfterAsOf(let from, let asOf): fromAfterAsOf(from, asOf)
    case .finalWithMovingDate:
      "status: a final report is not replaced, but its as-of date moves from run to run and its name stays. Put {date}, "
        + "{month}, {quarter} or {year} into the name, or make it provisional."
    case .maturityWithoutTrend:
      "maturity_days: only trends compare at equal age. Remove the key, or make the kind trend."
    case .errorBeforeWarning:
      "freshness: error_after comes before warn_after; it has to be the longer time."
    case .noCommand: "notify: the command is missing. Add command: to it."
    case .unknownTimeZone(let name):
      "time_zone: \"\(name)\" is not known. Expected a name such as Asia/Seoul or UTC."
    case .noAsOf(let text):
      "\"\(text)\" holds a place for the as-of date, but there is none. Add as_of, or give --as-of DATE."
    case .sameNameTwice(let first, let second, let file, let field):
      "as of \(first.iso) and as of \(second.iso) the report has the same name, \(file), and one would replace the other. "
        + "Put \(field) or {date} into the name."
    case .eventInTwoSeries(let event, let first, let second):
      "the event \"\(event)\" stands "
        + (first == second
          ? "twice in the series \"\(first)\"" : "in the series \"\(first)\" and again in \"\(second)\"")
        + ". An event belongs to one series, once."
    case .seriesWithoutEvent(let name): "series: \"\(name)\" names no event. Name its events, or remove it."
    case .eventWithoutID: "an event needs an id, for example \"id: pohang-2020\"."
    case .eventTwice(let event): "the event \"\(event)\" is listed twice. Give each event an id of its own."
    case .noConsultations:
      "no consultations are named. Write \"inputs:\" and below it \"consultations: FILE\", with a path from this file's "
        + "folder."
    case .noFileNamed(let list): "\(list): no file is named. Name one, or leave the key out."
    case .inputWithoutPath(let list): "\(list): an input needs a path, for example \"path: ../data/*.csv\"."
    case .nulInPath(let list): "\(list): a path cannot hold a NUL character. Remove it."
    case .unknownColumn(let column, let key, let guess):
      "\(key): there is no column \"\(column)\""
        + (guess.nearest.map { ". Did you mean \"\($0)\"?" }
          ?? ". There are: \(list(guess.known))."
          + (key == "fill_down" ? "" : " The header of the file stands after the colon."))
    case .unknownEncoding(let name, let guess):
      "encoding: \"\(name)\" is not known. Known are auto, \(list(guess.known))" + tail(guess)
    case .onlyEventsEmpty:
      "only_events: no event is named. Name one, or leave the key out for all events."
    case .readsEdition(let file): "\(file): \(readsEdition)"
    case .twoEvents(let file, let event, let line, let other):
      "\(file) is named for the event \(event ?? "of its rows") and, on line \(line), for \(other ?? "the event of its rows")"
        + ". Name it once."
    case .noCurrency(let text, let key):
      "\(key): \"\(text)\" is no currency. Expected an ISO 4217 code such as USD or KRW."
    case .noAmounts(let column):
      "units: \(column.rawValue) holds no amounts. Columns with amounts are: \(list(Column.amounts.map(\.rawValue)))."
    case .unknownUnit(let unit):
      "units: \"\(unit)\" is no unit that is understood. Write a multiple, a currency or both, such as 만불, 천달러, 백만원, "
        + "USD thousand or USD."
    case .baseCurrencyRate(let currency):
      "rates: \(currency) is the base currency and needs no rate. Remove it, or change base_currency."
    case .twoRates(let currency, let from, let line):
      "rates: \(currency) has two rates \(from.map { "from \($0.iso)" } ?? "for all days"), here and on line \(line). Keep "
        + "one, or give each a from: of its own."
    case .noRateHere(let code): "rates: no rate stands here for \(code). Write \"rate: 0.00087\"."
    case .rateMissing(let currency):
      "rates: the rate of \(currency) is missing. Write \"rate: 0.00087\", or \"per_base: 1350\" where 1,350 \(currency) "
        + "are one of the base currency."
    case .bothRates(let currency): "rates: \(currency) has both rate and per_base. Keep one of them."
    case .noRate(let currency, let found):
      "rates: expected a number with a decimal point and at most 13 digits, what one \(currency) is in the base currency; "
        + "found \"\(found)\"."
    case .implausibleRate(let currency, let meaning, let low, let high, let meant):
      "rates: this would mean \(meaning), but from 2000 to 2026 one \(currency) was between \(low) and \(high). "
        + (meant.map { "Did you mean \"\($0)\"? " } ?? "")
        + "If the rate is right, add \"plausible: false\" to it."
    case .noDisplayUnit(let text, let units):
      "display_unit: amounts are not shown in \"\(text)\". There are: "
        + units.map { unit in
          "in \(unit.language.rawValue) \(list(unit.powers.map { power($0, unit.language) }))"
        }.joined(separator: "; ") + "."
    case .unknownDisplayUnit(let text):
      "display_unit: \"\(text)\" is no unit that is understood. Write a multiple, such as 만, 백만, thousand or million, with "
        + "the base currency or without it."
    case .displayUnitCurrency(let text, let currency, let base):
      "display_unit: amounts are in the base currency \(base), and \"\(text)\" is \(currency). Name the multiple alone, or "
        + "change base_currency."
    case .yenOrYuan: "display_unit: ¥ can be yen or yuan. Name the multiple alone."
    case .secondIsBase(let currency):
      "second_currency: \(currency) is the base currency, in which amounts stand anyway. Remove the key, or name another."
    case .secondWithoutRate(let currency):
      "second_currency: there is no rate of \(currency), so that nothing can be converted. Add it below rates."
    case .unknownMeasure(let name, let guess):
      "targets: there is no measure \"\(name)\""
        + (guess.nearest.map { ". Did you mean \"\($0)\"?" }
          ?? ". There are: \(list(guess.known)). Between braces an amount with a comma needs quotes.")
    case .targetCurrency(let measure, let base):
      "targets: \(measure.rawValue) is measured in the base currency \(base). Write the amount in it."
    case .noTargetAmount(let measure, let base, let found):
      "targets: \(measure.rawValue): expected an amount in the base currency \(base), such as 10000000 or 1,000만; found "
        + "\"\(found)\"."
    case .noRegion: "regions: no region is named. Name one, or leave the key out for the built-in ones."
    case .regionTwice(let id): "regions: \"\(id)\" is listed twice. Keep one, with all its countries."
    case .regionWithoutCountries(let id):
      "regions: \"\(id)\" has no countries. Write \"countries: [JP, CN]\"."
    case .countryInTwoRegions(let code, let other):
      "regions: \(code) stands in \"\(other)\" already. A country belongs to one region."
    case .unknownCountry(let text, let key, let name, let code):
      "\(key): no country is called \"\(text)\". Expected a code such as VN, or a country's name."
        + (name.map { " Did you mean \($0) (\(code ?? ""))?" } ?? "")
    case .sectorTwice(let text, let owner):
      "sectors: \"\(text)\" already stands for \"\(owner)\". List each spelling once."
    case .sectorWithoutLabel: "sectors: a sector needs a label. Add label: to it."
    case .unknownList(let name, let guess):
      "words: there is no list \"\(name)\""
        + (guess.nearest.map { ". Did you mean \"\($0)\"?" } ?? ". There are: \(list(guess.known)).")
    case .unknownMeaning(let word, let name, let guess):
      "words: \"\(word)\" is no meaning of \(name). There are: \(list(guess.known))" + tail(guess)
    case .wordTwice(let word, let name):
      "words: \"\(word)\" already has another meaning in \(name). List it once."
    case .sameReport(let folder, let asOf, let other, let otherAsOf, let isSame):
      "\(dated(asOf)) this would write the same report, \(folder), as \(place(other)) \(dated(otherAsOf)). Give each a name "
        + "or an output folder of its own" + (isSame ? ", for example with {date} in the name." : ".")
    case .sourceInReport(let source, let folder):
      "the \(words(source)) lies in the report's own folder \(folder), which each edition replaces. Choose another output "
        + "folder or name."
    }
  }

  /// A power of ten as a language writes it.
  private func power(_ power: Int, _ language: Language) -> String {
    power == 0 ? "the base currency" : language.reportWords.unit(power)
  }

  private func dated(_ asOf: Day?) -> String { asOf.map { "as of \($0.iso)" } ?? "without an as-of date" }

  private func place(_ place: FilePlace) -> String {
    place.file + [place.line, place.column].compactMap { $0.map { ":\($0)" } }.joined()
  }

  private func words(_ source: DefinitionFault.Source) -> String {
    switch source {
    case .definition: "definition itself"
    case .input(let path): "input \(path)"
    }
  }

  /// What ends a list of words: the nearest, or a stop.
  private func tail(_ guess: DefinitionFault.Guess) -> String {
    guess.nearest.map { ". Did you mean \"\($0)\"?" } ?? "."
  }

  private func words(_ found: DefinitionFault.Found) -> String {
    switch found {
    case .nothing: "nothing"
    case .text(let text): "\"\(text)\""
    case .plain: "a line without a key, as a data file has it"
    case .keys: "keys with values"
    case .list: "a list"
    case .alias: "an alias"
    }
  }

  private func words(_ section: DefinitionSection) -> String {
    switch section {
    case .named(let key): key
    case .series: "a series"
    case .region: "a region"
    case .event: "an event"
    case .input: "an input"
    case .rate: "a rate"
    case .sector: "a sector"
    }
  }

  private func words(_ instead: DefinitionFault.Instead) -> String {
    switch instead {
    case .keys(let keys): ". Use \(keys.joined(separator: ", or "))."
    case .below(let key, let parent): ". Use \(parent): with \(key): below it."
    case .currency: ". Use base_currency, or amount_currency for amounts that name none."
    case .guess(let guess):
      guess.nearest.map { ". Did you mean \"\($0)\"?" } ?? ". Known here: \(list(guess.known))."
    }
  }

  private func words(_ expectation: DefinitionFault.Expectation) -> String {
    switch expectation {
    case .text: "one text"
    case .keysAndValues: "keys with values"
    case .truth: "true or false"
    case .choice(let words, _): words.joined(separator: words.count == 2 ? " or " : ", ")
    case .dateOrRule(let words, _): "a date such as 2020-10-30, or one of \(list(words))"
    case .date: "a date such as 2020-10-30"
    case .duration(let named):
      "a time such as 12h, 40d or 6w" + (named ? ", or daily, weekly, monthly, quarterly, yearly" : "")
    case .number(let number): words(number)
    case .character: "one character"
    case .characterOrName: "one ASCII character, or auto, tab, comma, semicolon or pipe"
    case .events: "a list, each event after \"- id:\""
    case .sectors: "a list of sectors"
    case .ratesByCurrency: "currencies with their rates, such as \"KRW: 0.00087\""
    case .rateList: "currency, rate, from and source"
    case .regionsByID: "regions with their countries, such as \"asia: {countries: [JP, CN]}\""
    case .regionList: "id, title and countries"
    }
  }

  private func suggestion(_ expectation: DefinitionFault.Expectation) -> String {
    switch expectation {
    case .choice(_, let nearest), .dateOrRule(_, let nearest):
      nearest.map { ". Did you mean \"\($0)\"?" } ?? "."
    default: "."
    }
  }

  private func words(_ number: DefinitionFault.NumberExpectation) -> String {
    switch number {
    case .month: "a month, 1 to 12"
    case .aim: "a number, 1 or more"
    case .days: "a number of days, 0 or more"
    case .editions: "how many earlier editions to keep, 1 or more"
    case .threads: "a number from 1 to 256"
    case .seconds: "a number of seconds, 1 to 86400"
    case .amountLimit: "an amount in the base currency, 1 or more, or none"
    }
  }

  private func words(_ fault: YAMLFault) -> String {
    switch fault {
    case .tab: "Indent with spaces, not tabs, and put text that begins with @, ` or % into quotes."
    case .colon: "Text with a colon in it needs quotes; a key must stand as far in as its neighbours."
    case .missingColon: "A key needs a colon and a space after it."
    case .star: "Text that begins with * needs quotes, for example \"*.csv\"."
    case .indentation:
      "Look at the indentation and at brackets and quotes left open, here and on the lines above."
    case .secondDocument: "A file holds one definition; remove the line with ---."
    case .character: "Remove the character."
    case .other: "Look at this line and the one above it."
    }
  }
}
