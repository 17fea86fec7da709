import Model

/// A group of consultations as a table shows it.
struct LabelledGroup {
  var label: String
  let measures: Measures
  /// The measures that changed since they were published.
  var revised: Set<FigureMeasure> = []
  /// Whether it is a time whose pending consultations may still be held.
  var isProvisional = false
}

/// Groups as tables show them, labelled when they are asked for, since there may be very many.
struct LabelledGroups: RandomAccessCollection {
  private let places: [Int]
  private let measure: (Int) -> Measures
  private let label: (Int) -> LabelledGroup
  private let isKnown: (Int) -> Bool

  /// - Parameters:
  ///   - areTimes: whether pending consultations may still be added to a group.
  ///   - isKnown: whether a key names a group.
  init<Key>(
    _ groups: [Group<Key>], areTimes: Bool = false, isKnown: @escaping (Key) -> Bool = { _ in true },
    label: @escaping (Key) -> String, revised: @escaping (Key) -> Set<FigureMeasure>
  ) {
    places = Array(groups.indices)
    measure = { groups[$0].measures }
    self.isKnown = { isKnown(groups[$0].key) }
    self.label = {
      let group = groups[$0]
      return LabelledGroup(
        label: label(group.key), measures: group.measures, revised: revised(group.key),
        isProvisional: areTimes && group.measures.pending > 0)
    }
  }

  private init(_ groups: LabelledGroups, places: [Int]) {
    self.places = places
    (measure, label, isKnown) = (groups.measure, groups.label, groups.isKnown)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places.count }
  subscript(index: Int) -> LabelledGroup { label(places[index]) }

  /// The measures without the labels.
  var measures: some Collection<Measures> { places.lazy.map(measure) }

  /// Those whose measures fulfil a condition.
  func having(_ condition: (Measures) -> Bool) -> LabelledGroups {
    LabelledGroups(self, places: places.filter { condition(measure($0)) })
  }

  /// Those whose country or sector is known, else those for which it is not.
  func known(_ known: Bool) -> LabelledGroups {
    LabelledGroups(self, places: places.filter { isKnown($0) == known })
  }
}
