internal import Model

/// A name in XML: namespace and local part, never the prefix.
struct XMLName: Hashable, Sendable {
  /// The namespace's URI; empty without a namespace.
  let namespace: String
  /// The local name.
  let local: String

  /// Creates a name, without a namespace by default.
  init(_ local: String, namespace: String = "") {
    self.namespace = namespace
    self.local = local
  }
}

/// What a document shows up to the end of its first item, to tell formats with one root apart.
struct XMLEvidence: Sendable {
  /// The root element.
  let root: XMLName
  /// The namespaces in use, by the prefix that declares them.
  var namespaces: [String: String] = [:]
  /// The elements seen below the root, as paths of local names such as `job/title`.
  var paths: Set<String> = []
  /// Whether an item ended; a feed without any is read as one without records.
  var hasItem = false

  /// Whether any of these paths was seen.
  func has(_ candidates: String...) -> Bool { candidates.contains { paths.contains($0) } }
}

/// A format in XML, recognised by its root element and, where several share it, by what is inside.
protocol XMLFormat: InputFormat {
  /// Whether documents with this root element may be of the format.
  func recognises(root: XMLName) -> Bool
  /// Whether a document with such a root is of the format; asked when several formats share it.
  func recognises(_ evidence: XMLEvidence) -> Bool
  /// What is wanted of a document.
  var layout: XMLLayout { get }
  /// A reader for one document.
  func makeReader() -> any XMLRecordReader
}

extension XMLFormat {
  func recognises(_ evidence: XMLEvidence) -> Bool { true }
}

/// Turns the gathered units of one document into records.
protocol XMLRecordReader {
  /// A unit ended: a job of a feed, an entry of a statement, a whole invoice.
  mutating func read(_ unit: XMLUnit, into reading: inout InputReading)
  /// The document ended well.
  mutating func finish(into reading: inout InputReading)
}

extension XMLRecordReader {
  mutating func finish(into reading: inout InputReading) {}
}
