import Foundation
import Ingestion
import Model
import TestSupport
import Testing

/// CEN's own test cases for the rules that Tacit computes: partial documents that keep or break one.
struct RuleCases {
  private struct Case {
    let file: String
    let rule: String
    let breaks: Bool
    let document: String
  }

  private static let folder = "xml/ConnectingEurope+eInvoicing-EN16931/test"

  /// The cases of one rule, cut out of its files as they stand.
  private static func cases(of rule: String) throws -> [Case] {
    try ["Invoice-unit-UBL", "CreditNote-unit-UBL"].flatMap { kind -> [Case] in
      let path = "\(folder)/\(kind)/\(rule).xml"
      guard Corpus.names(in: "\(folder)/\(kind)", ending: ".xml").contains(rule) else { return [] }
      let text = String(decoding: try Corpus.bytes(path), as: UTF8.self)
      return text.components(separatedBy: "<test ").dropFirst().compactMap { part in
        let root = part.contains("<CreditNote") ? "CreditNote" : "Invoice"
        guard let start = part.range(of: "<\(root)"),
          let end = part.range(of: "</\(root)>", options: .backwards)
        else { return nil }
        return Case(
          file: "\(kind)/\(rule)",
          rule: rule,
          breaks: part.contains("<error>\(rule)</error>"),
          document: String(part[start.lowerBound..<end.upperBound])
        )
      }
    }
  }

  @Test("each rule is kept and broken as CEN says", .enabled(if: Corpus.isThere))
  func rules() throws {
    var kept = 0
    var broken = 0
    for rule in ArithmeticFact.Rule.allCases where rule != .lineAmount {
      for test in try Self.cases(of: rule.rawValue) {
        let reading = try read(test.document)
        #expect(reading.refusal == nil)
        let isBroken = reading.arithmetic.differences.contains { $0.rule == rule && !$0.holds }
        #expect(isBroken == test.breaks, "\(test.file): \(test.document)")
        if test.breaks { broken += 1 } else { kept += 1 }
      }
    }
    #expect(kept == 28 && broken == 12, "\(kept) kept, \(broken) broken")
  }
}
