internal import Model

/// Reads one XML input: its encoding first, then block by block past the guard into the parser,
/// which finds the format and gathers what it asks for.
enum XMLDocumentReader {
  /// Reads a document to its end; one that fails before its end publishes nothing.
  static func read(
    _ source: inout HashingSource<some ByteSource>,
    into reading: inout InputReading
  ) throws(SourceError) {
    let head = try source.head(1024)
    let encoding: XMLEncoding
    let mark: Int
    do throws(XMLEncoding.Refusal) {
      (encoding, mark) = try XMLEncoding.detect(head)
    } catch {
      return refuse(error, into: &reading)
    }
    try source.skip(mark)
    var pass = XMLPass(reading, encoding: encoding, mark: mark)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 16)
    defer { block.deallocate() }
    while !pass.isOver {
      let count = try source.read(into: block)
      pass.take(UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
    reading = pass.finish()
  }

  /// Blocks of 64 KiB and more make malloc tidy up whenever one is given back.
  private static let blockSize = 32_768

  private static func refuse(_ refusal: XMLEncoding.Refusal, into reading: inout InputReading) {
    let failure: XMLFailure =
      switch refusal {
      case .notAllowed(let name): .encodingNotAllowed(name)
      case .mismatch(let declared, let found):
        .encodingMismatch("the document is declared to be in '\(declared)', but it is \(found)")
      }
    reading.refuse(code: failure.code, failure.message, remedy: failure.remedy, line: 1)
  }
}

/// One pass over a document, which begins anew once the evidence has decided on a format.
private struct XMLPass {
  private var transcoder: XMLTranscoder
  private var guardian = XMLGuard()
  private var parser: XMLEventParser
  /// What was read while the format was open.
  private var undecided: [UInt8] = []
  private var transcoded: [UInt8] = []
  private let reading: InputReading
  private let firstByte: Int?
  private var isAtEnd = false

  init(_ reading: InputReading, encoding: XMLEncoding, mark: Int) {
    self.reading = reading
    transcoder = XMLTranscoder(encoding)
    firstByte = transcoder.passesThrough ? mark : nil
    parser = XMLEventParser(reading, format: nil, firstByte: firstByte)
  }

  /// Whether nothing more is wanted of the input.
  var isOver: Bool { isAtEnd || parser.failure != nil }

  /// Takes the next block, an empty one at the end.
  mutating func take(_ block: UnsafeRawBufferPointer) {
    guard !block.isEmpty else {
      isAtEnd = true
      if !transcoder.isComplete { parser.fail(Self.wrongByte) }
      parser.decide()
      return beginAnewIfDecided()
    }
    if transcoder.passesThrough { return parse(block) }
    transcoded.removeAll(keepingCapacity: true)
    let isConverted = transcoder.convert(block, into: &transcoded)
    let bytes = transcoded
    bytes.withUnsafeBytes { parse($0) }
    if !isConverted { parser.fail(Self.wrongByte) }
  }

  /// Ends the document and returns what it yielded.
  func finish() -> InputReading { parser.finish() }

  private static let wrongByte = XMLFailure.encodingMismatch(
    "a byte does not belong to the encoding that the document declares"
  )

  private mutating func parse(_ bytes: UnsafeRawBufferPointer) {
    let fault = guardian.check(bytes)
    let safe = UnsafeRawBufferPointer(rebasing: bytes[..<(fault?.offset ?? bytes.count)])
    parser.parse(safe)
    switch parser.recognition {
    case .searching, .weighing:
      undecided.append(contentsOf: safe)
      if undecided.count > XMLLimits.evidence { parser.decide() }
    case .decided: undecided.append(contentsOf: safe)
    case .found, .between, .foreign, .unknown: undecided = []
    }
    beginAnewIfDecided()
    switch fault?.violation {
    case .wideTag: parser.fail(.wideTag)
    case .longSection: parser.fail(.longSection)
    case .internalSubset: parser.fail(.ownDefinition)
    case nil: break
    }
  }

  private mutating func beginAnewIfDecided() {
    guard case .decided(let format) = parser.recognition else { return }
    parser = XMLEventParser(reading, format: format, firstByte: firstByte)
    undecided.withUnsafeBytes { parser.parse($0) }
    undecided = []
  }
}
