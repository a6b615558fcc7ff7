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
    var start = 0
    for (number, raw) in zip(1..., bytes.split(separator: 0x0A, omittingEmptySubsequences: false)) {
      defer { start += raw.count + 1 }
      if raw.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      func reject(_ code: String, _ reason: String, _ remedy: String) {
        reading.rejects.append(
          Reject(
            location: SourceLocation(source: name, line: number),
            byteOffset: start,
            code: code,
            reason: reason,
            remedy: remedy,
            text: String(decoding: raw.prefix(4096), as: UTF8.self)
          )
        )
      }
      guard let line = try? decoder.decode(Line.self, from: Data(raw)) else {
        reject(
          "bad-json",
          "the line is not a JSON object of a further reading",
          "write one object a line with posting_id, and readings, marks or both"
        )
        continue
      }
      if let wrong = line.readings?.first(where: { !(0...1).contains($0) }) {
        reject(
          "bad-reading",
          "readings: \(wrong) is not between 0 and 1",
          "write how probable a seat is to each further reader, from 0 to 1"
        )
        continue
      }
      if let complaint = line.marks?.complaint {
        reject("bad-mark", complaint, MarkLine.remedy)
        continue
      }
      reading.readings.append(
        FurtherReading(
          postingID: line.postingID,
          readings: line.readings ?? [],
          marks: line.marks?.marks
        )
      )
    }
    return reading
  }
}
