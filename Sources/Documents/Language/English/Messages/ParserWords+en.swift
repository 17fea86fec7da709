extension EnglishMessages {
  var helpColumns: Int? { nil }

  func parser(_ text: String) -> String { text }
  func polished(_ text: String) -> String { text }
}
