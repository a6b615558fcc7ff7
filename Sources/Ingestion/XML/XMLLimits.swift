/// The bounds that keep a hostile document from costing more than a large honest one.
///
/// The deepest honest document seen nests 13 levels; the largest text is a base64 attachment of
/// 3.3 MB, which no reader keeps.
enum XMLLimits {
  /// The deepest nesting.
  static let depth = 64
  /// The most attributes and namespace declarations of one element.
  static let attributes = 256
  /// The most bytes kept of one element's text; longer texts are cut, and cost nothing more.
  static let keptText = 1 << 20
  /// The most bytes of one element's text that are passed over.
  static let text = 64 << 20
  /// The widest tag; libxml2 2.9.14 needs half a minute for one of a megabyte with many attributes.
  static let tagWidth = 64 << 10
  /// The encodings that a declaration may name, folded; others can hide a document type.
  static let encodings: Set<String> = [
    "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "iso-8859-1", "iso-8859-15", "latin1",
    "windows-1252", "us-ascii", "ascii",
  ]
}

/// Watches the width of tags before the bytes reach the parser.
///
/// It only has to see wide tags, so it needs no more of XML than where comments, CDATA sections
/// and quoted attribute values begin and end.
struct XMLTagWidth {
  private enum State {
    case text
    case tag(width: Int, quote: UInt8?)
    case opaque(end: [UInt8])
  }

  private var state = State.text
  private var recent: [UInt8] = []

  /// Whether a tag in these bytes is too wide.
  mutating func exceedsLimit(_ bytes: UnsafeRawBufferPointer) -> Bool {
    for byte in bytes where step(byte) { return true }
    return false
  }

  private mutating func step(_ byte: UInt8) -> Bool {
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") {
        state = .tag(width: 0, quote: nil)
        recent = []
      }
    case .tag(let width, let quote):
      if width < 8 { recent.append(byte) }
      if recent == Array("!--".utf8) {
        state = .opaque(end: Array("-->".utf8))
        recent = []
      } else if recent == Array("![CDATA[".utf8) {
        state = .opaque(end: Array("]]>".utf8))
        recent = []
      } else if let quote {
        state = .tag(width: width + 1, quote: byte == quote ? nil : quote)
      } else if byte == UInt8(ascii: ">") {
        state = .text
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .tag(width: width + 1, quote: byte)
      } else {
        state = .tag(width: width + 1, quote: nil)
      }
      return width > XMLLimits.tagWidth
    case .opaque(let end):
      recent.append(byte)
      if recent.count > 3 { recent.removeFirst() }
      if recent == end { state = .text }
    }
    return false
  }
}
