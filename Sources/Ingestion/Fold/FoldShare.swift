/// What one worker has added up: rows whose references were claimed, in the order of their lines.
///
/// Workers share nothing, so that none waits for another; ``UpworkFold`` puts the shares together at
/// the end.
final class FoldShare {
  /// The identities of its rows, by their own numbers.
  let identities = IdentityTable()
  /// The sums.
  let groups = GroupTable()
  /// The rows with a fixed price.
  private(set) var bookings: [EscrowBooking] = []

  private static let batch = 64
  /// For each type the one that stands for all which are added up together.
  private let classes: UnsafeMutablePointer<UInt8>

  init() {
    let types = UpworkTransactionType.allCases
    classes = .allocate(capacity: types.count)
    for (index, type) in types.enumerated() {
      classes[index] = UInt8(types.firstIndex(of: type.foldedInto) ?? index)
    }
  }

  deinit { classes.deallocate() }

  // MARK: Rows

  /// Adds the rows of a block; `line` is that of its first record.
  func add(_ rows: UnsafeBufferPointer<FoldRow>, line: UInt32) {
    withUnsafeTemporaryAllocation(of: Place.self, capacity: Self.batch) { places in
      var start = 0
      while start < rows.count {
        // Places in memory are asked for before the first of them is needed.
        let end = min(rows.count, start &+ Self.batch)
        var count = 0
        for index in start..<end where rows[index].isGrouped {
          let key = key(rows[index])
          let hash = GroupTable.hash(key)
          groups.prefetch(hash)
          places[count] = Place(key: key, hash: hash, row: index)
          count &+= 1
        }
        for index in 0..<count { groups.prefetchGroup(places[index].hash) }
        for index in 0..<count {
          let place = places[index]
          let row = rows[place.row]
          add(row, to: place.key, hash: place.hash, line: line &+ row.line)
        }
        start = end
      }
    }
  }

  private struct Place {
    let key: GroupTable.Key
    let hash: UInt64
    let row: Int
  }

  /// Adds one row.
  func add(_ row: FoldRow, line: UInt32) {
    let key = key(row)
    add(row, to: key, hash: GroupTable.hash(key), line: line)
  }

  @inline(__always)
  private func key(_ row: FoldRow) -> GroupTable.Key {
    GroupTable.Key(
      identity: row.identity,
      week: (row.work &+ 3) / 7,
      type: classes[Int(row.type)],
      currency: 0,
      isNegative: row.amount < 0,
      hasHours: row.hasHours
    )
  }

  @inline(__always)
  private func add(_ row: FoldRow, to key: GroupTable.Key, hash: UInt64, line: UInt32) {
    let group = groups.add(key, hash: hash, row, ordinal: line)
    guard row.description != 0 else { return }
    bookings.append(
      EscrowBooking(
        group: group,
        amount: row.amount,
        date: row.date,
        line: line,
        description: row.description
      )
    )
  }

  // MARK: The end

  /// Takes over what another share has, whose groups are empty then.
  func absorb(_ other: FoldShare) {
    let numbers = (0..<other.identities.count).map {
      identities.number(of: $0, in: other.identities)
    }
    let indexes = groups.absorb(other.groups) { $0.with(identity: numbers[$0.identity]) }
    bookings += other.bookings.map { $0.with(group: indexes[$0.group]) }
    other.groups.removeAll()
  }
}
