/// Why a document was given up.
struct XMLFailure: Error {
  /// The stable code.
  let code: String
  /// What is wrong, as one sentence.
  let message: String
  /// What to do.
  let remedy: String
  /// The 1-based line.
  var line = 1
  /// The 1-based column in bytes, where libxml2 knows it.
  var column: Int?

  private static let noInvoice = "this is no invoice or feed; leave the file out"

  static let tooDeep = XMLFailure(
    code: "too-deep",
    message: "elements nest deeper than \(XMLLimits.depth) levels",
    remedy: noInvoice
  )
  static let tooManyAttributes = XMLFailure(
    code: "too-many-attributes",
    message: "an element has more than \(XMLLimits.attributes) attributes",
    remedy: noInvoice
  )
  static let wideTag = XMLFailure(
    code: "tag-too-wide",
    message: "a tag is wider than \(XMLLimits.tagWidth >> 10) KiB",
    remedy: noInvoice
  )
  static let longSection = XMLFailure(
    code: "section-too-long",
    message: "a comment, instruction or CDATA section is longer than "
      + "\(XMLLimits.sectionWidth >> 20) MiB",
    remedy: noInvoice
  )
  static let longText = XMLFailure(
    code: "text-too-long",
    message: "an element's text is longer than \(XMLLimits.text >> 20) MiB",
    remedy: noInvoice
  )
  static let largeRecord = XMLFailure(
    code: "record-too-large",
    message: "one record holds more than \(XMLLimits.unit >> 20) MiB",
    remedy: "split the document"
  )
  static let ownDefinition = XMLFailure(
    code: "dtd-not-allowed",
    message: "the document brings its own document type definition",
    remedy: "no invoice or feed needs one; ask the sender for a file without it"
  )

  static func undefinedEntity(_ name: String) -> XMLFailure {
    XMLFailure(
      code: "undefined-entity",
      message: "the entity &\(name); is not defined",
      remedy: "ask the sender to write the character itself"
    )
  }

  static func malformed(_ detail: String?) -> XMLFailure {
    XMLFailure(
      code: "malformed-xml",
      message: "the document is not well-formed" + (detail.map { ": \($0)" } ?? ""),
      remedy: "export the file again; it may be cut off"
    )
  }

  static func encodingNotAllowed(_ name: String) -> XMLFailure {
    XMLFailure(
      code: "encoding-not-allowed",
      message: "the document is in \(name), which is not read",
      remedy: "save it as UTF-8"
    )
  }

  static func encodingMismatch(_ detail: String) -> XMLFailure {
    XMLFailure(
      code: "encoding-mismatch",
      message: detail,
      remedy: "save it in the encoding that it declares, best in UTF-8"
    )
  }

  /// The same failure at a place.
  func at(line: Int, column: Int? = nil) -> XMLFailure {
    var failure = self
    failure.line = line
    failure.column = column
    return failure
  }
}
