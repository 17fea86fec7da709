import Foundation
import TestSupport
import Testing

/// Pages, documents of the word processor, and what commands print, as they were when somebody last read them.
@Suite struct StoredDocumentTests {
  @Test func thePageIsAsStored() throws {
    let folder = try Folder()
    let answer = try Program.run(
      ["report"] + FixtureTests.pohang + FixtureTests.options()
        + ["--format", "html", "--language", "en", "--output", folder.path])
    #expect(answer.code == 0, "\(answer.messages)")
    let name = "pohang-2020.en.html"
    #expect(try Golden.difference(folder.data(name), from: name) == nil)
  }

  /// Its drawings of quarters and of editions are in no report of one event.
  @Test func thePageOfATrendIsAsStored() throws {
    let fixture = "pohang-forum-series"
    let expected = try FixtureTests.expected(fixture)
    let inputs = FixtureTests.inputs(of: expected["reports"][0], fixture)
    let series = try #require(expected["over_time"]["series"].text)
    let folder = try Folder()
    let answer = try Program.run(
      ["trend"] + inputs + ["--series", series, "--name", "pohang-trend", "--as-of", "2022-12-31"]
        + ["--format", "html", "--language", "ko", "--output", folder.path])
    #expect(answer.code == 0, "\(answer.messages)")
    let name = "pohang-trend.ko.html"
    #expect(try Golden.difference(folder.data(name), from: name) == nil)
  }

  @Test(arguments: ["ko", "en"]) func theTextOfTheWordProcessorsDocumentIsAsStored(_ language: String) throws
  {
    let folder = try Folder()
    let answer = try Program.run(
      ["report"] + FixtureTests.pohang + FixtureTests.options()
        + ["--format", "hwpx", "--language", language, "--output", folder.path])
    #expect(answer.code == 0, "\(answer.messages)")
    let name = "pohang-2020.\(language).hwpx"
    let text = try SectionLines.text(ofFile: "\(folder.path)/\(name)")
    #expect(try Golden.difference(text.utf8, from: "\(name).txt") == nil)
  }

  /// The definition is one for both languages; what is said of it is in one.
  @Test(arguments: ["ko", "en"]) func theSuggestedDefinitionIsAsStored(_ language: String) throws {
    let folder = try Folder()
    try folder.write(
      "meetings.csv",
      "국내 참가업체명,바이어사,상담방식,진행상태,결과,상담액(USD 천단위),계약추진액,통화\n"
        + "가람산업,Example Trade,줌,완료,협의 지속,5,1200,USD\n나루식품,Sample Import,화상,진행을 완료하였음,MOU,6,900,현지화\n"
        + "다온기계,Example Trade,줌,완료,사진 촬영,7,,\n라온화학,Model Foods,대면,상담 불참함,,,,\n")
    try folder.write(
      "members.csv", "번호,구분,업체명,국가,상태\n1,수출사,가람산업,한국,확정\n2,바이어,Example Trade,베트냠,잠정\n")
    let answer = try Program.run(
      ["check", "--suggest", "--registrations", "members.csv", "--consultations", "meetings.csv"]
        + ["--event", "autumn", "--language", language], in: folder)
    #expect(answer.code == 65, "\(answer.messages)")
    #expect(try Golden.difference(answer.output.utf8, from: "suggestion.yaml") == nil)
    #expect(try Golden.difference(answer.messages.utf8, from: "suggestion.\(language).txt") == nil)
  }

  /// The definition stands in the workspace itself, so that inputs are named without its path.
  @Test(arguments: [("ko", "ko_KR.UTF-8"), ("en", "en_US.UTF-8")])
  func theDifferenceOfTwoRunsIsAsStored(_ language: String, _ locale: String) throws {
    let folder = try Folder()
    let header = "supplier,buyer,country,held_at,status,outcome,consulted_amount,currency\n"
    try folder.write(
      "event.yaml",
      "kind: post-event\nname: event\nevent: forum\ninputs: {consultations: meetings.csv}\nformats: [json]\n")
    for rows in [
      "Alpha,Gamma,JP,2020-10-30,completed,mou,1000,USD\nBeta,Delta,RU,2020-10-30,completed,none,500,USD\n"
        + "Beta,Gamma,JP,2020-10-30,no_show,,,\n",
      "Alpha,Gamma,JP,2020-10-30,completed,mou,1200,USD\nBeta,Gamma,JP,2020-10-30,completed,mou,250.50,USD\n"
        + "Alpha,Delta,RU,2020-10-31,completed,contract,100,USD\n",
    ] {
      try folder.write("meetings.csv", header + rows)
      let run = try Program.run(["run", "event.yaml"], in: folder)
      #expect(run.code == 0, "\(run.messages)")
    }
    let answer = try Program.run(["history", "diff", "1", "2"], in: folder, environment: ["LANG": locale])
    #expect(answer.code == 0, "\(answer.messages)")
    #expect(try Golden.difference(answer.output.utf8, from: "history-diff.\(language).txt") == nil)
  }
}
