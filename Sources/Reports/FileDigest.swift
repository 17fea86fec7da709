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
    while true {
      let block = try file.read(upTo: 1 << 18)
      if block.isEmpty { return (digest.finalize().hexadecimal, size) }
      digest.update(data: block)
      size += block.count
    }
  }

  /// SHA-256 of texts, lower-case hexadecimal; boundaries between the texts count.
  package static func sha256(of texts: [String]) -> String {
    var digest = SHA256()
    for text in texts {
      digest.update(data: Array("\(text.utf8.count):\(text);".utf8))
    }
    return digest.finalize().hexadecimal
  }
}
