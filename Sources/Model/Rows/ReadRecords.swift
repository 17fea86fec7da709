/// What a run has read, but for the rows themselves.
package struct ReadRecords: Sendable {
  /// What became of every file, in reading order.
  package var inputs: [InputReport]
  /// All counted registrations, in reading order.
  package var registrations: [Registration]
  /// What the numbers in rows stand for.
  package var names: any RecordNames
  /// Every MOU of a counted row, in reading order, whatever the as-of date.
  package var mous: [NamedConsultation]
  /// The last date in the data: of a meeting, or of an MOU of a held one.
  package var lastDate: Day?
  /// Where days stand, a few places for every quarter.
  package var datedPlaces: [DatedPlace]
  /// The events that rows or registrations name, and the one of rows that name none.
  package var events: [String]
  /// Buyers whose rows state no country, each with those of the same name whose rows state one; by their numbers.
  package var namesakes: [UInt32: [UInt32]] = [:]

  /// What ids and names leave in doubt.
  package var identityDoubts = IdentityDoubts()

  package init(
    inputs: [InputReport], registrations: [Registration], names: any RecordNames, mous: [NamedConsultation],
    lastDate: Day?, datedPlaces: [DatedPlace], events: [String]
  ) {
    self.inputs = inputs
    self.registrations = registrations
    self.names = names
    self.mous = mous
    self.lastDate = lastDate
    self.datedPlaces = datedPlaces
    self.events = events
  }
}

/// A row with a day.
package struct DatedPlace: Sendable, Hashable {
  /// Index into the run's inputs.
  package var input: Int
  /// Where the record begins, counted from 1.
  package var line: Int
  /// The day of the meeting or of signing.
  package var day: Day

  package init(input: Int, line: Int, day: Day) {
    (self.input, self.line, self.day) = (input, line, day)
  }
}
