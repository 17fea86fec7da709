import XML
import Zip

/// Reads a written document back before anybody relies on it.
enum HwpxVerifier {
  /// Checks that the members are those that were to be written, in their order, whole and unchanged, that each XML
  /// part is well-formed, and that the sections hold every text of the pages, in the same order.
  static func verify(path: String, parts: [HwpxDocument.Part], pages: [PageRun]) throws(HwpxFault) {
    do {
      let reader = try HwpxReader(path: path)
      try compare(reader, with: parts, path: path)
      let sections = try reader.sections()
      guard sections == pages.map(\.texts) else {
        throw HwpxFault.damaged(path: path, member: "Contents", reason: "its texts are others")
      }
    } catch let fault as HwpxFault {
      throw fault
    } catch let fault as ZipReader.Fault {
      throw .damaged(path: path, member: fault.member, reason: fault.reason)
    } catch let fault as XMLStream.Fault {
      throw .damaged(path: path, member: "Contents", reason: fault.reason)
    } catch {
      throw .damaged(path: path, member: "zip", reason: "\(error)")
    }
  }

  private static func compare(
    _ reader: HwpxReader, with parts: [HwpxDocument.Part], path: String
  ) throws {
    guard reader.members == parts.map(\.name),
      reader.storedMembers == parts.filter({ $0.method == .stored }).map(\.name)
    else { throw HwpxFault.damaged(path: path, member: "zip", reason: "its list of members is another one") }
    for part in parts {
      let content = try reader.content(of: part.name) ?? []
      guard content == part.bytes else {
        throw HwpxFault.damaged(path: path, member: part.name, reason: "its content is another one")
      }
      guard part.name.hasSuffix(".xml") || part.name.hasSuffix(".hpf") else { continue }
      do throws(XMLStream.Fault) {
        try HwpxReader.read(content, NoSink())
      } catch {
        throw HwpxFault.damaged(path: path, member: part.name, reason: error.reason)
      }
    }
  }

  /// Only whether it can be read at all is of interest.
  private final class NoSink: XMLReader {
    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}

extension PageRun {
  /// The texts as a reader of the section finds them.
  fileprivate var texts: HwpxReader.Section {
    var section = HwpxReader.Section()
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): section.paragraphs.append(paragraph.text)
      case .grid(let grid):
        let rows = grid.rows.map { $0.map { $0.paragraphs.map(\.text) } }
        section.tables.append(rows.map { $0.map { $0.joined(separator: "\n") } })
        // The paragraph that holds the table ends after it and has no text of its own.
        section.paragraphs += rows.flatMap { $0.flatMap(\.self) } + [""]
      }
    }
    return section
  }
}
