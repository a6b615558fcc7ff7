internal import Model

/// Reads one XML input: finds its format by the root element, then hands over element by element.
enum XMLDocumentReader {
  /// Reads a document to its end; one that fails before its end publishes nothing.
  static func read(
    _ source: inout HashingSource<some ByteSource>,
    into reading: inout InputReading
  ) throws(SourceError) {
    let head = try source.head(1024)
    if let encoding = declaredEncoding(head), !XMLLimits.encodings.contains(encoding) {
      reading.refuse(
        code: "encoding-not-allowed",
        "the document is declared to be in '\(encoding)'",
        remedy: "save it as UTF-8",
        line: 1
      )
      return
    }
    let document = XMLDocument(reading)
    let parser = XMLEventParser(document)
    document.parser = parser
    defer { document.parser = nil }
    var block = [UInt8](repeating: 0, count: 65_536)
    while parser.failure == nil {
      var failure: SourceError?
      var count = 0
      block.withUnsafeMutableBytes { buffer in
        do throws(SourceError) {
          count = try source.read(into: buffer)
        } catch {
          failure = error
        }
        parser.parse(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
      if let failure { throw failure }
      if count == 0 { break }
    }
    parser.finish()
    reading = document.finish(parser.failure)
  }

  /// The encoding that an XML declaration in ASCII names, folded.
  private static func declaredEncoding(_ head: [UInt8]) -> String? {
    let text = String(decoding: head, as: UTF8.self)
    guard let start = text.firstRange(of: "<?xml"), let end = text.firstRange(of: "?>"),
      start.upperBound < end.lowerBound,
      let key = text[start.upperBound..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let value = text[key.upperBound..<end.lowerBound].drop { $0 == " " || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return value.dropFirst().prefix { $0 != quote }.lowercased()
  }
}

/// The state of a document between its events: the open elements, and the reader of its format.
private final class XMLDocument: XMLEventReceiver {
  private var reading: InputReading
  private var open: [(element: XMLElement, text: [UInt8], length: Int)] = []
  private var path: [String] = []
  private var reader: (any XMLRecordReader)?
  private var root: XMLElement?
  /// Whether the document inside its envelope has ended; what follows belongs to the envelope.
  private var isFinished = false
  weak var parser: XMLEventParser?

  /// Envelopes that are looked through for the document inside.
  private static let envelopes: Set<String> = ["StandardBusinessDocument"]

  init(_ reading: InputReading) { self.reading = reading }

  func start(_ element: XMLElement) {
    if root == nil { root = element }
    open.append((element, [], 0))
    if reader == nil { recognise(element) }
    guard reader != nil, !isFinished else { return }
    path.append(element.name.local)
    reader?.start(element, path: path, into: &reading)
    if let refusal = reading.refusal {
      parser?.fail(
        code: refusal.code,
        refusal.message,
        remedy: refusal.remedy ?? "",
        at: (element.line, 1)
      )
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard reader != nil, let last = open.indices.last else { return }
    open[last].length += bytes.count
    guard open[last].length <= XMLLimits.text else {
      parser?.fail(
        code: "text-too-long",
        "an element's text is longer than 64 MiB",
        remedy: "this is no invoice or feed; leave the file out"
      )
      return
    }
    let room = XMLLimits.keptText - open[last].text.count
    if room > 0 { open[last].text.append(contentsOf: bytes.prefix(room)) }
  }

  func end() {
    guard let (element, text, _) = open.popLast(), !path.isEmpty else { return }
    reader?.end(element, path: path, text: Self.trimmed(text), into: &reading)
    path.removeLast()
    isFinished = path.isEmpty
  }

  func finish(_ failure: XMLFailure?) -> InputReading {
    if let failure {
      reading.refuse(
        code: failure.code,
        failure.message,
        remedy: failure.remedy,
        line: failure.line,
        column: failure.column
      )
    } else if reader == nil {
      let name = root.map { "<\($0.name.local)> in '\($0.name.namespace)'" } ?? "nothing"
      reading.refuse(
        code: InputReader.unrecognised,
        "no format recognises the root element \(name)",
        remedy: "see the formats in the README",
        line: root?.line ?? 1
      )
    } else {
      reader?.finish(into: &reading)
    }
    return reading
  }

  private func recognise(_ element: XMLElement) {
    let isInEnvelope = open.count > 1 && Self.envelopes.contains(open[0].element.name.local)
    guard open.count == 1 || isInEnvelope else { return }
    for format in InputFormats.xml where format.recognises(root: element.name) {
      reading.format = format.name
      reader = format.makeReader()
      return
    }
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
