import HashTables
import Model
import Records

// The rows that count, for comparing them with those of another run. Neither a hash nor what goes into it depends
// on the order in which anything was met.

extension ConsultationColumns {
  /// The rows of the block that were not turned away.
  func digests(_ file: ConsultationFile) -> [RowDigest] {
    let context = file.context
    let cells = block.cells
    return records.indices.filter { counts($0) }.map { index in
      let record = record(index)
      let id = context.value(cells, record, .consultationID)
      let event = context.value(cells, record, .event).key
      var keys = [event, id.key]
      if id.isEmpty {
        let held = context.value(cells, record, .heldAt)
        keys += [Column.supplierID, .supplier, .buyerID, .buyer, .heldTime].map {
          context.value(cells, record, $0).key
        }
        // A row without id and date is no other row's equal, but in everything.
        keys.append(held.isEmpty ? Hash128(high: 1, low: contents[index]) : held.key)
      }
      return RowDigest(
        input: context.input.index, line: block.line(of: record), identity: keys.digest,
        content: contents[index])
    }
  }
}

extension RegistrationWorker {
  /// A row that was not turned away.
  func digest(_ entry: Entry, line: Int, _ context: FileContext) -> RowDigest {
    let cells = block.cells
    var keys = [Column.event, .registrationID].map { context.value(cells, entry.record, $0).key }
    keys.append(Hash128(high: 0, low: UInt64(entry.registration.role.rawValue) + 1))
    if keys[1].isNothing {
      keys += [Column.organization, .country].map { context.value(cells, entry.record, $0).key }
    }
    return RowDigest(
      input: context.input.index, line: line, identity: keys.digest,
      content: context.content(cells, entry.record))
  }
}

extension [Hash128] {
  /// One hash of all, from which none can be read.
  fileprivate var digest: UInt64 {
    var mixer = Mixer(seed: 3)
    for key in self {
      mixer.add(key.low)
      mixer.add(key.high)
    }
    return mixer.hash64
  }
}
