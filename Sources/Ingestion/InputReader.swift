public import Model

/// Reads one input of any format, recognised by its content and never by its name.
public enum InputReader {
  /// What became of one input.
  ///
  /// Shared, because twenty thousand of them are handed from step to step.
  public final class Outcome: Sendable {
    /// What was read.
    public let reading: InputReading
    /// The SHA-256 of all bytes in lower-case hexadecimal.
    public let sha256: String
    /// The number of bytes.
    public let bytes: Int
    /// What the input adds up to, where it was not kept line by line.
    public let folded: FoldedInput?

    init(reading: InputReading, sha256: String, bytes: Int, folded: FoldedInput? = nil) {
      self.reading = reading
      self.sha256 = sha256
      self.bytes = bytes
      self.folded = folded
    }

    /// The same outcome with another reading.
    func replacing(_ reading: InputReading) -> Outcome {
      Outcome(reading: reading, sha256: sha256, bytes: bytes, folded: folded)
    }

    /// The same outcome without the rows that a partial state keeps.
    public var withoutRows: Outcome {
      guard reading.history != nil else { return self }
      var reading = reading
      reading.history = nil
      return replacing(reading)
    }
  }

  /// The bytes looked at to recognise an input.
  static let headSize = 65_536

  /// How much of a refused input is read for its hash.
  private static let largestRefused = 64 << 20

  /// Reads an input to its end.
  ///
  /// Bad records become rejects, and an input that cannot be used becomes a refusal; only a
  /// failure of the system is thrown. With a folder, what it can add up is not kept line by line.
  public static func read(
    _ source: some ByteSource,
    named name: String,
    options: IngestionOptions = IngestionOptions(),
    folder: InputFolder? = nil,
    portions: (@Sendable ([Record]) -> Void)? = nil
  ) throws(SourceError) -> Outcome {
    var folded: FoldedInput?
    var reading = InputReading(source: name)
    reading.portions = portions
    var source = HashingSource(source)
    let head = try source.head(headSize)
    let declared = options.mapping?.encoding ?? options.csv.encoding
    switch ContentKind(head: head, declared: declared) {
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
    case .state:
      reading.refuse(
        code: "partial-state",
        "this is a partial state, which only 'tacit audit', 'tacit merge' and 'tacit fold' read, and only "
          + "from a file",
        remedy: "name the file to one of them",
        line: 1
      )
    case .signed:
      reading.refuse(
        code: "signed-file",
        "this is a signed file (p7m): the document is inside its signature",
        remedy: "extract the XML, for example with `openssl cms -verify -noverify -inform DER -in "
          + "FILE.p7m -out FILE.xml` (`-inform PEM` for base64 with a header)",
        line: 1
      )
    case .unreadableText(let encoding):
      reading.refuse(
        code: "encoding-not-supported",
        "the text looks like \(encoding)",
        remedy: "save it as UTF-8 (in Excel: CSV UTF-8)",
        line: 1
      )
    case .markup:
      if let mapping = options.mapping {
        reading.diagnostics.append(
          Diagnostic(
            .warning,
            code: "mapping-ignored",
            "the mapping \(mapping.source) is not used: mappings describe tables, and this is XML",
            remedy: "remove it",
            at: reading.location(line: 1)
          )
        )
      }
      try XMLDocumentReader.read(&source, into: &reading)
    case .text(let encoding):
      folded = try CSVDocumentReader.read(
        &source,
        head: head,
        encoding: encoding,
        options: options,
        folder: folder,
        into: &reading
      )
    }
    reading.handOver(atLeast: 1)
    reading.documents = RepeatedDocuments()
    try source.drain(atMost: reading.refusal == nil ? .max : largestRefused)
    return Outcome(
      reading: reading,
      sha256: source.sha256,
      bytes: source.byteCount,
      folded: folded
    )
  }

  /// The code of an input that may not be meant for Tacit at all.
  public static let unrecognised = "unrecognised-input"
}
