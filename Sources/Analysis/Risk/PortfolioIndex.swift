internal import Model

/// The lines of a portfolio, sorted once, so that the model can stand on any day of them.
struct PortfolioIndex: Sendable {
  /// The work of one person in one role, by day.
  struct HolderWork: Sendable {
    let person: Int
    var days: [Day] = []
    var hours: [Double] = []
  }

  /// Somebody's presence in a role.
  struct Presence: Sendable {
    let day: Day
    let person: Int
    let role: Int
    let hours: Double
  }

  /// The distinct days on which each person worked, ascending.
  let daysOfPerson: [[Day]]
  /// The work of each person, by day.
  let workOfPerson: [[Presence]]
  /// The work in each role, by day.
  let workOfRole: [[Presence]]
  /// The work of each role by person, in the order of the people.
  let holdersOfRole: [[HolderWork]]
  /// All lines of each role, by day.
  let linesOfRole: [[Portfolio.Line]]
  /// The days each role was advertised.
  let postingsOfRole: [[Day]]

  init(_ portfolio: Portfolio) {
    var linesOfRole = [[Portfolio.Line]](repeating: [], count: portfolio.roles.count)
    var workOfPerson = [[Presence]](repeating: [], count: portfolio.people.count)
    var workOfRole = [[Presence]](repeating: [], count: portfolio.roles.count)
    for line in portfolio.lines {
      linesOfRole[line.role].append(line)
      guard line.countsAsPresence else { continue }
      let presence = Presence(
        day: line.day,
        person: line.person,
        role: line.role,
        hours: line.hours
      )
      workOfPerson[line.person].append(presence)
      workOfRole[line.role].append(presence)
    }
    var postings = [[Day]](repeating: [], count: portfolio.roles.count)
    for posting in portfolio.postings { postings[posting.role].append(posting.day) }
    let lines = Self.sorted(linesOfRole) { ($0.day, $0.person) < ($1.day, $1.person) }
    self.linesOfRole = lines
    self.workOfPerson = Self.sorted(workOfPerson) { ($0.day, $0.role) < ($1.day, $1.role) }
    self.workOfRole = Self.sorted(workOfRole) { ($0.day, $0.person) < ($1.day, $1.person) }
    postingsOfRole = postings.map { $0.sorted() }
    holdersOfRole = Parallel.map(lines.count) { Self.holders(lines[$0]) }
    daysOfPerson = self.workOfPerson.map { work in
      var days: [Day] = []
      days.reserveCapacity(work.count)
      for presence in work where days.last != presence.day { days.append(presence.day) }
      return days
    }
  }

  private static func sorted<Element: Sendable>(
    _ groups: [[Element]],
    by isBefore: @Sendable (Element, Element) -> Bool
  ) -> [[Element]] {
    Parallel.map(groups.count) { groups[$0].sorted(by: isBefore) }
  }

  private static func holders(_ lines: [Portfolio.Line]) -> [HolderWork] {
    var position: [Int: Int] = [:]
    var holders: [HolderWork] = []
    for line in lines where line.countsAsPresence {
      let index =
        position[line.person]
        ?? {
          holders.append(HolderWork(person: line.person))
          position[line.person] = holders.count - 1
          return holders.count - 1
        }()
      holders[index].days.append(line.day)
      holders[index].hours.append(line.hours)
    }
    return holders.sorted { $0.person < $1.person }
  }
}

extension Array {
  /// The number of elements at the front that satisfy a condition which, once false, stays false.
  func prefixCount(where isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
