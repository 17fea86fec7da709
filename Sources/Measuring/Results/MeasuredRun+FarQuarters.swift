import Model

extension MeasuredRun {
  /// Quarters that lie more than ten years from all others: all but the stretch in which most was booked.
  ///
  /// A stretch is a row of quarters with something in them, none more than ten years from the next.
  var farQuarters: [Quarter] {
    var booked: [Int32: Int] = [:]
    for key in groups.keys {
      if case .quarter(let quarter?) = key { booked[Int32(quarter.index), default: 0] += groups[key].booked }
    }
    for (key, count) in sink.tally.signedQuarters where key.group == .total {
      booked[Int32(key.quarter.index), default: 0] += count
    }
    var stretches: [[Int32]] = []
    for index in booked.keys.sorted() {
      if let last = stretches.last?.last, index - last <= 40 {
        stretches[stretches.count - 1].append(index)
      } else {
        stretches.append([index])
      }
    }
    func weight(_ stretch: [Int32]) -> Int { stretch.reduce(0) { $0 + (booked[$1] ?? 0) } }
    guard let main = stretches.indices.max(by: { weight(stretches[$0]) < weight(stretches[$1]) }) else {
      return []
    }
    return stretches.indices.filter { $0 != main }.flatMap { stretches[$0] }.map { Quarter(index: .init($0)) }
  }

  /// Stops where quarters lie so far from all others that their dates are probably typing errors.
  package func refuseFarQuarters() throws(TallyError) {
    let far = Set(farQuarters)
    if far.isEmpty { return }
    let places = records.datedPlaces.filter {
      far.contains(Quarter($0.day, fiscalYearStart: request.rules.fiscalYearStart))
    }
    let cells = places.prefix(10).map { place in
      let file = records.inputs.indices.contains(place.input) ? records.inputs[place.input].file : ""
      return DatedCell(file: file, line: place.line, day: place.day)
    }
    throw TallyError(.input(.farQuarters(Array(far.sorted().prefix(10)), places: cells)))
  }
}
