import Content
import Crypto
import Foundation
import Model
import TestSupport
import Testing

@testable import Html

@Suite struct PageTests {
  @Test func policyAllowsThisStyleAndNothingElse() throws {
    let digest = Data(SHA256.hash(data: Data(PageStyle.sheet.utf8))).base64EncodedString()
    #expect(PageStyle.sha256 == digest, "put this digest into PageStyle")
    let text = String(decoding: HtmlPage(Samples.event).bytes, as: UTF8.self)
    #expect(
      text.contains(
        "content=\"default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'\""))
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"ko\">\n"))
    for word in ["@import", "url(", "expression(", "@font-face"] { #expect(!PageStyle.sheet.contains(word)) }
  }

  /// Nothing that is imported becomes an element, an attribute, a script, a style or a link.
  @Test(arguments: Sample.allCases) func everyTextIsText(_ sample: Sample) throws {
    let page = HtmlPage(sample.content)
    let body = try PageReading.body(of: page)
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("<svg/"))
    #expect(text.components(separatedBy: "<style").count == 2)
    #expect(text.components(separatedBy: "</style").count == 2)
    #expect(text.components(separatedBy: "<title>").count == 2)
    for element in body.elements {
      #expect(Element(rawValue: element.name) != nil)
      for key in element.attributes.keys { #expect(Attribute(rawValue: key) != nil) }
      if let link = element.attributes["href"] { #expect(link.hasPrefix("#")) }
    }
    // Joiners belong to emoji and to several scripts.
    for scalar in text.unicodeScalars where ![0x0A, 0x200C, 0x200D].contains(scalar.value) {
      #expect(![.control, .format].contains(scalar.properties.generalCategory))
    }
  }

  @Test func hostileTextsStandAsTheyAre() throws {
    let body = try PageReading.body(of: HtmlPage(Samples.hostileContent))
    for text in Samples.hostile { #expect(body.texts.contains(HarmlessText.plain(text))) }
  }

  @Test func everyPartStandsInThePage() throws {
    let body = try PageReading.body(of: HtmlPage(Samples.event))
    let said = [
      "2020 동북아CEO경제협력포럼 국제무역상담회 결과", "상담 104건을 실시함. MOU 5건을 체결함.", "104건", "노쇼 8건", "323.0", "(28건)", "[잠정]",
      "[소표본]", "자료가 보완되면 바뀔 수 있는 수치임.", "비중은 상담 실시 건수 기준임.", "예약 118건 가운데 104건 실시", "포항시는 상담 104건을 진행했다.",
      "6.8%(8/118)",
      "상담 실시: 실제로 열린 상담.", "등록하지 않은 바이어 9개사가 상담함.", "단위: 만 달러", "본문으로 건너뛰기", "포항시", " [1.6%, 19.1%]",
    ]
    for text in said { #expect(body.texts.contains(text), "\(text)") }
    #expect(!body.texts.contains("예약된 상담이 하나도 없는 분기임."), "a mark that no figure has is not explained")
    #expect(body.all("h1").count == 1)
    #expect(body.all("main").count == 1)
    let places = body.elements.compactMap { $0.attributes["id"] }
    #expect(Set(places).count == places.count)
    for section in Samples.event.sections { #expect(places.contains(section.id.rawValue)) }
  }

  @Test func headersSayWhatTheyHead() throws {
    let body = try PageReading.body(of: HtmlPage(Samples.event))
    for header in body.all("th") { #expect(["row", "col"].contains(header["scope"])) }
    #expect(body.all("caption").count == body.all("table").count)
    for drawing in body.elements where drawing.name == "svg" && drawing.path.contains("figure") {
      let isPart =
        drawing.path.filter { $0 == "svg" }.count > 1 || drawing.attributes["aria-hidden"] == "true"
      #expect(isPart || drawing.attributes["aria-label"] == "예약 118건 가운데 104건 실시. 그래프를 말로 한 것.")
    }
  }

  @Test func theSameContentMakesTheSameBytes() {
    #expect(HtmlPage(Samples.event).bytes == HtmlPage(Samples.event).bytes)
  }

  @Test func tableWithoutRowsSaysSo() throws {
    var content = Samples.event
    let table = Table(
      name: "t", caption: "c", columns: [TableColumn("a", .label), TableColumn("", .count)], rows: [])
    content.handOut = [Section(.mous, heading: "h", parts: [.table(table)])]
    content.comparisons = []
    let body = try PageReading.body(of: HtmlPage(content))
    #expect(body.texts.contains("해당 없음"))
    #expect(body.all("td").contains { $0["colspan"] == "2" })
    #expect(body.all("th").count == 1, "a header without a name is none")
  }

  @Test func pageIsAsStored() throws {
    #expect(try Golden.difference(HtmlPage(Samples.event).bytes, from: "event.ko.html") == nil)
  }
}
