/// The knowledge that holders of a role share, which is lost down to the first of them, best
/// first, who stays; laid out for thousands of years.
///
/// Roles with equally many holders stand together, so that nothing branches on who leaves: such a
/// branch would be mispredicted in every role of every year.
struct SharedKnowledge: Sendable {
  /// One role.
  struct Role {
    /// The holders, by knowledge with the best first, as positions in the order of the draws.
    let holders: [Int]
    /// What is lost when the best so many of them are gone, from one to all.
    let lossByPrefix: [Double]
  }

  /// Roles with equally many holders.
  private struct Group {
    let holders: Int
    let roles: Int
  }

  /// The groups, those with the fewest holders first.
  private var groups: [Group] = []
  /// The holders of all roles, group after group and role after role.
  private var holders: [Int32] = []
  /// The losses of all roles in the same order, each role's from nobody gone to all.
  private var losses: [Double] = []
  /// The place of each role in the order in which losses are added up.
  private var places: [Int32] = []

  /// Lays out roles.
  init(_ roles: [Role]) {
    let ofSize = Dictionary(grouping: roles.indices) { roles[$0].holders.count }
    for (size, members) in ofSize.sorted(by: { $0.key < $1.key }) {
      groups.append(Group(holders: size, roles: members.count))
      for role in members {
        holders += roles[role].holders.map(Int32.init)
        losses += [0] + roles[role].lossByPrefix
        places.append(Int32(role))
      }
    }
  }

  /// What is lost in a year, given whether each person is gone as 1 or 0.
  func loss(_ gone: UnsafeMutableBufferPointer<UInt8>) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, places.count)) { lost in
      holders.withUnsafeBufferPointer { holders in
        losses.withUnsafeBufferPointer { losses in
          var (role, holder, first) = (0, 0, 0)
          for group in groups {
            for _ in 0..<group.roles {
              var allGone: UInt8 = 1
              var count = 0
              for position in holder..<holder + group.holders {
                allGone &= gone[Int(holders[position])]
                count += Int(allGone)
              }
              lost[Int(places[role])] = losses[first + count]
              role += 1
              holder += group.holders
              first += group.holders + 1
            }
          }
        }
      }
      var total = 0.0
      for role in 0..<places.count { total += lost[role] }
      return total
    }
  }
}
