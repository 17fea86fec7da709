import CZlib

/// The checksum of zip files.
package struct CRC32: Sendable {
  /// The checksum of everything added so far.
  package private(set) var value: UInt32 = 0

  /// The checksum of no bytes.
  package init() {}

  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Without bytes zlib would begin again.
    guard !bytes.isEmpty else { return }
    value = UInt32(truncatingIfNeeded: crc32_z(uLong(value), bytes.baseAddress, bytes.count))
  }

  /// Appends a block known by its CRC and length only.
  package mutating func add(_ other: CRC32, size: Int) {
    value = UInt32(truncatingIfNeeded: crc32_combine(uLong(value), uLong(other.value), size))
  }
}
