/// A document of JSON that is handed on while it is made.
package protocol StreamedJSON {
  /// Hands the document on piece by piece as UTF-8.
  func write(to sink: ([UInt8]) throws -> Void) rethrows
}

extension StreamedJSON {
  /// The document as UTF-8.
  package func render() -> [UInt8] {
    var bytes: [UInt8] = []
    write { bytes.append(contentsOf: $0) }
    return bytes
  }
}
