internal import Model

/// Collects what the classifier looks at, role by role.
struct RoleObserver {
  /// Texts of these formats repeat the platform's own words and are no memos.
  private static let platformFormats: Set<FormatName> = [
    "upwork-transactions", "upwork-weekly-summary",
  ]

  private let workload: Workload
  /// The postings of each role.
  private let postings: [Int: [Posting]]
  private let asOf: Day
  private let from: Day
  private var peopleOfWeek: [DepartmentWeek: Set<Int>] = [:]

  private struct DepartmentWeek: Hashable {
    let department: String
    let week: Day
  }

  private struct HolderWeek: Hashable {
    let person: Int
    let week: Day
  }

  init(_ workload: Workload, postings: [Posting], departments: [String], asOf: Day) {
    self.workload = workload
    self.postings = zip(postings, workload.postingRoles).reduce(into: [:]) { found, posting in
      if let role = posting.1 { found[role, default: []].append(posting.0) }
    }
    self.asOf = asOf
    from = asOf - (RiskAssessment.daysOfYear - 1)
    for line in workload.lines where (from...asOf).contains(line.day) && line.hours > 0 {
      for week in weeks(of: line) {
        let key = DepartmentWeek(department: departments[line.role], week: week)
        peopleOfWeek[key, default: []].insert(line.person)
      }
    }
  }

  /// The weeks that a line covers: those of its period, so that a monthly invoice is no silence.
  private func weeks(of line: Workload.Line) -> [Day] {
    let last = line.day.startOfWeek
    guard let start = workload.source[line.source].periodStart, start <= line.day,
      line.day - start <= 92
    else { return [last] }
    return stride(from: max(start, from).startOfWeek.number, through: last.number, by: 7).map {
      Day(number: $0)
    }
  }

  /// The observation of one role whose lines are given by index, in the order of their days.
  func observe(_ role: Int, lines: [Int], department: String) -> RoleObservation {
    var observation = RoleObservation()
    let recent = lines.map { workload.lines[$0] }.filter { (from...asOf).contains($0.day) }
    let work = recent.filter { $0.hours > 0 }
    if let first = lines.map({ workload.lines[$0].day }).min() {
      let start = max(first.startOfWeek, from.startOfWeek)
      observation.weeks = max(13, min(52, (asOf.startOfWeek - start) / 7 + 1))
    }
    observation.billedWeeks = min(observation.weeks, Set(work.flatMap { weeks(of: $0) }).count)
    observation.colleagues = colleagues(work, department: department)
    observation.holders = Set(work.map(\.person)).count
    observation.holdersAtOnce = holdersAtOnce(work)
    observation.timeLines = work.count { !workload.source[$0.source].isFixedPrice && !$0.isImputed }
    observation.fixedLines = work.count { workload.source[$0.source].isFixedPrice }
    observation.memos = recent.compactMap { memo(workload.source[$0.source]) }
    observation.posting = newestPosting(of: role)
    observation.examples = [work.first, work.last].compactMap { line in
      line.map { workload.source[$0.source].location }
    }
    return observation
  }

  private func colleagues(_ work: [Workload.Line], department: String) -> Double? {
    let held = Set(
      work.flatMap { line in weeks(of: line).map { HolderWeek(person: line.person, week: $0) } }
    )
    guard !held.isEmpty else { return nil }
    return OrderStatistics.median(
      held.map { holder in
        let people = peopleOfWeek[DepartmentWeek(department: department, week: holder.week)] ?? []
        return Double(people.count - (people.contains(holder.person) ? 1 : 0))
      }
    )
  }

  private func holdersAtOnce(_ work: [Workload.Line]) -> Double? {
    var people: [Day: Set<Int>] = [:]
    for line in work {
      for week in weeks(of: line) { people[week, default: []].insert(line.person) }
    }
    return people.isEmpty ? nil : OrderStatistics.median(people.values.map { Double($0.count) })
  }

  private func memo(_ line: InvoiceLine) -> RoleObservation.Memo? {
    guard !Self.platformFormats.contains(line.format), let text = line.description,
      text != line.contractTitle
    else { return nil }
    return RoleObservation.Memo(text: text, location: line.location)
  }

  private func newestPosting(of role: Int) -> Posting? {
    (postings[role] ?? []).filter { posting in posting.date.map { $0 <= asOf } ?? true }
      .max {
        ($0.date ?? Day(number: .min), $1.location) < ($1.date ?? Day(number: .min), $0.location)
      }
  }
}
