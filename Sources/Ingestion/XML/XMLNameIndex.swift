/// The names that a layout's rules write, found by their letters.
struct XMLNameIndex: Sendable {
  /// A name with its number.
  struct Name: Sendable {
    let local: [UInt8]
    /// The URI, `*` for any, or `nil` for the layout's own namespaces.
    let namespace: String?
    let id: UInt16
  }

  /// The names in the order of their buckets, and where each bucket begins.
  private let names: [Name]
  private let starts: [Int]

  /// Sorts names into buckets.
  init(_ names: [Name]) {
    var count = 16
    while count < names.count * 2 { count *= 2 }
    var buckets = [[Name]](repeating: [], count: count)
    for name in names { buckets[Self.hash(name.local) & (count - 1)].append(name) }
    self.names = Array(buckets.joined())
    starts = buckets.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  /// Calls the body with every name of these letters.
  func forEach(named local: UnsafeBufferPointer<UInt8>, _ body: (Name) -> Void) {
    let bucket = Self.hash(local) & (starts.count - 2)
    for index in starts[bucket]..<starts[bucket + 1]
    where names[index].local.count == local.count && names[index].local.elementsEqual(local) {
      body(names[index])
    }
  }

  /// FNV-1a (Fowler, Noll, Vo).
  private static func hash(_ bytes: some Sequence<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
