import Foundation
import HashTables
import Model
import Records
import Repair
import Testing
import Values

@testable import Import

/// The quick ways to read plain cells against the ways that read all.
@Suite struct PlainCellTests {
  @Test(arguments: [
    "0", "7", "42", "007", "1234567", "12345678", "99999999", "00000000", "123456789", "", "12a4", "1.5",
    "-3",
    "1 2", "１２", "/", ":", "1234567:", "/2345678", "\u{FF}1",
  ]) func plainDigitsAreWholeNumbers(_ text: String) {
    let expected = text.utf8.count <= 8 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int64(text) : nil
    #expect(HeldBytes(text).withSlice { plainDigits($0.key) } == expected)
  }

  @Test func everyByteBesideDigitsIsNoDigit() {
    for byte in UInt8.min...UInt8.max where !(48...57).contains(byte) {
      for place in 0..<8 {
        var text = Array("12345678".utf8)
        text[place] = byte
        #expect(HeldBytes(text).withSlice { plainDigits($0.key) } == nil)
      }
    }
  }

  @Test(arguments: [
    "2020-10-30", "1990-01-01", "2099-12-31", "2020-02-29", "2000-02-29", "2020-10-30T14:30",
    "2020-10-30 14:30:59",
  ]) func plainDaysAreRead(_ text: String) {
    let expected = Day(iso: String(text.prefix(10)))
    #expect(expected != nil)
    #expect(HeldBytes(text).withSlice { plainDay($0, $0.key) } == expected)
  }

  @Test(arguments: [
    "1989-12-31", "2100-01-01", "2021-02-29", "1900-02-29", "2020-13-01", "2020-00-10", "2020-10-00",
    "2020-10-32",
    "2020/10/30", "2020-10-3a", "20:0-10-30", "2020-1 -30", "2020-10-30T24:00", "2020-10-30T14.30",
    "20201030",
    "2020-10-30T14:60:00", "2020-10-3\u{E9}",
  ]) func whatIsNoPlainDayIsLeftToTheDateReader(_ text: String) {
    #expect(HeldBytes(text).withSlice { plainDay($0, $0.key) } == nil)
  }

  @Test func everyPlainDayIsTheCalendarsDay() {
    for number in (Day(iso: "1990-01-01")!.number)...(Day(iso: "2099-12-31")!.number) {
      let day = Day(number: number)
      #expect(HeldBytes(day.iso).withSlice { plainDay($0, $0.key) } == day)
    }
  }

  @Test(arguments: ["미정", "추후협의", "-", "N/A", "tbd", "null", "ㅁㅣ정", "㈜미정", "미정식품", "NATO", "없음"])
  func absentWordsAreFoundByTheirBeginning(_ text: String) {
    for column in [Column.supplier, .country, .outcome] {
      let expected = AbsentWords.contains(text, column: column, kind: .consultations)
      #expect(
        HeldBytes(text).withSlice { isAbsent($0, column: column, kind: .consultations) } == expected,
        "\(text) in \(column.rawValue)")
    }
  }

  @Test func everyAbsentWordIsFoundHoweverItIsTyped() {
    let words = WordLists.catalogue.first { $0.list == .emptyCell }?.entries.flatMap(\.words) ?? []
    #expect(words.count > 10)
    for word in words {
      let spaced = word.map { String($0) }.joined(separator: "\u{3000}")
      let wide = word.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? word
      for spelling in [word, word.uppercased(), word.lowercased(), wide, spaced] {
        for typed in [spelling, spelling.decomposedStringWithCanonicalMapping] {
          for column in Column.allCases {
            let expected = AbsentWords.contains(typed, column: column, kind: .consultations)
            let found = HeldBytes(typed).withSlice { isAbsent($0, column: column, kind: .consultations) }
            #expect(found == expected, "\(typed) in \(column.rawValue)")
          }
        }
      }
    }
  }
}
