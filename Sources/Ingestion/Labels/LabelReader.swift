public import Model

/// Reads postings that people labelled: JSON lines, or Tacit's own CSV of postings with a column
/// `label`.
public enum LabelReader {
  /// What was read.
  public struct Reading: Sendable {
    /// The labelled postings.
    public var postings: [LabelledPosting] = []
    /// The records that could not be used, each with its place and remedy.
    public var rejects: [Reject] = []
  }

  /// Reads a file of labels from its bytes.
  public static func read(_ bytes: [UInt8], named name: String) -> Reading {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let first = text.first { ![0x09, 0x0A, 0x0D, 0x20].contains($0) }
    return first == UInt8(ascii: "{")
      ? LabelLines.read(text, named: name) : LabelTable.read(text, named: name)
  }

  /// The label that a text means, or `nil`.
  static func isCollaborative(_ label: String) -> Bool? {
    switch label.lowercased() {
    case "collaborative": true
    case "specific", "specific-task": false
    default: nil
    }
  }

  /// What is wrong with a label.
  static func complaint(_ label: String?) -> String {
    label.map { "label: '\($0)' is neither SPECIFIC nor COLLABORATIVE" } ?? "label: it is missing"
  }

  /// What to do about a label.
  static let remedy = "write SPECIFIC for a task or COLLABORATIVE for a seat in a team"
}
