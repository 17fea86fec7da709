import Content
import Foundation
import Model
import TestSupport
import Testing
import XML
import Zip

@testable import Hwpx

/// The file as a whole: its members, what they hold, and that it is the same on every run.
@Suite struct DocumentTests {
  static func reader(_ content: ReportContent) throws -> HwpxReader {
    try HwpxReader(HwpxDocument(content, created: 1_606_694_400).bytes())
  }

  static func text(_ reader: HwpxReader, _ name: String) throws -> String {
    String(decoding: try #require(try reader.content(of: name)), as: UTF8.self)
  }

  @Test func theMimeTypeComesFirstAndAsItIs() throws {
    let reader = try Self.reader(Samples.postEvent())
    #expect(reader.members.first == "mimetype")
    #expect(reader.storedMembers == ["mimetype"])
    #expect(try Self.text(reader, "mimetype") == "application/hwp+zip")
    // Programs that look at the first bytes alone find the type at a fixed place.
    let bytes = try HwpxDocument(Samples.empty(), created: 0).bytes()
    #expect(String(decoding: bytes[30..<57], as: UTF8.self) == "mimetypeapplication/hwp+zip")
  }

  @Test func everyPartIsListedAndEveryListedPartIsThere() throws {
    let reader = try Self.reader(Samples.postEvent())
    let list = try Self.text(reader, "Contents/content.hpf")
    let listed = list.matches(of: /href="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(listed).isSubset(of: reader.members))
    let expected =
      ["Contents/header.xml", "settings.xml", "version.xml"]
      + reader.members.filter { $0.hasPrefix("Contents/section") }
    #expect(Set(listed) == Set(expected))
    #expect(reader.members.contains("Contents/section2.xml"))
    #expect(try Self.text(reader, "META-INF/container.xml").contains("full-path=\"Contents/content.hpf\""))
  }

  @Test func theSameContentMakesTheSameBytes() throws {
    for content in [Samples.postEvent(), Samples.trend(), Samples.random(7)] {
      let first = try HwpxDocument(content, created: 86_400).bytes()
      #expect(try HwpxDocument(content, created: 86_400).bytes() == first)
    }
  }

  @Test func thePropertiesSayWhatItIs() throws {
    let list = try Self.text(Self.reader(Samples.postEvent()), "Contents/content.hpf")
    #expect(list.contains("<opf:title>2020 환동해 경제협력포럼 수출상담회 결과</opf:title>"))
    #expect(list.contains("<opf:language>ko</opf:language>"))
    #expect(list.contains("name=\"CreatedDate\" content=\"text\">2020-11-30T00:00:00Z<"))
  }

  @Test func itHoldsNothingThatActs() throws {
    let reader = try Self.reader(Samples.postEvent())
    for name in reader.members where name.hasSuffix(".xml") || name.hasSuffix(".hpf") {
      let text = try Self.text(reader, name)
      for word in [
        "fieldBegin", "hp:pic", "hp:ole", "<script", "linkinfo", "HYPERLINK", "<!DOCTYPE", "href=\"http",
      ] {
        #expect(!text.contains(word), "\(name) has \(word)")
      }
    }
  }

  @Test func stylesAreReferredToByNumbersThatExist() throws {
    let reader = try Self.reader(Samples.random(3))
    let header = try Self.text(reader, "Contents/header.xml")
    func count(_ element: String) -> Int { header.components(separatedBy: "<hh:\(element) id=").count - 1 }
    #expect(header.contains("name=\"개요 ㅇ\" engName=\"Outline 2\""))
    for name in reader.members where name.hasPrefix("Contents/section") {
      let text = try Self.text(reader, name)
      for (attribute, element, first) in [
        ("charPrIDRef", "charPr", 0), ("paraPrIDRef", "paraPr", 0), ("styleIDRef", "style", 0),
        ("borderFillIDRef", "borderFill", 1),
      ] {
        let numbers = try text.matches(
          of: Regex("\(attribute)=\"([0-9]+)\"", as: (Substring, Substring).self)
        )
        .compactMap { Int($0.output.1) }
        #expect(!numbers.isEmpty)
        #expect(numbers.allSatisfy { (first..<(count(element) + first)).contains($0) }, "\(attribute)")
      }
    }
  }

  @Test func itIsWrittenWholeAndReadBack() throws {
    let folder = try Folder()
    let path = "\(folder.path)/a.hwpx"
    try HwpxDocument(Samples.postEvent(), created: 0).write(to: path)
    #expect(try HwpxReader(path: path).sections().count == 3)
    #expect(try folder.files().keys.sorted() == ["a.hwpx"])
  }

  @Test(arguments: ["content", "text", "order", "method", "markup"])
  func whatIsNotWholeIsRefused(_ kind: String) throws {
    let folder = try Folder()
    let path = "\(folder.path)/a.hwpx"
    let document = HwpxDocument(Samples.postEvent(), created: 0)
    let pages = ReportLayout.pages(of: Samples.postEvent())
    var parts = document.parts(pages)
    var written = parts
    let section = try #require(parts.firstIndex { $0.name == "Contents/section0.xml" })
    switch kind {
    case "content": written[1] = .init(name: parts[1].name, bytes: parts[1].bytes + [0x20])
    case "text":
      let text = String(decoding: parts[section].bytes, as: UTF8.self)
      let other = HwpxDocument.Part(
        name: parts[section].name, bytes: Array(text.replacing("러시아", with: "러시").utf8))
      (parts[section], written[section]) = (other, other)
    case "order": written.swapAt(1, 2)
    case "method": written[0].method = .deflated
    default:
      let cut = HwpxDocument.Part(name: parts[2].name, bytes: Array(parts[2].bytes.dropLast(3)))
      (parts[2], written[2]) = (cut, cut)
    }
    try Data(HwpxDocument.zip(written)).write(to: URL(filePath: path))
    #expect(throws: HwpxFault.self) { try HwpxVerifier.verify(path: path, parts: parts, pages: pages) }
  }

  @Test func whatIsWholeIsNotRefused() throws {
    let folder = try Folder()
    let path = "\(folder.path)/a.hwpx"
    for seed in 1...12 {
      let content = Samples.random(UInt64(seed))
      try HwpxDocument(content, created: 0).write(to: path)
    }
  }
}
