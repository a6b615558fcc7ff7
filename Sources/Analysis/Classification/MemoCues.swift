internal import Foundation
internal import Model

/// What the memos of invoices say.
enum MemoCues {
  /// The fewest memos that are worth counting.
  private static let fewest = 5

  /// The beginnings of words of collaboration (model specification, 2.3), and whole words.
  private static let stems = ["meeting", "review", "coordinat", "feedback", "handover", "sync"]
  private static let words: Set<String> = [
    "call", "calls", "plan", "plans", "planning", "planned", "standup", "stand-up", "hand-over",
  ]

  static func fired(by role: RoleObservation) -> [FiredCue] {
    guard role.memos.count >= fewest else { return [] }
    return [language(role), variety(role)].compactMap { $0 }
  }

  private static func language(_ role: RoleObservation) -> FiredCue? {
    let speaking = role.memos.filter { mentionsCollaboration($0.text) }
    let share = Double(speaking.count) / Double(role.memos.count)
    let observation =
      "\(speaking.count) of \(role.memos.count) memos mention meetings, calls, reviews, plans, "
      + "feedback or handovers"
    let name: String
    switch share {
    case 0.30...: name = "memo_collab_30pct"
    case 0.10...: name = "memo_collab_10pct"
    case ..<0.02: name = "memo_collab_under_2pct"
    default: return nil
    }
    let shown = speaking.isEmpty ? [] : Array(speaking.suffix(3))
    return FiredCue(
      name: name,
      observation: observation,
      quotes: shown.map(\.text),
      locations: shown.map(\.location)
    )
  }

  private static func variety(_ role: RoleObservation) -> FiredCue? {
    var counts: [String: Int] = [:]
    for memo in role.memos { counts[RoleMatcher.normalised(memo.text), default: 0] += 1 }
    let total = Double(role.memos.count)
    let entropy = counts.sorted { $0.key < $1.key }.map { _, count in
      let p = Double(count) / total
      return -p * log(p)
    }.compensatedSum()
    let normalised = entropy / log(total)
    let observation = "\(counts.count) different texts in \(role.memos.count) memos"
    if normalised >= 0.7 { return FiredCue(name: "memo_varied", observation: observation) }
    if normalised <= 0.3 {
      return FiredCue(
        name: "memo_uniform",
        observation: observation,
        quotes: [role.memos[0].text],
        locations: [role.memos[0].location]
      )
    }
    return nil
  }

  /// Whether a text names work with other people.
  static func mentionsCollaboration(_ text: String) -> Bool {
    text.lowercased().split { !($0.isLetter || $0 == "-") }.contains { word in
      words.contains(String(word)) || stems.contains { word.hasPrefix($0) }
    }
  }
}
