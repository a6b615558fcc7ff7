/// A complete element with everything inside it; documents are read one such piece at a time.
struct XMLSubtree {
  /// The local name.
  let name: String
  /// The attributes by local name.
  let attributes: [String: String]
  /// The 1-based line of the start tag.
  let line: Int
  /// The own text without surrounding white space.
  fileprivate(set) var text = ""
  /// The elements inside, in their order.
  fileprivate(set) var children: [XMLSubtree] = []

  /// The text at a path of local names, or `nil` when it is missing or empty.
  func text(_ path: String...) -> String? { text(path[...]) }

  /// The first element at a path of local names.
  func first(_ path: String...) -> XMLSubtree? { all(path[...]).first }

  /// All elements at a path of local names.
  func all(_ path: String...) -> [XMLSubtree] { all(path[...]) }

  private func text(_ path: ArraySlice<String>) -> String? {
    all(path).lazy.map(\.text).first { !$0.isEmpty }
  }

  private func all(_ path: ArraySlice<String>) -> [XMLSubtree] {
    guard let name = path.first else { return [self] }
    return children.filter { $0.name == name }.flatMap { $0.all(path.dropFirst()) }
  }
}

/// Builds subtrees out of events.
struct XMLSubtreeBuilder {
  /// Attachments that nobody reads here; they may be megabytes of base64.
  private static let skipped: Set<String> = [
    "EmbeddedDocumentBinaryObject", "AttachmentBinaryObject", "indeed-apply-data",
  ]

  private var open: [XMLSubtree] = []

  /// An element starts; `isUnit` says whether a subtree begins with it.
  mutating func start(_ element: XMLElement, isUnit: Bool) {
    guard isUnit || !open.isEmpty else { return }
    open.append(
      XMLSubtree(
        name: element.name.local,
        attributes: element.attributes,
        line: element.line
      )
    )
  }

  /// An element ends; the subtree is returned when it is complete.
  mutating func end(text: String) -> XMLSubtree? {
    guard var node = open.popLast() else { return nil }
    if !Self.skipped.contains(node.name) { node.text = text }
    guard let parent = open.indices.last else { return node }
    open[parent].children.append(node)
    return nil
  }
}
