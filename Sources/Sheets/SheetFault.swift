import Model
import Zip

extension SheetFault {
  static func damaged(_ part: String, _ reason: String) -> SheetFault { .damaged(part: part, detail: reason) }

  static func damaged(_ fault: ZipReader.Fault) -> SheetFault {
    fault.member == "zip"
      ? .cutOff(detail: fault.reason) : .damaged(part: fault.member, detail: fault.reason)
  }

  static func tooLarge(_ part: String, _ limit: Int) -> SheetFault {
    .tooLarge(part: part, mebibytes: limit >> 20)
  }
}
