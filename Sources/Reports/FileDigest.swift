import Crypto
import Model
import Platform

/// Hashes of files and texts.
package enum FileDigest {
  /// SHA-256 of a file, lower-case hexadecimal, with its size in bytes.
  package static func sha256(of path: String) throws(SystemError) -> (hash: String, size: Int) {
    let file = try InputFile(path: path)
    var digest = SHA256()
    var size = 0
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      var failure: SystemError?
      let count = block.withUnsafeMutableBytes { buffer -> Int in
        do throws(SystemError) { return try file.read(into: buffer) } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      if count == 0 { return (hexadecimal(digest.finalize()), size) }
      digest.update(data: block[..<count])
      size += count
    }
  }

  /// SHA-256 of texts, lower-case hexadecimal; boundaries between the texts count.
  package static func sha256(of texts: [String]) -> String {
    var digest = SHA256()
    for text in texts {
      digest.update(data: Array("\(text.utf8.count):\(text);".utf8))
    }
    return hexadecimal(digest.finalize())
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
