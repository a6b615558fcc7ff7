internal import Model

/// T11: work is dated on weekends.
struct WeekendWork: Check {
  let page = CheckPage(
    id: "weekend-work",
    group: .integrity,
    holds: "work is dated on working days",
    fails: "much work is dated on weekends",
    criterion: "The dates of work are the days of work.",
    why: "Shifts, time zones and invented days look alike; only a question tells.",
    measured:
      "Lines of one day each (time reports, or a period of one day) of the last 365 days, 20 days or more of a person: more than 30 % of the days are "
      + "Saturdays or Sundays. Weekly periods end on Sunday and are left out.",
    falsePositives: "Shifts, other time zones, people with another job.",
    remedy: "Ask, if it was not agreed.",
    dispute: "disputed → id with a reason",
    severity: "low: information only",
    source: "Test T11 of internal auditors"
  )

  func run(_ context: CheckContext) -> CheckOutcome {
    var subjects: [String] = []
    var found: [CheckFinding] = []
    for (index, all) in context.byPerson.enumerated() {
      var days: [Int: Int] = [:]
      for bill in all
      where context.bills[bill].isDaily && context.asOf - context.bills[bill].day <= 365 {
        let (end, date) = (context.bills[bill].end, context.bills[bill].date)
        days[(end ?? date ?? context.bills[bill].day).number] = bill
      }
      guard days.count >= 20 else { continue }
      let person = context.workload.directory.people[index]
      subjects.append("person:\(person.id)")
      let weekend = days.filter { Day(number: $0.key).weekday >= 6 }.sorted { $0.key < $1.key }
      let share = Double(weekend.count) / Double(days.count)
      guard share > 0.3 else { continue }
      let amount = weekend.reduce(0) { $0 + context.bills[$1.value].cost }
      found.append(
        finding(
          person.id,
          .low,
          subject: "person:\(person.id)",
          title: "\(person.name): \(page.fails)",
          amount: context.money(amount),
          condition:
            "\(weekend.count) of \(days.count) days of the last 365 days (\(Phrase.percent(share))) are Saturdays or "
            + "Sundays.",
          cause: "Shifts, another time zone or another job.",
          consequence: "\(context.money(amount).grouped) are dated on weekends.",
          action: "Ask, if it was not agreed; owner: the department, \(context.due(.low)).",
          evidence: context.evidence(weekend.suffix(3).map(\.value))
        )
      )
    }
    return subjects.isEmpty
      ? .notApplicable(needs: "20 days of a person with a line for each day")
      : .ran(subjects: subjects, found)
  }
}
