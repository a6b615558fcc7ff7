internal import Model

/// A finished unit as the parser hands it over; it is good during the call only.
struct XMLUnit {
  fileprivate let tape: XMLTape
  fileprivate let index: Int
  fileprivate let window: XMLWindow
  fileprivate let secrets: [String]

  /// Wraps the group that starts at an entry of a tape.
  init(tape: XMLTape, index: Int, window: XMLWindow, secrets: [String]) {
    self.tape = tape
    self.index = index
    self.window = window
    self.secrets = secrets
  }
}

/// Values that belong together, by the terms of a vocabulary; it is good during the call only.
struct XMLGroup<Term: XMLTerm> {
  private let unit: XMLUnit
  private let index: Int

  /// The group of a whole unit.
  init(_ unit: XMLUnit) {
    self.unit = unit
    index = unit.index
  }

  private init(_ unit: XMLUnit, _ index: Int) {
    self.unit = unit
    self.index = index
  }

  private var entry: XMLTape.Entry { unit.tape.entries[index] }

  /// What the group is.
  var term: Term? { Term(rawValue: entry.term) }
  /// The 1-based line of its start tag.
  var line: Int { entry.line }
  /// The 0-based offset of its first byte, or `nil` where the encoding hides it.
  var byteOffset: Int? { entry.start < 0 ? nil : entry.start }

  /// The first value of a term that is not empty.
  func text(_ term: Term) -> String? {
    bytes(term).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of the first value of a term that is not empty.
  func bytes(_ term: Term) -> UnsafeBufferPointer<UInt8>? {
    var best: Int?
    let wanted = term.rawValue
    forEach { position, entry in
      guard entry.term == wanted, !entry.isGroup, entry.end > entry.start else { return }
      if let known = best, unit.tape.entries[known].rank <= entry.rank { return }
      best = position
    }
    return best.map(bytes)
  }

  /// All values of a term that are not empty, in the document's order.
  func texts(_ term: Term) -> [String] {
    var found: [String] = []
    forEach { position, entry in
      if entry.term == term.rawValue, !entry.isGroup, entry.end > entry.start {
        found.append(String(decoding: bytes(at: position), as: UTF8.self))
      }
    }
    return found
  }

  /// One of these terms, at most 64, whose element stands there twice with different values.
  func contradiction(among terms: [Term]) -> Term? {
    // Hardly any document says anything twice, which one pass over the numbers shows.
    var once: UInt64 = 0
    var twice: UInt64 = 0
    forEach { _, entry in
      guard !entry.isGroup, entry.end > entry.start,
        let index = terms.firstIndex(where: { $0.rawValue == entry.term })
      else { return }
      twice |= once & (1 << UInt64(index))
      once |= 1 << UInt64(index)
    }
    guard twice != 0 else { return nil }
    return terms.first(where: isContradicted)
  }

  /// Whether the element that a value is taken from stands there again with another one; elements of
  /// other paths may say something else.
  private func isContradicted(_ term: Term) -> Bool {
    var first: Int?
    var isContradicted = false
    forEach { position, entry in
      guard entry.term == term.rawValue, !entry.isGroup, entry.end > entry.start else { return }
      if let first, unit.tape.entries[first].rank == entry.rank {
        isContradicted =
          isContradicted || !bytes(at: first).elementsEqual(bytes(at: position))
      } else if first.map({ unit.tape.entries[$0].rank > entry.rank }) ?? true {
        first = position
        isContradicted = false
      }
    }
    return isContradicted
  }

  /// Whether there is a value of a term, be it empty.
  func has(_ term: Term) -> Bool {
    var found = false
    forEach { _, entry in found = found || entry.term == term.rawValue }
    return found
  }

  /// The groups of a term directly inside this one, in the document's order.
  func groups(_ term: Term) -> [XMLGroup] {
    var found: [XMLGroup] = []
    forEach { position, entry in
      if entry.term == term.rawValue, entry.isGroup { found.append(XMLGroup(unit, position)) }
    }
    return found
  }

  /// The group as it stands in the document, at most 4,096 bytes of it and without secrets; its
  /// values where its bytes are no longer at hand.
  var source: String {
    let limit = 4096
    if entry.start >= 0, let raw = unit.window.bytes(entry.start, entry.end, limit: limit) {
      return XMLSecrets.masked(raw, elements: unit.secrets)
    }
    var values: [String] = []
    for position in (index + 1)..<max(index + 1, entry.next) {
      let entry = unit.tape.entries[position]
      if !entry.isGroup, entry.end > entry.start {
        values.append(String(decoding: bytes(at: position), as: UTF8.self))
      }
    }
    return String(values.joined(separator: " | ").prefix(limit))
  }

  private func bytes(at position: Int) -> UnsafeBufferPointer<UInt8> {
    let entry = unit.tape.entries[position]
    return UnsafeBufferPointer(
      start: unit.tape.bytes + entry.start,
      count: entry.end - entry.start
    )
  }

  private func forEach(_ body: (Int, XMLTape.Entry) -> Void) {
    var position = index + 1
    while position < entry.next {
      let child = unit.tape.entries[position]
      body(position, child)
      position = child.next
    }
  }
}

extension XMLGroup {
  /// Rejects the group as one record, or sets it aside, with its amount where that is known.
  func reject(
    code: String,
    _ reason: String,
    remedy: String,
    amount: ExactDecimal? = nil,
    currency: Currency? = nil,
    isSetAside: Bool = false,
    into reading: inout InputReading
  ) {
    reading.rejects.append(
      Reject(
        location: reading.location(line: line),
        byteOffset: byteOffset,
        code: code,
        reason: reason,
        remedy: remedy,
        text: source,
        amount: amount,
        currency: currency,
        isSetAside: isSetAside
      )
    )
  }
}
