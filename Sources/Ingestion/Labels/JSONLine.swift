internal import Foundation
internal import Model

/// One line of a file of JSON lines.
struct JSONLine {
  /// Where it stands.
  let location: SourceLocation
  private let byteOffset: Int
  private let bytes: ArraySlice<UInt8>

  /// The lines of a file that are not blank.
  static func lines(of bytes: [UInt8], named name: String) -> [JSONLine] {
    zip(1..., bytes.split(separator: 0x0A, omittingEmptySubsequences: false))
      .filter { !$1.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
      .map { number, line in
        JSONLine(
          location: SourceLocation(source: name, line: number),
          byteOffset: line.startIndex,
          bytes: line
        )
      }
  }

  /// What the line says, or `nil` when it is no such object.
  func decoded<Value: Decodable>(_ decoder: JSONDecoder) -> Value? {
    try? decoder.decode(Value.self, from: Data(bytes))
  }

  /// The line as one that cannot be used.
  func rejected(_ fault: Fault) -> Reject {
    Reject(
      location: location,
      byteOffset: byteOffset,
      code: fault.code,
      reason: fault.reason,
      remedy: fault.remedy,
      text: String(decoding: bytes.prefix(4096), as: UTF8.self)
    )
  }

  /// Why a line cannot be used.
  struct Fault {
    /// The code of the diagnostic.
    let code: String
    /// What is wrong.
    let reason: String
    /// What to do.
    let remedy: String

    /// What is wrong with what further readers said, or `nil`.
    static func of(readings: [Double]?, marks: MarkLine?) -> Fault? {
      if let wrong = readings?.first(where: { !(0...1).contains($0) }) {
        return Fault(
          code: "bad-reading",
          reason: "readings: \(wrong) is not between 0 and 1",
          remedy: "write how probable a seat is to each further reader, from 0 to 1"
        )
      }
      return marks?.complaint.map {
        Fault(code: "bad-mark", reason: $0, remedy: MarkLine.remedy)
      }
    }
  }
}
