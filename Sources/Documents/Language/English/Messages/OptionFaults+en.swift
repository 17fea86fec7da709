import Model

extension EnglishMessages {
  func words(_ fault: OptionFault) -> String {
    switch fault {
    case .noCommand(let names): "No command is given. Choose one: \(list(names))."
    case .unknownCommand(let word, let nearest, let known):
      "There is no command \"\(word)\".\(didYouMean(nearest.map { "tradetally \($0)" })) There are: \(list(known))."
    case .emptyFolder(let option):
      "\(option): the name of the folder is empty. Name the folder for the files."
    case .form(let form, let option, let value): words(form, option, value)
    case .choice(let option, let value, let words, let nearest):
      "\(option) \(value): expected \(words.joined(separator: words.count == 2 ? " or " : ", "))."
        + didYouMean(nearest)
    case .nothingNamed(let option, let words): "\(option): nothing is named. Choose from \(list(words))."
    case .number(let option, let value, let from, let to):
      "\(option) \(value): expected a number "
        + (to.map { "from \(from) to \($0)." } ?? "of \(from) or more.")
    case .noConsultations: "No consultations file is named. Add --consultations FILE."
    case .unknownEncoding(let name, let nearest, let known):
      "The encoding \"\(name)\" is not known.\(didYouMean(nearest)) Known are: \(list(known))."
    case .noCountry(let text):
      "--home-country \(text): no country is called so. Give a code such as KR."
    case .noCurrency(let option, let value):
      "\(option) \(value): this is no currency. Give an ISO 4217 code such as USD or KRW."
    case .implausibleRate(let text, let currency, let meaning, let low, let high, let meant):
      "--rate \(text): this would mean \(meaning), but from 2000 to 2026 one \(currency) was between \(low) and \(high). "
        + (meant.map { "Did you mean --rate \(currency)=\($0)?" }
          ?? "Give what one \(currency) is in the base currency, or 1/N where N \(currency) are one of it.")
    case .rateTwice(let currency): "--rate names \(currency) twice. Give one rate for each currency."
    case .baseCurrencyRate(let text, let currency):
      "--rate \(text): \(currency) is the base currency and needs no rate. Leave it out."
    case .fromAfterAsOf(let from, let asOf):
      "--from \(from.iso) lies after --as-of \(asOf.iso): nothing would count. Turn them round."
    case .unknownColumn(let option, let value, let column, let nearest, let known):
      "\(option) \(value): there is no column \"\(column)\".\(didYouMean(nearest)) There are: \(list(known))."
    case .noAmounts(let text, let column):
      "--unit \(text): \(column.rawValue) holds no amounts. Columns with amounts are: "
        + "\(list(Column.amounts.map(\.rawValue)))."
    case .unknownUnit(let text, let unit):
      "--unit \(text): \"\(unit)\" is no unit that is understood. Write a multiple, a currency or both, such as 만불, 천달러, "
        + "백만원, \"USD thousand\" or USD."
    case .unknownMeaning(let text, let meaning, let nearest, let known):
      "--word \(text): \"\(meaning)\" is no list and meaning.\(didYouMean(nearest)) There are: \(list(known))."
    case .wordMissing(let text):
      "--word \(text): the word is missing after the =. Give it, for example --word outcome.mou=체결."
    case .eventTwice(let event, let first, let second):
      "--series: the event \(event) stands in \(first) and again in \(second). Name it once."
    case .together(let one, let other): "\(one) and \(other) belong together: give both."
    case .notTogether(let option, let others):
      "\(option) cannot be given with \(others.joined(separator: " and ")). Leave one of them out."
    case .needs(let option, let others):
      "\(option) belongs to \(others.joined(separator: " and ")). Add these."
    case .emptyReason: "--revise: the reason is empty. Say why the final report changes."
    case .emptyText(let option): "\(option): nothing stands behind it. Give a text, or leave the option out."
    case .nameWithoutLetter(let option, let value):
      "\(option) \"\(value)\": this has no letter and no digit, so that no file can be named after it. Add one."
    case .unknownOption(let option, let nearest):
      "There is no option \(option).\(didYouMean(nearest))"
    case .nothingSelected(let pattern, let nearest, let known):
      "--select \(pattern): no report is called so.\(didYouMean(nearest)) There are: \(list(known))."
    }
  }

  private func words(_ form: OptionFault.Form, _ option: String, _ value: String) -> String {
    let given = "\(option) \(value): "
    return switch form {
    case .column: given + "expected COLUMN=HEADER, for example supplier=상담업체."
    case .unit: given + "expected COLUMN=UNIT, for example consulted_amount=만불."
    case .word: given + "expected LIST.MEANING=WORD, for example outcome.mou=체결."
    case .rate:
      given
        + "expected CODE=NUMBER with at most 13 digits, for example KRW=0.00087, which says that one won is 0.00087 of "
        + "the base currency, or KRW=1/1350, which says that 1,350 won are one of it."
    case .series: given + "expected NAME=EVENT,EVENT, for example forum=forum-2019,forum-2020."
    case .date: given + "this is no date. Give it as 2020-10-30."
    case .period: given + "this is no month, quarter or year. Give it as 2020-10, 2020Q4 or 2020."
    case .delimiter: given + "expected one ASCII character, or tab, comma, semicolon or pipe."
    case .oneCharacter: given + "expected one character."
    case .someCharacters: given + "expected at least one character."
    }
  }
}
