import Model

extension KoreanMessages {
  func words(_ fault: RunFault) -> String {
    switch fault {
    case .folderNotRead(let error): "폴더를 읽을 수 없습니다: \(reason(error)). 권한을 확인하십시오."
    case .noDefinitions: "이 폴더에는 보고서 정의(*.yaml, *.yml)가 없습니다. 다른 폴더를 지정하십시오."
    case .definitionNotRead(let error):
      "보고서 정의를 읽을 수 없습니다: \(reason(error)). 경로와 파일의 권한을 확인하십시오."
    case .definitionTooLarge(let limit): "\(limit)KiB를 넘어 보고서 정의로 볼 수 없습니다. 맞는 파일을 지정하십시오."
    case .fromAfterAsOf(let from, let asOf): fromAfterAsOf(from, asOf)
    case .periodsDiffer(let from, let to):
      "--from \(from)과 --to \(to)의 단위가 다릅니다. 월(2020-10), 분기(2020Q4), 연도(2020) 가운데 하나로 맞추십시오."
    case .periodsReversed(let from, let to): "시작 기간 \(from)이 끝 기간 \(to)보다 뒤입니다. 둘을 바꾸십시오."
    case .periodsInFuture(let from, let to, let today):
      "\(from)부터 \(to)까지는 오늘(\(today.iso)) 뒤에 끝나므로 만들 것이 없습니다. 앞선 기간을 지정하거나 --include-future 옵션을 붙이십시오."
    case .periodsTooMany(let count, let limit):
      "기간이 \(count)개입니다. 한 번에 \(limit)개까지 만들 수 있으니 나누어 실행하십시오."
    case .periodOutside(let period, let years):
      "\(period)은(는) 날짜로 읽는 \(years.lowerBound)~\(years.upperBound)년을 벗어납니다. --from과 --to를 확인하십시오."
    case .inputsNotFound(let search): words(search)
    case .finalStands(let refusal): words(refusal)
    case .emptyPeriod(let from, let asOf):
      "\(nothingBooked(from, asOf)). when_empty: fail로 정해 오류로 처리했습니다. 입력 파일과 날짜를 확인하십시오."
    case .otherDefinition(let report, let output, let definition):
      "\(output) 폴더의 \(report) 보고서는 \(definition)이(가) 만드는 것입니다. 이 정의의 이름이나 결과 폴더를 다르게 정하십시오."
    case .clock(let now, let latest):
      "시계는 \(now)인데 원장에는 \(latest)의 실행이 있습니다. 보고서의 날짜가 시계를 따르므로 아무것도 만들지 않았습니다. 시계를 맞추거나 --as-of로 "
        + "기준일을 지정하십시오. 지금 시계가 맞고 그 실행의 시계가 틀렸던 것이면 --force를 한 번 붙이십시오."
    case .input(let error): "\(words(error)). 파일 이름과 읽기 권한을 확인하십시오."
    case .twoLedgers(let ledgers):
      "이 정의의 위쪽 폴더에 원장이 둘 있습니다: \(list(ledgers)). 발표 기록이 나뉘어 있어 아무것도 만들지 않았습니다. tradetally history --workspace "
        + "폴더 명령으로 보고서가 나오는 원장을 남기고 다른 하나를 옮기십시오."
    case .ledgerMoved(let ledger, let root, let locks):
      "원장 \(ledger)이(가) 만들어진 자리(\(root))에 있지 않아 그 안의 경로가 맞지 않습니다. 아무것도 만들지 않았습니다. 원장을 \(root)에 되돌려 놓거나, "
        + "작업 폴더를 옮긴 것이면 \(locks) 폴더를 지우십시오."
    case .lockNotTaken(let error): "\(words(error)). 작업 폴더의 권한과 디스크를 확인한 뒤 다시 실행하십시오."
    case .held(let subject, let lock):
      "\(words(subject))다른 실행이 진행 중입니다. 잠시 뒤 다시 실행하거나 --wait 옵션을 붙이십시오. (잠금 \(lock)은 그 실행이 끝나면 저절로 풀립니다.)"
    case .notWritable(let error): "쓸 수 없어(\(reason(error))) 실행을 기록할 수 없습니다. 권한을 확인하십시오."
    case .noWorkspace(let ledger):
      "작업 폴더가 아닙니다. 이 폴더와 위쪽 폴더, reports 폴더에 \(ledger)이(가) 없습니다. --workspace로 지정하거나 tradetally init 폴더로 만드십시오. "
        + "원장은 tradetally run이 만듭니다."
    case .noLedger(let file):
      "원장 \(file)이(가) 없습니다. 백업을 되돌려 놓거나 보고서를 실행하십시오. 그러면 새 원장이 만들어집니다."
    case .noRun(let id): "\(id)번 실행이 없습니다. tradetally history 명령이 실행과 번호를 보여 줍니다."
    case .publishedNothing(let id, let state):
      "\(id)번 실행은 발표한 것이 없습니다(\(HistoryWord(rawValue: state).map { words($0) } ?? state)). 완료되었거나 변동이 없는 실행을 고르십시오."
    case .outputFolder(let error, let wanted):
      (error.isFile ? "폴더가 아니어서" : "이 폴더에 쓸 수 없어(\(reason(error)))")
        + " \(wanted)에 보고서를 만들 수 없습니다. 권한을 확인하거나 다른 결과 폴더를 지정하십시오."
    case .edition(let error):
      "\(words(error)). 앞선 판은 그대로 있습니다. 결과 폴더의 권한과 디스크의 남은 공간을 확인한 뒤 다시 실행하십시오."
    case .statusNotWritten: "판의 상태 기록을 쓰지 못했습니다. 프로그램 담당자에게 알려 주십시오."
    case .leadsOut(let place, let output):
      "링크를 따라가면 결과 폴더 \(output) 밖의 \(place)입니다. 보고서는 결과 폴더 안에만 쓰므로 링크를 지우십시오."
    case .fileInReportsPlace:
      "보고서 폴더의 자리에 파일이 있습니다. 파일을 옮기거나 보고서의 이름 또는 결과 폴더를 다르게 정하십시오."
    case .outputIsFile: "결과 폴더로 지정한 것이 파일입니다. 파일을 옮기거나 다른 결과 폴더를 지정하십시오."
    case .link(let target):
      "보고서 폴더의 자리에 링크(\(target ?? "대상 없음"))가 있습니다. 아무것도 발표하지 않았습니다. 링크를 지우거나 정의에서 다른 결과 폴더를 지정해 다시 "
        + "실행하십시오."
    case .stagingReplaced(let output):
      "실행하는 동안 다른 작업이 새 판의 폴더나 그 안의 파일을 바꾸었습니다. 아무것도 발표하지 않았습니다. \(output)에서 다른 작업이 없도록 한 뒤 다시 실행하십시오."
    case .foreign(let sample):
      (sample.map { "보고서 폴더의 자리에 다른 파일(예: \(quoted($0)))이 든 폴더가" } ?? "보고서 폴더의 자리에 파일이")
        + " 있고, 원장에는 없는 것입니다. 바뀐 것은 없습니다. 옮기거나 보고서의 이름 또는 결과 폴더를 다르게 정해 다시 실행하십시오."
    case .earlierNotMoved(let error):
      "\(words(error)). 새 판은 제자리에 있습니다. 앞선 판은 .editions에 있거나 .next라는 이름으로 옆에 있으며, 다음 실행이 옮깁니다. 디스크를 확인하십시오."
    case .leftEdition(let archive, let error):
      "중단된 실행이 남긴 판을 \(archive)로 옮길 수 없습니다: \(reason(error)). 그 폴더의 권한을 확인한 뒤 다시 실행하십시오."
    }
  }

  func fromAfterAsOf(_ from: Day, _ asOf: Day) -> String {
    "시작일(from) \(from.iso)이 기준일 \(asOf.iso)보다 뒤여서 집계할 것이 없습니다. 기준일을 늦추거나 시작일을 앞당기십시오."
  }

  func nothingBooked(_ from: Day?, _ asOf: Day?) -> String {
    let span = [from.map { "\($0.iso)부터" }, asOf.map { "\($0.iso)까지" }].compactMap { $0 }
    return (span + ["예정되거나 실시된 상담이 없어 새 판을 만들지 않습니다"]).joined(separator: " ")
  }

  private func words(_ subject: LockSubject) -> String {
    switch subject {
    case .definition: ""
    case .report(let name): "\(name) 보고서: "
    case .ledger: "원장: "
    }
  }

  private func words(_ fault: InputSearchFault) -> String {
    switch fault {
    case .isFolder(let folder, let pattern):
      "\(folder)은(는) 폴더입니다. 그 안의 파일을 \"\(pattern)/*.csv\"처럼 지정하십시오."
    case .noMatch(let pattern, let isPattern, let folder, let folderExists):
      (isPattern ? "\"\(pattern)\"에 맞는 파일이 없습니다. " : "\"\(pattern)\" 파일이 없습니다. ")
        + (folderExists ? "찾아본 폴더는 ‘\(folder)’입니다." : "\(folder) 폴더가 없습니다.")
        + " 이름을 확인하거나, 없어도 되는 파일이면 optional: true를 적으십시오."
    case .noConsultations:
      "상담 파일을 찾지 못했습니다. 상담 파일이 모두 optional로 적혀 있고 맞는 파일이 없습니다. 경로를 확인하십시오."
    }
  }

  private func words(_ refusal: FinalRefusal) -> String {
    let what =
      switch refusal.reason {
      case .statusChanged(let file):
        "그 폴더의 상태 기록(\(file))이 손으로 고쳐졌거나 손상되었고 원장에도 없는 판이어서 확정으로 봅니다."
      case .statusMissing(let file):
        "그 폴더의 상태 기록(\(file))이 없어졌고 원장에도 없는 판이어서 확정으로 봅니다. 원장의 백업이 있으면 되돌려 놓으십시오."
      case .unknownToLedger:
        "원장에는 없으나 파일 옆의 상태 기록에 있는 판이며, 수치나 입력 파일이 달라집니다."
      case .figures(let count, let first, let causes):
        "수치 \(count)개가 달라집니다."
          + (first.map { " 처음 것: \($0.key.words(.ko)) \($0.before) → \($0.after)." } ?? "")
          + (causes.isEmpty ? "" : " 원인: \(causes.map(words).joined(separator: "; ")).")
      }
    return
      "\(refusal.report) 보고서\(refusal.edition.map { "(제\($0)판)" } ?? "")는 확정되어 덮어쓰지 않았습니다. \(what) 수정판을 내려면 --revise "
      + "\"사유\"를 붙여 다시 실행하십시오. 확정판은 .editions에 남습니다. 다른 기간의 보고서면 이름에 {date}를 넣는 등 따로 이름을 정하십시오."
  }

  private func words(_ cause: RevisionCause) -> String {
    switch cause {
    case .inputChanged(let file, let before, let after, _):
      before == after ? "\(file) 수정(\(after)행)" : "\(file) 수정(\(before)행 → \(after)행)"
    case .inputAdded(let file): "\(file) 추가"
    case .inputRemoved(let file): "\(file) 제외"
    case .rates: "환율"
    case .definition: "보고서 정의"
    case .dates: "기준일 또는 시작일"
    case .program(let before, let after): "프로그램(\(before) → \(after))"
    }
  }
}
