internal import Model

/// What a reader said of the sentences of a posting, as it stands in JSON: their number and, for each
/// side, the numbers of the sentences that speak for it, from 1; the others speak for neither.
struct MarkLine: Decodable {
  let sentences: Int
  let title: String?
  private let sides: [SentenceMarks.Side: [Int]]

  /// What to do about wrong marks.
  static let remedy =
    "write the number of sentences and, for "
    + SentenceMarks.Side.allCases.map(\.rawValue).joined(separator: ", ")
    + ", the numbers of the sentences, from 1"

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    sentences = try container.decode(Int.self, forKey: Key(stringValue: "sentences"))
    title = try container.decodeIfPresent(String.self, forKey: Key(stringValue: "title"))
    var sides: [SentenceMarks.Side: [Int]] = [:]
    for side in SentenceMarks.Side.allCases {
      sides[side] = try container.decodeIfPresent(
        [Int].self,
        forKey: Key(stringValue: side.rawValue)
      )
    }
    self.sides = sides
  }

  /// What is wrong with the marks, or `nil`.
  var complaint: String? {
    guard (0...100_000).contains(sentences) else {
      return "marks: \(sentences) is no number of sentences"
    }
    if let title, SentenceMarks.Side(rawValue: title) == nil {
      return "marks: '\(title)' is nothing that a title speaks for"
    }
    let numbers = sides.values.joined()
    if let wrong = numbers.filter({ !(1...max(1, sentences)).contains($0) }).min() {
      return "marks: there is no sentence \(wrong) of \(sentences)"
    }
    return Set(numbers).count == numbers.count ? nil : "marks: a sentence is marked twice"
  }

  /// The marks, of which nothing may be wrong.
  var marks: SentenceMarks {
    var all = [SentenceMarks.Side](repeating: .neither, count: sentences)
    for (side, numbers) in sides {
      for number in numbers { all[number - 1] = side }
    }
    return SentenceMarks(title: title.flatMap(SentenceMarks.Side.init), sentences: all)
  }
}
