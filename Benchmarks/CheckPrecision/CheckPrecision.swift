import Analysis
import Foundation
import Model
import TestSupport

/// How precise the checks of invoices are: honest years of 40 people, and the same with 25 irregularities.
///
/// Argument: the number of seeds. Exits with 1 when an honest year has an integrity finding of severity high or
/// critical, or when an irregularity is not found.
@main
enum CheckPrecision {
  static func main() throws {
    let seeds = CommandLine.arguments.dropFirst().compactMap { Int($0) }.first ?? 100
    var table = ConfusionTable()
    for seed in 1...seeds { try table.add(seed: UInt64(seed)) }
    print("\(seeds) seeds")
    print(table.text)
    for problem in table.problems.prefix(20) { print(problem) }
    if !table.problems.isEmpty { exit(1) }
  }
}
