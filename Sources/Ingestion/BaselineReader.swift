internal import Foundation
public import Model

/// Reads an `audit.json` of an earlier run, of any version that this program knows.
public enum BaselineReader {
  /// Why an earlier audit is not used.
  public struct Refusal: Error, Sendable, Hashable {
    /// What is wrong, as one sentence.
    public let message: String
    /// What to do.
    public let remedy: String

    /// The file cannot be opened.
    public static let unreadable = Refusal(
      message: "the earlier audit cannot be read",
      remedy: "check the path"
    )
  }

  /// The versions of the structure that can be read.
  public static let versions = 1...1

  private struct Document: Decodable {
    struct Version: Decodable { let schemaVersion: Int }
    struct Finding: Decodable {
      let id: String
      let check: String
      let severity: String
      let status: String?
      let subject: String
      let title: String?
      let amount: String?
      let criterion: String?
      let condition: String?
      let cause: String?
      let consequence: String?
      let action: String?
    }
    struct Company: Decodable {
      let loss: String?
      let index: Double?
      let annualSpend: String?
    }
    struct Role: Decodable {
      struct Holder: Decodable { let id: String }
      let id: String
      let loss: String?
      let index: Double?
      let holders: [Holder]?
      let `class`: String?
    }
    struct Input: Decodable {
      let path: String
      let sha256: String
    }
    struct QuarterEntry: Decodable {
      let quarter: String
      let spend: String?
      let indexChange: [String: Double]?
    }
    let toolVersion: String?
    let asOf: String
    let quarter: String
    let currency: String
    let findings: [Finding]
    let company: Company?
    let roles: [Role]?
    let parameters: [String: Double]?
    let inputs: [Input]?
    let quarters: [QuarterEntry]?
  }

  /// Reads the bytes of `audit.json`; unknown fields are passed over.
  public static func read(_ bytes: [UInt8]) throws(Refusal) -> EarlierAudit {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let version: Int
    do {
      version = try decoder.decode(Document.Version.self, from: data).schemaVersion
    } catch {
      throw Refusal(
        message:
          "this is not the audit.json of a report: it is no JSON object with a schema_version",
        remedy: "name the audit.json in a report's directory"
      )
    }
    guard versions.contains(version) else {
      throw Refusal(
        message:
          "schema_version \(version) is not known; this program reads \(versions.lowerBound) to "
          + "\(versions.upperBound)",
        remedy: version > versions.upperBound
          ? "update tacit, or make the earlier report again with this version"
          : "make the earlier report again with this version"
      )
    }
    let document: Document
    do {
      document = try decoder.decode(Document.self, from: data)
    } catch DecodingError.keyNotFound(let key, _) {
      throw Refusal(
        message: "the field '\(key.stringValue)' of schema_version \(version) is missing",
        remedy: "make the earlier report again"
      )
    } catch {
      throw Refusal(
        message: "a field does not have the type of schema_version \(version)",
        remedy: "make the earlier report again"
      )
    }
    return try baseline(document, version)
  }

  private static func baseline(
    _ document: Document,
    _ version: Int
  ) throws(Refusal) -> EarlierAudit {
    guard let asOf = Day(document.asOf), let quarter = Quarter(document.quarter),
      let currency = Currency(document.currency)
    else {
      throw Refusal(
        message: "as_of, quarter or currency is not written as schema_version \(version) says",
        remedy: "make the earlier report again"
      )
    }
    var entries: [EarlierAudit.Entry] = []
    for finding in document.findings {
      guard let severity = Severity(rawValue: finding.severity) else {
        throw Refusal(
          message: "the finding '\(finding.id)' has the unknown severity '\(finding.severity)'",
          remedy: "make the earlier report again"
        )
      }
      entries.append(
        EarlierAudit.Entry(
          id: finding.id,
          check: finding.check,
          severity: severity,
          status: finding.status ?? "new",
          subject: finding.subject,
          title: finding.title ?? finding.id,
          amount: finding.amount.flatMap { ExactDecimal($0) },
          parts: [
            finding.criterion ?? "", finding.condition ?? "", finding.cause ?? "",
            finding.consequence ?? "", finding.action ?? "",
          ]
        )
      )
    }
    let last = document.quarters?.last { $0.quarter == document.quarter }
    return EarlierAudit(
      schemaVersion: version,
      toolVersion: document.toolVersion ?? "unknown",
      asOf: asOf,
      quarter: quarter,
      currency: currency,
      findings: entries,
      company: EarlierAudit.Figure(
        id: "company",
        loss: document.company?.loss.flatMap { ExactDecimal($0) },
        index: document.company?.index
      ),
      roles: (document.roles ?? []).map { role in
        EarlierAudit.Figure(
          id: role.id,
          loss: role.loss.flatMap { ExactDecimal($0) },
          index: role.index,
          holders: (role.holders ?? []).map(\.id),
          roleClass: role.class
        )
      },
      parameters: document.parameters ?? [:],
      inputs: Dictionary(
        (document.inputs ?? []).map { ($0.path, $0.sha256) },
        uniquingKeysWith: { first, _ in first }
      ),
      quarterSpend: last?.spend.flatMap { ExactDecimal($0) },
      annualSpend: document.company?.annualSpend.flatMap { ExactDecimal($0) },
      indexChange: last?.indexChange ?? [:]
    )
  }
}
