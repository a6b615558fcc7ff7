internal import Model

/// What is known of a document between two events: its format, what was gathered, what was read.
struct XMLDocumentState {
  private(set) var recognition: XMLRecognition
  /// What the document has yielded so far.
  private(set) var reading: InputReading
  /// The bytes at hand.
  var window: XMLWindow
  private var gatherer: XMLGatherer?
  private var reader: (any XMLRecordReader)?
  /// The depth of the element that the format knows as its root, while it is open.
  private var rootDepth = 0
  /// The number of documents that were read; an envelope may hold several.
  private var documents = 0
  /// Whether any record was read, or rejected.
  private var hasRecords = false
  /// The number of values that were cut, and the line of the first unit with one.
  private var cuts = (count: 0, firstLine: 1)
  /// How many of them are of earlier documents of the envelope.
  private var cutsBefore = 0
  /// Whether elements are gathered now.
  private var isReading = false

  /// Starts a document, of a format that is known when it is read a second time.
  init(_ reading: InputReading, format: (any XMLFormat)?, firstByte: Int?) {
    self.reading = reading
    window = XMLWindow(start: firstByte ?? 0)
    recognition = XMLRecognition(known: format)
  }

  /// Whether nothing more is wanted of the document but that it is well-formed.
  var isIgnoring: Bool { !isReading && isSettled }

  private var isSettled: Bool {
    switch recognition.state {
    // What lies below the root of a format ends with it.
    case .found, .unknown: true
    case .searching, .between, .weighing, .decided, .foreign: false
    }
  }

  /// Gives the memory back; the state is not used afterwards.
  func deallocate() { gatherer?.deallocate() }

  /// An element starts.
  mutating func start(
    _ element: XMLGatherer.Start,
    depth: Int,
    name: () -> XMLName,
    namespaces: () -> [String: String],
    place: () -> (line: Int, byte: Int)
  ) {
    if isReading {
      gatherer?.start(element, isRoot: false, place: place)
      return
    }
    guard !isIgnoring else { return }
    recognition.start(name(), depth: depth, line: place().line, namespaces: namespaces)
    guard case .found(let format) = recognition.state else { return }
    reading.format = reading.format ?? format.name
    gatherer = XMLGatherer(format.layout)
    reader = format.makeReader()
    rootDepth = depth
    isReading = true
    gatherer?.start(element, isRoot: true, place: place)
  }

  /// A piece of character data.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isReading { gatherer?.text(bytes) }
  }

  /// An element ends; returns why the document is given up, if so.
  mutating func end(depth: Int, byte: () -> Int) -> XMLFailure? {
    guard isReading else {
      recognition.end(depth: depth)
      return nil
    }
    let unit = gatherer?.end(byte: byte)
    if let unit, let gatherer {
      let cutValues = cutsBefore + gatherer.cutValues
      if cutValues > cuts.count {
        let line = cuts.count == 0 ? gatherer.tape.entries[unit].line : cuts.firstLine
        cuts = (cutValues, line)
      }
      reader?.read(
        XMLUnit(tape: gatherer.tape, index: unit, window: window, secrets: gatherer.secrets),
        into: &reading
      )
      self.gatherer?.forgetUnit()
      noteRecords()
    }
    if depth == rootDepth { endDocument() }
    if let refusal = reading.refusal {
      return XMLFailure(
        code: refusal.code,
        message: refusal.message,
        remedy: refusal.remedy ?? "",
        line: refusal.location?.line ?? 1,
        column: refusal.location?.column
      )
    }
    return nil
  }

  private mutating func endDocument() {
    isReading = false
    documents += 1
    guard rootDepth > 1 else { return }
    reader?.finish(into: &reading)
    reader = nil
    noteRecords()
    cutsBefore = cuts.count
    gatherer?.deallocate()
    gatherer = nil
    recognition.resume()
  }

  /// Hands over the records that have been read, where somebody takes them.
  mutating func handOver() { reading.handOver(atLeast: Self.portion) }

  private static let portion = 256

  /// Whether the open unit takes more memory than a record may.
  var isTooLarge: Bool { (gatherer?.gatheredBytes ?? 0) > XMLLimits.unit }

  /// The first byte of the open unit, which will be wanted if it is rejected.
  var openUnit: Int? { gatherer?.openUnit }

  /// Decides on the format with what has been seen.
  mutating func decide() { recognition.decide() }

  /// Ends the document and returns what it yielded.
  mutating func finish(_ failure: XMLFailure?) -> InputReading {
    if let failure {
      reading.refuse(
        code: failure.code,
        failure.message,
        remedy: failure.remedy,
        line: failure.line,
        column: failure.column
      )
    } else if let (unread, line) = unreadDocument {
      reading.refuse(
        code: "format-not-supported",
        "this is \(unread.what); it is not read",
        remedy: unread.remedy,
        line: line
      )
    } else if documents == 0 {
      refuseUnknown()
    } else {
      reader?.finish(into: &reading)
      noteRecords()
      if !hasRecords { warnOfNoRecords() }
      warnOfParts()
      if cuts.count > 0 { warnOfCuts() }
    }
    reading.documents = RepeatedDocuments()
    return reading
  }

  /// A document that is known by name and not read: the root, or a part of an envelope.
  private var unreadDocument: ((what: String, remedy: String), line: Int)? {
    if documents == 0, let root = recognition.root, let unread = XMLUnread.named(root) {
      return (unread, recognition.line)
    }
    for part in recognition.parts {
      if let unread = XMLUnread.named(part.name) { return (unread, part.line) }
    }
    return nil
  }

  private mutating func refuseUnknown() {
    let first = recognition.parts.first
    if let root = recognition.root, let first, let format = first.format {
      reading.refuse(
        code: "unknown-wrapper",
        "no format recognises the root element \(Self.quoted(root)), but a document of format "
          + "\(format) stands inside; nothing of the input is read",
        remedy: "save each document in a file of its own, or put them in an element "
          + "StandardBusinessDocument, of which every document is read",
        line: first.line
      )
      return
    }
    let root = recognition.root.map(Self.quoted) ?? "nothing"
    let part = first.map { ", nor \(Self.quoted($0.name)) inside" } ?? ""
    reading.refuse(
      code: InputReader.unrecognised,
      "no format recognises the root element \(root)\(part)",
      remedy: "`tacit formats` lists what is read",
      line: recognition.line
    )
  }

  private static func quoted(_ name: XMLName) -> String { "<\(name.local)> in '\(name.namespace)'" }

  /// What an envelope holds beside its documents may be one that somebody expects to be counted.
  private mutating func warnOfParts() {
    guard let part = recognition.parts.first else { return }
    let others = recognition.partCount - 1
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "part-not-read",
        "the envelope also holds \(Self.quoted(part.name))"
          + (others == 0 ? "" : " and \(others) more \(others == 1 ? "element" : "elements")")
          + ", which no format recognises; the documents beside it are read",
        remedy: "see whether it is an invoice; `tacit formats` lists what is read",
        at: reading.location(line: part.line)
      )
    )
  }

  private mutating func noteRecords() {
    hasRecords =
      hasRecords || !reading.records.isEmpty || !reading.rejects.isEmpty
      || !reading.duplicates.isEmpty
  }

  private mutating func warnOfCuts() {
    let limit = XMLLimits.keptText >> 10
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "text-cut",
        cuts.count == 1
          ? "1 text is longer than \(limit) KiB; the rest of it is left out"
          : "\(cuts.count) texts are longer than \(limit) KiB; the rest of them is left out",
        remedy: "look at the record: a file may be embedded in it",
        at: reading.location(line: cuts.firstLine)
      )
    )
  }

  private mutating func warnOfNoRecords() {
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "no-records",
        "the document has no records",
        remedy: "check the period and the filter of the export",
        at: reading.location(line: recognition.line)
      )
    )
  }
}
