import Encodings
import Model

extension KoreanMessages {
  func words(_ fault: InputFault) -> String {
    switch fault {
    case .system(let error) where error.isExhausted:
      "\(words(error)). 디스크와 시스템의 한도를 확인한 뒤(ulimit -n은 동시에 열 수 있는 파일 수) 다시 실행하십시오."
    case .system(let error): "\(words(error)). 파일 이름과 읽기 권한을 확인하십시오."
    case .isEmpty: "빈 파일입니다. 머리글 행과 그 아래의 자료가 있어야 합니다."
    case .notText(.other):
      "텍스트 파일도 통합 문서도 아닙니다. 엑셀에서 열어 통합 문서(.xlsx)나 CSV UTF-8로 저장한 뒤 그 파일을 지정하십시오."
    case .notText(let kind):
      "텍스트 파일이 아니라 \(name(kind))입니다. 엑셀에서 열어 통합 문서(.xlsx)나 CSV UTF-8로 저장한 뒤 그 파일을 지정하십시오."
    case .unknownEncoding(let name, let known):
      "알 수 없는 인코딩입니다: \(quoted(name)). 쓸 수 있는 인코딩: \(list(known))."
    case .onlyOnce:
      "한 번만 읽을 수 있는 입력이 두 번 지정되었습니다. 나오는 내용을 파일로 저장하고 그 파일을 지정하십시오."
    case .tooMuchToKeep(let limit):
      "나온 내용이 보관할 수 있는 \(limit)GiB를 넘습니다. 파일로 저장하고 그 파일을 지정하십시오."
    case .notKept(let error):
      "나오는 내용을 임시 파일 폴더에 보관할 수 없습니다(\(error.path): \(reason(error))). 그 폴더에 공간을 만들거나 TMPDIR로 다른 "
        + "폴더를 정하거나, 파일로 저장하고 그 파일을 지정하십시오."
    case .changedMeanwhile(let change):
      "읽는 동안 파일이 \(words(change)). 수치를 믿을 수 없어 아무것도 발표하지 않았습니다. 파일이 다 저장된 뒤 다시 실행하십시오. "
        + "자동으로 만드는 파일이면 다른 이름으로 쓴 뒤 이름을 바꾸게 하십시오."
    case .notReadAgain(let error):
      "그대로인지 다시 확인하려 했으나 \(words(error)). 아무것도 발표하지 않았습니다. 파일과 디스크를 확인한 뒤 다시 실행하십시오."
    case .noSuchSheet(let there): "그런 이름의 시트가 없습니다. 있는 시트: \(some(there))."
    case .unknownSheet(let name, let there):
      "--sheet \(name): 그런 이름의 시트가 있는 통합 문서가 없습니다. "
        + (there.isEmpty ? "지정한 파일 가운데 통합 문서가 없습니다." : "있는 시트: \(list(there)).")
    case .severalSheets(let kind, let names, let path):
      "\(name(kind))의 머리글이 있는 시트가 \(names.first.count + names.more)개입니다: \(some(names)). 읽을 시트를 파일 자리에 "
        + "\"\(path)#\(names.first[0])\"처럼 지정하십시오. 여러 시트를 읽으려면 "
        + names.first.prefix(2).map { "\"\(path)#\($0)\"" }.joined(separator: " ") + "처럼 시트마다 지정하십시오."
    case .noSheetWithHeader(let kind, let names):
      "\(name(kind))의 머리글이 있는 시트가 없습니다. 살펴본 시트: \(some(names)). 아는 머리글은 tradetally columns 명령이 보여 줍니다."
    case .noHeader(let header): words(header)
    case .tooManyColumns(let count, let line, let limit):
      "\(line)행의 열이 \(TextNumbers.grouped(count))개입니다. 엑셀 시트의 한도인 \(TextNumbers.grouped(limit))개까지만 읽습니다. 구분 기호가 다르면 "
        + "--delimiter로 지정하고, 아니면 표가 아닌 부분을 빼십시오."
    case .missingColumn(let column): words(column)
    case .missingCountry(let aliases):
      "바이어가 있으나 \(name(.country)) 열이 없습니다(아는 머리글: \(list(aliases))). 열을 추가하거나 --column country=머리글로 지정하십시오."
    case .otherRoleInside(let given, let header, let other):
      "\(name(given)) 명단(--\(given.name)s)으로 지정했으나 \(quoted(header)) 열에 \(name(other)) 행이 있습니다. --\(other.name)s로 지정하거나, "
        + "둘 다 들어 있으면 --registrations로 지정하십시오."
    case .noKnownWord(let column, let header, let found, let options, let merged):
      "\(quoted(header)) 열을 \(name(column)) 열로 보았으나 아는 말이 하나도 없습니다"
        + (found.isEmpty ? "" : "(적힌 말: \(quoted(found)))")
        + ". 다른 열이면 머리글을 고치거나 --column \(column.rawValue)=머리글로 맞는 열을 지정하고, 새로운 말이면 --word로 뜻을 정하십시오(아는 말은 "
        + "tradetally columns 명령이 보여 줍니다)."
        + (options.isEmpty ? "" : " 표시의 뜻이 이러하면 그대로 붙이십시오: \(options.joined(separator: " "))")
        + mergedAdvice(merged)
    case .namedHeaderMissing(let column, let headers, let there):
      "\(name(column)) 열의 머리글로 지정한(--column 또는 columns:) \(or(headers.map { quoted($0) }))에 맞는 열이 없습니다. 있는 머리글, "
        + there.map { "\($0.file): \(quoted($0.headers))" }.joined(separator: "; ")
        + ". 적힌 그대로 옮겨 쓰십시오."
    case .filledColumnMissing(let column, let there):
      "위 칸의 값으로 채우려는(--fill-down 또는 fill_down:) \(name(column)) 열이 없습니다. 있는 열: \(list(there.map { name($0) }))."
    case .unitColumnMissing(let unit, let there, let headers):
      "--unit \(unit.column)=\(unit.unit): 그런 금액 열이 없습니다. "
        + (there.isEmpty
          ? "인식한 금액 열이 없으므로 --column consulted_amount=머리글처럼 먼저 지정하십시오."
          : "있는 금액 열: \(list(there.map { "\($0.header)(\($0.column.rawValue))" })).")
        + (headers.map { " \($0.file)의 머리글: \(list($0.headers))." } ?? "")
    case .lookAlike(let like):
      "\(quoted(like.header)) 열의 머리글을 알 수 없으나 값은 \(or(like.columns.map { name($0) })) 열로 보입니다. 맞으면 \(or(like.options)), "
        + "그런 열이 없으면 \(like.optionsForNone) 옵션을 붙이십시오."
    case .tablesSideBySide(let headers):
      "같은 머리글이 두 번씩 있습니다(\(list(headers))). 표 두 개가 나란히 있는 것으로 보이며 한쪽만 읽으면 집계가 틀립니다. 한 표를 다른 표 아래로 옮기거나 "
        + "다른 시트로 나누십시오."
    case .tableBeside(let columns):
      "빈 열 너머에 다른 표(범례나 요약)가 나란히 있는 것으로 보이며, 그대로 읽으면 그 표의 열이 섞입니다: "
        + "\(list(columns.map { "\(quoted($0.header)) → \(name($0.column))" })). 옆의 표를 지우거나 다른 시트로 옮기십시오. 그대로 두려면 \(columns.map { LookAlike(columns: [$0.column], header: $0.header).optionsForNone }.joined(separator: " ")) "
        + "옵션을, 이 표의 열이 맞으면 \(columns.map { LookAlike(columns: [$0.column], header: $0.header).options[0] }.joined(separator: " ")) "
        + "옵션을 붙이십시오."
    case .countsForNames(let columns, let options):
      "이름이 있어야 할 \(list(columns.map { quoted($0.header) })) 열에 수만 적혀 있어, 상담을 한 행에 한 건씩 적은 표가 아니라 집계표로 보입니다. 상담마다 행이 있는 "
        + "표를 지정하십시오."
        + (options.isEmpty ? "" : " 수가 기업의 번호이면 \(options.joined(separator: " ")) 옵션을 붙이십시오.")
    case .oneColumnForBothSides(let header):
      "\(quoted(header)) 열 하나를 참가기업(supplier)과 바이어(buyer)로 함께 지정했습니다. 두 열이 같은 머리글이면 시트에서 머리글을 참가기업과 "
        + "바이어로 고치십시오."
    case .secondTable(let line):
      "\(line)행에서 다른 표의 머리글이 다시 나옵니다. 그 아래를 상담이나 등록으로 읽으면 집계가 틀립니다. 다른 표면 지우거나 다른 시트로 옮기고, 같은 표가 "
        + "이어지는 것이면 머리글 행을 지우고 열 순서를 맞춘 뒤 다시 실행하십시오."
    case .splitAmounts(let line, let header):
      "\(line)행: 단위 없는 숫자 뒤의 ‘\(header)’ 열에 0으로 시작하는 세 자리 숫자가 있습니다. 1,000 같은 금액이 따옴표 없이 저장되어 쉼표에서 두 칸으로 나뉜 것으로 "
        + "보입니다. 따옴표를 붙여 저장하거나, 엑셀 파일로 저장하거나, 천 단위 쉼표를 빼고 다시 저장하십시오."
    case .idsStartAgain(let conflicts, let rows):
      "\(rows)행 중 \(conflicts)행의 번호가 앞선 행과 같으나 내용이 다릅니다. 이 파일에서 번호가 다시 시작하는 것으로 보입니다. 파일마다 번호를 따로 "
        + "매긴 자료면 --id-scope file 옵션을, 한 파일 안에서 다시 시작하는 순번이면 --column consultation_id= 옵션(등록 자료는 "
        + "--column registration_id=)을 붙이십시오."
    case .bothSides:
      "같은 파일이 참가기업 명단과 바이어 명단으로 함께 지정되어 양쪽에 두 번 집계됩니다. 참가기업 명단은 --suppliers로, 바이어 명단은 --buyers로 "
        + "지정하십시오."
    case .sameContent(let other):
      "\(other) 파일과 내용이 같아 두 번 집계됩니다. 한 번만 지정하거나 맞는 파일을 지정하십시오."
    case .sameList(let path, let given, let common, let other):
      "\(name(given)) 명단으로 지정한 \(path) 파일과 같은 명단입니다(\(common)행이 같음). \(name(other)) 명단을 --\(other.name)s로 지정하십시오."
    case .sameRows(let other):
      "\(other) 파일과 행이 모두 같아 두 번 집계됩니다. 한 번만 지정하거나 맞는 파일을 지정하십시오."
    case .correctedCopy(let other, let common, let onlyThere, let onlyHere):
      "\(common)행이 \(other) 파일에도 있습니다. 한쪽이 다른 쪽을 고친 것으로 보입니다. \(other)에만 있는 행: \(lines(onlyThere)), 이 파일에만 "
        + "있는 행: \(lines(onlyHere)). 맞는 파일 하나만 지정하십시오."
    case .unknownOnlyEvent(let event, let nearest, let there):
      "--only-event(또는 only_events)로 지정한 \(quoted(event)) 행사가 자료에 없습니다.\(didYouMean(nearest)) 있는 행사: \(list(there))."
    case .unknownSeries(let name, let events, let there):
      "\(quoted(name)) 시리즈의 행사(\(list(events)))가 자료에 하나도 없습니다. 있는 행사: \(list(there))."
    case .farQuarters(let quarters, let places):
      "다른 분기와 10년 넘게 떨어진 분기가 있습니다: \(list(quarters.map(\.label))). 날짜의 오타로 보입니다("
        + places.map { "\($0.file) \($0.line)행 \($0.day.iso)" }.joined(separator: "; ")
        + "). 날짜를 고치거나, 맞는 날짜면 --allow-gaps 옵션을 붙이십시오."
    case .assumedCurrencyRefused(let cells):
      "금액 셀 \(cells)개에 통화 표기가 없으나 보고서 정의가 통화의 가정을 허용하지 않습니다(refuse_assumed_currency). 셀, 통화 열, 머리글이나 정의에 통화를 "
        + "적으십시오."
    case .rowsRejected(let count, let rows, let codes):
      "\(rows)행 중 \(count)행이 제외됩니다("
        + codes.map { "\($0.code.rawValue) \($0.count)건" + ($0.line.map { ", 처음은 \($0)행" } ?? "") }
        .joined(separator: "; ") + ")."
    case .strictAdvice: "제외된 행을 고치거나, 그 행 없이 보고하려면 --strict 옵션을 빼십시오."
    case .sumTooLarge:
      "금액의 합이 정확히 담을 수 있는 크기(기준 통화로 약 9경 2천조)를 넘습니다. 단위가 잘못 적힌 금액이 없는지 확인하거나 한 번에 보고하는 행사를 "
        + "줄이십시오."
    }
  }

  private func words(_ change: InputChange) -> String {
    switch change {
    case .removed: "없어졌습니다"
    case .cut(let before, let after): "\(before)바이트에서 \(after)바이트로 줄었거나 다른 파일로 바뀌었습니다"
    case .grown(let before, let after): "\(before)바이트에서 \(after)바이트로 늘었거나 다른 파일로 바뀌었습니다"
    case .written: "고쳐졌거나 다른 파일로 바뀌었습니다"
    }
  }

  private func lines(_ lines: [Int]) -> String {
    if lines.isEmpty { return "없음" }
    let shown = list(lines.prefix(10).map(String.init)) + "행"
    return lines.count > 10 ? "\(shown) 외 \(lines.count - 10)행" : shown
  }

  private func mergedAdvice(_ merged: [MergedColumn]) -> String {
    if merged.isEmpty { return "" }
    let headers = list(merged.map { "\(quoted($0.header)) \($0.blanks)칸" })
    return
      " 빈 칸(\(headers))은 병합된 셀로 보입니다. --fill-down \(merged.map(\.column.rawValue).joined(separator: ",")) 옵션을 "
      + "붙이면 위 칸의 값으로 채웁니다."
  }

  private func words(_ header: NoHeader) -> String {
    let names = Column.all(of: header.kind).prefix(6).map { column in
      ([column.rawValue] + column.aliases(in: header.kind).filter(isHangul).prefix(2)).joined(separator: "/")
    }
    let seen =
      switch header.seen {
      case nil: ""
      case .onlyHeader(let known, let line):
        " \(line)행에서 \(quoted(known.header))(\(known.column.rawValue)) 하나만 찾았습니다."
      case .nearMiss(let cell, let name, let line): " \(line)행의 \(quoted(cell)): 혹시 \(quoted(name))입니까?"
      }
    return "머리글 행을 찾지 못했습니다. 처음 \(header.rowsSearched)행 가운데 \(name(header.kind))의 열이 둘 이상 있는 행이 없습니다"
      + "\(header.isSheet ? "" : "(어떤 구분 문자로도)"). 찾는 머리글의 예: \(list(names)) … (tradetally columns 명령이 모두 보여 줍니다).\(seen)\(otherKind(header.otherKind))"
  }

  private func isHangul(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
  }

  private func words(_ missing: MissingColumn) -> String {
    let wanted = missing.wanted.map { column in
      "\(name(column)) 열(아는 머리글: \(list(Array(column.aliases(in: missing.kind).filter(isHangul).prefix(4)))))"
    }
    let why =
      switch missing.reason {
      case nil: ""
      case .roleNotGiven: " 한쪽 명단만 들어 있으면 --suppliers나 --buyers로 지정하십시오."
      case .buyersNeed: " 바이어 명단에는 국가가 필요합니다."
      }
    let others = missing.others.isEmpty ? "" : " 그 밖의 머리글: \(quoted(missing.others))."
    return "\(or(wanted))을 찾지 못했습니다.\(why) 인식한 열: "
      + "\(list(missing.recognised.map { "\($0.header) = \($0.column.rawValue)" })).\(others) "
      + words(missing.advice) + otherKind(missing.otherKind)
  }

  private func words(_ advice: ColumnAdvice) -> String {
    switch advice {
    case .option(let option): "열을 추가하거나 \(option) 옵션으로 머리글을 지정하십시오."
    case .header(let column): "열을 추가하거나 --column \(column.rawValue)=머리글로 지정하십시오."
    case .namesOrIDs(let names, let ids):
      "열을 추가하거나, 이름 열이면 --column \(names.rawValue)=머리글, 번호 열이면 --column \(ids.rawValue)=머리글로 지정하십시오."
    }
  }

  private func otherKind(_ kind: InputKind?) -> String {
    kind.map { " \(name($0))로 보입니다. 다른 옵션으로 지정하지 않았는지 확인하십시오." } ?? ""
  }

  func words(_ fault: SheetFault) -> String {
    let save = "표를 .xlsx, .ods 또는 CSV UTF-8로 저장하고 그 파일을 지정하십시오."
    return switch fault {
    case .passwordProtected:
      "암호가 걸린 통합 문서입니다. 열어서 암호를 지우고(엑셀: 파일 > 정보 > 통합 문서 보호 > 암호 설정) 저장한 뒤 그 파일을 지정하십시오."
    case .oldExcel:
      "옛 엑셀 통합 문서(.xls)입니다. 엑셀이나 리브레오피스에서 열어 .xlsx로 저장하고 그 파일을 지정하십시오."
    case .binaryExcel: "엑셀 바이너리 통합 문서(.xlsb)입니다. 엑셀에서 열어 .xlsx로 저장하고 그 파일을 지정하십시오."
    case .numbers: "Numbers 문서입니다. Numbers에서 Excel(.xlsx)로 내보내고 그 파일을 지정하십시오."
    case .other(.word): "워드 문서입니다. \(save)"
    case .other(.presentation): "파워포인트 문서입니다. \(save)"
    case .other(.hangul): "한글 문서(.hwpx)입니다. \(save)"
    case .other(.openDocument): "스프레드시트가 아닌 오픈도큐먼트 파일입니다. \(save)"
    case .plainZip: "통합 문서가 아닌 압축 파일(zip)입니다. 압축을 풀어 그 안의 통합 문서나 CSV 파일을 지정하십시오."
    case .noCells: "셀이 있는 시트가 없는 통합 문서입니다. 표가 들어 있는 통합 문서를 지정하십시오."
    case .damaged(let part, _):
      "통합 문서가 손상되었습니다(손상된 부분: \(part)). 엑셀이나 리브레오피스에서 열어 복구한 뒤 새 이름의 .xlsx로 저장하고 그 파일을 지정하십시오."
    case .cutOff:
      "통합 문서가 손상되었습니다. 복사하거나 전송하는 중에 잘렸을 수 있으니 파일을 다시 받으십시오."
    case .tooLarge(let part, let limit):
      "통합 문서의 한 부분(\(part))이 풀면 \(limit)MiB를 넘어, 상담 자료의 시트로 볼 수 없습니다. 표에 속하지 않는 내용을 지우거나 시트를 CSV UTF-8로 "
        + "저장하고 그 파일을 지정하십시오."
    case .mergedTooOften: "병합된 셀이 백만 곳을 넘습니다. 표를 새 통합 문서에 복사하고 그 파일을 지정하십시오."
    case .tooMuchText(let limit):
      "셀의 글이 모두 \(limit)MiB를 넘습니다. 표를 새 통합 문서에 복사하고 그 파일을 지정하십시오."
    case .tooManyTexts(let limit):
      "셀의 서로 다른 글이 \(limit)개를 넘습니다. 표를 새 통합 문서에 복사하고 그 파일을 지정하십시오."
    }
  }

  // MARK: - Encodings and kinds of file

  func words(_ reason: EncodingReason) -> String {
    switch reason {
    case .byteOrderMark(let encoding): "파일이 \(encoding.name) 표시(BOM)로 시작합니다."
    case .signature(let kind): "파일의 첫머리가 \(name(kind))의 것입니다."
    case .controlCharacters: "첫머리의 10분의 1 넘게가 제어 문자입니다."
    case .ascii: "모든 글자가 ASCII입니다."
    case .validUTF8(let lines): "ASCII가 아닌 글자가 있는 \(lines)줄이 모두 올바른 UTF-8입니다."
    case .mostlyUTF8(let valid, let lines):
      "ASCII가 아닌 글자가 있는 \(lines)줄 중 \(valid)줄이 올바른 UTF-8이고, 나머지 \(lines - valid)줄은 깨져 있습니다."
    case .pairs(let ascii, let pairs, let encoding):
      "첫머리의 두 바이트 묶음 \(pairs)개 중 \(ascii)개가 \(encoding.name)의 ASCII 글자입니다."
    case .looksLike(let encoding, let score, let next, let nextScore, let invalid, let lines):
      "\(KoreanParticle.toward.attached(to: encoding.name)) 읽을 때 가장 글답습니다(점수 \(MessageParts.tenths(score)), 다음은 "
        + "\(next.name) \(MessageParts.tenths(nextScore))). ASCII가 아닌 글자가 있는 \(lines)줄 중 \(invalid)줄은 올바른 UTF-8이 아닙니다."
    case .given: "사용자가 지정했거나 파일 전체를 보고 판단했습니다."
    case .workbook: "통합 문서의 글은 유니코드입니다."
    }
  }

  func name(_ kind: BinaryKind) -> String {
    switch kind {
    case .zip: "압축 파일(zip, 예: 엑셀 통합 문서 .xlsx)"
    case .oldExcel: "옛 엑셀 통합 문서 등 오피스 파일(.xls)"
    case .html: "웹 페이지(HTML; 업무 시스템이 흔히 .xls나 .csv로 이름 붙임)"
    case .xml: "XML 문서"
    case .json: "JSON 파일"
    case .pdf: "PDF 문서"
    case .rtf: "서식 있는 텍스트(RTF)"
    case .image: "그림 파일"
    case .gzip: "gzip 압축 파일"
    case .archive: "압축 파일"
    case .database: "데이터베이스 파일"
    case .other: "텍스트가 아닌 파일"
    }
  }

  func advice(_ kind: BinaryKind) -> String {
    switch kind {
    case .zip, .oldExcel, .html, .xml: "엑셀이나 리브레오피스에서 열어 CSV UTF-8로 저장하십시오."
    case .pdf, .rtf, .image: "원본 표를 CSV UTF-8로 받으십시오."
    case .gzip, .archive: "먼저 압축을 푸십시오."
    case .json, .database, .other: "표를 CSV UTF-8로 내보내십시오."
    }
  }
}
