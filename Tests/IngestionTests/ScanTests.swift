import CScan
import Model
import Testing

@testable import Ingestion

/// Every way of searching a block finds what looking at one byte after the other finds.
struct ScanTests {
  private struct Found: Equatable {
    var positions: [UInt32] = []
    var ends: [UInt32] = []
    var feeds = 0
    var isIrregular = false
    var hasZero = false
    var hasHighBytes = false
  }

  private func index(_ bytes: [UInt8], _ way: cscan_way) -> Found {
    let padded = bytes + [UInt8](repeating: UInt8(ascii: "\""), count: 64)
    var positions = [UInt32](repeating: 0, count: bytes.count + 64)
    var ends = positions
    let found = cscan_index(way, padded, bytes.count, UInt8(ascii: ","), &positions, &ends)
    return Found(
      positions: Array(positions[..<found.count]),
      ends: Array(ends[..<found.records]),
      feeds: found.lineFeeds,
      isIrregular: found.isIrregular,
      hasZero: found.hasZero,
      hasHighBytes: found.hasHighBytes
    )
  }

  private func indexByteByByte(_ bytes: [UInt8]) -> Found {
    var found = Found()
    var isInside = false
    for (position, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isInside.toggle() }
      if byte == UInt8(ascii: "\n") { found.feeds += 1 }
      if byte == 0 { found.hasZero = true }
      if byte >= 0x80 { found.hasHighBytes = true }
      guard !isInside, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ",") else { continue }
      if byte == UInt8(ascii: "\n") { found.ends.append(UInt32(found.positions.count)) }
      found.positions.append(UInt32(position))
    }
    return found
  }

  @Test("all ways of this processor find the same", arguments: [8, 3, 1])
  func ways(density: UInt64) {
    var random = SplitMix64(seed: 40 + density)
    let cells = ["a", "bc", "\"x,y\"", "\"two\nlines\"", "\"q\"\"q\"", "é", "\u{1F600}", "", "\r"]
    let broken: [[UInt8]] = [[0], [0xC3], [0x80], [0xED, 0xA0, 0x80], [UInt8(ascii: "\"")]]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<random.next() % 120 {
        bytes += Array(cells[Int(random.next() % UInt64(cells.count))].utf8)
        bytes += [UInt8](repeating: UInt8(ascii: "z"), count: Int(random.next() % density))
        bytes.append(random.next() % 6 == 0 ? UInt8(ascii: "\n") : UInt8(ascii: ","))
        if random.next() % 400 == 0 { bytes += broken[Int(random.next() % UInt64(broken.count))] }
      }
      let portable = index(bytes, cscan_portable)
      var expected = indexByteByByte(bytes)
      expected.isIrregular = portable.isIrregular
      #expect(portable == expected)
      for way in [cscan_avx2, cscan_avx512] where way.rawValue <= cscan_best().rawValue {
        #expect(index(bytes, way) == portable)
      }
    }
  }

  @Test("quotes and line ends that RFC 4180 does not have are irregular")
  func irregular() {
    for (text, isIrregular) in [
      ("a,b\n", false), ("\"a\",b\n", false), ("a,\"b\"\r\n", false), ("a\"b,c\n", true),
      ("\"a\"b,c\n", true), ("a\rb,c\n", true), ("a,\"b\n", true), ("\"a\"\"\",\"\"\n", false),
    ] {
      for shift in [0, 60, 61, 62, 63, 64] {
        let bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: shift) + Array(text.utf8)
        for way in [cscan_portable, cscan_avx2, cscan_avx512]
        where way.rawValue <= cscan_best().rawValue {
          #expect(index(bytes, way).isIrregular == isIrregular, "\(text) at \(shift)")
        }
      }
    }
  }

  @Test("UTF-8 is valid up to where the standard library says so")
  func utf8() {
    var random = SplitMix64(seed: 77)
    for _ in 0..<2_000 {
      var bytes = Array("Zoë \u{1F600} Łódź, 東京 and plain ASCII text of some length".utf8)
      for _ in 0..<random.next() % 3 {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      let valid = UTF8Check.firstInvalid(in: bytes)
      #expect((valid == nil) == (String(validating: bytes, as: UTF8.self) != nil))
      if let valid {
        #expect(String(validating: bytes[..<valid], as: UTF8.self) != nil)
        #expect(String(validating: bytes[...valid], as: UTF8.self) == nil)
      }
    }
  }
}
