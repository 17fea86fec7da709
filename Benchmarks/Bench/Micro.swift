import Encodings
import HashTables
import Model
import Records
import Values

/// Small measurements of the parts that a report spends its time in, printed as `name value unit`.
struct Micro {
  private let clock = ContinuousClock()

  /// Runs all of them.
  func run() throws {
    try scan()
    try decode()
    values()
    tables()
  }

  /// The median of seven runs, in seconds.
  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    var times: [Double] = []
    for _ in 0..<7 {
      let time = try clock.measure(body)
      times.append(Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
    }
    return times.sorted()[3]
  }

  private func report(_ name: String, _ value: Double, _ unit: String) {
    print("\(name)\t\(Int(value.rounded()))\t\(unit)")
  }

  // MARK: - Bytes

  private static let line =
    "forum-2014,C000001,S089485,B116533,2014-11-16,video,completed,follow_up,73600,1200,,,USD,\n"

  private func text(_ line: String) -> [UInt8] { (0..<100_000).flatMap { _ in Array(line.utf8) } }

  private func scan() throws {
    let quoted =
      Micro.line.dropLast().split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }
      .joined(separator: ",") + "\n"
    for (name, line) in [("scan", Micro.line), ("scan, all cells quoted", quoted)] {
      let bytes = text(line)
      var records = 0
      let time = try seconds {
        records = 0
        var reader = ChunkReader(dialect: RecordDialect(), width: 14, skip: 0, firstLine: 1, decoder: nil)
        let block = RecordBlock()
        var offset = 0
        while try reader.next(
          into: block,
          read: { buffer throws in
            let count = min(buffer.count, bytes.count - offset)
            bytes.withUnsafeBytes {
              buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
            }
            offset += count
            return count
          })
        { records += block.recordCount }
      }
      precondition(records == 100_000)
      report(name, Double(bytes.count) / time / 1e6, "MB/s")
    }
  }

  private func decode() throws {
    // 상담액,포항시 in CP949, and ASCII.
    let korean: [UInt8] = [
      0xBB, 0xF3, 0xB4, 0xE3, 0xBE, 0xD7, 0x2C, 0xC6, 0xF7, 0xC7, 0xD7, 0xBD, 0xC3, 0x0A,
    ]
    for (name, line) in [("decode CP949, Korean", korean), ("decode CP949, ASCII", Array(Micro.line.utf8))] {
      let bytes = (0..<200_000).flatMap { _ in line }
      let time = seconds {
        var decoder = StreamingDecoder(.cp949)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        bytes.withUnsafeBytes { decoder.decode($0, isLast: true, into: &text) }
      }
      report(name, Double(bytes.count) / time / 1e6, "MB/s")
    }
  }

  // MARK: - Values

  private func values() {
    let count = 20_000
    let amounts = AmountReader()
    let dates = DateReader(order: nil)
    let countries = CountryReader(extra: [])
    func each(_ name: String, _ samples: [String], _ body: (String) -> Bool) {
      let time = seconds {
        for index in 0..<count { precondition(body(samples[index % samples.count])) }
      }
      report(name, time / Double(count) * 1e9, "ns a spelling")
    }
    each("amount", ["6천100만불", "USD 50,000", "약 230만2,000 달러", "1.2백만불"]) { amounts.read($0) != nil }
    each("date", ["2020. 10. 30.(금)", "2020년 10월 30일 오후 2:30", "30 Oct 2020", "44134"]) {
      if case .day = dates.read($0) { true } else { false }
    }
    each("country", ["베트남", "Viet Nam", "중국(위해시)", "РОССИЯ"]) { countries.read($0) != nil }
    each("organisation", ["㈜젠셀", "Invented Trading 5 Co., Ltd.", "ООО «Условный Дом»", "양포어장"]) {
      !OrganizationName.key($0).isEmpty
    }
  }

  // MARK: - Tables

  private func tables() {
    let count = 1_000_000
    var random = SplitMix(seed: 7)
    let keys = (0..<count).map { Hash128(high: 1, low: UInt64($0)).scoped(1) }
    func each(_ name: String, _ body: () -> Void) {
      report(name, seconds(body) / Double(count) * 1e9, "ns each")
    }
    each("new identity") {
      var table = IdentityTable()
      table.reserve(count)
      for start in stride(from: 0, to: count, by: 1_000) {
        table.insert(Array(keys[start..<start + 1_000])) {
          IdentityMark(content: 0, place: UInt32($0))
        } repeated: {
          _, _ in
          preconditionFailure("an identity came twice")
        }
      }
    }
    let few = (0..<count).map { _ in keys[random.next(1_000)] }
    var found = 0
    var table = KeyTable()
    for index in 0..<1_000 { _ = table.insert(keys[index], UInt64(index)) }
    each("look-up among 1,000 keys") {
      for key in few { found &+= Int(table.find(key) ?? 0) }
    }
    let many = (0..<count).map { _ in keys[random.next(240_000)] }
    var numbers = KeyNumbers()
    for index in 0..<240_000 { _ = numbers.insert(keys[index]) }
    each("look-up among 240,000 keys") {
      for start in stride(from: 0, to: count, by: 1_000) {
        let block = many[start..<start + 1_000]
        for key in block { numbers.prefetch(key) }
        for key in block { numbers.prefetchKey(key) }
        for key in block { found &+= numbers.find(key) }
      }
    }
    precondition(found > 0)
    let members = (0..<count).map { _ in UInt32(random.next(120_000)) }
    let sets = (0..<count).map { _ in UInt32(random.next(120)) }
    each("organisation into three sets") {
      var table = MembershipTable()
      for index in 0..<count {
        table.insert(members[index], sets[index], 120 + sets[index] / 5, sets[index] % 3)
      }
    }
  }
}
