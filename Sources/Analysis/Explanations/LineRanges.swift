internal import Model

/// Line numbers as ranges.
enum LineRanges {
  /// Ascending numbers in the form `2-40,57`; repeated numbers count once.
  static func text(_ numbers: [Int]) -> String {
    var parts: [String] = []
    var start: Int?
    var last = 0
    func close() {
      guard let start else { return }
      parts.append(start == last ? "\(start)" : "\(start)-\(last)")
    }
    for number in numbers.sorted() {
      if start != nil, number <= last + 1 {
        last = number
      } else {
        close()
        start = number
        last = number
      }
    }
    close()
    return parts.joined(separator: ",")
  }

  /// The lines of a role by person and input.
  static func sources(
    _ indexes: [Int],
    workload: Workload
  ) -> [Explanation.Source] {
    struct Group {
      let person: Int
      let path: String
      var lines: [Int] = []
      var hours = CompensatedSum()
    }
    var groups: [Group] = []
    // Most people are in one input, so that few paths are compared and none is hashed.
    var ofPerson: [Int: [Int]] = [:]
    for index in indexes {
      let line = workload.lines[index]
      let location = workload.source[line.source].location
      let known = ofPerson[line.person]?.first { groups[$0].path == location.source }
      let group = known ?? groups.count
      if known == nil {
        ofPerson[line.person, default: []].append(group)
        groups.append(Group(person: line.person, path: location.source))
      }
      groups[group].lines.append(location.line)
      groups[group].hours.add(line.hours)
    }
    return groups.sorted { ($0.person, $0.path) < ($1.person, $1.path) }.map { group in
      Explanation.Source(
        path: group.path,
        of: workload.directory.people[group.person].id,
        lines: text(group.lines),
        hours: group.hours.value
      )
    }
  }
}
