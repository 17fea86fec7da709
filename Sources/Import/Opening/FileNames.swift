/// Names of files as reports print them: the base name, or where several files share one, the shortest end of
/// the path that tells them apart.
func displayNames(of paths: [String]) -> [String] {
  let parts = paths.map { path in path.split(separator: "/").filter { $0 != "." }.map(String.init) }
  func end(_ index: Int, _ length: Int) -> String { parts[index].suffix(length).joined(separator: "/") }
  return paths.indices.map { index in
    var length = 1
    while length < parts[index].count {
      let name = end(index, length)
      let clashes = paths.indices.contains { other in
        other != index && parts[other] != parts[index] && end(other, length) == name
      }
      if !clashes { break }
      length += 1
    }
    return end(index, length)
  }
}
