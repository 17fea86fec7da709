extension EnglishMessages {
  func parser(_ text: String) -> String { text }
}
