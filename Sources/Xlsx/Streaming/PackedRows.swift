import CXlsxWriter
import Platform
import Zip

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Rows of a sheet that wait, packed, for the workbooks that show them.
///
/// Pieces come in any order from any thread; together they have to be rows that follow one another. They wait
/// in a temporary file, so that memory does not grow with rows.
package final class PackedRows: Sendable {
  /// A piece and where it waits.
  struct Place {
    let rows: Range<Int>
    let offset: Int
    let packedSize: Int
    let crc: CRC32
    let size: Int
  }

  private struct State {
    var places: [Place] = []
    var used = 0
    var columns = 0
  }

  private let state = Guarded(State())
  private let descriptor: Int32

  /// Begins without rows.
  ///
  /// - Parameter temporaryDirectory: Where the rows wait; nil takes `TMPDIR`, else `/tmp`.
  package init(temporaryDirectory: String? = nil) throws(WorkbookError) {
    let file = try TemporaryFile.make(in: temporaryDirectory ?? FileSystem.temporaryFolder)
    // The file goes with the descriptor.
    unlink(file.path)
    descriptor = file.descriptor
  }

  deinit { close(descriptor) }

  /// Packs some rows and keeps them.
  package func add(_ piece: RowPiece) throws(WorkbookError) {
    let packed = try piece.packed()
    let offset = state.withLock { state in
      let offset = state.used
      state.used += packed.bytes.count
      state.columns = piece.columns
      state.places.append(
        Place(
          rows: piece.rows, offset: offset, packedSize: packed.bytes.count, crc: packed.crc, size: packed.size
        ))
      return offset
    }
    let isWritten = packed.bytes.withUnsafeBytes { WholeBytes.write(descriptor, $0, at: offset) }
    guard isWritten else { throw fault("its rows cannot be written") }
  }

  /// The pieces in the order of their rows, and how many columns these have.
  ///
  /// - Throws: `WorkbookError` where rows are missing.
  func pieces() throws(WorkbookError) -> (places: [Place], columns: Int) {
    let (places, columns) = state.withLock { state in
      (state.places.sorted { $0.rows.lowerBound < $1.rows.lowerBound }, state.columns)
    }
    for (before, next) in zip(places, places.dropFirst()) where before.rows.upperBound != next.rows.lowerBound
    {
      throw .rowOrder(sheet: "rows", row: next.rows.lowerBound, after: before.rows.upperBound - 1)
    }
    return (places, columns)
  }

  /// Hands on a piece's packed bytes.
  func read(_ place: Place, _ output: (UnsafeRawBufferPointer) throws(WorkbookError) -> Void)
    throws(WorkbookError)
  {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: place.packedSize, alignment: 16)
    defer { buffer.deallocate() }
    guard WholeBytes.read(descriptor, into: buffer, at: place.offset) else {
      throw fault("its rows cannot be read back")
    }
    try output(UnsafeRawBufferPointer(buffer))
  }

  private func fault(_ what: String) -> WorkbookError {
    .damaged(
      path: "the temporary folder", member: "rows", reason: "\(what): \(String(cString: strerror(errno)))")
  }
}
