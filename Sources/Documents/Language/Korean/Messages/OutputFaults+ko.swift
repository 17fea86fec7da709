import Model

extension KoreanMessages {
  /// Of an input that is a document.
  var readsEdition: String {
    "발표한 판의 폴더에 있는 파일로, 자료가 아니라 보고서의 결과입니다. 읽으면 두 번 집계되므로 그 보고서의 원래 자료를 지정하십시오."
  }

  func words(_ fault: OutputFault) -> String {
    switch fault {
    case .system(let error):
      "\(words(error)). 쓰다 만 파일은 남지 않았습니다. 폴더의 권한과 디스크의 남은 공간을 확인한 뒤 다시 실행하십시오."
    case .folderInTheWay:
      "쓰려는 파일과 같은 이름의 폴더가 있습니다. 바뀐 것은 없습니다. 그 폴더를 옮기거나 --output 또는 --name을 다르게 정해 다시 실행하십시오."
    case .notConfirmed(let error):
      "\(words(error)). 새 파일은 제자리에 있으나 디스크가 기록을 확인해 주지 않았습니다. 디스크를 확인한 뒤 다시 실행하십시오."
    case .isInput(let other):
      (other.map { "입력 파일 \($0)과(와) 같은 파일이라 쓰면 덮어쓰게 됩니다" } ?? "입력 파일이라 쓰면 덮어쓰게 됩니다")
        + ". 바뀐 것은 없습니다. 결과의 이름이나 폴더를 다르게 정해 다시 실행하십시오."
    case .publishedEdition:
      "tradetally run으로 발표한 판이 있는 폴더입니다. 여기에 쓰면 원장의 기록과 달라지므로 바꾸지 않았습니다. --output을 다르게 정하거나, 새 판은 tradetally run 정의 "
        + "명령으로 만드십시오."
    case .readsEdition: readsEdition
    case .notWritten: "파일을 쓰지 못했습니다."
    case .notWhole: "쓴 파일을 다시 읽어 보니 온전하지 않습니다."
    case .detailNotWritten: "상담별 상세 파일을 쓰지 못했습니다. 프로그램 담당자에게 알려 주십시오."
    case .workbookPlace:
      "이 자리에 통합 문서를 쓸 수 없습니다. 있고 쓸 수 있는 폴더를 지정하십시오."
    case .workbookScratch(let folder, _):
      "임시 파일 폴더 \(folder)을(를) 쓸 수 없습니다. TMPDIR로 있고 쓸 수 있는 폴더를 정하십시오."
    case .workbookDamaged(let part, _): "쓴 통합 문서를 다시 읽어 보니 온전하지 않습니다(\(part))."
    case .workbookLibrary: "통합 문서를 쓰지 못했습니다."
    case .workbookRefused: "통합 문서에 담을 수 없는 내용이 있어 쓰지 못했습니다. 프로그램 담당자에게 알려 주십시오."
    case .sumTooLarge: "통합 문서의 합계가 담을 수 있는 크기를 넘습니다. 단위가 잘못 적힌 금액이 없는지 확인하십시오."
    case .cleanInput(let error): "\(words(error)). 파일 이름과 크기를 확인하십시오."
    case .cleanNotText(let kind): "구분 문자로 나뉜 텍스트가 아니라 \(name(kind))입니다. \(advice(kind))"
    case .cleanTooLarge(let bytes, let limit):
      "파일 크기가 \(bytes)바이트로, 한 번에 읽는 한도 \(limit)바이트를 넘습니다. 먼저 파일을 나누십시오."
    case .cleanSheets(let path, let names):
      "통합 문서에 시트가 여러 개 있습니다: \(quoted(names)). 파일 이름 뒤에 #을 붙여 \"\(path)#\(names.first ?? "")\"처럼 지정하십시오."
    case .cleanNoSheet(let there): "그런 이름의 시트가 없습니다. 있는 시트: \(quoted(there))."
    case .notAFile: "보통 파일이 아닙니다. 파일을 지정하거나, --output을 빼고 표준 출력을 파일로 돌리십시오."
    case .cleanOutput(let error): "\(words(error)). 폴더의 권한과 디스크의 남은 공간을 확인하십시오."
    case .filesThere(let files):
      "이미 파일이 있어(\(list(files))) 아무것도 바꾸지 않았습니다. 다른 폴더를 지정하거나 그 파일들을 옮기십시오."
    case .workspace(let error): "\(words(error)). 권한과 디스크를 확인한 뒤 다시 실행하십시오."
    case .formNotWritten: "엑셀 양식을 쓰지 못했습니다. 디스크를 확인한 뒤 다시 실행하십시오."
    }
  }
}
