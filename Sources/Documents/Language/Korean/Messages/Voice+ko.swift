import Encodings
import Model
import Repair

extension KoreanMessages {
  func words(_ notice: RunNotice) -> String {
    switch notice {
    case .doubt(let doubt): DoubtWords.korean(doubt)
    case .unknownEdition(let edition):
      "제자리에 있는 제\(edition)판이 원장에 없어 수정 내역을 밝힐 수 없습니다. 그 판은 .editions에 보관합니다"
    case .unknownFolder(let place, let archive):
      "\(place)에 원장에 없는 폴더가 있어 \(archive)에 보관합니다"
    case .fewerRows(let file, let now, let before):
      "\(file): \(grouped(now))행으로, 앞선 판의 \(grouped(before))행보다 \(grouped(before - now))행 적습니다. 자료가 잘리지 않았는지 확인하십시오"
    case .fewerRowsInAll(let kind, let now, let before):
      "\(name(kind))을 모두 합해 \(grouped(now))행으로, 앞선 판의 \(grouped(before))행보다 \(grouped(before - now))행 적습니다. "
        + "빠진 파일이 없는지 확인하십시오"
    case .farAmount(let key, let value, let low, let high):
      "\(key.label(.ko))이 \(TextNumbers.amount(value))으로, 앞선 판의 "
        + (low == high ? TextNumbers.amount(low) : "\(TextNumbers.amount(low))~\(TextNumbers.amount(high))")
        + "과 크게 다릅니다. 금액과 단위를 확인하십시오"
    case .definitionNotPublished(let edition):
      "확정된 제\(edition)판을 낸 뒤 정의가 바뀌었으나 수치는 같아 그대로 두었습니다. 바뀐 내용(제목, 권역, 목표 등)은 보고서에 반영되지 않았습니다. "
        + "반영하려면 --revise \"사유\"로 다시 실행하십시오"
    case .editionsNotLookedThrough(let error): "앞선 판을 정리하지 못했습니다: \(error.message(.ko))"
    case .periodsLeftOut(let periods, let today):
      "\(list(periods))은(는) 오늘(\(today.iso)) 뒤에 끝나 뺐습니다. 그래도 만들려면 --include-future 옵션을 붙이십시오."
    case .clockTaken(let now, let latest):
      "--force가 있어 지금 시계(\(now))를 맞는 것으로, \(latest) 실행의 시계를 틀린 것으로 보았습니다"
    case .notify(let fault, let command): words(fault, command)
    }
  }

  private func grouped(_ count: Int) -> String { TextNumbers.grouped(count) }

  private func words(_ fault: NotifyFault, _ command: String) -> String {
    let refused = "notify 명령을 실행하지 않았습니다"
    let what =
      switch fault {
      case .definitionGone(let path): "\(refused). \(path)이(가) 없어졌습니다"
      case .everyoneMayWrite(let path): "\(refused). 누구나 \(path)을(를) 고칠 수 있습니다(chmod o-w)"
      case .groupMayWrite(let path): "\(refused). 그룹의 누구나 \(path)을(를) 고칠 수 있습니다(chmod g-w)"
      case .foreignOwner(let path):
        "\(refused). \(path)은(는) 다른 사용자의 것인데 명령은 실행한 사람의 권한으로 움직입니다(chown으로 바꾸거나 --notify로 지정)"
      case .ended(let code): "notify 명령이 코드 \(code)로 끝났습니다"
      case .tooLong(let seconds): "notify 명령이 \(seconds)초를 넘어 끝냈습니다"
      case .notStarted(let error): "notify 명령을 실행할 수 없습니다(\(reason(error)))"
      }
    return "\(what): \(command)"
  }

  func words(_ reason: RunReason) -> String {
    switch reason {
    case .noEdition: "앞선 판이 없음"
    case .filesChanged: "앞선 판의 파일이 없어졌거나 손으로 고쳐짐"
    case .definition: "보고서 정의 변경"
    case .program(let version): "프로그램 버전 변경(전에는 \(version))"
    case .dates: "기준일 또는 시작일 변경"
    case .options: "옵션 변경"
    case .inputFiles: "입력 파일의 구성 변경"
    case .inputChanged(let path): "\(path) 변경"
    case .forced: "--force 지정"
    }
  }

  func words(_ note: RunNote) -> String {
    switch note {
    case .settledByNextRun: "다음 실행이 마무리함"
    case .processEnded: "실행이 끝나기 전에 프로그램이 종료됨"
    case .signal(let number): "신호 \(number)로 종료됨"
    case .clockTaken: "--force로, 더 뒤의 실행이 있어도 지금 시계를 맞는 것으로 봄"
    case .finalSame: "확정판이며 수치가 같음"
    case .takenOver: "확정판이며 수치가 같음(파일 옆의 상태 기록에서 넘겨받음)"
    case .empty(let from, let asOf, let stands):
      nothingBooked(from, asOf) + (stands.map { ". 제\($0)판이 그대로 있습니다" } ?? "")
    }
  }

  func words(_ line: VoiceLine) -> String {
    switch line {
    case .replaced(let path): "\(path): 있던 파일을 바꿨습니다"
    case .suggestionUnsettled(let keys):
      "추정한 정의이므로 확인하거나 채워야 합니다: \(keys.joined(separator: ", "))"
    case .inputsRead(let count, let asOf):
      "입력 파일 \(count)개" + (asOf.map { ", 기준일 \($0.iso)" } ?? "")
    case .unchanged(let edition): "바뀐 것이 없어 제\(edition)판이 그대로 있습니다"
    case .kept(let edition): "확정 보고서이고 수치가 같아 제\(edition)판이 그대로 있습니다"
    case .note(let note): words(note)
    case .made(let edition, let folder, let revised, let milliseconds):
      "\(folder)에 제\(edition)판을 만들었습니다(\(revised == 0 ? "" : "수정된 수치 \(revised)개, ")\(milliseconds)ms)"
    case .wouldMake(let edition, let folder, let reasons, let revised):
      "\(folder)에 제\(edition)판을 만들게 됩니다(\(reasons.map(words).joined(separator: "; ")))"
        + (revised == 0 ? "" : "; 발표한 수치 \(revised)개가 달라집니다")
    case .wouldKeep: "확정 보고서이고 수치가 같아 만들 것이 없습니다"
    case .wouldNotChange: "바뀐 것이 없어 만들 것이 없습니다"
    case .crashed:
      "프로그램에 결함이 있어 중단되었습니다. 쓰다 만 파일은 지웠고 있던 파일은 그대로입니다. 프로그램 담당자에게 알려 주십시오."
    case .outOfMemory:
      "메모리가 모자라 중단되었습니다. 쓰다 만 파일은 지웠고 있던 파일은 그대로입니다. 메모리를 비우거나 한도(ulimit -v)를 올리고 다시 실행하십시오."
    case .noChange: "두 실행의 수치가 같습니다."
    case .rowsNotKept(let editions, let rows):
      "어느 행이 다른지 알 수 없습니다. 원장은 \(grouped(rows))행 이하인 보고서의 마지막 \(editions)개 판에 대해서만 행을 기억합니다."
    case .noRowChange: "집계한 행 가운데 읽은 열의 값이 달라진 것이 없습니다."
    case .moreRows(let count): "... 외 \(grouped(count))행"
    case .rowsChanged(let added, let gone, let changed):
      "집계한 행: 추가 \(grouped(added)), 없어짐 \(grouped(gone)), 변경 \(grouped(changed))"
    }
  }

  // MARK: - doctor

  func words(_ finding: Finding) -> String {
    switch finding {
    case .program(let version, let workbooks, let ledger):
      "tradetally \(version), libxlsxwriter \(workbooks), SQLite \(ledger)"
    case .libraryTooOld(let version): "libxlsxwriter \(version)은 너무 오래되었습니다. 1.1 이상을 설치하십시오."
    case .noScratch(let folder):
      "임시 파일 폴더 \(folder)이(가) 없거나 쓸 수 없습니다. run은 없어도 되지만 report는 필요합니다"
    case .noDefinition: "보고서 정의가 없습니다(이 폴더나 reports의 *.yaml, *.yml)"
    case .noLedger: "원장이 없습니다. 다음 실행이 만듭니다"
    case .ledgerLost: "원장이 없어졌습니다. 백업을 되돌려 놓으십시오. \(Self.loss)"
    case .ledgerSound(let size): "이상 없음, \(size)KiB"
    case .ledgerWithoutLog:
      "파일 시스템이 공유 메모리를 지원하지 않아(네트워크 폴더 등) 보조 로그(WAL) 없이 움직입니다. 한 컴퓨터에서만 쓰고 자주 백업하십시오"
    case .othersMayRead(let path): "소유자가 아닌 사람도 읽거나 쓸 수 있습니다. chmod go= \(path) 명령을 실행하십시오"
    case .runCutOff(let id): "\(id)번 실행이 중단되었습니다. 이 보고서의 다음 실행이 정리합니다"
    case .clock(let now, let latest):
      "시계는 \(now)인데 원장에는 \(latest)의 실행이 있습니다. 시계를 맞추거나, 그 실행의 시계가 틀렸던 것이면 --force로 한 번 실행하십시오"
    case .definitionRight(let report, let inputs): "보고서 정의 이상 없음: \(report), 입력 파일 \(inputs)개"
    case .lastRun(let id, let time, let wasCutOff, let message):
      "마지막 실행(\(id)번, \(time))이 \(wasCutOff ? "중단되었습니다" : "실패했습니다")" + (message.map { ": \($0)" } ?? "")
    case .neverRunWell(let due): "아직 제대로 실행된 적이 없습니다\(self.due(due))"
    case .runMissed(let age, let due): "실행이 밀렸습니다. 마지막으로 제대로 된 실행이 \(words(age)) 전입니다\(self.due(due))"
    case .inputNotRead(let error): "입력 파일을 읽을 수 없습니다: \(reason(error)). 이름과 권한을 확인하십시오"
    case .stale(let age, let isError):
      (isError ? "입력 파일이 오래되었습니다" : "입력 파일이 오래되어 갑니다") + ". 가장 새것이 \(words(age)) 전 것입니다"
    case .foldersTooPrivate(let folder, let mode):
      "permissions:를 바꾸기 전에 만든 폴더여서 보고서를 볼 사람이 \(folder)에 들어갈 수 없습니다. chmod \(mode) \(folder) 명령을 실행하십시오"
    case .publishedMissing: "발표한 파일이 없어졌습니다. 다음 실행이 판을 다시 만듭니다"
    case .publishedChanged: "발표한 파일이 손으로 고쳐졌습니다. 다음 실행이 판을 다시 만듭니다"
    case .space(let size): "남은 공간 \(size)MiB"
    case .notice(let notice): words(notice)
    case .failure(let failure): failure.message(.ko)
    }
  }

  private func due(_ note: String?) -> String { note.map { "(예정: \($0))" } ?? "" }

  private func words(_ age: Finding.Age) -> String {
    switch age {
    case .hours(let count): "\(count)시간"
    case .days(let count): "\(count)일"
    }
  }

  func words(_ subject: Finding.Subject) -> String {
    switch subject {
    case .program: "프로그램"
    case .clock: "시계"
    case .scratch: "TMPDIR"
    case .named(let name): name
    }
  }

  func words(_ level: Finding.Level) -> String {
    switch level {
    case .ok: "정상"
    case .warning: "주의"
    case .error: "오류"
    }
  }

  // MARK: - history

  func words(_ label: HistoryLabel) -> String {
    switch label {
    case .run: "실행"
    case .started: "시작(UTC)"
    case .report: "보고서"
    case .asOf: "기준일"
    case .result: "결과"
    case .edition: "판"
    case .time: "시간"
    case .code: "코드"
    case .status: "구분"
    case .published: "발표(UTC)"
    case .lastRun: "마지막 실행(UTC)"
    case .runs: "실행 수"
    case .input: "입력 파일"
    case .hash: "SHA-256"
    case .bytes: "바이트"
    case .rows: "행"
    case .accepted: "정상"
    case .flagged: "확인 필요"
    case .duplicate: "중복"
    case .rejected: "제외"
    case .output: "결과 파일"
    case .figure: "수치"
    case .value: "값"
    case .change: "변경"
    case .rowsBefore: "전의 행"
    case .rowsNow: "지금 행"
    case .row: "행"
    case .lineBefore: "전의 줄"
    case .lineNow: "지금 줄"
    case .message: "설명"
    case .exitCode: "종료 코드"
    case .sameAs: "같은 실행"
    case .finished: "끝"
    case .duration: "걸린 시간"
    case .definition: "보고서 정의"
    case .folder: "폴더"
    case .from: "시작일"
    case .period: "기간"
    case .reason: "사유"
    case .rates: "환율"
    case .program: "프로그램"
    }
  }

  func words(_ word: HistoryWord) -> String {
    switch word {
    case .running: "진행 중"
    case .publishing: "발표 중"
    case .done: "완료"
    case .unchanged: "변동 없음"
    case .empty: "상담 없음"
    case .failed: "실패"
    case .interrupted: "중단"
    case .final: "확정"
    case .provisional: "잠정"
    case .added: "추가"
    case .changed: "변경"
    case .gone: "없어짐"
    }
  }

  // MARK: - clean

  func leftOut(_ kind: LeftOut.Kind, _ lines: [ClosedRange<Int>]) -> String {
    let more = lines.count > 20 ? " 외 \(lines.count - 20)곳" : ""
    return "\(list(MessageParts.ranges(lines, "~")))행\(more)을 뺐습니다: \(words(kind))"
  }

  private func words(_ kind: LeftOut.Kind) -> String {
    switch kind {
    case .separatorLine: "구분 문자를 정하는 줄"
    case .title: "제목"
    case .emptyRows: "빈 행"
    case .repeatedHeader: "되풀이된 머리글"
    case .secondTable: "두 번째 표"
    case .note: "메모"
    }
  }

  func words(_ line: CleanLine) -> String {
    switch line {
    case .joinedHeader(let line, let rows):
      "\(line)행부터 \(rows)행을 머리글 하나로 합쳤습니다. 첫 행 아래부터 자료면 --header-rows 1 옵션을 붙이십시오"
    case .undecodable(let line, let encoding):
      "\(line)행: \(encoding)에 없는 바이트를 \u{FFFD} 문자로 바꿨습니다"
    case .joinedCells(let line):
      "\(line)행: 칸이 머리글보다 많아 이웃한 칸을 열에 가장 맞게 합쳤습니다. 그 행을 확인하고 구분 문자가 든 값을 따옴표로 묶으십시오."
    case .moreJoined(let count): "\(count)행 이상에서 같은 일이 있습니다"
    }
  }

  func words(_ note: TableNote) -> String {
    switch note {
    case .encoding(let encoding, let reason): "인코딩 \(encoding.name): \(words(reason))"
    case .dialect(let dialect, let origin, let percent, let width):
      "형식: \(words(dialect))\(words(origin)). 행의 \(percent)%가 \(width)칸입니다."
    case .nextBest(let dialect, let percent, let width):
      "그다음 형식: \(words(dialect)). 행의 \(percent)%가 \(width)칸입니다."
    case .cutAsFits(let rows): "\(rows)행은 이 형식에 맞지 않아 열에 가장 맞게 나눴습니다."
    }
  }

  private func words(_ origin: TableNote.Origin) -> String {
    switch origin {
    case .found: ""
    case .given: "(지정한 구분 문자)"
    case .namedByFirstLine: "(첫 줄이 정한 구분 문자)"
    }
  }

  private func words(_ dialect: TableDialect) -> String {
    let cut = dialect.delimiter.isEmpty ? "열 하나" : "구분 문자 \(sign(dialect.delimiter))"
    let quote = dialect.quote.map { ", 따옴표 \(sign([$0]))" } ?? ", 따옴표 없음"
    return cut + quote + (dialect.escape.map { ", 벗어남 문자 \(sign([$0]))" } ?? "")
  }

  private func sign(_ bytes: [UInt8]) -> String {
    switch bytes {
    case [0x2C]: "쉼표"
    case [0x3B]: "쌍반점"
    case [0x09]: "탭"
    case [0x7C]: "세로줄"
    case [0x20]: "빈칸"
    case [0x3A]: "쌍점"
    default: MessageParts.sign(bytes)
    }
  }
}
