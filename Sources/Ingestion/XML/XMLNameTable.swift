/// The numbers of the names met in one document, by where the parser keeps them.
///
/// libxml2 interns names: the same name is the same pointer as long as the parser lives, so that a
/// name is compared letter by letter only once.
struct XMLNameTable {
  private struct Slot {
    var local = 0
    var namespace = 0
    var name: UInt16 = 0
  }

  private struct Space {
    let pointer: UnsafePointer<UInt8>?
    let uri: String
    let isOwn: Bool
  }

  private let layout: XMLLayout
  /// The namespaces met so far; a document has a handful.
  private var spaces: [Space] = []
  private var slots = [Slot](repeating: Slot(), count: 128)
  private var count = 0

  /// Creates a table for the names of a layout.
  init(_ layout: XMLLayout) { self.layout = layout }

  /// The number of a name, or ``XMLLayout/nowhere``.
  mutating func name(
    _ local: UnsafePointer<UInt8>,
    _ namespace: UnsafePointer<UInt8>?
  ) -> UInt16 {
    let key = Int(bitPattern: local)
    let second = Int(bitPattern: namespace)
    var index = Self.hash(key, second) & (slots.count - 1)
    while slots[index].local != 0 {
      if slots[index].local == key, slots[index].namespace == second { return slots[index].name }
      index = (index + 1) & (slots.count - 1)
    }
    let space = space(namespace)
    let name = layout.name(Self.text(local), in: space.uri, isOwn: space.isOwn)
    guard count < XMLLimits.names else { return name }
    slots[index] = Slot(local: key, namespace: second, name: name)
    count += 1
    if count * 2 > slots.count { grow() }
    return name
  }

  private mutating func space(_ namespace: UnsafePointer<UInt8>?) -> Space {
    if let known = spaces.first(where: { $0.pointer == namespace }) { return known }
    let uri = String(decoding: Self.text(namespace), as: UTF8.self)
    let space = Space(pointer: namespace, uri: uri, isOwn: layout.isOwn(namespace: uri))
    if spaces.count < 16 { spaces.append(space) }
    return space
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.local != 0 {
      var index = Self.hash(slot.local, slot.namespace) & (slots.count - 1)
      while slots[index].local != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }

  private static func hash(_ local: Int, _ namespace: Int) -> Int {
    let mixed = (local >> 3) &* 0x9E37_79B1 &+ (namespace >> 3) &* 0x85EB_CA77
    return mixed ^ (mixed >> 15)
  }

  private static func text(_ bytes: UnsafePointer<UInt8>?) -> UnsafeBufferPointer<UInt8> {
    guard let bytes else { return UnsafeBufferPointer(start: nil, count: 0) }
    var count = 0
    while bytes[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: bytes, count: count)
  }
}
