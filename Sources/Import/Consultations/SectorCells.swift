import HashTables
import Model
import Records

/// Reads the column of sectors, and sees to it that a sector is named as the first row that counts spells it.
struct SectorCells: ~Copyable {
  private let shared: SharedTables
  private var numbers = SpellingMemo()
  /// Spellings that so far only rows have that do not count.
  private var open: Set<Hash128> = []
  /// Rows of the block whose sector is spelled as in no row before that counts, and the spelling's key.
  private var fresh: [(row: Int, key: Hash128)] = []

  init(shared: SharedTables) { self.shared = shared }

  /// Forgets the file before: the first row of each file with a sector's spelling may give its label.
  mutating func beginFile() {
    numbers = SpellingMemo()
    open = []
  }

  mutating func beginBlock() { fresh.removeAll(keepingCapacity: true) }

  /// The sector that the row names, in place of a participant's.
  mutating func read(_ columns: inout ConsultationColumns, _ file: ConsultationFile) {
    let shared = shared
    columns.forEachCell(.sector, file) { columns, index, text, key in
      var isNew = false
      let packed = numbers.value(key) {
        if isAbsent(text, column: .sector, kind: .consultations) { return Packed.absent }
        isNew = true
        let (number, unlisted) = shared.sectors.withLock { $0.number(text.string) }
        return UInt64(number) << 1 | (unlisted ? 1 : 0)
      }
      if packed == Packed.absent { return }
      if isNew || !open.isEmpty && open.contains(key) { fresh.append((index, key)) }
      columns.rows[index].sector = UInt32(packed >> 1) + 1
      if packed & 1 == 1 { columns.flag(index, .unlistedSector, .sector) }
    }
  }

  /// Notes which spellings rows that count have; call it when it is known which rows of the block do.
  ///
  /// A spelling of which no row counted so far stays open: a later one may give the sector its label.
  mutating func note(_ columns: borrowing ConsultationColumns, _ file: ConsultationFile) {
    let (cells, cell) = (columns.block.cells, file.context.cell(.sector))
    let position = (file.context.input.index + 1) << 44 | columns.block.sequence << 20
    for (index, key) in fresh {
      var counted = index
      while counted < columns.records.count,
        !(columns.counts(counted) && cells.cell(columns.record(counted), cell).key == key)
      {
        counted += 1
      }
      guard counted < columns.records.count else {
        open.insert(key)
        continue
      }
      open.remove(key)
      let record = columns.record(counted)
      _ = shared.sectors.withLock { $0.note(cells.cell(record, cell).string, position: position | record) }
    }
  }
}
