import XML

/// Reads a page back and tells whether it is what was meant to be written: its head byte for byte, its body well-formed,
/// of the elements and attributes that pages have, with every text in its place.
struct PageCheck {
  /// What stands in front of the body.
  let head: [UInt8]
  /// What stands behind it.
  let foot: [UInt8]
  /// How many bytes the page has.
  let length: Int
  /// What the body holds.
  let digest: MarkupDigest

  /// What is wrong with a page; nil where nothing is.
  func fault(in page: [UInt8]) -> String? {
    guard page.count == length else { return "it has \(page.count) bytes instead of \(length)" }
    guard page.count > head.count + foot.count, page.starts(with: head) else {
      return "it does not begin as it was written"
    }
    guard page.suffix(foot.count).elementsEqual(foot) else { return "it does not end as it was written" }
    let reader = BodyReader()
    do throws(XMLStream.Fault) {
      let stream = try XMLStream(reader)
      try page.withUnsafeBufferPointer { (all) throws(XMLStream.Fault) in
        try stream.add(UnsafeBufferPointer(rebasing: all[head.count..<(page.count - foot.count)]))
      }
      try stream.finish()
    } catch {
      return error.reason
    }
    if let fault = reader.fault { return fault }
    if reader.digest != digest { return lost(reader.digest) }
    return reader.lostLink
  }

  /// What is not there, or not as it was written.
  private func lost(_ found: MarkupDigest) -> String {
    if found.elements != digest.elements {
      return "it holds \(found.elements) elements instead of \(digest.elements)"
    }
    if found.textBytes != digest.textBytes {
      return "it holds \(found.textBytes) bytes of text instead of \(digest.textBytes)"
    }
    return "a text or an attribute in it is not what was written"
  }
}

/// Takes the body of a page in and refuses what pages do not have.
private final class BodyReader: XMLReader {
  private(set) var digest = MarkupDigest()
  private(set) var fault: String?
  private var ids: Set<String> = []
  private var targets: Set<String> = []

  /// A place of the page that is named in it and is not there, as a fault.
  var lostLink: String? {
    targets.subtracting(ids).min().map { "it names a place #\($0), which is not there" }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let element = name.string
    if Element(rawValue: element) == nil { fail("it has an element \(element), which pages do not have") }
    digest.begin(element)
    attributes.forEach { key, value in take(key.string, String(cString: value), of: element) }
    digest.content()
  }

  func end(_ name: XMLName) { digest.end() }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { digest.text(bytes) }

  private func take(_ key: String, _ value: String, of element: String) {
    digest.attribute(key, value.utf8)
    guard let attribute = Attribute(rawValue: key) else {
      return fail("\(element) has an attribute \(key), which pages do not have")
    }
    switch attribute {
    case .id: if !ids.insert(value).inserted { fail("the id \(value) stands twice in it") }
    case .href:
      guard value.hasPrefix("#") else { return fail("a link leads out of it") }
      targets.insert(String(value.dropFirst()))
    case .ariaLabelledBy: targets.insert(value)
    default: break
    }
  }

  private func fail(_ reason: String) { fault = fault ?? reason }
}
