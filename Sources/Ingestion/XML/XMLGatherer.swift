/// Follows a layout through the elements of a document and gathers what it asks for.
struct XMLGatherer {
  /// The start of an element as libxml2 reports it.
  struct Start {
    let local: UnsafePointer<UInt8>
    let namespace: UnsafePointer<UInt8>?
    /// Five pointers each: local name, prefix, namespace, begin and end of the value.
    let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    let attributeCount: Int
  }

  private struct OpenGroup {
    let entry: Int
    let bytes: Int
    let isUnit: Bool
  }

  private let layout: XMLLayout
  private let actions: [XMLLayout.Action]
  private var names: XMLNameTable
  private(set) var tape = XMLTape()
  private var node: UInt16 = 0
  private var path: [UInt16] = []
  private var groups: [OpenGroup] = []
  /// How many elements are open that no rule leads to.
  private var skipped = 0
  /// Where the open value starts, or -1.
  private var valueStart = -1
  private var keepsText = false
  private var hasInk = false
  /// Whether the open value is longer than what is kept of it.
  private var isCut = false
  /// The number of values that were cut.
  private(set) var cutValues = 0

  /// Starts at the root element.
  init(_ layout: XMLLayout) {
    self.layout = layout
    actions = layout.actions
    names = XMLNameTable(layout)
  }

  /// Gives the memory back; the gatherer is not used afterwards.
  func deallocate() { tape.deallocate() }

  /// The elements whose content is a secret.
  var secrets: [String] { layout.secrets }

  /// The offset of the first byte of the outermost open unit, or `nil`.
  var openUnit: Int? {
    guard let unit = groups.first(where: \.isUnit) else { return nil }
    let start = tape.entries[unit.entry].start
    return start < 0 ? nil : start
  }

  /// The memory that the open units take.
  var gatheredBytes: Int { tape.byteCount + tape.count * MemoryLayout<XMLTape.Entry>.stride }

  /// An element starts; `place` gives its line and first byte and is asked for groups only.
  mutating func start(
    _ element: Start,
    isRoot: Bool,
    place: () -> (line: Int, byte: Int)
  ) {
    if isRoot {
      path.append(XMLLayout.nowhere)
    } else {
      if skipped > 0 || valueStart >= 0 {
        skipped += 1
        separate()
        return
      }
      let child = layout.child(of: node, named: names.name(element.local, element.namespace))
      guard child != XMLLayout.nowhere else {
        skipped = 1
        return
      }
      path.append(node)
      node = child
    }
    let action = actions[Int(node)]
    if action.contains(.group) { openGroup(isUnit: action.contains(.unit), place()) }
    if action.contains(.attributes) { gather(element) }
    if action.contains(.value) {
      valueStart = tape.byteCount
      keepsText = !action.contains(.mark)
      hasInk = false
      isCut = false
    }
  }

  /// A piece of character data.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard valueStart >= 0 else { return }
    guard keepsText else {
      hasInk = true
      return
    }
    let room = XMLLimits.keptText - (tape.byteCount - valueStart)
    if bytes.count <= room {
      tape.append(bytes)
    } else {
      let kept = max(0, room)
      tape.append(UnsafeBufferPointer(rebasing: bytes[..<kept]))
      isCut = isCut || !bytes[kept...].allSatisfy(XMLTape.isBlank)
    }
  }

  /// An element ends; returns the entry of a unit that is complete.
  mutating func end(byte: () -> Int) -> Int? {
    if skipped > 0 {
      skipped -= 1
      separate()
      return nil
    }
    let action = actions[Int(node)]
    if action.contains(.value) { closeValue(isMark: action.contains(.mark)) }
    var unit: Int?
    if action.contains(.group), let group = groups.last {
      tape.close(group: group.entry, end: byte())
      if group.isUnit { unit = group.entry } else { groups.removeLast() }
    }
    node = path.removeLast()
    return unit
  }

  /// The unit that ended last has been read.
  mutating func forgetUnit() {
    guard let group = groups.popLast() else { return }
    tape.truncate(to: group.entry, bytes: group.bytes)
  }

  private mutating func openGroup(isUnit: Bool, _ place: (line: Int, byte: Int)) {
    let bytes = tape.byteCount
    let entry = tape.append(
      XMLTape.Entry(
        term: layout.nodes[Int(node)].group ?? 0,
        rank: 0,
        isGroup: true,
        line: place.line,
        start: place.byte,
        end: place.byte,
        next: 0
      )
    )
    groups.append(OpenGroup(entry: entry, bytes: bytes, isUnit: isUnit))
  }

  private mutating func gather(_ element: Start) {
    guard let attributes = element.attributes else { return }
    for wanted in layout.nodes[Int(node)].attributes {
      for index in 0..<element.attributeCount {
        guard let name = attributes[5 * index], let begin = attributes[5 * index + 3],
          let end = attributes[5 * index + 4], Self.equal(name, wanted.name)
        else { continue }
        let start = tape.byteCount
        tape.append(
          UnsafeBufferPointer(start: begin, count: min(end - begin, XMLLimits.keptText))
        )
        closeValue(from: start, term: wanted.term, rank: wanted.rank)
      }
    }
  }

  private mutating func closeValue(isMark: Bool) {
    let start = valueStart
    valueStart = -1
    let node = layout.nodes[Int(node)]
    if isMark {
      guard hasInk else { return }
      appendValue(node.value ?? 0, node.rank, start, start)
    } else {
      if isCut {
        cutValues += 1
        tape.dropPartialCharacter(from: start)
      }
      closeValue(from: start, term: node.value ?? 0, rank: node.rank)
    }
  }

  private mutating func closeValue(from start: Int, term: UInt16, rank: UInt8) {
    tape.trim(from: start)
    let first = tape.firstInk(from: start)
    if first < tape.byteCount { appendValue(term, rank, first, tape.byteCount) }
  }

  private mutating func appendValue(_ term: UInt16, _ rank: UInt8, _ start: Int, _ end: Int) {
    let entry = XMLTape.Entry(
      term: term,
      rank: rank,
      isGroup: false,
      line: 0,
      start: start,
      end: end,
      next: tape.count + 1
    )
    _ = tape.append(entry)
  }

  /// Elements inside a value, such as markup that a feed did not escape, separate its words.
  private mutating func separate() {
    guard valueStart >= 0, keepsText else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { space in
      space[0] = 0x20
      text(UnsafeBufferPointer(space))
    }
  }

  private static func equal(_ name: UnsafePointer<UInt8>, _ wanted: [UInt8]) -> Bool {
    for (index, byte) in wanted.enumerated() where name[index] != byte { return false }
    return name[wanted.count] == 0
  }
}
