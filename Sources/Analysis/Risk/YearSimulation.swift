internal import Foundation
public import Model

/// The distribution of next year's actual loss: how uncertain the hazard is, and who really leaves
/// (model specification, 2.8; knowledge at risk after Rigby et al., ICSE 2016).
///
/// Each draw takes a hazard from its log-normal posterior by Box and Muller, then one uniform for
/// every active person in the order of their identifiers; a person who leaves, leaves all roles.
/// The generator's state after any number of draws is known, so that draws can be computed in any
/// order and on any number of threads with the same result.
public struct YearSimulation: Sendable {
  /// The simulated losses in major units, ascending.
  public let losses: [Double]

  /// The seed of the specification.
  public static let seed: UInt64 = 20_260_630
  /// The number of draws of the specification.
  public static let draws = 10_000

  /// Simulates years; the same portfolio and seed give the same losses whatever the number of
  /// threads, `nil` for as many as there are processors.
  public init(
    _ assessment: RiskAssessment,
    _ portfolio: Portfolio,
    parameters: RiskParameters,
    seed: UInt64 = Self.seed,
    draws: Int = Self.draws,
    threads: Int? = nil
  ) {
    let year = SimulatedYear(assessment, portfolio, parameters: parameters)
    let count = max(
      1,
      min(draws, threads ?? Parallel.threads ?? ProcessInfo.processInfo.activeProcessorCount)
    )
    var losses = [Double](repeating: 0, count: draws)
    losses.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      Parallel.perform(count) { thread in
        for draw in (thread * draws / count)..<((thread + 1) * draws / count) {
          results[draw] = year.loss(seed: seed, draw: draw)
        }
      }
    }
    self.losses = losses.sorted()
  }

  /// The mean loss.
  public var mean: Double { losses.compensatedSum() / Double(losses.count) }

  /// The share of years without loss.
  public var shareWithoutLoss: Double {
    Double(losses.count { $0 == 0 }) / Double(losses.count)
  }

  /// The loss at a quantile, by nearest rank.
  public func quantile(_ quantile: Double) -> Double {
    OrderStatistics.nearestRank(sorted: losses, quantile)
  }

  /// The mean of the worst twentieth of the years.
  public var worstTwentiethMean: Double {
    let worst = losses.suffix(max(1, losses.count / 20))
    return worst.compensatedSum() / Double(worst.count)
  }

  /// The figures of the report.
  func outcome(_ currency: Currency) -> YearOutcome {
    YearOutcome(
      median: Money(estimate: quantile(0.5), currency: currency),
      exceededOnceInTwenty: Money(estimate: quantile(0.95), currency: currency),
      worstTwentiethMean: Money(estimate: worstTwentiethMean, currency: currency),
      shareWithoutLoss: shareWithoutLoss,
      draws: losses.count,
      exactMedian: quantile(0.5),
      exactExceededOnceInTwenty: quantile(0.95),
      exactWorstTwentiethMean: worstTwentiethMean,
      exactMean: mean
    )
  }
}
