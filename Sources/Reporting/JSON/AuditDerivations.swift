internal import Foundation

/// The derivations of a finished `audit.json`, read back.
public struct AuditDerivations {
  /// The bytes are not an audit with derivations.
  public struct Failure: Error {}

  private struct Document: Decodable {
    let derivations: [Derivation]
    let parameterSources: [String: String]
    let parameters: [String: Double]

    enum CodingKeys: String, CodingKey {
      case derivations, parameters
      case parameterSources = "parameter_sources"
    }
  }

  private struct Derivation: Decodable {
    let id: String
    let title: String
    let steps: [Step]
    let sources: [Source]
    let parts: [String]
  }

  private struct Step: Decodable {
    let what: String
    let formula: String
    let result: String
    let parameters: [String]
  }

  private struct Source: Decodable {
    let source: String
    let of: String
    let lines: String
    let hours: Double
  }

  private let document: Document
  private let byID: [String: Derivation]

  /// Reads the bytes of `audit.json`.
  public init(_ bytes: [UInt8]) throws(Failure) {
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch {
      throw Failure()
    }
    byID = Dictionary(
      document.derivations.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What can be explained, in the order of the audit.
  public var ids: [String] { document.derivations.map(\.id) }

  /// The derivation of one figure as lines of text; `nil` when there is no such figure.
  ///
  /// `option:NAME/OPTION` is an option of the department of that name, else of the role.
  public func text(of id: String) -> [String]? {
    guard let derivation = byID[id] ?? byID[Self.ofRole(id)] else { return nil }
    var lines = [derivation.title, ""]
    for (number, step) in derivation.steps.enumerated() {
      lines.append("\(number + 1). \(step.what) = \(step.result)")
      if !step.formula.isEmpty { lines.append("   \(step.formula)") }
    }
    lines += parameterLines(derivation) + sourceLines(derivation)
    return lines
  }

  /// `option:NAME/OPTION` as an option of a role.
  private static func ofRole(_ id: String) -> String {
    let prefix = "option:"
    return id.hasPrefix(prefix) ? "\(prefix)role:\(id.dropFirst(prefix.count))" : id
  }

  private func parameterLines(_ derivation: Derivation) -> [String] {
    var seen: Set<String> = []
    let names = derivation.steps.flatMap(\.parameters).filter { seen.insert($0).inserted }
    let known = names.compactMap { name in
      document.parameters[name].map { value in
        "  \(name) = \(Self.plain(value)): \(document.parameterSources[name] ?? "not stated")"
      }
    }
    return known.isEmpty ? [] : ["", "Parameters and where they come from:"] + known
  }

  /// The lines of the figure itself, or those of its parts: for a person only the person's own.
  private func sourceLines(_ derivation: Derivation) -> [String] {
    let person =
      derivation.id.hasPrefix("person:") ? String(derivation.id.dropFirst("person:".count)) : nil
    let parts = [derivation.id] + derivation.parts
    var lines: [String] = []
    for part in parts {
      guard let sources = byID[part]?.sources else { continue }
      for source in sources where person == nil || source.of == person {
        let what = part == derivation.id ? "" : "\(part), "
        lines.append(
          "  \(source.source):\(source.lines) (\(what)\(source.of), \(Self.plain(source.hours)) h)"
        )
      }
    }
    return lines.isEmpty ? [] : ["", "Lines behind the hours:"] + lines
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9
      ? String(Int(value)) : String(format: "%.6g", value)
  }
}
