import Zip

/// Why a workbook cannot be read, and what to do about it, in plain English.
package struct SheetFault: Error, Sendable, Hashable {
  /// What is wrong with the file; a sentence that follows its name and a colon.
  package var reason: String
  /// What to do.
  package var advice: String

  /// Makes the value from its parts.
  package init(_ reason: String, advice: String) {
    self.reason = reason
    self.advice = advice
  }

  /// Both as one text.
  package var message: String { "\(reason). \(advice)" }

  static func damaged(_ part: String, _ reason: String) -> SheetFault {
    SheetFault(
      "the workbook is damaged: in its part \(part), \(reason)",
      advice:
        "Open it in Excel or LibreOffice, which may repair it, save it as .xlsx under a new name and give that "
        + "file.")
  }

  static func damaged(_ fault: ZipReader.Fault) -> SheetFault {
    fault.member == "zip"
      ? SheetFault(
        "the workbook is damaged: as a zip file, \(fault.reason)",
        advice: "It may have been cut off while it was copied or sent: fetch it again.")
      : damaged(fault.member, fault.reason)
  }

  static func tooLarge(_ part: String, _ limit: Int) -> SheetFault {
    SheetFault(
      "its part \(part) would unpack to more than \(limit >> 20) MiB, which no sheet of trade consultations does",
      advice: "Delete what does not belong to the table, or save the sheet as CSV UTF-8, and give that file.")
  }

  static func tooMuch(_ what: String) -> SheetFault {
    SheetFault(what, advice: "Copy the table into a new workbook and give that file.")
  }
}
