internal import CLibXML2

/// Watches a document before its bytes reach the parser: the width of tags, comments and sections,
/// and the start of a document type's internal subset, of which not one byte is to be interpreted.
///
/// It needs no more of XML than where tags, comments, processing instructions, CDATA sections and
/// quoted values begin and end; whether they are well-formed is the parser's business.
struct XMLGuard {
  /// What must not reach the parser.
  enum Violation: Equatable {
    case wideTag
    case longSection
    case internalSubset
  }

  private enum State {
    case text
    /// Behind `<`; the next bytes say what it opens.
    case opening
    case tag
    case quoted
    /// Inside `<!--`, `<![CDATA[` or `<?`, whose end repeats one byte.
    case section
  }

  private static let cdata = Array("[CDATA[".utf8)

  private var state = State.text
  private var width = 0
  private var quote: UInt8 = 0
  private var isDeclaration = false
  /// A section ends with this byte, `repeats` times, and `>`.
  private var closing: UInt8 = 0
  private var repeats = 0
  private var matched = 0
  /// The first bytes of the document, while nothing in them needs to be followed.
  private var plain: [UInt8] = []
  private var isFollowing = false

  /// The first violation in these bytes with its offset, or `nil`.
  mutating func check(
    _ bytes: UnsafeRawBufferPointer
  ) -> (violation: Violation, offset: Int)? {
    if isPlain(bytes) {
      plain.append(contentsOf: bytes)
      return nil
    }
    if !isFollowing {
      isFollowing = true
      let before = plain
      plain = []
      if let found = before.withUnsafeBytes({ follow($0) }) { return (found.violation, 0) }
    }
    return follow(bytes)
  }

  /// Whether the document up to here is shorter than any limit and has no declaration, comment or
  /// CDATA section: most invoices are, as wholes.
  private func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    !isFollowing && plain.count + bytes.count <= XMLLimits.tagWidth
      && Self.offset(of: UInt8(ascii: "!"), in: bytes, from: 0) == bytes.count
  }

  private mutating func follow(
    _ bytes: UnsafeRawBufferPointer
  ) -> (violation: Violation, offset: Int)? {
    var offset = 0
    while offset < bytes.count {
      let start = offset
      switch state {
      case .text:
        offset += Self.offset(of: UInt8(ascii: "<"), in: bytes, from: offset)
        guard offset < bytes.count else { return nil }
        offset += 1
        open()
        continue
      case .opening: offset = passOpening(bytes, offset)
      case .tag:
        if let end = passTag(bytes, &offset) { return (end, offset) }
      case .quoted:
        offset += Self.offset(of: quote, in: bytes, from: offset)
        if offset < bytes.count {
          offset += 1
          state = .tag
        }
      case .section: offset = passSection(bytes, offset)
      }
      width += offset - start
      switch state {
      case .tag, .quoted, .opening:
        if width > XMLLimits.tagWidth { return (.wideTag, start) }
      case .section:
        if width > XMLLimits.sectionWidth { return (.longSection, start) }
      case .text: break
      }
    }
    return nil
  }

  private mutating func open() {
    state = .opening
    width = 0
    matched = 0
    isDeclaration = false
  }

  /// Reads `!--`, `![CDATA[` or `?`, byte by byte since blocks may cut them.
  private mutating func passOpening(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    let byte = bytes[offset]
    switch matched {
    case 0 where byte == UInt8(ascii: "?"):
      enter(closing: byte, repeats: 1)
      return offset + 1
    case 0 where byte == UInt8(ascii: "!"):
      isDeclaration = true
      matched = 1
      return offset + 1
    case 1 where byte == UInt8(ascii: "-"):
      matched = -1
      return offset + 1
    case -1 where byte == UInt8(ascii: "-"):
      enter(closing: byte, repeats: 2)
      return offset + 1
    case 1... where byte == Self.cdata[matched - 1]:
      matched += 1
      if matched > Self.cdata.count { enter(closing: UInt8(ascii: "]"), repeats: 2) }
      return offset + 1
    default:
      state = .tag
      return offset
    }
  }

  private mutating func enter(closing byte: UInt8, repeats count: Int) {
    state = .section
    closing = byte
    repeats = count
    matched = 0
    width = 0
  }

  private mutating func passTag(
    _ bytes: UnsafeRawBufferPointer,
    _ offset: inout Int
  ) -> Violation? {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "["), isDeclaration { return .internalSubset }
      offset += 1
      if byte == UInt8(ascii: ">") {
        state = .text
        return nil
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        state = .quoted
        return nil
      }
    }
    return nil
  }

  private mutating func passSection(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      if matched == 0 { offset += Self.offset(of: closing, in: bytes, from: offset) }
      guard offset < bytes.count else { break }
      let byte = bytes[offset]
      offset += 1
      if byte == closing {
        matched = min(matched + 1, repeats)
      } else if byte == UInt8(ascii: ">"), matched == repeats {
        state = .text
        break
      } else {
        matched = 0
      }
    }
    return offset
  }

  private static func offset(
    of byte: UInt8,
    in bytes: UnsafeRawBufferPointer,
    from start: Int
  ) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    return tacit_offset_of_byte(base + start, bytes.count - start, Int32(byte))
  }
}
