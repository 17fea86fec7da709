import Model

// What is said of rows and values in English.
extension ProblemPhrases {
  /// The phrase for a code; nil stands for a duplicate.
  static func english(_ code: ProblemCode?) -> ProblemPhrase {
    switch code {
    case nil:
      ProblemPhrase(
        "Duplicate row", "An earlier row has the same identity and the same cells; it is counted once.",
        "Nothing needs to be done if the same data were pasted twice.")
    case .undecodableBytes:
      ProblemPhrase(
        "Unreadable characters", "The line is not valid in the file's encoding; the row is not counted.",
        "Save the original as UTF-8, or name its encoding with --encoding.")
    case .fieldTooLarge:
      ProblemPhrase(
        "Oversized cell", "One cell is larger than 1 MiB; the row is not counted.",
        "Look for text that was pasted into the row by mistake.")
    case .unterminatedQuote:
      ProblemPhrase(
        "Quote never closed", "A double quote is not closed properly; the line is not counted.",
        "Close or delete the double quote on that line.")
    case .tooManyFields:
      ProblemPhrase(
        "More cells than headers",
        "A value stands to the right of the last header, so its column is not known; the row is not counted.",
        "Put double quotes around values that contain the delimiter, such as a comma.")
    case .headerRow:
      ProblemPhrase(
        "Header again", "The row repeats the header and is not counted as data.", "Nothing needs to be done.")
    case .totalRow:
      ProblemPhrase(
        "Total row", "The row is a total or subtotal and is not counted as data.", "Nothing needs to be done."
      )
    case .noteRow:
      ProblemPhrase(
        "Note row", "Only one cell of the row is filled; it is taken for a note and not counted as data.",
        "Fill in the other cells if it is a registration or a consultation.")
    case .missingID:
      ProblemPhrase(
        "Neither id nor organisation",
        "The registration has neither an id nor an organisation, so nobody knows whose it is; it is not counted.",
        "Enter the registration id or the organisation.")
    case .missingParticipants:
      ProblemPhrase(
        "No participants", "The consultation names neither a supplier nor a buyer; it is not counted.",
        "Enter the ids or the names of the supplier and the buyer.")
    case .unknownRole:
      ProblemPhrase(
        "Unknown role",
        "The role is empty or is no known word for a supplier or a buyer; the registration is not counted.",
        "Enter supplier or buyer.")
    case .unknownStatus:
      ProblemPhrase(
        "Unknown status", "The status is no known word; the row is not counted.",
        "Use a listed word such as confirmed, completed, no_show or cancelled, or add the word to the definition."
      )
    case .conflictingDuplicate:
      ProblemPhrase(
        "Duplicate with other content",
        "An earlier row has the same identity but other cells; the earlier row stays and this one is not counted.",
        "Compare the two rows and keep the right one, or correct the id.")
    case .tooFewFields:
      ProblemPhrase(
        "Fewer cells than headers",
        "The row has fewer cells than the header; the missing ones are read as empty.",
        "Check that the end of the line was not cut off.")
    case .missingOrganization:
      ProblemPhrase(
        "No organisation", "The registration has no name; only its id identifies it.",
        "Enter the organisation.")
    case .missingCountry:
      ProblemPhrase(
        "No country", "The buyer's country is empty; it is counted under the unknown country.",
        "Enter the buyer's country.")
    case .unknownCountry:
      ProblemPhrase(
        "Unknown country", "The text names no single country; it is counted under the unknown country.",
        "Enter the country's name or ISO code, or add the name to the definition.")
    case .unlistedSector:
      ProblemPhrase(
        "Sector not listed", "The definition's list lacks this sector; it is counted under its own label.",
        "Correct the sector or add it to the definition's list as an alias.")
    case .missingSupplier:
      ProblemPhrase(
        "No supplier", "The supplier's id and name are empty; the consultation is counted.",
        "Enter the supplier's id or name.")
    case .missingBuyer:
      ProblemPhrase(
        "No buyer", "The buyer's id and name are empty; the consultation is counted.",
        "Enter the buyer's id or name.")
    case .unknownSupplier:
      ProblemPhrase(
        "Supplier not registered",
        "The supplier is not among the event's registrations; it is counted as an organisation of its own.",
        "Add it to the registrations or correct its id or name.")
    case .unknownBuyer:
      ProblemPhrase(
        "Buyer not registered",
        "The buyer is not among the event's registrations; it is counted as an organisation of its own.",
        "Add it to the registrations or correct its id or name.")
    case .ambiguousSupplier:
      ProblemPhrase(
        "Supplier's name fits several",
        "Several registered suppliers have this name; the row's supplier is treated as not registered.",
        "Enter the supplier's registration id.")
    case .ambiguousBuyer:
      ProblemPhrase(
        "Buyer's name fits several",
        "Several registered buyers have this name; the row's buyer is treated as not registered.",
        "Enter the buyer's registration id or country.")
    case .countryMismatch:
      ProblemPhrase(
        "Country differs from registration",
        "The row's country is not that of the registered buyer; the registration's counts.",
        "Find out which country is right and correct the other.")
    case .missingDate:
      ProblemPhrase(
        "No date", "The consultation was held but has no date, so it belongs to no quarter.",
        "Enter the date.")
    case .missingStatus:
      ProblemPhrase(
        "No status", "The status is empty; the consultation is counted as held.",
        "Check whether it was held and enter the status.")
    case .badDate:
      ProblemPhrase(
        "Unreadable date", "The date cannot be read or is not within 1990 to 2099; it is read as empty.",
        "Write it like 2020-10-30.")
    case .ambiguousDate:
      ProblemPhrase(
        "Date readable in two ways", "Day and month cannot be told apart; the date is read as empty.",
        "Write it like 2020-10-30, or set date_order in the definition.")
    case .badAmount:
      ProblemPhrase(
        "Unreadable or too large amount",
        "The amount cannot be read, is negative, or is over 10¹² (a million million) of the base currency, and is taken as empty.",
        "Check the number and its unit. An amount that is truly over the limit needs a base currency (--currency) of larger units, such as USD."
      )
    case .unclearUnit:
      ProblemPhrase(
        "Unclear unit",
        "The unit in the header or title is not fully understood; amounts that state none themselves are read as empty.",
        "Correct the header's unit, such as (USD thousand), or name it with --unit COLUMN=만불.")
    case .approximateAmount:
      ProblemPhrase(
        "Amount given as a bound", "The amount is stated as a minimum or maximum; it counts as written.",
        "Correct it where the exact amount is known.")
    case .ambiguousCurrency:
      ProblemPhrase(
        "Unclear currency",
        "The currency is not clear, or two places name different ones; the amount is read as empty.",
        "Make the currency column and the header agree on one currency.")
    case .missingRate:
      ProblemPhrase(
        "No exchange rate", "There is no rate for the currency; the amount is not counted.",
        "Give the rate with --rate or in the definition.")
    case .unlistedOutcome:
      ProblemPhrase(
        "Outcome not listed", "The outcome is no known word; it is read as none.",
        "Use a listed word such as mou, contract or follow_up, or add the word to the definition.")
    case .outcomeWithoutMeeting:
      ProblemPhrase(
        "Outcome without a meeting",
        "A no-show or cancelled consultation has an outcome, an MOU date or an amount; none of it counts.",
        "Correct the status if the meeting did take place.")
    case .signedBeforeMeeting:
      ProblemPhrase(
        "MOU before the meeting", "The MOU is dated before the meeting; it counts.", "Check both dates.")
    case .repeatedMOU:
      ProblemPhrase(
        "Second MOU of a pair",
        "The same two organisations have another MOU at the same event; it counts too.",
        "Check whether one MOU was entered twice.")
    case .suspiciousAmount:
      ProblemPhrase(
        "Amount over the limit", "The amount exceeds the limit for checking; it counts as it stands.",
        "Check that won were not typed as dollars and that the unit is right.")
    case .errorCell:
      ProblemPhrase(
        "Error in a cell", "The cell holds an error such as #N/A or #REF! and was taken as empty.",
        "Correct the cell's formula, or type the value.")
    case .uncalculatedFormula:
      ProblemPhrase(
        "Formula without a value", "No value is stored with the cell's formula; the cell was taken as empty.",
        "Open the file in Excel or LibreOffice and save it: then the values are stored with it.")
    }
  }
}
