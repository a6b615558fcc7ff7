internal import Model

/// What a partial state keeps, and where: the table at the end of its file.
///
/// A state begins with the line `TACIT STATE 1` and a line feed, the number being the version of the
/// format. The sections of its inputs follow in the bytewise order of their names, each once. Then comes the
/// index: for each section the input's name, SHA-256 and size, the version of the program that read it, and the
/// section's length and SHA-256. The last 40 bytes are the length of the index, low byte first, and
/// the SHA-256 of first line and index, so that a change of any byte is found. Nothing in it depends on
/// the machine, the time or the number of threads.
public struct StateIndex: Sendable {
  /// One input.
  public struct Entry: Sendable, Hashable {
    /// The input's path as the user named it; `<stdin>` for standard input.
    public var name: String
    /// The SHA-256 of its bytes in lower-case hexadecimal; empty where none was taken.
    public var sha256: String
    /// The number of its bytes.
    public var bytes: Int
    /// The version of the program that read it.
    public var program: String
    /// The number of bytes of its section.
    public var length: Int
    /// The SHA-256 of its section.
    var digest: [UInt8]
    /// The offset of its section in the file.
    public fileprivate(set) var offset = 0

    init(
      name: String,
      sha256: String,
      bytes: Int,
      program: String,
      length: Int,
      digest: [UInt8]
    ) {
      self.name = name
      self.sha256 = sha256
      self.bytes = bytes
      self.program = program
      self.length = length
      self.digest = digest
    }

    /// Whether two states keep the same reading of the same bytes by the same program.
    public func isSame(as other: Entry) -> Bool {
      var moved = other
      moved.offset = offset
      return moved == self
    }

    /// Whether the bytes of an input are those that were read.
    public func isReading(of outcome: InputReader.Outcome) -> Bool {
      sha256 == outcome.sha256 && bytes == outcome.bytes && !sha256.isEmpty
    }
  }

  /// The line that a state begins with, without its line feed.
  public static let magic = "TACIT STATE 1"
  static let family = "TACIT STATE "
  private static let head = Array((magic + "\n").utf8)
  private static let tailSize = 40

  /// The inputs in the bytewise order of their names.
  public private(set) var entries: [Entry] = []

  /// The index of a state without inputs.
  public init() {}

  /// Whether a file that begins with these bytes, a hundred or all of them, is a state of any version.
  public static func isState(_ head: some Sequence<UInt8>) -> Bool {
    head.starts(with: family.utf8)
  }

  /// Reads the index of a state of `size` bytes; `read` returns the bytes at a place of the file.
  public init(size: Int, read: (Range<Int>) throws -> [UInt8]) throws {
    let first = try read(0..<min(size, 64)).prefix { $0 != UInt8(ascii: "\n") }
    guard Self.isState(first) else { throw StateError.notAState }
    let line = String(decoding: first, as: UTF8.self)
    guard line == Self.magic else { throw StateError.version(String(line.prefix(40))) }
    let end = size - Self.tailSize
    guard end >= Self.head.count else { throw StateError.damaged("its end is missing") }
    let tail = try read(end..<size)
    let length = tail.prefix(8).reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(end - Self.head.count) else {
      throw StateError.damaged("its end is missing")
    }
    let start = end - Int(length)
    let bytes = try read(start..<end)
    guard tail.dropFirst(8).elementsEqual(KeptInput.digest([Self.head[...], bytes[...]])) else {
      throw StateError.damaged("its end is missing or is not what was written")
    }
    var coder = StateCoder(reading: bytes)
    try coder.code(&entries)
    guard coder.rest.isEmpty, place() == start else {
      throw StateError.damaged("its parts do not fill it")
    }
    for (one, next) in zip(entries, entries.dropFirst()) where !Self.precedes(one.name, next.name) {
      throw StateError.damaged("its parts are not in order")
    }
  }

  /// Whether an input stands before another one, in a state and in an audit.
  public static func precedes(_ name: String, _ other: String) -> Bool {
    key(name).utf8.lexicographicallyPrecedes(key(other).utf8)
  }

  /// Standard input is ordered by what the user types for it.
  private static func key(_ name: String) -> String { name == "<stdin>" ? "-" : name }

  /// The bytes before the first section.
  public static var beginning: [UInt8] { head }

  /// Adds the entry of the section that is written next.
  public mutating func append(_ entry: Entry) { entries.append(entry) }

  /// The bytes behind the last section.
  public func ending() -> [UInt8] {
    var coder = StateCoder()
    var entries = entries
    // Writing has no failures.
    try? coder.code(&entries)
    let bytes = coder.bytes
    let length = (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
    return bytes + length + KeptInput.digest([Self.head[...], bytes[...]])
  }

  /// Gives each section its place and returns the end of the last one.
  private mutating func place() -> Int? {
    var offset = Self.head.count
    for index in entries.indices {
      entries[index].offset = offset
      let (end, overflow) = offset.addingReportingOverflow(entries[index].length)
      guard !overflow, entries[index].length >= 0, entries[index].bytes >= 0 else { return nil }
      offset = end
    }
    return offset
  }
}

extension StateIndex.Entry: StateCoded {
  static let placeholder = Self(
    name: "",
    sha256: "",
    bytes: 0,
    program: "",
    length: 0,
    digest: []
  )

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    try coder.code(&name)
    try coder.code(&sha256)
    try coder.code(&bytes)
    try coder.code(&program)
    try coder.code(&length)
    try coder.code(run: &digest)
  }
}
