/// Watches the width of tags before the bytes reach the parser.
///
/// It only has to see wide tags, so it needs no more of XML than where comments, CDATA sections
/// and quoted attribute values begin and end; a processing instruction counts as a tag.
struct XMLTagWidth {
  private enum State {
    case text
    case tag(quote: UInt8?)
    /// Inside a comment or a CDATA section; `matched` bytes of its end have been seen.
    case opaque(end: [UInt8], matched: Int)
  }

  private static let comment = Array("!--".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let section = Array("![CDATA[".utf8)
  private static let sectionEnd = Array("]]>".utf8)

  private var state = State.text
  private var width = 0
  private var isComment = true
  private var isSection = true

  /// Whether a tag in these bytes is too wide.
  mutating func exceedsLimit(_ bytes: UnsafeRawBufferPointer) -> Bool {
    for byte in bytes {
      step(byte)
      if width > XMLLimits.tagWidth { return true }
    }
    return false
  }

  private mutating func step(_ byte: UInt8) {
    switch state {
    case .text:
      guard byte == UInt8(ascii: "<") else { return }
      state = .tag(quote: nil)
      width = 0
      isComment = true
      isSection = true
    case .tag(let quote):
      if width < Self.section.count {
        isComment = isComment && (width >= 3 || byte == Self.comment[width])
        isSection = isSection && byte == Self.section[width]
        if isComment, width == 2 { return enter(Self.commentEnd) }
        if isSection, width == 7 { return enter(Self.sectionEnd) }
      }
      width += 1
      if let quote {
        if byte == quote { state = .tag(quote: nil) }
      } else if byte == UInt8(ascii: ">") {
        state = .text
        width = 0
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .tag(quote: byte)
      }
    case .opaque(let end, let matched):
      // Both ends are a doubled byte and `>`: a third repetition keeps the match at two.
      if byte == end[matched] {
        if matched == 2 { state = .text } else { state = .opaque(end: end, matched: matched + 1) }
      } else {
        state = .opaque(end: end, matched: byte == end[0] ? max(1, matched) : 0)
      }
    }
  }

  private mutating func enter(_ end: [UInt8]) {
    state = .opaque(end: end, matched: 0)
    width = 0
  }
}
