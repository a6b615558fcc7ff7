import Analysis
import Foundation
import Model

/// The fixed points of the model's specification: complete inputs and every intermediate figure.
struct GoldenFile {
  let root: [String: Any]

  init() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/golden.json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    root = value as? [String: Any] ?? [:]
  }

  func mapping(_ path: String...) -> [String: Any] {
    path.reduce(root) { node, key in node[key] as? [String: Any] ?? [:] }
  }

  func example(_ name: String) -> GoldenExample { GoldenExample(mapping("examples", name)) }
}

/// One worked example.
struct GoldenExample {
  let portfolio: Portfolio
  let expected: [String: Any]
  let interval: [String: Any]

  init(_ node: [String: Any]) {
    let input = node["input"] as? [String: Any] ?? [:]
    let parameters = RiskParameters()
    let roles = (input["roles"] as? [String: [String: Any]] ?? [:]).sorted { $0.key < $1.key }
    let lines = input["lines"] as? [[Any]] ?? []
    let ids = Set(lines.compactMap { $0[0] as? String }).sorted()
    let roleIDs = roles.map(\.key)
    func day(_ value: Any) -> Day { (value as? String).flatMap { Day($0) } ?? Day(number: 0) }
    func index(_ value: Any, _ list: [String]) -> Int {
      (value as? String).flatMap { list.firstIndex(of: $0) } ?? -1
    }
    let work = lines.map { line in
      Portfolio.Line(
        person: index(line[0], ids),
        role: index(line[1], roleIDs),
        day: day(line[2]),
        hours: line[3] as? Double ?? .nan,
        cost: (line[3] as? Double ?? .nan) * (line[4] as? Double ?? .nan)
          * (1 + parameters.marketplaceFee)
      )
    }
    portfolio = Portfolio(
      roles: roles.map { id, role in
        Portfolio.Role(
          id: id,
          department: role["department"] as? String ?? "",
          weeksToFull: (role["family"] as? String).flatMap(RoleFamily.init(rawValue:))
            .flatMap { parameters.weeksToFullProductivity[$0] } ?? .nan,
          collaboration: role["c"] as? Double ?? .nan,
          documentation: Documentation(
            coverage: role["doc_coverage"] as? Double ?? .nan,
            ageMonths: role["doc_age_months"] as? Double ?? .nan
          )
        )
      },
      people: ids.map { Portfolio.Person(id: $0) },
      lines: work,
      postings: (input["postings"] as? [[Any]] ?? []).map {
        Portfolio.Posting(role: index($0[0], roleIDs), day: day($0[1]))
      },
      asOf: work.map(\.day).max() ?? Day(number: 0)
    )
    expected = node["expected"] as? [String: Any] ?? [:]
    interval = node["interval90"] as? [String: Any] ?? [:]
  }
}

/// Whether two figures agree to a relative 1e-9.
func agree(_ value: Double?, _ expected: Any?) -> Bool {
  guard let value, let expected = expected as? Double else { return false }
  return abs(value - expected) <= 1e-9 * max(1e-300, abs(expected)) || value == expected
}
