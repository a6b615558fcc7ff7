import Model
import TestSupport
import Testing

@testable import Ingestion

/// An audit of states must say what an audit of all their inputs says.
struct StateTests {
  private typealias File = (name: String, text: String)

  @Test("however inputs are partitioned and merged, the merged state says what all of them say")
  func partitions() throws {
    for seed in UInt64(1)...40 {
      var random = SplitMix64(seed: seed &* 7919)
      let files = Self.files(&random)
      let expected = try Self.outcomes(of: files)
      var parts: [State] = []
      for part in Self.partition(files, &random) { parts.append(try State(part, &random)) }
      while parts.count > 1 {
        let one = parts.remove(at: Int(random.next() % UInt64(parts.count)))
        let other = parts.remove(at: Int(random.next() % UInt64(parts.count)))
        parts.append(try State(merging: [one, other]))
      }
      let merged = try State(bytes: parts[0].bytes)
      let whole = try State(files, &random)
      let isSame = merged.bytes == whole.bytes
      #expect(isSame, "seed \(seed)")
      Self.expectSame(try merged.outcomes(), expected, "seed \(seed)")
    }
  }

  @Test("the order in which states are merged changes no byte, and merging twice changes nothing")
  func algebra() throws {
    var random = SplitMix64(seed: 77)
    let files = Self.files(&random)
    let parts = try Self.partition(files, &random).map { try State($0, &random) }
    let forward = try State(merging: parts)
    for states in [parts.reversed(), [forward, forward] + parts, [forward]] {
      let isSame = try State(merging: states).bytes == forward.bytes
      #expect(isSame)
    }
  }

  @Test("a state has the same bytes whatever the workers and blocks, with a quote astray as well")
  func deterministic() throws {
    var random = SplitMix64(seed: 3)
    var lines = History(&random, rows: 500).lines
    for stray in [false, true] {
      if stray {
        lines.insert("\"Sep 28, 2026\",1,Hourly,Desi\"gn,,,,,,Ana,,,,77,-5.00,,,0,", at: 300)
      }
      let files = [("a.csv", lines.joined(separator: "\n") + "\n")]
      let first = try State(files, workers: 1, blockSize: 1 << 20).bytes
      for (workers, blockSize) in [(1, 64), (2, 512), (3, 64), (4, 4096)] {
        let isSame = try State(files, workers: workers, blockSize: blockSize).bytes == first
        #expect(isSame, "\(workers) workers, blocks of \(blockSize)")
      }
    }
  }

  @Test("a change of any byte and a cut at any place are found")
  func damage() throws {
    var random = SplitMix64(seed: 8)
    let files = [
      ("a.csv", History(&random, rows: 3).text), ("b.csv", "postings.csv\n"),
    ]
    let bytes = try State(files, &random).bytes
    #expect(bytes.count > 500)
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 1 << UInt8(random.next() % 8)
      #expect(throws: StateError.self, "byte \(position)") {
        try State(bytes: damaged).outcomes()
      }
      #expect(throws: StateError.self, "cut at \(position)") {
        try State(bytes: Array(bytes[..<position])).outcomes()
      }
    }
    #expect(throws: StateError.self) { try State(bytes: bytes + [0]).outcomes() }
  }

  @Test("bytes that nobody wrote end in an error or in values, never in a crash")
  func hostile() throws {
    var read = 0
    for seed in UInt64(1)...60 {
      var random = SplitMix64(seed: seed &* 104_729)
      let state = try State(Self.files(&random), &random)
      for (entry, section) in state.sections {
        var section = section
        for _ in 0...Int(random.next() % 3) {
          section[Int(random.next() % UInt64(section.count))] = UInt8(
            truncatingIfNeeded: random.next()
          )
        }
        var changed = entry
        changed.digest = KeptInput.digest([section[...]])
        let folder = InputFolder(expectedBytes: 0, hashes: true)
        do throws(StateError) {
          let input = try KeptInput(changed, section: section)
          _ = Ledger.assemble([folder.setRepeatedAside(try folder.read(input))])
          read += 1
        } catch { #expect(error.code.hasPrefix("state-")) }
      }
    }
    #expect(read > 0, "most changes leave values that are possible")
  }

  @Test("a history with a sum of more than 18 digits is refused in the state as in the file")
  func overflow() throws {
    let rows = (1...20).map {
      "\"Sep 28, 2026\",1,Hourly,Design,,,1.00 hours,,,Ana,,,,\($0),-9999999999999999.00,,,0,"
    }
    let files = [("a.csv", ([History.header] + rows).joined(separator: "\n") + "\n")]
    let expected = try Self.outcomes(of: files)
    #expect(expected.first?.reading.refusal?.code == "total-overflow")
    var random = SplitMix64(seed: 1)
    Self.expectSame(try State(files, &random).outcomes(), expected, "refused")
  }

  @Test("more lines than can be told apart are refused")
  func tooManyLines() throws {
    let folder = InputFolder(expectedBytes: 0, hashes: true)
    func history(_ name: String) throws -> KeptInput {
      var facts = HistoryFacts.placeholder
      facts.lines = UInt32.max - 10
      var reading = InputReading(source: name)
      reading.history = KeptHistory(reading, facts, .placeholder)
      return KeptInput(InputReader.Outcome(reading: reading, sha256: "", bytes: 0))
    }
    _ = try folder.read(history("a"))
    #expect(throws: StateError.tooManyLines) { try folder.read(history("b")) }
  }

  // MARK: Inputs

  /// Histories whose references overlap, with everything in them, and inputs that are kept line by line: another
  /// layout of a history, a weekly summary, invoices twice, postings, an e-invoice, refused ones.
  private static func files(_ random: inout SplitMix64) -> [File] {
    var files: [File] = []
    for number in 0..<(2 + random.next() % 3) {
      let history = History(&random, rows: 20 + Int(random.next() % 80))
      files.append(("h\(number).csv", history.text))
      if random.next() % 3 == 0 { files.append(("copy of h\(number).csv", history.text)) }
    }
    files.append(("escrow.csv", ([History.header] + escrow).joined(separator: "\n") + "\n"))
    files.append(("local.csv", local))
    files.append(("summary.csv", summary))
    files.append(("own.csv", invoices))
    files.append(("sub/own.csv", invoices))
    files.append(("postings.csv", "posting_id,title\n1,Designer\n1,Designer\n2,\n"))
    files.append(("bad.csv", "neither,nor\n1,2\n"))
    files.append(("bad.xml", "<Invoice>"))
    return files.filter { _ in random.next() % 5 != 0 }
  }

  /// A milestone with funding and release, another one whose deposit waits, and a row without reference.
  private static let escrow = [
    "\"Mar 31, 2022\",,Payment,,,Paid from Visa 0000 to escrow,,,,,,C,,30,150.00,,,0,",
    "\"Mar 31, 2022\",,Fixed-Price,Logo,,Logo: Milestone 1,,,,Ola,Team,C,,31,-150.00,,,0,",
    "\"Apr 2, 2022\",,Payment,Logo,,Paid from escrow for Logo: Milestone 1,,,,,,C,,32,150.00,,,0,",
    "\"Apr 2, 2022\",,Fixed-price,Logo,,Logo: Milestone 1,,,,Ola,Team,C,,33,-150.00,,,0,",
    "\"Apr 3, 2022\",,Payment,,,Paid from Visa 0000 to escrow,,,,,,C,,34,70.00,,,0,",
    "\"Apr 3, 2022\",,Fixed-Price,Shop,,Shop: Milestone 2,,,,Ola,Team,C,,880,-70.00,,,0,",
    "\"Apr 3, 2022\",,Hourly,Shop,,Work,,,,Ola,Team,C,,,-70.00,,,0,",
  ]

  private static let local =
    "Date,Transaction ID,Transaction type,Transaction summary details,Description 1,Ref ID,"
    + "Amount in local currency,Currency,Payment method\n"
    + (0..<20).map {
      "\"Feb 23, 2026\",9,Hourly,\"Invoice for Feb 16-Feb 22, 2026\",x,88\($0),-460.00,EUR,Visa\n"
    }
    .joined()

  private static let summary =
    "\"Date\",\"Contract\",\"Hours\",\"Amount\",\"Payment type\"\n"
    + "\"2026-02-17\",\"Design (34848691)\",\"10\",\"500\",\"\"\n"
    + "\"2026-09-24\",\"Design (34848691)\",\"12\",\"50O\",\"\"\n"

  private static let invoices =
    "invoice_id,line_id,date,freelancer,quantity,unit,rate,amount,currency\n"
    + "R1,1,2026-02-27,Ana,10,hour,50.00,500.00,EUR\nR1,1,2026-02-27,Ana,10,hour,50.00,510.00,EUR\n"
    + "R2,,2026-02-30,Ana,10,hour,50.00,500.00,EUR\n,,2026-03-31,Zoë,1,month,,900.00,\n"

  private static func partition(_ files: [File], _ random: inout SplitMix64) -> [[File]] {
    var parts = Array(repeating: [File](), count: 1 + Int(random.next() % 4))
    for file in files {
      parts[Int(random.next() % UInt64(parts.count))].append(file)
      // One file may lie in several partitions.
      if random.next() % 6 == 0 {
        let other = Int(random.next() % UInt64(parts.count))
        if parts[other].allSatisfy({ $0.name != file.name }) { parts[other].append(file) }
      }
    }
    return parts
  }

  private static func outcomes(of files: [File]) throws -> [InputReader.Outcome] {
    let folder = InputFolder(expectedBytes: 0, hashes: true, workers: 2)
    return try files.sorted { StateIndex.precedes($0.name, $1.name) }
      .map { file in
        try InputReader.read(MemorySource(Array(file.text.utf8)), named: file.name, folder: folder)
      }
      .map(folder.setRepeatedAside)
  }

  private static func expectSame(
    _ found: [InputReader.Outcome],
    _ expected: [InputReader.Outcome],
    _ what: String
  ) {
    let (one, other) = (Ledger.assemble(found), Ledger.assemble(expected))
    #expect(one.lines == other.lines, "\(what)")
    #expect(one.postings == other.postings, "\(what)")
    #expect(one.rejects == other.rejects, "\(what)")
    #expect(one.duplicates == other.duplicates, "\(what)")
    #expect(one.inputs == other.inputs, "\(what)")
    #expect(one.reconciliation == other.reconciliation, "\(what)")
    #expect(one.diagnostics == other.diagnostics, "\(what)")
    #expect(one.arithmetic == other.arithmetic, "\(what)")
    #expect(one.reconciliation.holds, "\(what)")
    let (groups, expectedGroups) = (Ledger.fold(found).work, Ledger.fold(expected).work)
    #expect(groups.groups == expectedGroups.groups, "\(what)")
    #expect(groups.identities == expectedGroups.identities, "\(what)")
  }

  // MARK: States

  /// A state in memory.
  private struct State {
    let bytes: [UInt8]
    /// The sections by their entries, in the order of the file.
    let sections: [(entry: StateIndex.Entry, bytes: [UInt8])]

    init(_ files: [File], _ random: inout SplitMix64) throws {
      try self.init(
        files,
        workers: 1 + Int(random.next() % 3),
        blockSize: [64, 512, 4096, 65_536][Int(random.next() % 4)]
      )
    }

    init(_ files: [File], workers: Int, blockSize: Int) throws {
      let folder = InputFolder(expectedBytes: 0, hashes: true, keepsRows: true, workers: workers)
      self.init(
        try files.sorted { StateIndex.precedes($0.name, $1.name) }.map { file in
          let source = MemorySource(Array(file.text.utf8), blockSize: blockSize)
          let outcome = try InputReader.read(source, named: file.name, folder: folder)
          let (pieces, entry) = KeptInput(outcome).section(program: "test")
          return (entry, pieces.flatMap(\.self))
        }
      )
    }

    init(merging states: [State]) throws {
      var kept: [String: (StateIndex.Entry, [UInt8])] = [:]
      for (entry, section) in states.flatMap(\.sections) {
        if let other = kept[entry.name] { #expect(other.0.isSame(as: entry)) }
        kept[entry.name] = (entry, section)
      }
      self.init(kept.values.sorted { StateIndex.precedes($0.0.name, $1.0.name) })
    }

    private init(_ sections: [(StateIndex.Entry, [UInt8])]) {
      var index = StateIndex()
      var bytes = StateIndex.beginning
      for (entry, section) in sections {
        index.append(entry)
        bytes += section
      }
      self.bytes = bytes + index.ending()
      self.sections = sections
    }

    init(bytes: [UInt8]) throws {
      self.bytes = bytes
      let index = try StateIndex(size: bytes.count) { Array(bytes[$0]) }
      sections = index.entries.map { entry in
        (entry, Array(bytes[entry.offset..<entry.offset + entry.length]))
      }
    }

    func outcomes() throws -> [InputReader.Outcome] {
      let folder = InputFolder(expectedBytes: 0, hashes: true, workers: 2)
      return try sections.map { try folder.read(KeptInput($0.entry, section: $0.bytes)) }
        .map(folder.setRepeatedAside)
    }
  }
}
