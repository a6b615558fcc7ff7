/// The vocabulary of a kind of documents: what a value or a group of values means.
protocol XMLTerm: RawRepresentable<UInt16>, Sendable {}

/// One thing that a format wants of a document, by its path of local names.
///
/// A component with a prefix, `tt:location`, is of the namespace that the layout gives the prefix;
/// others are of the layout's own namespaces. A last component `@name` is an attribute, and `.` the
/// element itself.
struct XMLRule<Term: XMLTerm>: Sendable {
  fileprivate enum Kind: Sendable {
    case value
    case mark
    case group([XMLRule], isUnit: Bool)
  }

  fileprivate let paths: [String]
  fileprivate let term: Term
  fileprivate let kind: Kind

  /// Values at these paths; an earlier path goes before a later one when both have a value.
  static func value(_ paths: String..., as term: Term) -> Self {
    Self(paths: paths, term: term, kind: .value)
  }

  /// That there is something at these paths, whose text is never kept.
  static func mark(_ paths: String..., as term: Term) -> Self {
    Self(paths: paths, term: term, kind: .mark)
  }

  /// Values that belong together, by paths relative to the element that holds them.
  static func group(_ path: String, as term: Term, _ rules: [XMLRule]) -> Self {
    Self(paths: [path], term: term, kind: .group(rules, isUnit: false))
  }

  /// A group that is handed over when its element ends, and then forgotten.
  static func unit(_ path: String, as term: Term, _ rules: [XMLRule]) -> Self {
    Self(paths: [path], term: term, kind: .group(rules, isUnit: true))
  }
}

/// The rules of a format, compiled to an automaton over element names: whatever no rule names costs
/// one comparison of numbers.
final class XMLLayout: Sendable {
  /// An attribute that is wanted of an element.
  struct Attribute: Sendable {
    let name: [UInt8]
    let term: UInt16
    let rank: UInt8
  }

  /// What is wanted of an element.
  struct Node: Sendable {
    var group: UInt16?
    var isUnit = false
    var value: UInt16?
    var rank: UInt8 = 0
    var isMark = false
    var attributes: [Attribute] = []
    fileprivate var children: [Name: Int] = [:]
  }

  /// What an element asks for, in one byte.
  struct Action: OptionSet, Sendable {
    let rawValue: UInt8

    static let group = Action(rawValue: 1)
    static let unit = Action(rawValue: 2)
    static let value = Action(rawValue: 4)
    static let mark = Action(rawValue: 8)
    static let attributes = Action(rawValue: 16)
  }

  /// A name as a rule writes it.
  fileprivate struct Name: Hashable, Sendable {
    let local: String
    /// The URI, `*` for any, or `nil` for the layout's own namespaces.
    let namespace: String?
  }

  /// Where no rule leads.
  static let nowhere: UInt16 = .max

  /// The elements by number; 0 is the root.
  let nodes: [Node]
  /// What each element asks for.
  let actions: [Action]
  /// Elements whose text is a secret: it is never gathered nor shown.
  let secrets: [String]
  private let namespaces: Set<String>
  private let names: XMLNameIndex
  private let nameCount: Int
  private let transitions: [UInt16]

  /// Compiles rules.
  ///
  /// `namespaces` are those of elements named without a prefix, any if empty; `prefixes` those of
  /// prefixes, where `*` stands for whatever namespace there is.
  init<Term>(
    _ rules: [XMLRule<Term>],
    namespaces: Set<String> = [],
    prefixes: [String: String] = [:],
    secrets: [String] = []
  ) {
    var compiler = Compiler(prefixes: prefixes)
    compiler.add(rules, below: 0)
    precondition(
      compiler.nodes.allSatisfy { $0.value == nil || $0.children.isEmpty },
      "an element has a value or elements of its own"
    )
    var ids: [Name: UInt16] = [:]
    for node in compiler.nodes {
      for name in node.children.keys.sorted(by: Self.order) where ids[name] == nil {
        ids[name] = UInt16(ids.count)
      }
    }
    nodes = compiler.nodes
    actions = compiler.nodes.map(Self.action)
    nameCount = ids.count
    self.namespaces = namespaces
    self.secrets = secrets
    names = XMLNameIndex(
      ids.sorted { $0.value < $1.value }.map { name, id in
        XMLNameIndex.Name(local: Array(name.local.utf8), namespace: name.namespace, id: id)
      }
    )
    var transitions = [UInt16](repeating: Self.nowhere, count: nodes.count * ids.count)
    for (index, node) in nodes.enumerated() {
      for (name, child) in node.children {
        transitions[index * ids.count + Int(ids[name] ?? 0)] = UInt16(child)
      }
    }
    self.transitions = transitions
  }

  /// The element that a name leads to, or ``nowhere``.
  func child(of node: UInt16, named name: UInt16) -> UInt16 {
    name == Self.nowhere ? name : transitions[Int(node) * nameCount + Int(name)]
  }

  /// Whether elements named without a prefix may be of a namespace.
  func isOwn(namespace: String) -> Bool { namespaces.isEmpty || namespaces.contains(namespace) }

  /// The number of a name, or ``nowhere`` when no rule has it; a rule with a namespace goes before
  /// one without.
  func name(
    _ local: UnsafeBufferPointer<UInt8>,
    in namespace: String,
    isOwn: Bool
  ) -> UInt16 {
    var found = Self.nowhere
    var bestRank = 3
    names.forEach(named: local) { name in
      let rank: Int
      switch name.namespace {
      case nil: rank = isOwn ? 2 : 3
      case namespace: rank = 0
      case "*": rank = namespace.isEmpty ? 3 : 1
      default: rank = 3
      }
      if rank < bestRank { (found, bestRank) = (name.id, rank) }
    }
    return found
  }

  private static func action(_ node: Node) -> Action {
    var action: Action = []
    if node.group != nil { action.insert(.group) }
    if node.isUnit { action.insert(.unit) }
    if node.value != nil { action.insert(.value) }
    if node.isMark { action.insert(.mark) }
    if !node.attributes.isEmpty { action.insert(.attributes) }
    return action
  }

  private static func order(_ left: Name, _ right: Name) -> Bool {
    (left.local, left.namespace ?? "") < (right.local, right.namespace ?? "")
  }
}

/// Builds the automaton's elements.
private struct Compiler {
  let prefixes: [String: String]
  var nodes = [XMLLayout.Node()]

  mutating func add<Term>(_ rules: [XMLRule<Term>], below node: Int) {
    for rule in rules {
      for (rank, path) in rule.paths.enumerated() { add(rule, path, UInt8(rank), below: node) }
    }
  }

  private mutating func add<Term>(
    _ rule: XMLRule<Term>,
    _ path: String,
    _ rank: UInt8,
    below start: Int
  ) {
    var node = start
    for component in path.split(separator: "/") where component != "." {
      if component.hasPrefix("@") {
        nodes[node].attributes.append(
          XMLLayout.Attribute(
            name: Array(component.dropFirst().utf8),
            term: rule.term.rawValue,
            rank: rank
          )
        )
        return
      }
      node = child(of: node, component)
    }
    switch rule.kind {
    case .group(let rules, let isUnit):
      precondition(nodes[node].group == nil, "\(path) is named twice")
      nodes[node].group = rule.term.rawValue
      nodes[node].isUnit = isUnit
      add(rules, below: node)
    case .value, .mark:
      precondition(nodes[node].value == nil, "\(path) is named twice")
      nodes[node].value = rule.term.rawValue
      nodes[node].rank = rank
      if case .mark = rule.kind { nodes[node].isMark = true }
    }
  }

  private mutating func child(of node: Int, _ component: Substring) -> Int {
    let parts = component.split(separator: ":", maxSplits: 1)
    let name = XMLLayout.Name(
      local: String(parts[parts.count - 1]),
      namespace: parts.count > 1 ? prefixes[String(parts[0])] ?? "*" : nil
    )
    if let known = nodes[node].children[name] { return known }
    nodes.append(XMLLayout.Node())
    nodes[node].children[name] = nodes.count - 1
    return nodes.count - 1
  }
}
