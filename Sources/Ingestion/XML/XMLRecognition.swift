internal import Model

/// Finds the format of a document by its root element and, where several formats share it, by what
/// its first item holds.
///
/// An envelope is looked through for every document inside, whatever lies between. Below any other
/// root that no format knows, the first document is only noted, so that the input can be refused by
/// what it holds.
struct XMLRecognition {
  /// What is known about the format.
  enum State {
    /// The root has not been seen, or is an envelope.
    case searching
    /// Inside an envelope, behind a document, or too far for evidence to be weighed.
    case between
    /// The root was one format's.
    case found(any XMLFormat)
    /// Several formats have this root.
    case weighing
    /// The evidence decided; the document has to be read from its start.
    case decided(any XMLFormat)
    /// No format has this root; a document below it is looked for, to be named.
    case foreign
    /// No format has this content, or all that is wanted of a foreign root is known.
    case unknown
  }

  /// Something of interest below the root.
  struct Part {
    /// Its element.
    let name: XMLName
    /// The line of its start tag.
    let line: Int
    /// The format that knows it, or `nil`.
    let format: FormatName?
  }

  private(set) var state = State.searching {
    didSet { if case .decided = state { isDecided = true } }
  }
  /// Whether the evidence has decided, for whoever asks at every element.
  private(set) var isDecided = false
  /// The root element.
  private(set) var root: XMLName?
  /// The line of the root element.
  private(set) var line = 1
  /// What an envelope holds beside the documents that are read, the first of each name; or the first
  /// document below a foreign root.
  private(set) var parts: [Part] = []
  /// The number of all of these.
  private(set) var partCount = 0
  /// The number of elements looked at below a foreign root.
  private var lookedAt = 0
  /// The child of an envelope in which no document has been found so far.
  private var openPart: Part?
  private var evidence: XMLEvidence?
  private var candidates: [any XMLFormat] = []
  private var path: [String] = []
  private let known: (any XMLFormat)?

  /// Envelopes that are looked through for the document inside.
  private static let envelopes: Set<String> = ["StandardBusinessDocument"]
  /// Elements that are one item of a feed.
  private static let items: Set<String> = ["job", "item", "position", "posting", "entry"]
  private static let mostPaths = 4096
  private static let mostParts = 64
  /// Behind more of them nobody's invoice begins.
  private static let mostLookedAt = 65_536

  /// Starts; a known format is not looked for any more.
  init(known: (any XMLFormat)?) { self.known = known }

  /// An element starts at a depth of 1 for the root.
  mutating func start(
    _ name: XMLName,
    depth: Int,
    line: Int,
    namespaces: () -> [String: String]
  ) {
    switch state {
    case .searching where depth == 1:
      (root, self.line) = (name, line)
      find(name, namespaces: namespaces)
      if case .searching = state, !Self.envelopes.contains(name.local) { state = .foreign }
    case .searching, .between:
      if depth == 2, name.namespace != root?.namespace {
        openPart = Part(name: name, line: line, format: nil)
      }
      find(name, isChild: depth == 2, namespaces: namespaces)
    case .foreign:
      lookedAt += 1
      let candidates = InputFormats.xml.filter { $0.recognises(root: name) }
      if candidates.count == 1 {
        add(Part(name: name, line: line, format: candidates[0].name))
        state = .unknown
      } else if lookedAt == Self.mostLookedAt {
        state = .unknown
      }
    case .weighing:
      path.append(name.local)
      if evidence.map({ $0.paths.count < Self.mostPaths }) == true {
        evidence?.paths.insert(path.joined(separator: "/"))
        evidence?.namespaces.merge(namespaces()) { first, _ in first }
      }
    case .found, .decided, .unknown: break
    }
  }

  /// Looks for the format of a root element; deeper in an envelope, only where one format has it.
  private mutating func find(
    _ name: XMLName,
    isChild: Bool = true,
    namespaces: () -> [String: String]
  ) {
    let candidates = InputFormats.xml.filter { $0.recognises(root: name) }
    let format = candidates.count == 1 ? candidates[0] : isChild ? known : nil
    if let format, format.recognises(root: name) {
      state = .found(format)
    } else if !candidates.isEmpty, isChild, known == nil, case .searching = state {
      self.candidates = candidates
      evidence = XMLEvidence(root: name, namespaces: namespaces())
      state = .weighing
    } else {
      return
    }
    openPart = nil
  }

  private mutating func add(_ part: Part) {
    partCount += 1
    if parts.count < Self.mostParts, !parts.contains(where: { $0.name == part.name }) {
      parts.append(part)
    }
  }

  /// The document that was found has ended inside its envelope; there may be another one.
  mutating func resume() { state = .between }

  /// An element ends.
  mutating func end(depth: Int) {
    if depth == 2, let part = openPart {
      add(part)
      openPart = nil
    }
    guard case .weighing = state else { return }
    let isItem = path.last.map(Self.items.contains) == true
    if path.isEmpty || isItem {
      if isItem { evidence?.hasItem = true }
      decide()
    } else {
      path.removeLast()
    }
  }

  /// Decides on what has been seen so far, after which nothing is weighed any more.
  mutating func decide() {
    if case .searching = state { state = root == nil ? .unknown : .between }
    guard case .weighing = state, let evidence else { return }
    let format = candidates.first { $0.recognises(evidence) }
    state = format.map { .decided($0) } ?? .unknown
  }
}
