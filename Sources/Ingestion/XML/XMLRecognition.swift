/// Finds the format of a document by its root element and, where several formats share it, by what
/// its first item holds.
struct XMLRecognition {
  /// What is known about the format.
  enum State {
    /// The root has not been seen, or is an envelope.
    case searching
    /// The root was one format's.
    case found(any XMLFormat)
    /// Several formats have this root.
    case weighing
    /// The evidence decided; the document has to be read from its start.
    case decided(any XMLFormat)
    /// No format has this root, or none this content.
    case unknown
  }

  private(set) var state = State.searching {
    didSet { if case .decided = state { isDecided = true } }
  }
  /// Whether the evidence has decided, for whoever asks at every element.
  private(set) var isDecided = false
  /// The root element, or the one inside an envelope.
  private(set) var root: XMLName?
  /// The line of the root element.
  private(set) var line = 1
  private var evidence: XMLEvidence?
  private var candidates: [any XMLFormat] = []
  private var path: [String] = []
  private let known: (any XMLFormat)?

  /// Envelopes that are looked through for the document inside.
  private static let envelopes: Set<String> = ["StandardBusinessDocument"]
  /// Elements that are one item of a feed.
  private static let items: Set<String> = ["job", "item", "position", "posting", "entry"]
  private static let mostPaths = 4096

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
    case .searching:
      let isInEnvelope = depth == 2 && root.map { Self.envelopes.contains($0.local) } == true
      guard depth == 1 || isInEnvelope else { return }
      let candidates = InputFormats.xml.filter { $0.recognises(root: name) }
      if depth == 1 || !candidates.isEmpty { (root, self.line) = (name, line) }
      if let format = known ?? (candidates.count == 1 ? candidates[0] : nil) {
        // A known format's document may still be inside an envelope.
        if format.recognises(root: name) { state = .found(format) }
      } else if !candidates.isEmpty {
        self.candidates = candidates
        evidence = XMLEvidence(root: name, namespaces: namespaces())
        state = .weighing
      } else if !Self.envelopes.contains(name.local), depth == 1 {
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

  /// An element ends.
  mutating func end() {
    guard case .weighing = state else { return }
    let isItem = path.last.map(Self.items.contains) == true
    if path.isEmpty || isItem {
      if isItem { evidence?.hasItem = true }
      decide()
    } else {
      path.removeLast()
    }
  }

  /// Decides on what has been seen so far.
  mutating func decide() {
    if case .searching = state { state = .unknown }
    guard case .weighing = state, let evidence else { return }
    let format = candidates.first { $0.recognises(evidence) }
    state = format.map { .decided($0) } ?? .unknown
  }
}
