/// Which of the computed ways to lower a role's risk to take: the one source of truth for the
/// advice, the tables, the findings and the mail.
public struct ReductionChoice: Sendable, Hashable {
  /// What a way does to the loss, beside the others.
  public enum Effect: Sendable, Hashable {
    /// It leaves a smaller loss than today's.
    case lowers
    /// It leaves no smaller loss than today's.
    case doesNotLower
    /// It lowers the loss, but another way costs no more and leaves no more.
    case isOutdone(by: RiskReduction.Way)
  }

  /// The way to take: the cheapest in its first year that brings the index below the band high;
  /// where none does, the one with the least sum of its first year's cost and the loss that is
  /// left; `nil` where no way lowers the loss.
  public let best: RiskReduction?
  /// Whether the best way brings the index below the band high.
  public let isEnough: Bool

  private let ways: [RiskReduction]
  private let loss: Double

  /// Chooses among ways, given today's expected loss in major units.
  public init(_ ways: [RiskReduction], loss: Double) {
    self.ways = ways
    self.loss = loss
    let lowering = ways.filter { Self.isLess($0.loss, loss) }
    let enough = lowering.filter { ($0.index.map(RiskBand.init(index:)) ?? .low) < .high }
    isEnough = !enough.isEmpty
    best =
      enough.min { ($0.cost, $0.loss, $0.way.rawValue) < ($1.cost, $1.loss, $1.way.rawValue) }
      ?? lowering.min {
        ($0.cost + $0.loss, $0.way.rawValue) < ($1.cost + $1.loss, $1.way.rawValue)
      }
  }

  /// What a way does.
  public func effect(of way: RiskReduction) -> Effect {
    guard Self.isLess(way.loss, loss) else { return .doesNotLower }
    let better = ways.first { other in
      other.way != way.way && other.cost <= way.cost && other.upkeep <= way.upkeep
        && Self.isLess(other.loss, way.loss)
    }
    return better.map { .isOutdone(by: $0.way) } ?? .lowers
  }

  /// Less by more than what the arithmetic can be off by.
  private static func isLess(_ left: Double, _ right: Double) -> Bool {
    left < right - 1e-9 * abs(right)
  }
}

extension RoleAudit {
  /// Which of the ways to lower the role's risk to take.
  public var reductionChoice: ReductionChoice {
    ReductionChoice(reductions, loss: figures.exactLoss)
  }
}
