import Model

extension KoreanMessages {
  /// What is not known without the ledger.
  static let loss =
    "새 원장은 전에 무엇을 어떤 파일로 발표했는지 모릅니다. 그래서 각 보고서의 다음 판에는 수정 내역이 실리지 않고, 적어 둔 사유도 없어집니다. 발표한 판과 판 번호, 확정 보고서의 "
    + "지위는 파일 옆의 상태 기록으로 그대로 이어집니다."

  func words(_ fault: LedgerFault) -> String {
    switch fault {
    case .held: "다른 프로그램이 원장을 쓰고 있습니다. 그 프로그램을 닫거나 잠시 뒤 다시 실행하십시오."
    case .writtenAllTheTime: "다른 프로그램이 원장을 계속 쓰고 있습니다. 잠시 뒤 다시 실행하십시오."
    case .notWritten:
      "원장을 쓰거나 읽을 수 없습니다. 발표한 보고서는 그대로입니다. 디스크와 남은 공간을 확인한 뒤 다시 실행하십시오."
    case .notOpened:
      "원장을 쓰기용으로 열 수 없습니다. 파일과 폴더의 쓰기 권한, 동시에 열 수 있는 파일 수(ulimit -n)를 확인하십시오."
    case .unusable(let reason): "원장을 쓸 수 없습니다(\(reason)). 프로그램 담당자에게 알려 주십시오."
    case .notRead(let error): "원장을 읽을 수 없습니다: \(reason(error)). 파일의 권한과 디스크를 확인하십시오."
    case .sideFile(let side):
      "원장은 없고 마지막에 쓴 내용만 \(side)에 남아 있습니다. 원장을 그 옆에 되돌려 놓거나, 새로 시작하려면 그 파일을 옮기십시오. \(Self.loss)"
    case .damaged(let damage):
      "원장이 손상되었거나 원장이 아닙니다\(words(damage)). 바뀐 것은 없으며 발표한 보고서는 그대로입니다. 백업을 되돌려 놓거나, 이 파일과 옆에 있는 -wal, "
        + "-shm 파일을 함께 옮기십시오. 그러면 다음 실행이 새 원장을 만듭니다. \(Self.loss)"
    case .foreign:
      "원장이 아니라 다른 프로그램의 SQLite 파일입니다. 바뀐 것은 없습니다. 그 파일을 옮기면 다음 실행이 원장을 만듭니다. 또는 원장의 백업을 되돌려 놓으십시오. "
        + Self.loss
    case .newer: "더 새로운 tradetally가 쓴 원장입니다. 바뀐 것은 없습니다. 프로그램을 새 버전으로 바꾸십시오."
    case .notCopied(let error):
      "원장을 들여다볼 수 없습니다(\(words(error))). 디스크와 권한을 확인한 뒤 다시 실행하십시오."
    case .notMade(let error): "\(words(error)). 폴더의 권한과 디스크를 확인한 뒤 다시 실행하십시오."
    case .badEntry(let entry, let key):
      "원장의 \(words(entry)) \(key)을(를) 읽을 수 없습니다. 백업을 되돌려 놓으십시오."
    case .faults: "원장이 손상되었습니다. 백업을 되돌려 놓으십시오."
    }
  }

  private func words(_ entry: LedgerFault.Entry) -> String {
    switch entry {
    case .figure: "수치"
    case .revision: "수정 내역"
    case .rows: "행 기록, 실행 번호"
    }
  }

  private func words(_ damage: LedgerDamage) -> String {
    switch damage {
    case .isEmpty: "(빈 파일)"
    case .notSQLite: "(SQLite 파일이 아님)"
    case .table(let name): "(\(name) 표가 없거나 처음과 다름)"
    case .said: ""
    }
  }
}
