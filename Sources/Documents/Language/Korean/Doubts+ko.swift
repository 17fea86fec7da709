import Model

extension DoubtWords {
  /// A doubt in Korean.
  static func korean(_ doubt: Doubt) -> String {
    switch doubt {
    case .rowsNotCounted(let file, let lost, let rows):
      return "\(TerminalText.safe(file)): \(grouped(rows))행 중 \(grouped(lost))행이 집계에서 제외되었습니다"
    case .totalsDisagree(let file, let count, let first):
      let rest = count > 1 ? " 등 \(grouped(count))곳" : ""
      return "\(TerminalText.safe(file)): 적힌 합계가 행의 합과 다릅니다(\(first.line)행 ‘\(header(first))’ 열\(rest): "
        + "적힌 값 \(number(first.stated)), 행의 합 \(number(first.summed)))"
    case .values(let file, let doubts):
      return "\(TerminalText.safe(file)): 확인할 값이 있습니다 – "
        + doubts.map { doubt in
          "\(label(doubt, .ko)) \(grouped(doubt.count))건" + (places(doubt).map { "(\($0)행)" } ?? "")
        }.joined(separator: ", ")
    case .rows(let file, let doubt): return korean(doubt, file)
    case .unreadSheets(let file, let read, let sheets):
      let names = some(sheets.map { $0.name + ($0.isHidden ? "(숨김)" : "") })
      return
        "\(TerminalText.safe(file)): ‘\(TerminalText.safe(read, columns: 60))’ 시트만 읽었습니다. 같은 내용이 있는 것으로 보이나 읽지 않은 시트: \(names). "
        + "읽으려면 \(sheetExample(file, sheets)) 또는 --sheet 옵션으로 지정하십시오"
    case .sharedNumber(let number, let files):
      let texts = some(number.texts)
      switch number.kind {
      case .severalNames:
        return "사업자등록번호 하나에 다른 이름이 있어 한 기업으로 집계했습니다: \(texts)(\(lines(number.places, files)))"
      case .twoSpellings:
        return "같은 사업자등록번호가 두 가지로 적혀 있어 두 기업으로 집계했습니다: \(texts)(\(lines(number.places, files)))"
      }
    case .splitName(let split, let files):
      let name = TerminalText.safe(split.name, columns: 60)
      let why = split.reason == .country ? "국가를 알 수 없는 행" : "사업자등록번호가 없는 행"
      let who = split.role == .supplier ? "기업" : "바이어"
      return "\(who) ‘\(name)’에 \(why)이 있어 두 곳으로 집계했습니다(\(lines(split.places, files)))"
    case .likeEvents(let groups):
      return "표기만 다른 행사 이름을 다른 행사로 집계했습니다: "
        + groups.prefix(3).map { some($0) }.joined(separator: "; ") + (groups.count > 3 ? "; …" : "")
    case .onlyUndated(let asOf, let counted):
      return "날짜가 적힌 상담은 모두 기준일 \(KoreanTerms().day(asOf)) 뒤여서, 날짜 없는 상담 \(grouped(counted))건만 집계했습니다"
    case .passedOver(let file, let header, let column, let read):
      let option = TerminalText.safe(LookAlike(columns: [column], header: header).options[0], columns: 400)
      let (header, read) = (TerminalText.safe(header, columns: 40), TerminalText.safe(read, columns: 40))
      return header == read
        ? "\(TerminalText.safe(file)): ‘\(header)’ 열이 여럿이라 첫 열만 \(column.rawValue)로 읽었습니다"
        : "\(TerminalText.safe(file)): ‘\(read)’ 열을 \(column.rawValue)로 읽고 ‘\(header)’ 열은 읽지 않았습니다. 그 열을 읽으려면 "
          + "\(option) 옵션을 붙이십시오"
    case .unreadMeasures(let file, let headers):
      return "\(TerminalText.safe(file)): 상담 결과를 적은 것으로 보이나 읽지 않은 열이 있습니다: \(some(headers)). 집계에 넣으려면 "
        + "--column 옵션으로 뜻을 지정하십시오"
    case .lookAlike(let file, let like):
      let names = like.columns.map(\.rawValue).joined(separator: ", ")
      if like.isVague {
        return
          "\(TerminalText.safe(file)): 읽지 않은 ‘\(TerminalText.safe(like.header, columns: 40))’ 열이 \(names) 열일 수 있습니다. "
          + "맞으면 \(TerminalText.safe(like.options.joined(separator: " 또는 "), columns: 400)), 아니면 \(like.optionsForNone) 옵션을 붙이십시오"
      }
      return
        "\(TerminalText.safe(file)): 머리글을 알 수 없는 ‘\(TerminalText.safe(like.header, columns: 40))’ 열의 값이 \(names) 열로 "
        + "보입니다. 맞으면 \(TerminalText.safe(like.options.joined(separator: " 또는 "), columns: 400)), 그런 열이 없으면 \(like.optionsForNone) 옵션을 붙이십시오"
    case .countDisagrees(let file, let count):
      return "\(TerminalText.safe(file)): 적힌 건수가 행의 수와 다릅니다(\(count.line)행: 적힌 값 \(grouped(count.stated)), "
        + "행 \(grouped(count.rows ?? 0))개)"
    case .unitBelow(let file, let line):
      return
        "\(TerminalText.safe(file)): 표 아래 \(line)행의 단위는 금액에 쓰지 않았습니다. 그 단위가 맞으면 --unit consulted_amount=만불처럼 지정하십시오"
    case .severalMeetings(let file, let header):
      return
        "\(TerminalText.safe(file)): ‘\(TerminalText.safe(header, columns: 40))’ 열에 한 행의 상담이 여러 건으로 적혀 있으나 한 행을 1건으로 집계했습니다"
    case .names(let file, let names):
      let cells =
        "\(TerminalText.safe(file)): 기업 이름 칸 \(grouped(names.count))개(\(some(names.lines.map { "\($0)" }))행)"
      switch names.doubt {
      case .noName:
        return "\(cells)에 이름으로 보이지 않는 것(부호, 숫자, 개수, 상동, 소계, 작성자, 예시 등)이 있으나 기업으로 집계했습니다"
      case .severalLines: return "\(cells)에 여러 줄이 있으나 저마다 한 기업으로 집계했습니다"
      case .severalNames: return "\(cells)에 여러 이름이나 ‘외 몇 개사’가 있으나 저마다 한 기업으로 집계했습니다"
      case .state:
        return "\(cells)의 이름 뒤 괄호에 취소·노쇼 같은 말이 있습니다. 상담은 그대로 집계하고 괄호 없는 이름과는 다른 기업으로 보았으니, 그 말은 상태 열에 적으십시오"
      }
    case .mixedAmounts(let file, let headers):
      return
        "\(TerminalText.safe(file)): 일부 금액에만 배수(만, K 등)가 있고 배수 없는 숫자는 모두 그 100분의 1이 안 됩니다: \(some(headers)). 적힌 대로 읽었으니, "
        + "같은 단위이면 머리글에 단위를 적거나 --unit 옵션으로 지정하십시오"
    case .signedContracts(let file, let header, let rows):
      return
        "\(TerminalText.safe(file)): ‘\(TerminalText.safe(header, columns: 40))’ 열을 MOU 체결일로 읽어 계약 \(grouped(rows))건을 MOU로도 "
        + "집계했습니다. 계약 체결일이면 --column mou_signed_on= 옵션을 붙이십시오"
    case .sameMeetings(let file, let copy):
      return
        "\(TerminalText.safe(file))의 상담 \(grouped(copy.rows))건이 표기만 다르게 \(TerminalText.safe(copy.other))에도 있습니다(같은 기업·바이어·날짜·결과·"
        + "금액). 두 번 집계했으니, 한쪽이 사본이면 하나만 지정하십시오"
    case .dateInParts(let file, let headers):
      return
        "\(TerminalText.safe(file)): 연·월·일이 따로 적힌 열(\(some(headers)))은 날짜로 읽지 않으므로 상담일이 없습니다. 한 열에 2024-05-02처럼 적어 주십시오"
    case .noStatusColumn(let file, let meetings):
      let which = meetings.map { "상담 \(grouped($0))건을 모두" } ?? "모든 상담을"
      return "\(TerminalText.safe(file)): 상담 상태를 적은 열이 없어 \(which) 실시된 것으로 보았습니다"
    case .notRecorded(let file, let keys, let meetings):
      let names = keys.map { KoreanTerms().measure($0) }.joined(separator: "·")
      return "\(TerminalText.safe(file)): \(KoreanParticle.object.attached(to: names)) 적은 열이 없어, 이 자료의 실시 상담 "
        + "\(grouped(meetings))건에서는 알 수 없습니다. 다른 자료에 적힌 수를 전체 상담과 비교하지 않았습니다"
    case .mergedCells(let file, let columns):
      return "\(TerminalText.safe(file)): \(merged(columns, "칸"))이 병합된 셀의 빈 칸으로 보입니다. 위 칸의 값으로 채우려면 "
        + "\(fillOption(columns)) 옵션을 붙이십시오"
    case .noDates(let asOf, let from):
      return [
        asOf.map { "날짜가 적힌 상담이 없어 기준일 \(KoreanTerms().day($0)) 뒤라고 빠진 것이 없습니다" },
        from.map { "날짜가 적힌 상담이 없어 시작일 \(KoreanTerms().day($0))에 따라 모두 빠졌습니다" },
      ].compactMap { $0 }.joined(separator: "; ")
    case .unknownEditions(let editions):
      let list = editions.map { edition in
        "\(TerminalText.safe(edition.event))(\(TerminalText.safe(edition.series)))"
          + (edition.nearest.map { " → 혹시 \(TerminalText.safe($0))?" } ?? "")
      }
      return "시리즈에 적힌 행사가 자료에 없습니다: \(list.joined(separator: ", "))"
    case .unclearUnit(let file, let column, let header):
      return
        "\(TerminalText.safe(file)): \"\(TerminalText.safe(header, columns: 40))\" 열의 단위를 알 수 없어 단위 없이 적힌 금액을 뺐습니다. "
        + "--unit \(column.rawValue)=만불처럼 단위를 지정하십시오"
    case .assumedCurrency(let cells, let base):
      return "금액 셀 \(grouped(cells))개에 통화 표기가 없어 기준 통화 \(base.code)로 가정했습니다"
    case .reversedRate(let rate):
      return
        "환율 \(rate.meaning)을(를) 썼으나 2000~2026년의 값은 \(rate.low)~\(rate.high)였습니다. 거꾸로 적은 것이면 \(rate.currency.code)=\(rate.meant)처럼 적으십시오"
    case .longAfterAsOf(let file, let rows, let asOf):
      return
        "\(TerminalText.safe(file)): 상담 \(grouped(rows))건의 날짜가 기준일 \(KoreanTerms().day(asOf))보다 1년 넘게 뒤입니다. 날짜의 오타인지 확인하십시오"
    case .farFromOthers(let quarters):
      return "다른 분기와 10년 넘게 떨어진 분기가 있습니다(\(list(quarters))). 날짜의 오타인지 확인하십시오"
    case .buyersApart(let count):
      return
        "국가를 알 수 없는 행의 바이어 \(grouped(count))개사는 국가가 적힌 같은 이름의 바이어와 따로 집계했습니다. 같은 업체이면 그 행에 국가를 적어 주십시오"
    case .unregistered(let role, let rows):
      let who = role == .supplier ? "참가기업이" : "바이어가"
      return "상담 \(grouped(rows))건의 \(who) 등록 자료에 없습니다"
    case .hiddenSheet(let file, let sheet):
      return "\(place(file, sheet)): 숨긴 시트를 읽었습니다"
    case .hiddenRows(let file, let sheet, let count, let places):
      return "\(place(file, sheet)): 숨긴 행 \(grouped(count))개도 읽었습니다(\(some(places))행)"
    case .hiddenColumns(let file, let sheet, let headers):
      return "\(place(file, sheet)): 숨긴 열도 읽었습니다: \(some(headers))"
    case .struckThrough(let file, let sheet, let count, let places, let isPartly):
      return isPartly
        ? "\(place(file, sheet)): 취소선을 그은 글자를 빼고 읽은 칸이 있습니다(\(grouped(count))개 행: \(some(places))행)"
        : "\(place(file, sheet)): 취소선을 그은 칸이 있는 행 \(grouped(count))개도 읽었습니다(\(some(places))행). 취소한 것이면 그 행을 지우십시오"
    case .footnotes(let file, let sheet, let count, let places):
      return "\(place(file, sheet)): 위 첨자로 단 각주 표시를 빼고 읽은 칸이 있습니다(\(grouped(count))개 행: \(some(places))행)"
    case .otherNumbers(let file, let sheet, let count, let places):
      return
        "\(place(file, sheet)): 보이는 숫자와 저장된 값이 다른 칸이 있어 저장된 값으로 읽었습니다(\(grouped(count))개 행: \(some(places))행). 스프레드시트에서 열어 다시 저장하십시오"
    case .scaledAmounts(let file, let sheet, let headers, let isStored):
      return isStored
        ? "\(place(file, sheet)): 셀 서식이 금액을 줄여서 보여 주나 머리글에 배수가 없어 저장된 값으로 읽었습니다: \(some(headers)). 보이는 값이 맞으면 "
          + "--unit 옵션으로 단위를 지정하십시오"
        : "\(place(file, sheet)): 셀 서식이 줄여서 보여 주는 금액을 보이는 값과 적힌 단위로 읽었습니다: \(some(headers)). 서식과 단위가 다르니 확인하십시오"
    case .repeatedAmounts(let file, let sheet, let ranges):
      return "\(place(file, sheet)): 병합된 금액 셀은 걸친 칸마다 같은 금액으로 집계했습니다: \(some(ranges))"
    }
  }

  private static func lines(_ places: [RowPlace], _ files: [String]) -> String {
    zip(files, places).map { "\(TerminalText.safe($0)) \($1.line)행" }.joined(separator: ", ")
  }

  private static func korean(_ doubt: RowDoubt, _ file: String) -> String {
    let file = TerminalText.safe(file)
    let rows = "\(grouped(doubt.count))건"
    let lines =
      doubt.lines.map(String.init).joined(separator: ", ") + (doubt.count > doubt.lines.count ? ", …" : "")
    let place = doubt.lines.isEmpty ? "" : "(\(lines)행)"
    switch doubt.kind {
    case .examples: return "\(file): 번호 칸에 ‘예시’라고 적힌 행 \(rows)\(place)도 집계했습니다"
    case .underNote:
      return
        "\(file): 따로 적은 것으로 보이는 설명 행(\(doubt.lines.map(String.init).joined(separator: ", "))행) 아래의 \(rows)도 집계했습니다"
    case .repeats(let other):
      return
        "\(file): 번호만 다르고 기업·바이어·날짜·결과·금액이 \(other.map { "\(TerminalText.safe($0))의 행" } ?? "앞 행")과 같은 상담 \(rows)\(place)이 있습니다. 두 번 적힌 것인지 확인하십시오"
    case .fullTotals:
      return "\(file): 첫 칸이 합계를 뜻하는 말이어서 업체·날짜·상태가 모두 적힌 행 \(rows)\(place)을 합계 행으로 보고 뺐습니다"
    case .saidOtherwise(let header):
      return
        "\(file): 상태는 실시이나 읽지 않은 ‘\(TerminalText.safe(header, columns: 40))’ 열에 취소·노쇼로 적힌 상담이 \(rows) 있습니다"
    case .farFromEvent: return "\(file): 같은 행사의 다른 상담과 열 달 넘게 떨어진 날짜 \(rows)\(place)이 있습니다. 연도를 확인하십시오"
    case .noNumber:
      return
        "\(file): 사업자등록번호 칸에 번호가 아닌 값(미등록, 0, 5.07E+09 등)이 있는 행 \(rows)\(place)은 이름으로 구별했습니다"
    }
  }
}
