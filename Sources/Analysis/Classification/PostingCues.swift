internal import Model

/// What the newest posting of a role says.
enum PostingCues {
  private static let ongoing = ["ongoing", "on-going", "long-term", "long term", "join our team"]
  private static let once = ["one-time", "one time", "one-off", "one off"]
  private static let long = ["more than 6 months", "6+ months", "over 6 months"]
  private static let fullTime = [
    "30+ hrs/week", "30+ hours", "more than 30 hrs", "full-time", "40 hrs/week",
  ]
  private static let short = ["less than a month", "less than 1 month", "under a month"]

  static func fired(by role: RoleObservation) -> [FiredCue] {
    guard let posting = role.posting else { return [] }
    let text = [posting.title, posting.description, posting.duration ?? "", posting.type ?? ""]
      .joined(separator: "\n")
    let terms = [posting.duration ?? "", posting.hoursPerWeek ?? "", posting.description]
      .joined(separator: "\n")
    var cues: [FiredCue] = []
    func fire(_ name: String, _ what: String, _ quote: String) {
      cues.append(
        FiredCue(
          name: name,
          observation: what,
          quotes: [quote],
          locations: [posting.location]
        )
      )
    }
    if let quote = sentence(of: text, with: once) {
      fire("posting_one_time", "the posting offers a one-time job", quote)
    } else if let quote = sentence(of: text, with: ongoing) {
      fire("posting_ongoing", "the posting offers ongoing work", quote)
    }
    if let quote = sentence(of: terms, with: short) {
      fire("posting_under_1_month", "the posting offers less than a month", quote)
    } else if let quote = sentence(of: terms, with: long + fullTime) ?? weeklyHours(posting) {
      fire("posting_over_6_months", "the posting offers over six months or a full week", quote)
    }
    if posting.skills.count >= 8 {
      fire(
        "posting_8_skills",
        "the posting asks for \(posting.skills.count) skills",
        posting.skills.joined(separator: ", ")
      )
    }
    return cues
  }

  /// Thirty hours a week or more, written as a plain number.
  private static func weeklyHours(_ posting: Posting) -> String? {
    guard let text = posting.hoursPerWeek, let hours = ExactDecimal(text),
      hours >= ExactDecimal(units: 30)
    else { return nil }
    return "\(text) hours a week"
  }

  /// The first sentence or line in which one of the phrases stands.
  private static func sentence(of text: String, with phrases: [String]) -> String? {
    for sentence in text.split(whereSeparator: { ".!?\n".contains($0) }) {
      let folded = sentence.lowercased()
      if phrases.contains(where: { folded.contains($0) }) {
        return PersonDirectory.collapsed(sentence)
      }
    }
    return nil
  }
}

extension PersonDirectory {
  /// A text with single spaces.
  fileprivate static func collapsed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
