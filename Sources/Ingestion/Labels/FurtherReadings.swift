internal import Foundation
public import Model

/// Reads what further readers said of labelled postings, apart from their texts: JSON lines with
/// `posting_id`, and `readings`, `marks` or both.
public enum FurtherReadings {
  /// What was read.
  public struct Reading: Sendable {
    /// The readings.
    public var readings: [FurtherReading] = []
    /// The lines that could not be used, each with its place and remedy.
    public var rejects: [Reject] = []
  }

  private struct Line: Decodable {
    let postingID: String
    let readings: [Double]?
    let marks: MarkLine?

    enum CodingKeys: String, CodingKey {
      case readings, marks
      case postingID = "posting_id"
    }
  }

  /// Reads a file from its bytes.
  public static func read(_ bytes: [UInt8], named name: String) -> Reading {
    var reading = Reading()
    let decoder = JSONDecoder()
    for line in JSONLine.lines(of: bytes, named: name) {
      guard let said: Line = line.decoded(decoder) else {
        reading.rejects.append(line.rejected(Self.noReading))
        continue
      }
      if let fault = JSONLine.Fault.of(readings: said.readings, marks: said.marks) {
        reading.rejects.append(line.rejected(fault))
        continue
      }
      reading.readings.append(
        FurtherReading(
          postingID: said.postingID,
          readings: said.readings ?? [],
          marks: said.marks?.marks
        )
      )
    }
    return reading
  }

  private static let noReading = JSONLine.Fault(
    code: "bad-json",
    reason: "the line is not a JSON object of a further reading",
    remedy: "write one object a line with posting_id, and readings, marks or both"
  )
}
