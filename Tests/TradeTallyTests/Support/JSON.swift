import Foundation
import TestSupport

/// A JSON value that can be compared.
enum JSON: Hashable, Decodable, CustomStringConvertible {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(_ data: Data) throws { self = try JSONDecoder().decode(JSON.self, from: data) }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  /// A member of an object; null where there is none.
  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }
  /// An element of a list; null where there is none.
  subscript(index: Int) -> JSON { list.indices.contains(index) ? list[index] : .null }

  var list: [JSON] { if case .list(let list) = self { list } else { [] } }
  var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var int: Int { Int(number ?? .nan) }

  /// The object without some of its members.
  func without(_ keys: String...) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !keys.contains($0.key) })
  }

  var description: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .text(let text): "\"\(text)\""
    case .list(let list): "[\(list.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    }
  }

  /// Where this value does not say what `expected` says; members that `expected` leaves out may be anything.
  func differences(from expected: JSON, at path: String = "$", exact: Bool = false) -> [String] {
    switch (self, expected) {
    case (.object(let own), .object(let wanted)):
      let missing =
        exact ? Set(own.keys).subtracting(wanted.keys).sorted().map { "\(path).\($0) is not expected" } : []
      return missing
        + wanted.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
          guard let held = own[key] else { return ["\(path).\(key) is missing"] }
          return held.differences(from: value, at: "\(path).\(key)", exact: exact)
        }
    case (.list(let own), .list(let wanted)):
      let sizes = own.count == wanted.count ? [] : ["\(path) has \(own.count) elements, not \(wanted.count)"]
      return sizes
        + zip(own, wanted).enumerated().flatMap { index, pair in
          pair.0.differences(from: pair.1, at: "\(path)[\(index)]", exact: exact)
        }
    default:
      return self == expected ? [] : ["\(path) is \(self), not \(expected)"]
    }
  }
}

/// The first few of many differences, for a message.
func summary(_ differences: [String]) -> String { differences.prefix(8).joined(separator: "\n") }

extension Folder {
  func json(_ name: String) throws -> JSON { try JSON(data(name)) }
}
