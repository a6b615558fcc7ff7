internal import CLibXML2

/// What libxml2's callbacks work on.
struct XMLParserState {
  /// The parser, which outlives every callback.
  var context: xmlParserCtxtPtr?
  /// The document that is read.
  var document: XMLDocumentState
  /// The offset of the first byte in the input, or `nil` when offsets do not match.
  let firstByte: Int?
  /// Why the document was given up, once it was.
  private(set) var failure: XMLFailure?
  private var depth = 0
  private var textLength = 0
  private var hasNamespaces = false

  init(document: XMLDocumentState, firstByte: Int?) {
    self.document = document
    self.firstByte = firstByte
  }

  /// The 1-based line that the parser has reached, exact beyond 65,535.
  var line: Int { context.map { max(1, Int(xmlSAX2GetLineNumber($0))) } ?? 1 }

  /// The line of the last byte that the parser was given.
  var lineOfInput: Int {
    guard let input = context?.pointee.input, let current = input.pointee.cur,
      let end = input.pointee.end, current <= end
    else { return line }
    let pending = UnsafeBufferPointer(start: current, count: end - current)
    return line + pending.count { $0 == UInt8(ascii: "\n") }
  }

  /// Gives the document up; nothing more is reported.
  mutating func fail(_ failure: XMLFailure) {
    guard self.failure == nil else { return }
    self.failure = failure
    if let context { xmlStopParser(context) }
  }

  mutating func start(
    _ element: XMLGatherer.Start,
    _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ namespaceCount: Int
  ) {
    guard failure == nil else { return }
    depth += 1
    textLength = 0
    if namespaceCount > 0 { hasNamespaces = true }
    guard depth <= XMLLimits.depth else { return fail(.tooDeep.at(line: line)) }
    guard element.attributeCount + namespaceCount <= XMLLimits.attributes else {
      return fail(.tooManyAttributes.at(line: line))
    }
    if document.isIgnoring { return }
    let place = XMLPlace(context: context, firstByte: firstByte)
    document.start(
      element,
      depth: depth,
      name: {
        XMLName(
          String(cString: element.local),
          namespace: element.namespace.map { String(cString: $0) } ?? ""
        )
      },
      namespaces: { Self.table(namespaces, namespaceCount) },
      place: { place.ofStartTag }
    )
  }

  mutating func end() {
    guard failure == nil else { return }
    textLength = 0
    if document.isIgnoring {
      depth -= 1
      return
    }
    let place = XMLPlace(context: context, firstByte: firstByte)
    if let failure = document.end(depth: depth, byte: { place.byte }) { fail(failure) }
    depth -= 1
    if document.recognition.isDecided, let context { xmlStopParser(context) }
  }

  mutating func text(_ bytes: UnsafePointer<xmlChar>, _ count: Int) {
    // After an error libxml2 keeps delivering text to the end of the file.
    guard failure == nil else { return }
    textLength += count
    guard textLength <= XMLLimits.text else { return fail(.longText.at(line: line)) }
    document.text(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// libxml2 announces a document type before it reads the internal subset, whose presence only
  /// the next byte shows: the input stands behind the external identifier.
  mutating func documentType() {
    guard let input = context?.pointee.input, let current = input.pointee.cur,
      let end = input.pointee.end
    else { return }
    var byte = current
    while byte < end, [0x20, 0x09, 0x0A, 0x0D].contains(byte.pointee) { byte += 1 }
    if byte < end, byte.pointee == UInt8(ascii: "[") { fail(.ownDefinition.at(line: line)) }
  }

  mutating func note(code: Int32, level: UInt32, line: Int32, column: Int32, message: String) {
    let isUndeclared = code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue)
    guard level >= XML_ERR_ERROR.rawValue || isUndeclared else { return }
    // XML 1.0 itself knows no namespaces: below a root that declares none, a colon is a letter.
    let isColon =
      code == Int32(XML_NS_ERR_QNAME.rawValue) || code == Int32(XML_NS_ERR_COLON.rawValue)
    if isColon, depth > 0, !hasNamespaces { return }
    let detail = message.split(separator: "\n").first.map(String.init) ?? message
    let failure: XMLFailure =
      switch code {
      case Int32(XML_WAR_UNDECLARED_ENTITY.rawValue), Int32(XML_ERR_UNDECLARED_ENTITY.rawValue):
        .undefinedEntity(Self.quoted(detail) ?? "?")
      case _ where detail.hasPrefix("Input is not proper UTF-8"):
        .encodingMismatch("the bytes are not UTF-8, and the document declares nothing else")
      default: .malformed(detail)
      }
    fail(
      line > 0
        ? failure.at(line: Int(line), column: max(1, Int(column))) : failure.at(line: self.line)
    )
  }

  /// What stands between the first two apostrophes.
  private static func quoted(_ text: String) -> String? {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[1]) : nil
  }

  private static func table(
    _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ count: Int
  ) -> [String: String] {
    var table: [String: String] = [:]
    for index in 0..<count {
      guard let uri = namespaces?[2 * index + 1] else { continue }
      table[namespaces?[2 * index].map { String(cString: $0) } ?? ""] = String(cString: uri)
    }
    return table
  }
}

/// Where the parser stands.
private struct XMLPlace {
  let context: xmlParserCtxtPtr?
  let firstByte: Int?

  /// The offset of the next byte in the input, or -1 when it is not known.
  var byte: Int {
    guard let firstByte, let input = context?.pointee.input, let current = input.pointee.cur,
      let base = input.pointee.base
    else { return -1 }
    return firstByte + Int(input.pointee.consumed) + (current - base)
  }

  /// The line and the offset of the `<` in front of which the parser is inside a start tag: a tag
  /// holds no other, and lies in the buffer as a whole.
  var ofStartTag: (line: Int, byte: Int) {
    guard let context, let input = context.pointee.input, let current = input.pointee.cur,
      let base = input.pointee.base
    else { return (1, -1) }
    var line = max(1, Int(xmlSAX2GetLineNumber(context)))
    var position = current
    while position > base {
      position -= 1
      if position.pointee == UInt8(ascii: "<") { break }
      if position.pointee == UInt8(ascii: "\n") { line -= 1 }
    }
    return (line, byte < 0 ? -1 : byte - (current - position))
  }
}
