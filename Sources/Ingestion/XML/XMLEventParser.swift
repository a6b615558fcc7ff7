internal import CLibXML2

/// libxml2's SAX2 push parser, with limits of its own.
///
/// It is given UTF-8 that ``XMLGuard`` has let through. Should a document type's internal subset or
/// an entity declaration reach the parser all the same, it stops; an external subset is tolerated
/// and never loaded (cXML always names one), entities other than the five of XML are refused rather
/// than dropped, and nothing is ever opened. Every error that libxml2 reports ends the document,
/// whatever it returns: it calls documents with namespace errors well-formed, and after
/// `xmlStopParser` every document.
///
/// The callbacks reach their state through a pointer, since libxml2 calls them a hundred thousand
/// times for each megabyte of markup and each access to a class would be checked for exclusivity.
final class XMLEventParser {
  private let state: UnsafeMutablePointer<XMLParserState>

  /// Creates a parser for a document of a format, or of one to be found.
  ///
  /// `firstByte` is the offset of the first byte in the input, or `nil` when offsets do not match
  /// since the document was transcoded.
  init(_ reading: InputReading, format: (any XMLFormat)?, firstByte: Int?) {
    tacit_xml_init()
    let document = XMLDocumentState(reading, format: format, firstByte: firstByte)
    state = .allocate(capacity: 1)
    state.initialize(to: XMLParserState(document: document, firstByte: firstByte))
    var handler = Self.handler()
    guard let context = xmlCreatePushParserCtxt(&handler, state, nil, 0, nil) else { return }
    // HUGE would lift the limit for text that no reader keeps, and with it the check for entity
    // amplification; both stay.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    state.pointee.context = context
  }

  deinit {
    if let context = state.pointee.context {
      // A stopped push parser leaves a document of the internal subset behind.
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    state.pointee.document.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Why the document was given up, once it was.
  var failure: XMLFailure? { state.pointee.failure }

  /// What is known about the format.
  var recognition: XMLRecognition.State { state.pointee.document.recognition.state }

  /// Parses the next bytes.
  func parse(_ bytes: UnsafeRawBufferPointer) {
    guard state.pointee.failure == nil, let context = state.pointee.context, !bytes.isEmpty else {
      return
    }
    state.pointee.document.window.enter(bytes)
    // A length of libxml2's is 32 bits wide.
    var rest = bytes[...]
    while !rest.isEmpty, state.pointee.failure == nil {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 24))
      _ = xmlParseChunk(
        context,
        piece.bindMemory(to: CChar.self).baseAddress,
        Int32(piece.count),
        0
      )
      rest = rest.dropFirst(piece.count)
    }
    let open = state.pointee.document.openUnit
    state.pointee.document.window.leave(keepingFrom: open)
    if state.pointee.document.isTooLarge { fail(.largeRecord) }
    state.pointee.document.handOver()
  }

  /// Decides on the format with what has been seen.
  func decide() { state.pointee.document.decide() }

  /// Gives the document up at the last byte that was parsed.
  func fail(_ failure: XMLFailure) {
    state.pointee.fail(failure.at(line: state.pointee.lineOfInput))
  }

  /// Tells the parser that the document ends here, and returns what it yielded.
  func finish() -> InputReading {
    if state.pointee.failure == nil, let context = state.pointee.context {
      let result = xmlParseChunk(context, nil, 0, 1)
      if result != 0 || context.pointee.wellFormed == 0 {
        state.pointee.fail(.malformed(nil).at(line: state.pointee.line))
      }
    }
    return state.pointee.document.finish(state.pointee.failure)
  }

  private static func state(
    _ context: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<XMLParserState>? {
    context?.assumingMemoryBound(to: XMLParserState.self)
  }

  /// Closures with inferred types: libxml2 2.12 made some of the pointers constant.
  private static func handler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = {
      context,
      local,
      _,
      namespace,
      namespaceCount,
      namespaces,
      count,
      _,
      attributes in
      guard let local else { return }
      XMLEventParser.state(context)?.pointee.start(
        XMLGatherer.Start(
          local: local,
          namespace: namespace,
          attributes: attributes,
          attributeCount: Int(count)
        ),
        namespaces,
        Int(namespaceCount)
      )
    }
    handler.endElementNs = { context, _, _, _ in XMLEventParser.state(context)?.pointee.end() }
    handler.characters = { context, bytes, count in
      guard let bytes else { return }
      XMLEventParser.state(context)?.pointee.text(bytes, Int(count))
    }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    handler.internalSubset = { context, _, _, _ in
      XMLEventParser.state(context)?.pointee.documentType()
    }
    handler.entityDecl = { context, _, _, _, _, _ in
      guard let state = XMLEventParser.state(context) else { return }
      state.pointee.fail(.ownDefinition.at(line: state.pointee.line))
    }
    handler.reference = { context, name in
      guard let state = XMLEventParser.state(context) else { return }
      let name = name.map { String(cString: $0) } ?? "?"
      state.pointee.fail(.undefinedEntity(name).at(line: state.pointee.line))
    }
    handler.serror = { context, error in
      guard let error else { return }
      XMLEventParser.state(context)?.pointee.note(
        code: error.pointee.code,
        level: error.pointee.level.rawValue,
        line: error.pointee.line,
        column: error.pointee.int2,
        message: error.pointee.message.map { String(cString: $0) } ?? "unknown error"
      )
    }
    return handler
  }
}
