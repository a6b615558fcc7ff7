internal import Foundation
internal import Model
internal import Mustache
internal import Synchronization

/// What a template shows: names with values, everything formatted already.
struct ViewModel {
  /// A value of a view.
  enum Value {
    /// A text, which the content type escapes.
    case text(String)
    /// Markup that this program made itself; only `{{{name}}}` shows it as such.
    case markup(String)
    /// Whether a section is shown.
    case flag(Bool)
    /// Nothing: the section is not shown, the text is empty.
    case absent
    /// A list of views.
    case list([ViewModel])
    /// A list of texts, shown by `{{.}}`.
    case texts([String])
    /// A view of its own.
    case view(ViewModel)
  }

  private(set) var values: [String: Value]

  /// Creates a view.
  init(_ values: [String: Value]) { self.values = values }

  /// A text or nothing.
  static func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .absent }

  /// This view with the names of another one.
  func adding(_ other: ViewModel) -> ViewModel { adding(other.values) }

  /// This view with more names.
  func adding(_ more: [String: Value]) -> ViewModel {
    ViewModel(values.merging(more) { _, new in new })
  }

  /// The view as the template engine asks for it, noting every name that does not exist.
  func strict(_ misses: MissLog, path: String = "") -> StrictView {
    StrictView(
      values: values.mapValues { value -> any Sendable in
        switch value {
        case .text(let text), .markup(let text): text
        case .flag(let flag): flag
        case .absent: Absence()
        case .texts(let texts): texts
        case .view(let view): view.strict(misses, path: path)
        case .list(let views): views.map { $0.strict(misses, path: path) }
        }
      },
      misses: misses
    )
  }
}

/// A declared name without a value: an empty text and a section that is not shown.
struct Absence: Sendable {}

/// The names that a rendering asked for in vain, and the words that every view reaches.
final class MissLog: Sendable {
  private let names = Mutex<[String: String?]>([:])
  fileprivate let words: [String: String]

  init(words: [String: String] = [:]) { self.words = words }

  /// Notes a name with the nearest one that there is.
  func add(_ name: String, known: some Collection<String>) {
    names.withLock { $0[name] = .some(NearestName.to(name, in: known.sorted())) }
  }

  /// All names noted, sorted.
  var all: [(name: String, nearest: String?)] {
    names.withLock { found in found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
  }
}

/// A view in strict mode.
///
/// The engine would print nothing for an unknown name, or climb to an outer view for it, and in an
/// audit either is wrong data. Only the words of the language, `t`, are the same everywhere.
struct StrictView: MustacheParent, Sendable {
  fileprivate let values: [String: any Sendable]
  fileprivate let misses: MissLog

  func child(named name: String) -> Any? {
    guard let value = values[name] else {
      if name == "t", !misses.words.isEmpty { return WordsView(misses: misses) }
      misses.add(name, known: values.keys)
      return nil
    }
    return value is Absence ? NSNull() : value
  }
}

/// The words of the language.
private struct WordsView: MustacheParent, Sendable {
  let misses: MissLog

  func child(named name: String) -> Any? {
    guard let text = misses.words[name] else {
      misses.add(name, known: misses.words.keys)
      return nil
    }
    return text
  }
}
