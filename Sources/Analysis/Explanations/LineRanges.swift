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
    struct Key: Hashable {
      let person: Int
      let path: String
    }
    var groups: [Key: (lines: [Int], hours: CompensatedSum)] = [:]
    for index in indexes {
      let line = workload.lines[index]
      let location = workload.source[line.source].location
      let key = Key(person: line.person, path: location.source)
      groups[key, default: ([], CompensatedSum())].lines.append(location.line)
      groups[key]?.hours.add(line.hours)
    }
    return groups.sorted {
      ($0.key.person, $0.key.path) < ($1.key.person, $1.key.path)
    }.map { key, group in
      Explanation.Source(
        path: key.path,
        of: workload.directory.people[key.person].id,
        lines: text(group.lines),
        hours: group.hours.value
      )
    }
  }
}
