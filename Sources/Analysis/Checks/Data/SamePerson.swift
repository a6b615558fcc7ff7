internal import Model

/// People who may be one person under several names.
struct SamePerson: Check {
  let page = CheckPage(
    id: "same-person",
    group: .data,
    holds: "no two people look like one",
    fails: "two names may be one person",
    criterion: "A person has one identifier in the audit.",
    why:
      "Somebody counted twice looks like a backup that does not exist, and a payee entered twice can be paid twice.",
    measured:
      "Names that are equal without accents, punctuation and the order of their words; a name shortened to initials (Ana M. and Ana "
      + "Mercado, at least the first name in full) in the same role; or one letter different in names of eight letters or more in the same role.",
    falsePositives: "Namesakes; brothers and sisters.",
    remedy: "Add an alias, if they are one.",
    dispute: "people → aliases if they are one; disputed → id if not",
    severity: "low: a question",
    source: "Vendor master tests of internal auditors"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    let people = context.workload.directory.people
    guard people.count > 1 else { return .notApplicable(needs: "two people") }
    let words = people.map { Self.words($0.name) }
    var pairs: Set<[Int]> = []
    var equal: [String: [Int]] = [:]
    for index in people.indices where !words[index].isEmpty {
      equal[words[index].sorted().joined(separator: " "), default: []].append(index)
    }
    for group in equal.values where group.count > 1 {
      for (position, other) in group.enumerated().dropFirst() where position <= 5 {
        pairs.insert([group[0], other])
      }
    }
    // Only people of one role and the same first letters are compared letter by letter.
    var buckets: [Bucket: [Int]] = [:]
    for index in people.indices {
      guard let name = words[index].first, !context.byPerson[index].isEmpty else { continue }
      let start = String(name.prefix(2))
      for role in Set(context.byPerson[index].map { context.bills[$0].role }) {
        buckets[Bucket(role: role, start: start), default: []].append(index)
      }
    }
    for bucket in buckets.values where bucket.count > 1 && bucket.count <= 100 {
      for (position, left) in bucket.enumerated() {
        for right in bucket[(position + 1)...]
        where Self.isShort(words[left], words[right]) || Self.isShort(words[right], words[left])
          || Self.isMistyped(words[left], words[right])
        {
          pairs.insert([min(left, right), max(left, right)])
        }
      }
    }
    let found = pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.compactMap {
      finding($0[0], $0[1], context)
    }
    return .ran(subjects: people.map { "person:\($0.id)" }, found)
  }

  /// People of one role whose names start with the same letters.
  private struct Bucket: Hashable {
    let role: Int
    let start: String
  }

  /// The words of a name in lower case without accents and punctuation.
  static func words(_ name: String) -> [String] {
    Slug.make(name).split(separator: "-").map(String.init)
  }

  /// Whether the first name is a short form of the second: equal first word, initials after it.
  private static func isShort(_ short: [String], _ long: [String]) -> Bool {
    guard short.count == long.count, short.count >= 2, short[0] == long[0], short[0].count >= 2
    else {
      return false
    }
    var isShorter = false
    for (a, b) in zip(short.dropFirst(), long.dropFirst()) where a != b {
      guard a.count == 1, b.hasPrefix(a) else { return false }
      isShorter = true
    }
    return isShorter
  }

  /// Whether two long names differ by one letter, left out, added or changed.
  private static func isMistyped(_ left: [String], _ right: [String]) -> Bool {
    let (a, b) = (Array(left.joined(separator: " ")), Array(right.joined(separator: " ")))
    guard min(a.count, b.count) >= 8, abs(a.count - b.count) <= 1, a != b else { return false }
    // Names that end in different numbers are numbered on purpose.
    guard a.filter(\.isNumber) == b.filter(\.isNumber) else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return max(a.count, b.count) - start - end <= 1
  }

  private func finding(_ left: Int, _ right: Int, _ context: CheckContext) -> CheckFinding? {
    let people = context.workload.directory.people
    let bills = [context.byPerson[left], context.byPerson[right]]
    guard let one = bills[0].last, let two = bills[1].last else { return nil }
    let days = Set(bills[0].map { context.bills[$0].day.number / 30 })
    let together = bills[1].contains { days.contains(context.bills[$0].day.number / 30) }
    let amount = min(
      bills[0].reduce(0) { $0 + context.bills[$1].cost },
      bills[1].reduce(0) { $0 + context.bills[$1].cost }
    )
    let severity = Severity.low
    return finding(
      "\(people[left].id)+\(people[right].id)",
      severity,
      subject: "person:\(people[right].id)",
      title: "\(people[left].name) and \(people[right].name): \(page.fails)",
      amount: context.money(amount),
      condition:
        "\(people[left].name) (\(people[left].id)) and \(people[right].name) (\(people[right].id)) are counted "
        + "as two" + (together ? ", and both billed in the same month." : "."),
      cause: "Two spellings in two exports, or two people.",
      consequence:
        "\(context.money(amount).grouped) may stand under the wrong person, and a backup may not exist.",
      action:
        "Add one as an alias of the other in audit.yml (people → aliases) if they are one, \(context.due(severity)).",
      evidence: context.evidence([one, two])
    )
  }
}
