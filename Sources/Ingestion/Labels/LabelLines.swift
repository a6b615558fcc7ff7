internal import Foundation
internal import Model

/// Labelled postings as JSON lines, with the field names of the contract's CSV.
enum LabelLines {
  private struct Line: Decodable {
    var postingID: String?
    var id: String?
    var title: String?
    var description: String?
    var category: String?
    var skills: Skills?
    var type: String?
    var duration: String?
    var hoursPerWeek: Text?
    var label: String?
    var confidence: Double?
    var evidence: [String]?
    var readings: [Double]?
    var marks: MarkLine?
    var platform: String?

    enum CodingKeys: String, CodingKey {
      case id, title, description, category, skills, type, duration, label, confidence, platform
      case evidence, readings, marks
      case postingID = "posting_id"
      case hoursPerWeek = "hours_per_week"
    }
  }

  /// A list of skills, or one text with commas.
  private struct Skills: Decodable {
    let names: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let names = try? container.decode([String].self) {
        self.names = names
      } else {
        names = try container.decode(String.self).split(separator: ",").map { String($0) }
      }
    }
  }

  /// A text or a number.
  private struct Text: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else {
        text = "\(try container.decode(Int.self))"
      }
    }
  }

  static func read(_ bytes: [UInt8], named name: String) -> LabelReader.Reading {
    var reading = LabelReader.Reading()
    let decoder = JSONDecoder()
    for source in JSONLine.lines(of: bytes, named: name) {
      func reject(_ code: String, _ reason: String, _ remedy: String) {
        reading.rejects.append(
          source.rejected(JSONLine.Fault(code: code, reason: reason, remedy: remedy))
        )
      }
      guard let line: Line = source.decoded(decoder) else {
        reject(
          "bad-json",
          "the line is not a JSON object of a labelled posting",
          "write one object a line with title, description and label"
        )
        continue
      }
      guard let label = line.label.flatMap(LabelReader.isCollaborative) else {
        reject("bad-label", LabelReader.complaint(line.label), LabelReader.remedy)
        continue
      }
      guard let title = line.title, !title.isEmpty else {
        reject("missing-title", "title: it is missing", "complete the record")
        continue
      }
      if let confidence = line.confidence, !(0.5...1).contains(confidence) {
        reject(
          "bad-confidence",
          "confidence: \(confidence) is not between 0.5 and 1",
          "write how sure the label is, from 0.5 for a coin flip to 1"
        )
        continue
      }
      if let fault = JSONLine.Fault.of(readings: line.readings, marks: line.marks) {
        reading.rejects.append(source.rejected(fault))
        continue
      }
      var posting = Posting(
        location: source.location,
        format: "labels",
        title: title
      )
      posting.id = line.postingID ?? line.id
      posting.description = MarkupText.plain(line.description ?? "")
      posting.category = text(line.category)
      posting.skills = line.skills?.names ?? []
      posting.type = text(line.type)
      posting.duration = text(line.duration)
      posting.hoursPerWeek = text(line.hoursPerWeek?.text)
      reading.postings.append(
        LabelledPosting(
          posting: posting,
          isCollaborative: label,
          confidence: line.confidence ?? 0.85,
          quotes: line.evidence ?? [],
          readings: line.readings ?? [],
          marks: line.marks?.marks,
          platform: line.platform ?? ""
        )
      )
    }
    return reading
  }

  private static func text(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
}
