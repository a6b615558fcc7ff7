internal import Model

/// Reads one input of any format, recognised by its content and never by its name.
public enum InputReader {
  /// What became of one input.
  public struct Outcome: Sendable {
    /// What was read.
    public let reading: InputReading
    /// The SHA-256 of all bytes in lower-case hexadecimal.
    public let sha256: String
    /// The number of bytes.
    public let bytes: Int
    /// What the input adds up to, where it was not kept line by line.
    public let folded: FoldedInput?
  }

  /// The bytes looked at to recognise an input.
  static let headSize = 65_536

  /// Reads an input to its end.
  ///
  /// Bad records become rejects, and an input that cannot be used becomes a refusal; only a
  /// failure of the system is thrown. With a folder, what it can add up is not kept line by line.
  public static func read(
    _ source: some ByteSource,
    named name: String,
    options: IngestionOptions = IngestionOptions(),
    folder: InputFolder? = nil
  ) throws(SourceError) -> Outcome {
    var folded: FoldedInput?
    var reading = InputReading(source: name)
    var source = HashingSource(source)
    let head = try source.head(headSize)
    switch Content(head: head) {
    case .empty:
      reading.refuse(
        code: "empty-input",
        "the input is empty",
        remedy: "export the file again",
        line: 1
      )
    case .binary(let what):
      reading.refuse(
        code: "not-text",
        "this looks like \(what), not CSV or XML",
        remedy: "export as CSV, or extract the XML",
        line: 1
      )
    case .utf16Text:
      reading.refuse(
        code: "encoding-not-supported",
        "the text is UTF-16",
        remedy: "save it as UTF-8 (in Excel: CSV UTF-8)",
        line: 1
      )
    case .markup:
      try XMLDocumentReader.read(&source, into: &reading)
    case .text:
      if let recognition = CSVDocumentReader.recognise(head: head) {
        reading.format = recognition.format.name
        folded = try folder?.fold(&source, head, as: recognition, into: &reading)
        if folded != nil || reading.refusal != nil { break }
        try CSVDocumentReader.read(&source, as: recognition, options: options, into: &reading)
      } else {
        reading.refuse(
          code: Self.unrecognised,
          "no format recognises this input",
          remedy: "see the formats in the README",
          line: 1
        )
      }
    }
    try source.drain()
    return Outcome(reading: reading, sha256: source.sha256, bytes: source.byteCount, folded: folded)
  }

  /// The code of an input that may not be meant for Tacit at all.
  public static let unrecognised = "unrecognised-input"
}

/// What the first bytes of an input are.
private enum Content {
  case empty
  case binary(String)
  case utf16Text
  case markup
  case text

  init(head: [UInt8]) {
    let signatures: [([UInt8], String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Excel workbook"),
      ([0x25, 0x50, 0x44, 0x46], "a PDF"), ([0x1F, 0x8B], "a gzip archive"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
      ([0x30, 0x82], "a signed file (p7m)"),
    ]
    if head.isEmpty {
      self = .empty
    } else if let found = signatures.first(where: { head.starts(with: $0.0) }) {
      self = .binary(found.1)
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      self = head.prefix(4).contains(UInt8(ascii: "<")) ? .markup : .utf16Text
    } else {
      let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head[3...] : head[...]
      let first = text.first { ![0x09, 0x0A, 0x0D, 0x20].contains($0) }
      if first == nil {
        self = .empty
      } else if first == UInt8(ascii: "<") {
        self = .markup
      } else if head.prefix(4096).contains(0) {
        self = .binary("binary data")
      } else {
        self = .text
      }
    }
  }
}
