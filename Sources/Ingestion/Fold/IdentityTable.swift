/// The distinct identities of rows: the cells that say whose work it is, each kept once.
///
/// An identity is one run of bytes: the lengths of its cells, two bytes each, then the cells.
final class IdentityTable {
  /// The number of cells of an identity.
  static let cells = 6
  /// The bytes that a cell can have.
  static let longestCell = 0xFFFF
  private static let prefix = 2 * cells

  private let table = ByteTable()
  /// Where each identity stands in the table.
  private var places: [UInt32] = []

  /// The number of identities.
  var count: Int { places.count }

  /// The text of one cell of an identity; `nil` when blank.
  func text(_ identity: Int, cell: Int) -> String? {
    let bytes = table[places[identity]].bytes
    func length(_ cell: Int) -> Int { Int(bytes[2 * cell]) | Int(bytes[2 * cell + 1]) << 8 }
    let start = (0..<cell).reduce(Self.prefix) { $0 + length($1) }
    guard length(cell) > 0 else { return nil }
    let text = UnsafeBufferPointer(start: bytes + start, count: length(cell))
    return String(decoding: text, as: UTF8.self)
  }

  /// The number of the identity with these cells, a new one where it was not seen yet.
  ///
  /// A cell is cut behind ``longestCell`` bytes.
  func number(of cells: [[UInt8]]) -> UInt32 {
    let cells = cells.map { $0.prefix(Self.longestCell) }
    var bytes = cells.flatMap { [UInt8($0.count & 0xFF), UInt8($0.count >> 8)] }
    for cell in cells { bytes += cell }
    return number(ofRun: bytes)
  }

  /// The number of an identity of another table.
  func number(of identity: Int, in other: IdentityTable) -> UInt32 {
    number(ofRun: other.run(of: identity))
  }

  /// The run of bytes of an identity.
  func run(of identity: Int) -> [UInt8] {
    let entry = table[places[identity]]
    return Array(UnsafeBufferPointer(start: entry.bytes, count: entry.count))
  }

  /// Whether a run of bytes is that of an identity.
  static func isIdentity(_ run: [UInt8]) -> Bool {
    guard run.count >= prefix else { return false }
    let lengths = (0..<cells).map { Int(run[2 * $0]) | Int(run[2 * $0 + 1]) << 8 }
    return prefix + lengths.reduce(0, +) == run.count
  }

  /// The number of the identity with this run of bytes.
  func number(ofRun bytes: [UInt8]) -> UInt32 {
    let padded = bytes + [UInt8](repeating: 0, count: 8)
    return padded.withUnsafeBufferPointer { padded in
      guard let first = padded.baseAddress else { return 0 }
      let hash = Words.hash(first, bytes.count)
      var search = table.search(hash)
      while let entry = table.next(&search) {
        if entry.count == bytes.count, Words.areEqual(entry.bytes, first, bytes.count) {
          return entry.value
        }
      }
      let number = UInt32(places.count)
      let run = UnsafeBufferPointer(rebasing: padded[..<bytes.count])
      places.append(table.insert(run, hash: hash, value: number))
      return number
    }
  }
}
