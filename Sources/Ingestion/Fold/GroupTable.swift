internal import CScan

/// What rows of one identity, week and class add up to; 48 bytes and slots of 16 to 32 for each.
final class GroupTable {
  /// What tells groups apart.
  struct Key: Hashable {
    let packed: UInt64

    /// Packs identity (32 bits), week (20), type (5), currency (5), sign and hours (1 each).
    @inline(__always)
    init(
      identity: UInt32,
      week: Int32,
      type: UInt8,
      currency: UInt8,
      isNegative: Bool,
      hasHours: Bool
    ) {
      packed =
        UInt64(identity) << 32 | UInt64(truncatingIfNeeded: week & 0xF_FFFF) << 12
        | UInt64(type & 31) << 7 | UInt64(currency & 31) << 2 | (isNegative ? 2 : 0)
        | (hasHours ? 1 : 0)
    }

    private init(packed: UInt64) { self.packed = packed }

    /// The key where the identity has another number.
    func with(identity: UInt32) -> Key {
      Key(packed: UInt64(identity) << 32 | packed & 0xFFFF_FFFF)
    }

    var identity: Int { Int(packed >> 32) }
    /// Weeks since the one of 1970-01-01, which began on Monday 1969-12-29.
    var week: Int { Int(packed >> 12 & 0xF_FFFF) }
    var type: Int { Int(packed >> 7 & 31) }
    var currency: Int { Int(packed >> 2 & 31) }
    var isNegative: Bool { packed & 2 != 0 }
    var hasHours: Bool { packed & 1 != 0 }
  }

  /// One group.
  struct Group {
    let key: Key
    /// The sum of the amounts in hundredths.
    var amount: Int64
    /// The sum of the hours in hundred-thousandths.
    var hours: Int64
    /// The number of rows.
    var count: UInt32
    /// The ordinal of the first row.
    var first: UInt32
    /// The last day of work, as the number of a `Day`.
    var latest: Int32
    /// The day of the first and of the last booking.
    var firstDate: Int32
    var lastDate: Int32
  }

  private struct Slot {
    var tag: UInt32
    /// The group's index plus one; 0 is empty.
    var number: UInt32
  }

  private var storage: UnsafeMutablePointer<Group>
  private var capacity = firstCapacity
  private(set) var count = 0
  /// Whether a sum left the range of 64 bits.
  private(set) var hasOverflowed = false
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int

  private static let firstCapacity = 4096
  private static let firstMask = 8191

  init() {
    mask = Self.firstMask
    slots = Self.slots(mask + 1)
    storage = .allocate(capacity: capacity)
  }

  deinit {
    slots.deallocate()
    storage.deallocate()
  }

  /// The groups in the order in which they came to the table.
  var groups: UnsafeBufferPointer<Group> { UnsafeBufferPointer(start: storage, count: count) }

  @inline(__always)
  static func hash(_ key: Key) -> UInt64 {
    let product = key.packed &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// Fetches the slot of a key that will soon be looked up.
  @inline(__always)
  func prefetch(_ hash: UInt64) {
    cscan_prefetch(slots + (Int(truncatingIfNeeded: hash >> 20) & mask))
  }

  /// Fetches the group in the slot of a key that will soon be looked up.
  @inline(__always)
  func prefetchGroup(_ hash: UInt64) {
    let number = Int(slots[Int(truncatingIfNeeded: hash >> 20) & mask].number)
    if number != 0 { cscan_prefetch(storage + (number &- 1)) }
  }

  /// Adds a row and returns the index of its group.
  @inline(__always)
  @discardableResult
  func add(_ key: Key, hash: UInt64, _ row: FoldRow, ordinal: UInt32) -> Int {
    let index = find(key, hash: hash)
    add(row, to: index, ordinal: ordinal)
    return index
  }

  /// Takes a row out again, for a booking that another one repeats.
  func remove(amount: Int64, from index: Int) {
    storage[index].amount &-= amount
    storage[index].count -= 1
  }

  /// Forgets where groups begin, for groups that rows were taken out of.
  func forgetDates(of indexes: Set<Int>) {
    for index in indexes {
      storage[index].first = .max
      storage[index].firstDate = .max
      storage[index].lastDate = .min
    }
  }

  /// Notes a row that is still in a group.
  func note(date: Int32, line: UInt32, in index: Int) {
    storage[index].first = min(storage[index].first, line)
    storage[index].firstDate = min(storage[index].firstDate, date)
    storage[index].lastDate = max(storage[index].lastDate, date)
  }

  /// Adds the groups of another table under other keys, and returns the indexes they have here.
  func absorb(_ other: GroupTable, as key: (Key) -> Key) -> [Int] {
    if other.hasOverflowed { hasOverflowed = true }
    let keys = other.groups.map { key($0.key) }
    let ahead = 16
    return keys.indices.map { number in
      if number + ahead < keys.count { prefetch(Self.hash(keys[number + ahead])) }
      let index = find(keys[number], hash: Self.hash(keys[number]))
      add(other.storage[number], to: index)
      return index
    }
  }

  /// Gives the memory of all groups back.
  func removeAll() {
    slots.deallocate()
    storage.deallocate()
    (capacity, count, mask) = (Self.firstCapacity, 0, Self.firstMask)
    slots = Self.slots(mask + 1)
    storage = .allocate(capacity: capacity)
  }

  /// The indexes of the groups in the order of their first rows.
  var order: [Int] {
    let bits = UInt64(UInt32.max)
    return groups.indices.map { UInt64(groups[$0].first) << 32 | UInt64($0) }.sorted()
      .map { Int($0 & bits) }
  }

  private func add(_ other: Group, to index: Int) {
    let group = storage + index
    let (amount, overflow) = group.pointee.amount.addingReportingOverflow(other.amount)
    let (hours, overflowOfHours) = group.pointee.hours.addingReportingOverflow(other.hours)
    if overflow || overflowOfHours { hasOverflowed = true }
    group.pointee.amount = amount
    group.pointee.hours = hours
    group.pointee.count += other.count
    group.pointee.first = min(group.pointee.first, other.first)
    group.pointee.latest = max(group.pointee.latest, other.latest)
    group.pointee.firstDate = min(group.pointee.firstDate, other.firstDate)
    group.pointee.lastDate = max(group.pointee.lastDate, other.lastDate)
  }

  @inline(__always)
  private func add(_ row: FoldRow, to index: Int, ordinal: UInt32) {
    let group = storage + index
    let (amount, overflow) = group.pointee.amount.addingReportingOverflow(row.amount)
    let (hours, overflowOfHours) = group.pointee.hours.addingReportingOverflow(row.hours)
    if overflow || overflowOfHours { hasOverflowed = true }
    group.pointee.amount = amount
    group.pointee.hours = hours
    group.pointee.count &+= 1
    group.pointee.first = min(group.pointee.first, ordinal)
    group.pointee.latest = max(group.pointee.latest, row.work)
    group.pointee.firstDate = min(group.pointee.firstDate, row.date)
    group.pointee.lastDate = max(group.pointee.lastDate, row.date)
  }

  @inline(__always)
  private func find(_ key: Key, hash: UInt64) -> Int {
    var index = Int(truncatingIfNeeded: hash >> 20) & mask
    let tag = UInt32(truncatingIfNeeded: hash)
    while slots[index].number != 0 {
      let number = Int(slots[index].number) &- 1
      if slots[index].tag == tag, storage[number].key.packed == key.packed { return number }
      index = (index &+ 1) & mask
    }
    return insert(key, hash: hash)
  }

  @inline(never)
  private func insert(_ key: Key, hash: UInt64) -> Int {
    if count == capacity {
      let larger = UnsafeMutablePointer<Group>.allocate(capacity: 2 * capacity)
      larger.initialize(from: storage, count: count)
      storage.deallocate()
      (storage, capacity) = (larger, 2 * capacity)
    }
    (storage + count).initialize(
      to: Group(
        key: key,
        amount: 0,
        hours: 0,
        count: 0,
        first: .max,
        latest: .min,
        firstDate: .max,
        lastDate: .min
      )
    )
    count += 1
    if count * 2 > mask {
      slots.deallocate()
      mask = mask * 2 + 1
      slots = Self.slots(mask + 1)
      for number in 0..<count { place(number, Self.hash(storage[number].key)) }
    } else {
      place(count - 1, hash)
    }
    return count - 1
  }

  private static func slots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(tag: 0, number: 0), count: count)
    return slots
  }

  private func place(_ number: Int, _ hash: UInt64) {
    var index = Int(truncatingIfNeeded: hash >> 20) & mask
    while slots[index].number != 0 { index = (index + 1) & mask }
    slots[index] = Slot(tag: UInt32(truncatingIfNeeded: hash), number: UInt32(number + 1))
  }
}
