/// A posting model as text: lines of names and numbers, then the words in Base64.
///
/// The words are records of eight bytes, little-endian, by ascending hash: the hash (4), the number
/// of training postings (2), the weight in steps (2, signed). After them come the words of sentences:
/// the hash (4), the weight toward a seat (2, signed) and toward an aside (2, signed), in steps of
/// their own. No word of a training text is in it.
extension PostingModel {
  /// Why a text is no model.
  public struct FileFailure: Error, Sendable, Hashable {
    /// The 1-based line.
    public let line: Int
    /// What is wrong, as one sentence.
    public let message: String
    /// What to do.
    public let remedy: String
  }

  /// The model as the text of a file.
  public var fileText: String {
    var lines = [Self.formatName]
    lines += card.map { "card \($0)" }
    lines.append("lexicon \(String(lexicon, radix: 16))")
    lines.append("postings \(trainingPostings)")
    lines.append("slope \(slope)")
    lines.append("offset \(offset)")
    lines.append("floor \(floor)")
    lines.append("ceiling \(ceiling)")
    lines.append("intercept \(intercept)")
    for (feature, weight) in zip(FeatureLayout.guide.features, named) where weight != 0 {
      lines.append("feature \(feature.name) \(weight)")
    }
    lines.append("step \(grams.step)")
    lines.append("usually-known \(usuallyKnown)")
    for (name, output) in [("direction", sentences.direction), ("aside", sentences.aside)] {
      lines.append("\(name)-start \(output.start)")
      lines.append("\(name)-step \(output.step)")
      for (feature, weight) in zip(FeatureLayout.guide.features, output.named) where weight != 0 {
        lines.append("\(name) \(feature.name) \(weight)")
      }
    }
    lines.append("sentence-grams \(sentences.hashes.count)")
    lines.append("grams \(grams.hashes.count)")
    lines += Base64.lines(packedGrams)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The records of the postings' grams, then those of the sentences'.
  private var packedGrams: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((grams.hashes.count + sentences.hashes.count) * Self.recordSize)
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    for index in grams.hashes.indices {
      append(grams.hashes[index])
      append(grams.postings[index])
      append(grams.weights[index])
    }
    for index in sentences.hashes.indices {
      append(sentences.hashes[index])
      append(sentences.direction.weights[index])
      append(sentences.aside.weights[index])
    }
    return bytes
  }

  /// The bytes of a gram.
  private static let recordSize = 8

  /// Reads a model from the text of a file.
  public init(fileText text: some StringProtocol) throws(FileFailure) {
    try self.init(utf8: Array(text.utf8))
  }

  /// Reads a model from the bytes of a file.
  public init(utf8 bytes: [UInt8]) throws(FileFailure) {
    var reader = LineReader(bytes)
    guard reader.next() == Self.formatName else {
      throw FileFailure(
        line: 1,
        message: "this is not a role model of this version ('\(Self.formatName)')",
        remedy: "write one with 'tacit train'"
      )
    }
    var card: [String] = []
    var values: [String: Double] = [:]
    var lexicon: UInt64?
    let none = [Double](repeating: 0, count: FeatureLayout.guide.features.count)
    var named = ["feature": none, "direction": none, "aside": none]
    let places = Dictionary(
      uniqueKeysWithValues: FeatureLayout.guide.features.enumerated().map { ($1.name, $0) }
    )
    while values["grams"] == nil {
      guard let line = reader.next() else {
        throw reader.failure("the file ends before its words")
      }
      let parts = line.split(separator: " ", omittingEmptySubsequences: true)
      switch parts.first {
      case "card": card.append(String(line.dropFirst(5)))
      case "lexicon" where parts.count == 2: lexicon = UInt64(parts[1], radix: 16)
      case let kind? where parts.count == 3 && named[String(kind)] != nil:
        guard let place = places[String(parts[1])], let weight = Double(String(parts[2])),
          weight.isFinite
        else { throw reader.failure("'\(parts[1])' is no feature with a weight") }
        named[String(kind), default: none][place] = weight
      case let name? where parts.count == 2:
        guard let value = Double(String(parts[1])), value.isFinite else {
          throw reader.failure("'\(parts[1])' is no number")
        }
        values[String(name)] = value
      default: throw reader.failure("'\(line.prefix(40))' is no line of a role model")
      }
    }
    guard lexicon == Lexicon.fingerprint else {
      throw FileFailure(
        line: 1,
        message: "the model was trained with another lexicon than this program has",
        remedy: "train it again with 'tacit train'"
      )
    }
    guard let postings = values["postings"], let slope = values["slope"],
      let offset = values["offset"], let intercept = values["intercept"],
      let step = values["step"], let floor = values["floor"], let ceiling = values["ceiling"],
      0 <= floor, floor < ceiling, ceiling <= 1,
      let usuallyKnown = values["usually-known"], (0...1).contains(usuallyKnown),
      let directionStart = values["direction-start"],
      let directionStep = values["direction-step"],
      let asideStart = values["aside-start"], let asideStep = values["aside-step"],
      let count = values["grams"].flatMap({ Int(exactly: $0) }),
      let inSentences = values["sentence-grams"].flatMap({ Int(exactly: $0) }),
      (0...100_000_000).contains(count), (0...100_000_000).contains(inSentences),
      (0...1_000_000_000).contains(postings)
    else { throw reader.failure("a number of the model is missing") }
    guard let packed = Base64.bytes(reader.rest),
      packed.count == (count + inSentences) * Self.recordSize
    else { throw reader.failure("the words are damaged") }
    let ofPostings = Self.records(packed, 0..<count)
    let ofSentences = Self.records(packed, count..<(count + inSentences))
    for hashes in [ofPostings.hashes, ofSentences.hashes]
    where zip(hashes, hashes.dropFirst()).contains(where: >=) {
      throw reader.failure("the words are out of order")
    }
    self.init(
      card: card,
      lexicon: Lexicon.fingerprint,
      trainingPostings: Int(postings),
      named: named["feature"] ?? none,
      intercept: intercept,
      slope: slope,
      offset: offset,
      floor: floor,
      ceiling: ceiling,
      usuallyKnown: usuallyKnown,
      sentences: SentenceModel(
        hashes: ofSentences.hashes,
        direction: SentenceModel.Output(
          start: directionStart,
          named: named["direction"] ?? none,
          weights: ofSentences.first.map { Int16(bitPattern: $0) },
          step: directionStep
        ),
        aside: SentenceModel.Output(
          start: asideStart,
          named: named["aside"] ?? none,
          weights: ofSentences.second.map { Int16(bitPattern: $0) },
          step: asideStep
        )
      ),
      grams: GramTable(
        hashes: ofPostings.hashes,
        postings: ofPostings.first,
        weights: ofPostings.second.map { Int16(bitPattern: $0) },
        step: step,
        trainingPostings: Int(postings)
      )
    )
  }

  /// The hash and the two numbers of some records.
  private static func records(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) -> (hashes: [UInt32], first: [UInt16], second: [UInt16]) {
    var found: (hashes: [UInt32], first: [UInt16], second: [UInt16]) = ([], [], [])
    found.hashes.reserveCapacity(range.count)
    found.first.reserveCapacity(range.count)
    found.second.reserveCapacity(range.count)
    for record in range {
      let start = record * recordSize
      func word(_ offset: Int) -> UInt16 {
        UInt16(bytes[start + offset]) | UInt16(bytes[start + offset + 1]) << 8
      }
      found.hashes.append(UInt32(word(0)) | UInt32(word(2)) << 16)
      found.first.append(word(4))
      found.second.append(word(6))
    }
    return found
  }
}

/// The lines of a file, counted.
private struct LineReader {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next line without its end, or `nil`.
  mutating func next() -> String? {
    guard position < bytes.count else { return nil }
    let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
    var text = bytes[position..<end]
    if text.last == 0x0D { text.removeLast() }
    position = end + 1
    line += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that no line was read of.
  var rest: ArraySlice<UInt8> { bytes[min(position, bytes.count)...] }

  func failure(_ message: String) -> PostingModel.FileFailure {
    PostingModel.FileFailure(
      line: max(1, line),
      message: message,
      remedy: "write the model again with 'tacit train'"
    )
  }
}
