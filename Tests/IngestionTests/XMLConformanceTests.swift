import Foundation
import Ingestion
import Model
import TestSupport
import Testing

/// What is well-formed is read to its end, and what is not is refused: by the W3C's test suite where
/// a corpus holds it, and by documents of our own for what the suite only describes.
struct XMLConformanceTests {
  private struct Index: Decodable {
    struct Case: Decodable {
      let file: String
      let id: String
    }
    let accept: [Case]
  }

  /// The refusal's code, or `nil` for a document that is well-formed but of no format.
  private func fault(_ bytes: [UInt8], blockSize: Int) throws -> String? {
    let code = try read(bytes, blockSize: blockSize).refusal?.code
    return code == "unrecognised-input" ? nil : code
  }

  @Test(
    "the well-formed documents of the W3C suite without a document type are accepted",
    .enabled(if: Corpus.isThere),
    arguments: blockSizes
  )
  func accepted(blockSize: Int) throws {
    let folder = "hostile/xml/xmlconf-nodtd"
    let index = try Corpus.bytes("\(folder)/INDEX.expected.json")
    let cases = try JSONDecoder().decode(Index.self, from: Data(index)).accept
    #expect(cases.count == 431)
    for test in cases {
      let bytes = try Corpus.bytes("\(folder)/\(test.file)")
      #expect(try fault(bytes, blockSize: blockSize) == nil, "\(test.id)")
    }
  }

  /// One document for each way of being wrong that the suite lists, with the rule of XML 1.0 or of
  /// Namespaces in XML 1.0.
  private static let wrong: [(rule: String, text: String)] = [
    ("an attribute needs a name", "<a ?></a>"), ("a name starts with no dot", "<a><.b/></a>"),
    ("a name starts with no digit", "<a><1/></a>"),
    ("a name starts with no hyphen", "<a><-b/></a>"),
    ("an instruction has an end", "<a><? target some data></a>"),
    ("an instruction's name follows at once", "<a><? pi?></a>"),
    ("an instruction has a name", "<a><??></a>"),
    ("an instruction has white space behind its name", "<a><?pi!?></a>"),
    ("an instruction is not called xml", "<a><?xml version=\"1.0\"?></a>"),
    ("an instruction is not called XML", "<a><?XmL ?></a>"),
    ("a comment holds no two hyphens", "<a><!-- b -- c --></a>"),
    ("a comment ends with two hyphens", "<a><!-- b ---></a>"), ("a comment ends", "<a><!-- b </a>"),
    ("an ampersand begins a reference", "<a>b & c</a>"), ("an entity ends", "<a>&amp no</a>"),
    ("an entity has a name", "<a>&;</a>"), ("an entity is defined", "<a>&b;</a>"),
    ("a reference names a character", "<a>&#x;</a>"), ("a reference has digits", "<a>&#RE;</a>"),
    ("a reference has a small x", "<a>&#X58;</a>"), ("zero is no character", "<a>&#0;</a>"),
    ("a control is no character", "<a>&#x1F;</a>"), ("a surrogate is none", "<a>&#xD800;</a>"),
    ("a noncharacter is none", "<a>&#xFFFE;</a>"), ("beyond Unicode is none", "<a>&#x110000;</a>"),
    ("an attribute has quotes", "<a b=c/>"), ("an attribute has a value", "<a b/>"),
    ("a quote is closed by its like", "<a b=\"c'/>"), ("a value holds no <", "<a b=\"<\"/>"),
    ("a value holds no bare &", "<a b=\"&\"/>"), ("attributes are apart", "<a b=\"1\"c=\"2\"/>"),
    ("an attribute occurs once", "<a b=\"1\" b=\"2\"/>"),
    ("an attribute has an equals sign", "<a b \"1\"/>"),
    ("an end tag has no attributes", "<a></a b=\"1\">"), ("tags match", "<a></b>"),
    ("tags match by case", "<a></A>"), ("tags nest", "<a><b></a></b>"), ("elements end", "<a>"),
    ("an end has a start", "</a>"), ("an end tag is closed", "<a></a"),
    ("an empty tag is closed at once", "<a/ >"), ("an empty tag begins at once", "< a/>"),
    ("a tag is no end tag as well", "</a/>"), ("a tag holds no comment", "<a <!-- b -->/>"),
    ("a tag is closed", "<a></a>\n<b"), ("there is one root", "<a/><b/>"),
    ("there is a root", "<!-- nothing -->"), ("there is no text behind the root", "<a/>b"),
    ("nor a reference", "<a/>&#32;"), ("nor a section", "<a/><![CDATA[]]>"),
    ("there is no text before the root", "<!-- c -->b<a/>"),
    ("a section is inside the root", "<![CDATA[]]><a/>"),
    ("a section's end stands nowhere else", "<a>]]></a>"), ("a section ends", "<a><![CDATA[b</a>"),
    ("a section begins at once", "<a><! [CDATA[b]]></a>"),
    ("a section's name is capital", "<a><![cdata[b]]></a>"),
    ("sections do not nest", "<a><![CDATA[<![CDATA[b]]>]]></a>"),
    ("the declaration comes first", " <?xml version=\"1.0\"?><a/>"),
    ("the declaration comes first of all", "<!-- b --><?xml version=\"1.0\"?><a/>"),
    ("the declaration is spelt small", "<?XML version=\"1.0\"?><a/>"),
    ("the declaration has a version", "<?xml encoding=\"UTF-8\"?><a/>"),
    ("its version comes first", "<?xml encoding=\"UTF-8\" version=\"1.0\"?><a/>"),
    ("its version has quotes", "<?xml version=1.0?><a/>"),
    ("its quotes match", "<?xml version=\"1.0'?><a/>"),
    ("its version is a number", "<?xml version=\"1.0 \"?><a/>"),
    ("it says yes or no", "<?xml version=\"1.0\" standalone=\"YES\"?><a/>"),
    (
      "it ends with standalone", "<?xml version=\"1.0\" standalone=\"yes\" encoding=\"UTF-8\"?><a/>"
    ),
    ("it holds nothing else", "<?xml version=\"1.0\" b=\"c\"?><a/>"),
    ("it ends as it began", "<?xml version=\"1.0\"><a/>"),
    ("its encoding is a name", "<?xml version=\"1.0\" encoding=\"a/b\"?><a/>"),
    ("its encoding has quotes", "<?xml version=\"1.0\" encoding=UTF-8?><a/>"),
    ("a document type is spelt capital", "<!doctype a SYSTEM \"b\"><a/>"),
    ("a document type begins at once", "<! DOCTYPE a SYSTEM \"b\"><a/>"),
    ("a raw control is no character", "<a>\u{7}</a>"), ("nor is escape", "<a>\u{1B}</a>"),
    ("nor is a form feed", "<a>\u{C}</a>"), ("nor is NUL", "<a>\u{0}</a>"),
    ("nor is U+FFFF", "<a>\u{FFFF}</a>"),
    // Namespaces in XML 1.0; libxml2 calls these well-formed.
    ("a name has one colon at most", "<a:b:c xmlns:a=\"u\"/>"), ("no colon ends a name", "<a:/>"),
    ("no colon starts a name", "<:a/>"), ("a colon is no name", "<:/>"),
    ("a prefix is never unbound", "<a xmlns:b=\"u\"><c xmlns:b=\"\"/></a>"),
    ("an element's prefix is bound", "<b:a/>"), ("an attribute's prefix is bound", "<a b:c=\"\"/>"),
    ("xml is bound to its own", "<a xmlns:xml=\"u\"/>"),
    ("nothing else is", "<a xmlns:b=\"http://www.w3.org/XML/1998/namespace\"/>"),
    ("xmlns is not declared", "<a xmlns:xmlns=\"http://www.w3.org/2000/xmlns/\"/>"),
    ("not even wrongly", "<a xmlns:xmlns=\"u\"/>"),
    ("nothing is bound to it", "<a xmlns:b=\"http://www.w3.org/2000/xmlns/\"/>"),
    (
      "an attribute occurs once under two prefixes",
      "<a xmlns:b=\"u\" xmlns:c=\"u\" b:d=\"\" c:d=\"\"/>"
    ),
    ("an instruction's name has no colon", "<?b:c d?><a/>"),
  ]

  @Test("what is not well-formed is refused, whatever the size of blocks", arguments: blockSizes)
  func refused(blockSize: Int) throws {
    for (rule, text) in Self.wrong {
      #expect(try fault(Array(text.utf8), blockSize: blockSize) != nil, "\(rule): \(text)")
    }
  }

  @Test("an encoding that is not allowed or not the declared one is refused", arguments: blockSizes)
  func encodings(blockSize: Int) throws {
    func document(_ encoding: String, _ text: String = "<a>b</a>") -> [UInt8] {
      Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\(text)".utf8)
    }
    func wide(_ bytes: [UInt8], isBig: Bool, mark: Bool) -> [UInt8] {
      var result: [UInt8] = mark ? (isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
      for byte in bytes { result += isBig ? [0, byte] : [byte, 0] }
      return result
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let cases: [(code: String?, bytes: [UInt8])] = [
      ("encoding-not-allowed", document("UTF-7")), ("encoding-not-allowed", document("IBM037")),
      ("encoding-not-allowed", document("UTF-32")),
      ("encoding-not-allowed", wide(document("UTF-16"), isBig: false, mark: false)),
      ("encoding-mismatch", mark + document("ISO-8859-1")),
      ("encoding-mismatch", document("UTF-16")),
      ("encoding-mismatch", wide(document("UTF-8"), isBig: true, mark: true)),
      ("encoding-mismatch", document("US-ASCII", "<a>é</a>")),
      ("encoding-mismatch", document("UTF-8", "<a>") + [0xFC] + Array("</a>".utf8)),
      ("encoding-mismatch", document("windows-1252", "<a>") + [0x81] + Array("</a>".utf8)),
      (
        "encoding-mismatch",
        [0xFE, 0xFF] + wide(Array("<a/>".utf8), isBig: true, mark: false) + [0]
      ),
      (nil, mark + document("utf-8")), (nil, document("US-ASCII")),
      (nil, document("ISO-8859-1", "<a>") + [0xFC] + Array("</a>".utf8)),
      (nil, document("windows-1252", "<a>") + [0x80] + Array("</a>".utf8)),
      (nil, wide(document("UTF-16"), isBig: true, mark: true)),
      (nil, wide(document("utf-16"), isBig: false, mark: true)),
    ]
    for (code, bytes) in cases {
      #expect(try fault(bytes, blockSize: blockSize) == code, "\(bytes.prefix(60))")
    }
  }

  @Test("text is the same in every encoding", arguments: blockSizes)
  func transcoding(blockSize: Int) throws {
    func feed(_ encoding: String) -> String {
      "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><source><job><title>Prüfer für €</title>"
        + "<referencenumber>1</referencenumber></job></source>"
    }
    let utf16: [UInt8] = feed("UTF-16").utf16.reduce(into: [0xFE, 0xFF]) {
      $0 += [UInt8($1 >> 8), UInt8($1 & 0xFF)]
    }
    let windows: [UInt8] = feed("windows-1252").unicodeScalars.map {
      $0 == "€" ? 0x80 : UInt8($0.value)
    }
    for bytes in [Array(feed("UTF-8").utf8), utf16, windows] {
      #expect(try read(bytes, blockSize: blockSize).postings.map(\.title) == ["Prüfer für €"])
    }
  }
}
