import HashTables
import Model
import Records

/// Tells meetings apart, so that a row given twice counts once: by event and id; without an id by event,
/// participants, date and time; without a date by nothing.
struct MeetingIdentity {
  /// Keys of the times of day; empty where the file has no column of them.
  private var times: [Hash128] = []

  mutating func identify(_ columns: inout ConsultationColumns, _ file: ConsultationFile) {
    columns.identities.reset(columns.rows.count, to: .nothing)
    readTimes(&columns, file)
    columns.forEachCell(.consultationID, file) { columns, index, text, key in
      if isAbsent(text, column: .consultationID, kind: .consultations) { return }
      columns.identities[index] = key.scoped(scope(index, columns, file))
    }
    let cells = columns.block.cells
    for index in columns.rows.indices where columns.identities[index].isNothing {
      guard let meeting = meeting(index, cells, columns, file) else { continue }
      columns.identities[index] = meeting.scoped(scope(index, columns, file))
    }
  }

  /// Ids are those of an event, where the rules say so of a file.
  @inline(__always)
  private func scope(_ index: Int, _ columns: borrowing ConsultationColumns, _ file: ConsultationFile)
    -> UInt64
  {
    file.scopeNumber << 32 | UInt64(columns.rows[index].event)
  }

  private func meeting(
    _ index: Int, _ cells: RecordCells, _ columns: borrowing ConsultationColumns, _ file: ConsultationFile
  ) -> Hash128? {
    let held = file.context.text(cells, columns.record(index), .heldAt)
    if isAbsent(held, column: .heldAt, kind: .consultations) { return nil }
    let time = times.isEmpty ? .nothing : times[index]
    let (suppliers, buyers) = (columns.suppliers, columns.buyers)
    var mixer = Mixer(seed: 1)
    for key in [
      suppliers.ids[index], suppliers.names[index], buyers.ids[index], buyers.names[index], held.key, time,
    ] {
      mixer.add(key.low)
      mixer.add(key.high)
    }
    return mixer.hash128
  }

  /// The times of day that stand in a column of their own; only their text tells two meetings of a day apart.
  private mutating func readTimes(_ columns: inout ConsultationColumns, _ file: ConsultationFile) {
    times.removeAll(keepingCapacity: true)
    if file.context.has(.heldTime) { columns.fetch(.heldTime, into: &times, file) }
  }
}
