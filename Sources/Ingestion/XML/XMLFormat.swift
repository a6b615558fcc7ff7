internal import Model

/// A name in XML: namespace and local part, never the prefix.
struct XMLName: Hashable, Sendable {
  /// The namespace's URI; empty without a namespace.
  let namespace: String
  /// The local name.
  let local: String
}

/// The start of an element.
struct XMLElement {
  /// The name.
  let name: XMLName
  /// The attributes by local name.
  let attributes: [String: String]
  /// The 1-based line of the start tag.
  let line: Int
}

/// A format in XML, recognised by its root element.
protocol XMLFormat: InputFormat {
  /// Whether documents with this root element are of the format.
  func recognises(root: XMLName) -> Bool
  /// A reader for one document.
  func makeReader() -> any XMLRecordReader
}

/// Turns the events of one document into records.
protocol XMLRecordReader {
  /// An element starts; `path` holds the local names from the root to this element.
  mutating func start(_ element: XMLElement, path: [String], into reading: inout InputReading)
  /// An element ends; `text` is its own character data without surrounding white space.
  mutating func end(
    _ element: XMLElement,
    path: [String],
    text: String,
    into reading: inout InputReading
  )
  /// The document ended well.
  mutating func finish(into reading: inout InputReading)
}
