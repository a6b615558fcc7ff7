import Analysis
import ArgumentParser
import Foundation
import Ingestion
import Model

/// Fits the role model to labelled postings.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Fit the role model to your own labelled postings and say how well it does.",
    discussion: """
      LABELS are JSON lines, or Tacit's CSV of postings with a column label (SPECIFIC or \
      COLLABORATIVE) and optionally confidence (0.5 to 1); JSON lines may quote what moved the reader \
      (evidence), tell what its sentences speak for (marks) and how probable a seat is to further \
      readers (readings). The quality is that of models that never saw the posting they judge.
      """
  )

  @Argument(help: "A file of labelled postings, or - for standard input.")
  var labels: String
  @Option(help: "More labelled postings, to learn from and not to be measured on; may be repeated.")
  var also: [String] = []
  @Option(help: "Labelled postings to judge by the finished model, which does not learn from them.")
  var test: String?
  @Option(
    help: """
      JSON lines of what further readers said of the postings with these posting_id, for example \
      Training/readings.jsonl; may be repeated.
      """
  )
  var readings: [String] = []
  @Option(
    help: "Paragraphs, one a line, that say nothing about the work whatever posting has them."
  )
  var asides: String?
  @Option(name: .shortAndLong, help: "Where to write the model.")
  var output = "role-model.txt"
  @Option(help: "How often to repeat the ten-fold cross-validation; 0 leaves it out.")
  var repetitions = 3
  @Option(help: "Write every judgement of the cross-validation to this CSV file.")
  var predictions: String?

  func validate() throws {
    guard (0...100).contains(repetitions) else {
      throw ValidationError("--repetitions must be between 0 and 100")
    }
    if predictions != nil, repetitions == 0 {
      throw ValidationError("--predictions needs at least one repetition")
    }
    let inputs = [labels] + also + readings + [test, asides].compactMap(\.self)
    if let written = [output, predictions].compactMap(\.self).first(where: inputs.contains) {
      throw ValidationError("\(written) is read, so it cannot be written")
    }
  }

  func run() throws {
    let own = try postings(in: labels)
    let more = leftOut(
      try also.flatMap(postings),
      knownFrom: own,
      "they are in LABELS too, and learning from them would flatter the measures"
    )
    let tested = leftOut(
      try test.map(postings) ?? [],
      knownFrom: own + more,
      "the model learns from them"
    )
    let known = try read(further: readings, of: own + more)
    // A text that is repeated makes no class larger.
    let texts = Dictionary(grouping: known, by: \.isCollaborative)
      .mapValues { Set($0.map(\.text)).count }
    let (seats, tasks) = (texts[true] ?? 0, texts[false] ?? 0)
    guard min(seats, tasks) >= 20 else {
      Console.report(
        Diagnostic(
          .error,
          code: "too-few-labels",
          "\(seats) seats and \(tasks) tasks of different text are too few to learn from",
          remedy: "label at least 20 different ones of each class"
        )
      )
      throw ExitStatus.unreadableInput
    }
    let paragraphs = try asides.map { try bytes(of: $0) }.map { bytes in
      String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
    let trainer = PostingModelTrainer(known, asides: paragraphs ?? [])
    if asides != nil, !trainer.isMarked {
      Console.report(
        Diagnostic(
          .warning,
          code: "asides-unused",
          "fewer than \(PostingModelTrainer.fewestMarked) postings have marked sentences, so the built-in "
            + "model reads sentences and the asides are not learned from",
          remedy: "give what readers said of the sentences with --readings"
        )
      )
    }
    for posting in trainer.misfits {
      Console.report(
        Diagnostic(
          .warning,
          code: "marks-misfit",
          "the marks of \(posting.posting.id ?? posting.posting.title) are not as many as its sentences",
          remedy: "give one mark a sentence; without it the posting is learned from as a whole",
          at: posting.posting.location
        )
      )
    }
    var model = trainer.model()
    model.card = TrainingReport.card(known)
    var progress = Progress()
    if repetitions > 0 {
      let validation = CrossValidation(trainer, of: own.count, repetitions: repetitions) {
        progress.show($0)
      }
      progress.clear()
      let report = TrainingReport(known, validation, isMarked: trainer.isMarked)
      for line in report.lines { Console.output(line) }
      if let predictions { try write(report.predictions, to: predictions) }
    }
    if !tested.isEmpty {
      for line in TrainingReport.test(model, on: tested) { Console.output(line) }
    }
    try write(model.fileText, to: output)
    Console.error("the model is in \(output); use it with --model \(output)")
  }

  /// The postings whose texts are not among others; how many are left out is reported.
  private func leftOut(
    _ postings: [LabelledPosting],
    knownFrom others: [LabelledPosting],
    _ why: String
  ) -> [LabelledPosting] {
    let known = Set(others.map(\.text))
    let kept = postings.filter { !known.contains($0.text) }
    if kept.count < postings.count {
      Console.report(
        Diagnostic(
          .warning,
          code: "known-postings",
          "\(postings.count - kept.count) postings are left out: \(why)",
          remedy: "give each posting once"
        )
      )
    }
    return kept
  }

  /// The postings with what further readers said of them.
  private func read(
    further paths: [String],
    of postings: [LabelledPosting]
  ) throws -> [LabelledPosting] {
    var further: [String: [FurtherReading]] = [:]
    for path in paths {
      let reading = FurtherReadings.read(try bytes(of: path), named: path)
      report(reading.rejects)
      for one in reading.readings { further[one.postingID, default: []].append(one) }
    }
    let unknown = Set(further.keys).subtracting(postings.compactMap(\.posting.id))
    if unknown.count == further.count, !further.isEmpty {
      Console.report(
        Diagnostic(
          .warning,
          code: "readings-unused",
          "none of the further readings is of a posting in the labels",
          remedy: "give both the same posting_id"
        )
      )
    }
    return postings.map { posting in
      var posting = posting
      for one in posting.posting.id.flatMap({ further[$0] }) ?? [] {
        posting.readings += one.readings
        posting.marks = one.marks ?? posting.marks
      }
      return posting
    }
  }

  /// The labelled postings of a file; records that cannot be used are reported.
  private func postings(in path: String) throws -> [LabelledPosting] {
    let reading = LabelReader.read(
      try bytes(of: path),
      named: path == "-" ? "<stdin>" : path
    )
    report(reading.rejects)
    return reading.postings
  }

  private func report(_ rejects: [Reject]) {
    for reject in rejects {
      Console.report(
        Diagnostic(
          .error,
          code: reject.code,
          reject.reason,
          remedy: reject.remedy,
          at: reject.location
        )
      )
    }
  }

  private func bytes(of path: String) throws -> [UInt8] {
    do throws(SourceError) {
      var source = path == "-" ? try FileSource() : try FileSource(path: path)
      return try Self.all(&source)
    } catch {
      Console.report(
        Diagnostic(
          .error,
          code: "unreadable",
          "cannot be read: \(error.message)",
          remedy: "check the path and its permissions",
          at: SourceLocation(source: path, line: 1)
        )
      )
      throw ExitStatus.unreadableInput
    }
  }

  private static func all(_ source: inout FileSource) throws(SourceError) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var failure: SourceError?
      var count = 0
      block.withUnsafeMutableBytes { buffer in
        do throws(SourceError) { count = try source.read(into: buffer) } catch { failure = error }
      }
      if let failure { throw failure }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }

  private func write(_ text: String, to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
      Console.report(Diagnostic(.error, code: "output", "\(path) cannot be written"))
      throw ExitStatus.unwritableOutput
    }
  }
}
