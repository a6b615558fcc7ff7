internal import CLibXML2

/// What a parser reports; the receiver decides when to stop.
protocol XMLEventReceiver: AnyObject {
  /// An element starts.
  func start(_ element: XMLElement)
  /// A piece of character data.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// An element ends.
  func end()
}

/// Why a document was given up.
struct XMLFailure: Error {
  /// The stable code.
  let code: String
  /// What is wrong, as one sentence.
  let message: String
  /// What to do.
  let remedy: String
  /// The 1-based line.
  let line: Int
  /// The 1-based column in bytes, where libxml2 knows it.
  let column: Int?
}

/// libxml2's SAX2 push parser, with limits of its own.
///
/// A document type with an internal subset and every entity declaration stop it at once, an
/// external subset is tolerated and never loaded (cXML always names one), entities other than the
/// five of XML are refused rather than dropped, and nothing is ever opened. After
/// `xmlStopParser` libxml2 still calls the document well-formed, so the own failure decides.
final class XMLEventParser {
  private let receiver: any XMLEventReceiver
  private var context: xmlParserCtxtPtr?
  private var tagWidth = XMLTagWidth()
  private var depth = 0
  private var names: [UnsafePointer<xmlChar>: String] = [:]
  /// Why the document was given up, once it was.
  private(set) var failure: XMLFailure?

  /// Creates a parser that reports to a receiver.
  init(_ receiver: any XMLEventReceiver) {
    self.receiver = receiver
    tacit_xml_init()
    var handler = Self.handler()
    context = xmlCreatePushParserCtxt(
      &handler,
      Unmanaged.passUnretained(self).toOpaque(),
      nil,
      0,
      nil
    )
    // HUGE lifts the limit of 10 MB for one text, which an attachment may pass. It also lifts the
    // check for entity amplification, which is safe only because no entity can be declared here.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
    if let context { xmlCtxtUseOptions(context, Int32(options)) }
  }

  deinit {
    guard let context else { return }
    // A stopped push parser leaves a document of the internal subset behind.
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  /// Parses the next bytes.
  func parse(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil, let context, !bytes.isEmpty else { return }
    if tagWidth.exceedsLimit(bytes) {
      fail(
        code: "tag-too-wide",
        "a tag is wider than \(XMLLimits.tagWidth) bytes",
        remedy: "this is no invoice or feed; leave the file out"
      )
      return
    }
    _ = xmlParseChunk(context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), 0)
  }

  /// Tells the parser that the document ends here.
  func finish() {
    guard failure == nil, let context else { return }
    let result = xmlParseChunk(context, nil, 0, 1)
    if failure == nil, result != 0 || context.pointee.wellFormed == 0 {
      fail(
        code: "malformed-xml",
        "the document is not well-formed",
        remedy: "export the file again; it may be cut off"
      )
    }
  }

  /// Gives the document up; nothing more is reported.
  func fail(
    code: String,
    _ message: String,
    remedy: String,
    at place: (line: Int, column: Int)? = nil
  ) {
    guard failure == nil else { return }
    failure = XMLFailure(
      code: code,
      message: message,
      remedy: remedy,
      line: place?.line ?? line,
      column: place?.column
    )
    if let context { xmlStopParser(context) }
  }

  /// The 1-based line that the parser has reached, exact beyond 65,535.
  private var line: Int { context.map { max(1, Int(xmlSAX2GetLineNumber($0))) } ?? 1 }

  private func start(
    _ local: UnsafePointer<xmlChar>,
    _ namespace: UnsafePointer<xmlChar>?,
    namespaces: Int32,
    count: Int32,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard failure == nil else { return }
    depth += 1
    guard depth <= XMLLimits.depth else {
      fail(
        code: "too-deep",
        "elements nest deeper than \(XMLLimits.depth) levels",
        remedy: "this is no invoice or feed; leave the file out"
      )
      return
    }
    guard Int(count) + Int(namespaces) <= XMLLimits.attributes else {
      fail(
        code: "too-many-attributes",
        "an element has more than \(XMLLimits.attributes) attributes",
        remedy: "this is no invoice or feed; leave the file out"
      )
      return
    }
    var values: [String: String] = [:]
    if let attributes {
      // Five pointers each: local name, prefix, namespace, begin and end of the value.
      for index in 0..<Int(count) {
        guard let name = attributes[5 * index], let begin = attributes[5 * index + 3],
          let end = attributes[5 * index + 4]
        else { continue }
        values[text(name)] = String(
          decoding: UnsafeBufferPointer(start: begin, count: end - begin),
          as: UTF8.self
        )
      }
    }
    receiver.start(
      XMLElement(
        name: XMLName(namespace: namespace.map(text) ?? "", local: text(local)),
        attributes: values,
        line: line
      )
    )
  }

  private func end() {
    guard failure == nil else { return }
    depth -= 1
    receiver.end()
  }

  private func characters(_ bytes: UnsafePointer<xmlChar>, _ count: Int32) {
    // After an error libxml2 keeps delivering text to the end of the file.
    guard failure == nil else { return }
    receiver.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  private func note(
    code: Int32,
    level: UInt32,
    line: Int32,
    column: Int32,
    message: String
  ) {
    guard level >= XML_ERR_ERROR.rawValue || code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue)
    else {
      return
    }
    fail(
      code: code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue)
        ? "undefined-entity" : "malformed-xml",
      "the document is not well-formed: \(message)",
      remedy: "export the file again; it may be cut off",
      at: line > 0 ? (Int(line), max(1, Int(column))) : nil
    )
  }

  /// Names are interned in the parser's dictionary, so one String for each pointer is enough.
  private func text(_ name: UnsafePointer<xmlChar>) -> String {
    if let known = names[name] { return known }
    let text = String(cString: name)
    names[name] = text
    return text
  }

  private static func parser(_ context: UnsafeMutableRawPointer?) -> XMLEventParser? {
    context.map { Unmanaged<XMLEventParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, local, _, namespace, namespaces, _, count, _, attributes in
      guard let local else { return }
      XMLEventParser.parser(context)?.start(
        local,
        namespace,
        namespaces: namespaces,
        count: count,
        attributes
      )
    }
    handler.endElementNs = { context, _, _, _ in XMLEventParser.parser(context)?.end() }
    handler.characters = { context, bytes, count in
      guard let bytes else { return }
      XMLEventParser.parser(context)?.characters(bytes, count)
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    handler.internalSubset = { context, _, _, _ in
      XMLEventParser.parser(context)?.documentType()
    }
    handler.entityDecl = { context, _, _, _, _, _ in
      XMLEventParser.parser(context)?.entityDeclaration()
    }
    handler.reference = { context, name in
      XMLEventParser.parser(context)?.undefinedEntity(name)
    }
    handler.serror = { context, error in
      guard let error else { return }
      let message = error.pointee.message.map { String(cString: $0) } ?? "unknown error"
      XMLEventParser.parser(context)?.note(
        code: error.pointee.code,
        level: error.pointee.level.rawValue,
        line: error.pointee.line,
        column: error.pointee.int2,
        message: message.split(separator: "\n").first.map(String.init) ?? message
      )
    }
    return handler
  }

  /// libxml2 announces a document type before it reads the internal subset, whose presence only
  /// the next byte shows: the input stands behind the external identifier.
  private func documentType() {
    guard let context, let input = context.pointee.input, let current = input.pointee.cur,
      let end = input.pointee.end
    else { return }
    var byte = current
    while byte < end, [0x20, 0x09, 0x0A, 0x0D].contains(byte.pointee) { byte += 1 }
    if byte < end, byte.pointee == UInt8(ascii: "[") { entityDeclaration() }
  }

  private func entityDeclaration() {
    fail(
      code: "dtd-not-allowed",
      "the document brings its own document type definition",
      remedy: "no invoice or feed needs one; ask the sender for a file without it"
    )
  }

  private func undefinedEntity(_ name: UnsafePointer<xmlChar>?) {
    fail(
      code: "undefined-entity",
      "the entity &\(name.map { String(cString: $0) } ?? "?"); is not defined",
      remedy: "ask the sender to write the character itself"
    )
  }
}
