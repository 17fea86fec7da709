import Foundation
import Model
import Platform

/// Messages in Korean.
struct KoreanMessages: MessageWords {
  /// A word in quotes: `‘a’`.
  func quoted(_ word: String) -> String { "‘\(word)’" }

  /// Words in quotes with commas between them: `‘a’, ‘b’`.
  func quoted(_ words: [String]) -> String { words.map { "‘\($0)’" }.joined(separator: ", ") }

  /// The first names of many: `‘a’, ‘b’ 외 3개`.
  func some(_ names: Names) -> String {
    names.more > 0 ? "\(quoted(names.first)) 외 \(names.more)개" : quoted(names.first)
  }

  func list(_ words: [String]) -> String { MessageParts.list(words) }

  func or(_ words: [String]) -> String { words.joined(separator: " 또는 ") }

  /// ` 혹시 ‘x’입니까?`, or nothing.
  func didYouMean(_ word: String?) -> String { word.map { " 혹시 ‘\($0)’입니까?" } ?? "" }

  /// A column as people and as options call it: `상담액(consulted_amount)`.
  func name(_ column: Column) -> String { "\(plainName(column))(\(column.rawValue))" }

  private func plainName(_ column: Column) -> String {
    switch column {
    case .event: "행사"
    case .registrationID: "등록번호"
    case .role: "참가구분"
    case .organization: "기업명"
    case .organizationID: "사업자등록번호"
    case .country: "국가"
    case .sector: "업종"
    case .status: "상태"
    case .registeredOn: "등록일"
    case .consultationID: "상담번호"
    case .supplierID: "참가기업번호"
    case .supplier: "참가기업"
    case .buyerID: "바이어번호"
    case .buyer: "바이어"
    case .heldAt: "상담일"
    case .heldTime: "상담시간"
    case .mode: "상담방식"
    case .outcome: "상담결과"
    case .consultedAmount: "상담액"
    case .expectedContractAmount: "계약추진액"
    case .mouAmount: "MOU금액"
    case .contractAmount: "계약액"
    case .currency: "통화"
    case .mouSignedOn: "MOU체결일"
    }
  }

  func name(_ kind: InputKind) -> String { kind == .registrations ? "등록 파일" : "상담 파일" }
  func name(_ role: Role) -> String { role == .supplier ? "참가기업" : "바이어" }

  // MARK: - The system

  func words(_ error: SystemError) -> String { "\(failed(error.action)): \(reason(error))" }

  /// What could not be done, as a sentence without its end.
  func failed(_ action: SystemAction) -> String {
    switch action {
    case .openFile: "파일을 열 수 없습니다"
    case .openFolder: "폴더를 열 수 없습니다"
    case .examineFile: "파일의 정보를 볼 수 없습니다"
    case .examineFolder: "폴더의 정보를 볼 수 없습니다"
    case .readFile: "파일을 읽을 수 없습니다"
    case .readFolder: "폴더를 읽을 수 없습니다"
    case .keep: "받은 내용을 보관할 수 없습니다"
    case .createFile: "파일을 만들 수 없습니다"
    case .createFolder: "폴더를 만들 수 없습니다"
    case .createTemporaryFile: "임시 파일을 만들 수 없습니다"
    case .writeFile: "파일에 쓸 수 없습니다"
    case .writeTemporaryFile: "임시 파일에 쓸 수 없습니다"
    case .writeFolder: "폴더를 디스크에 기록할 수 없습니다"
    case .writeResult: "결과를 내보낼 수 없습니다"
    case .setPermissions: "권한을 바꿀 수 없습니다"
    case .putFileIntoPlace: "완성한 파일을 제자리로 옮길 수 없습니다"
    case .putFolderIntoPlace: "완성한 폴더를 제자리로 옮길 수 없습니다"
    case .lockFile: "파일을 잠글 수 없습니다"
    case .startCommand: "명령을 실행할 수 없습니다"
    case .findUser: "명령을 실행할 사용자를 찾을 수 없습니다"
    case .removeStrangers: "보고서에 속하지 않는 파일을 지울 수 없습니다"
    }
  }

  /// Why the system refused; what is rare goes by its number.
  func reason(_ error: SystemError) -> String {
    if error.code == SystemError.noPlainFile { return "파일이 아니라 파이프나 장치 같은 것입니다" }
    return switch POSIXErrorCode(rawValue: error.code) {
    case .ENOENT: "그런 파일이나 폴더가 없습니다"
    case .ENOTDIR: "경로의 중간에 폴더가 아닌 것이 있습니다"
    case .EISDIR: "파일이 아니라 폴더입니다"
    case .EACCES, .EPERM: "권한이 없습니다"
    case .EROFS: "읽기 전용 디스크입니다"
    case .ENOSPC: "디스크에 남은 공간이 없습니다"
    case .EDQUOT: "할당된 디스크 용량을 다 썼습니다"
    case .EFBIG: "크기의 한도를 넘습니다"
    case .EIO: "디스크 입출력 오류입니다"
    case .EMFILE, .ENFILE: "열어 둔 파일이 너무 많습니다"
    case .ENOMEM: "메모리가 모자랍니다"
    case .EEXIST: "같은 이름이 이미 있습니다"
    case .ENOTEMPTY: "폴더가 비어 있지 않습니다"
    case .EBUSY, .ETXTBSY: "다른 프로그램이 쓰고 있습니다"
    case .ELOOP: "링크가 서로를 가리킵니다"
    case .ENAMETOOLONG: "이름이 너무 깁니다"
    case .EINVAL: "이 자리에서는 할 수 없는 일입니다"
    case .EPIPE: "받는 쪽이 닫혔습니다"
    case .EXDEV: "다른 디스크에 있습니다"
    default: "시스템 오류 \(error.code)"
    }
  }

  func words(_ remedy: Remedy) -> String {
    switch remedy {
    case .room(let scratch):
      "쓰다 만 파일은 남지 않았습니다. 결과 폴더와 임시 파일 폴더\(scratch.map { "(\($0))" } ?? "")의 남은 공간을 확인한 뒤 다시 실행하십시오."
    }
  }
}
