import Testing

@testable import Values

@Suite struct TotalWordsTests {
  @Test(arguments: [
    ("합계", TotalKind.either, true), ("합 계", .either, true), ("합계(2건)", .either, true),
    ("[소 계]", .section, true),
    ("총합계", .all, true), ("누계:", .all, true), ("평균", .average, true), ("TOTAL : 36개사", .either, true),
    ("Ｔｏｔａｌ", .either, true), ("Grand Total", .all, true), ("계 1,234", .either, true),
    ("일본 소계", .section, false), ("국가 계", .either, false), ("베트남소계(3건)", .section, false),
  ])
  func aLabelOfATotalIsKnown(_ cell: String, _ kind: TotalKind, _ isAlone: Bool) {
    #expect(TotalWords.label(cell) == TotalWords.Label(kind: kind, isAlone: isAlone))
  }

  @Test(arguments: ["한국기계", "계림상사", "Totalix", "㈜합계산업", "Summit", "가나 2호", "", "(주)총계약"])
  func namesAreNoLabelsOfTotals(_ cell: String) { #expect(TotalWords.label(cell) == nil) }
}
