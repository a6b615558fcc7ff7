internal import Model

/// Who worked when: one lane a person, by role, with gaps, endings and handovers.
struct TenuresPicture: Picture {
  private struct Lane {
    let person: PersonAudit
    let role: String
    let ending: String?
  }

  private static let left = 200.0
  private static let right = 762.0
  private static let lane = 17.0
  private static let head = 19.0
  private static let most = 60
  /// The days after which two people beside each other are no handover any more.
  private static let longestHandover = 120

  let anchor = "tenures"
  let isWide = true
  private let groups: [(role: RoleAudit, lanes: [Lane])]
  private let left: Int
  private let audit: Audit
  private let language: Language

  /// `nil` without people.
  init?(_ audit: Audit, _ language: Language) {
    self.audit = audit
    self.language = language
    var byRole: [String: [PersonAudit]] = [:]
    let mainRoles = Self.mainRoles(audit)
    for person in audit.people {
      guard let role = mainRoles[person.id] ?? person.roles.first else { continue }
      byRole[role, default: []].append(person)
    }
    let people = Dictionary(
      audit.people.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var groups: [(role: RoleAudit, lanes: [Lane])] = []
    var shown = 0
    for role in audit.roles where shown < Self.most {
      guard let members = byRole[role.id] else { continue }
      let sorted = members.sorted { ($0.firstDay, $0.id) < ($1.firstDay, $1.id) }
      let lanes = sorted.prefix(Self.most - shown).map { person in
        Lane(
          person: person,
          role: role.id,
          ending: Self.ending(of: person, in: role, people, language)
        )
      }
      shown += lanes.count
      groups.append((role, lanes))
    }
    guard shown > 0 else { return nil }
    self.groups = groups
    left = audit.people.count - shown
  }

  /// The role with the most of each person's hours, by the people's identifiers; none for those
  /// who hold nothing.
  private static func mainRoles(_ audit: Audit) -> [String: String] {
    var best: [String: (hours: Double, role: String)] = [:]
    for role in audit.roles {
      for holder in role.holders where holder.hoursLastYear > best[holder.id]?.hours ?? -1 {
        best[holder.id] = (holder.hoursLastYear, role.id)
      }
    }
    return best.mapValues(\.role)
  }

  /// What happened when a person left: the days that the follower overlapped, that others went on,
  /// or how long the role stood empty, by everybody who worked in the role.
  private static func ending(
    of person: PersonAudit,
    in role: RoleAudit,
    _ people: [String: PersonAudit],
    _ language: Language
  ) -> String? {
    guard !person.isActive else { return nil }
    if person.spells.last?.ending == .completion { return language("tenureDone") }
    let own = role.tenures.first { $0.person == person.id }
    let (first, last) = (own?.firstDay ?? person.firstDay, own?.lastDay ?? person.lastDay)
    let others = role.tenures.filter { $0.person != person.id && $0.lastDay > last }
    let followers = others.filter {
      $0.firstDay > first && $0.firstDay <= last && last - $0.firstDay <= longestHandover
    }
    if let next = followers.max(by: { ($0.firstDay, $1.person) < ($1.firstDay, $0.person) }) {
      return language.number(last - next.firstDay + 1, "tenureOverlap")
    }
    // The stretches in which the others billed, as far as they lie within their time in the role.
    // A line stands at the end of its period, so that work began one cadence before the first.
    let empty = others.flatMap { tenure -> [Int] in
      guard let colleague = people[tenure.person] else { return [] }
      return colleague.spells.compactMap { spell in
        let from = max(spell.firstDay, tenure.firstDay)
        let until = min(spell.lastDay, tenure.lastDay)
        guard from <= until, until > last else { return nil }
        return max(0, from - last - Int(colleague.cadenceDays.rounded(.up)))
      }
    }
    guard let days = empty.min() else { return language("tenureNobody") }
    return days == 0 ? language("tenureOthers") : language.number(days, "tenureGap")
  }

  var claim: String {
    let gone = audit.people.count { !$0.isActive }
    return language(
      "tenuresClaim",
      [
        "people": language.count(audit.people.count), "gone": language.count(gone),
      ]
    )
  }

  var note: String {
    language("tenuresNote", ["day": audit.asOf.description])
      + (left > 0 ? " " + language.number(left, "tenuresMore") : "")
  }

  var description: String {
    language("tenuresDescription", ["roles": language.count(groups.count)])
  }

  var table: PictureTable {
    PictureTable(
      columns: [
        language("person"), language("role"), language("since"), language("lastWork"),
        language("gaps"), language("tenureEnd"),
      ],
      rows: groups.flatMap { group in
        group.lanes.map { lane in
          [
            Format.shown(lane.person.name), Format.shown(group.role.title),
            lane.person.firstDay.description, lane.person.lastDay.description,
            language.count(max(0, lane.person.spells.count - 1)),
            lane.ending ?? language("tenureOngoing"),
          ]
        }
      }
    )
  }

  var drawing: Drawing {
    let lanes = groups.map(\.lanes.count).reduce(0, +)
    let top = 24.0
    let bottom = top + Self.lane * Double(lanes) + Self.head * Double(groups.count)
    var drawing = Drawing(width: 960, height: bottom + 26)
    let first = audit.people.map(\.firstDay).min() ?? audit.asOf
    let last = max(audit.asOf, first + 28)
    let scale = Scale(
      values: Double(first.number)...Double(last.number),
      places: (Self.left, Self.right)
    )
    marks(first, last, scale, (top, bottom), into: &drawing)
    var y = top
    for group in groups {
      drawing.text(
        Drawing.fitted(group.role.title, 420),
        4,
        y + 14,
        style: "strong"
      )
      y += Self.head
      for lane in group.lanes {
        draw(lane, y, scale, into: &drawing)
        y += Self.lane
      }
    }
    let today = scale(Double(audit.asOf.number))
    drawing.line((today, top - 4), (today, bottom + 4), style: "now")
    drawing.text(
      language("asOfDay", ["day": audit.asOf.description]),
      today,
      bottom + 20,
      .middle,
      style: "tick"
    )
    return drawing
  }

  private func marks(
    _ first: Day,
    _ last: Day,
    _ scale: Scale,
    _ height: (top: Double, bottom: Double),
    into drawing: inout Drawing
  ) {
    let quarters = Quarter(last).year * 4 + Quarter(last).number - Quarter(first).year * 4
    let step = max(1, (quarters + 11) / 12)
    var quarter = Quarter(first).next
    var index = 0
    while quarter.firstDay <= last {
      if index % step == 0 {
        let x = scale(Double(quarter.firstDay.number))
        drawing.line((x, height.top - 4), (x, height.bottom), style: "grid")
        drawing.text(quarter.description, x, height.top - 9, .middle, style: "tick")
      }
      quarter = quarter.next
      index += 1
    }
  }

  private func draw(_ lane: Lane, _ y: Double, _ scale: Scale, into drawing: inout Drawing) {
    let middle = y + Self.lane / 2
    drawing.text(
      Drawing.fitted(lane.person.name, Self.left - 26),
      Self.left - 8,
      middle + 4,
      .end
    )
    var before: Double?
    for spell in lane.person.spells {
      let start = scale(Double(spell.firstDay.number))
      let end = max(start + 3, scale(Double(spell.lastDay.number + 1)))
      if let before, start > before {
        drawing.line((before, middle), (start, middle), style: "gap")
      }
      drawing.box(
        start,
        middle - 4,
        end - start,
        8,
        style: lane.person.isActive ? "bar-now" : "bar-past"
      )
      before = end
    }
    if let ending = lane.ending {
      let end = (before ?? Self.left) + 5
      // Words that would run beyond the as-of line stand in the margin beside it.
      let width = Drawing.characterWidth * Double(ending.count)
      let x = end + width > Self.right - 2 ? Self.right + 8 : end
      if x > end + 8 { drawing.line((end, middle), (x - 4, middle), style: "lead") }
      drawing.text(ending, x, middle + 4, style: "tick")
    }
  }
}
