import Foundation
import Ingestion
import Model

/// A partial state that is open for reading.
final class StateFile {
  /// The path as the user named it.
  let name: String
  /// What it keeps.
  let index: StateIndex
  private let descriptor: Int32

  /// Opens a file that is a state; one that cannot be used ends the run.
  init(_ input: InputPaths.Input) throws {
    name = input.name
    let descriptor = open(input.path, O_RDONLY | O_CLOEXEC)
    self.descriptor = descriptor
    let size = Int(input.status?.st_size ?? 0)
    index = try Self.reported(name) {
      try StateIndex(size: size) { try Self.read($0, from: descriptor) }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The bytes of a section.
  func section(of entry: StateIndex.Entry) throws -> [UInt8] {
    try Self.reported(name) {
      try Self.read(entry.offset..<entry.offset + entry.length, from: descriptor)
    }
  }

  /// Runs what a state can fail in; says why it failed and ends the run.
  static func reported<Value>(_ name: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as StateError {
      report(name, code: error.code, error.message, remedy: error.remedy)
    } catch let error as SourceError {
      report(
        name,
        code: "unreadable",
        "cannot be read: \(error.message)",
        remedy: error.remedy
      )
    }
    throw ExitStatus.unreadableInput
  }

  private static func report(_ name: String, code: String, _ message: String, remedy: String) {
    Console.report(
      Diagnostic(
        .error,
        code: code,
        message,
        remedy: remedy,
        at: SourceLocation(source: name, line: 1)
      )
    )
  }

  private static func read(_ range: Range<Int>, from descriptor: Int32) throws -> [UInt8] {
    guard descriptor >= 0 else { throw SourceError(message: String(cString: strerror(errno))) }
    var done = 0
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, taken in
      while done < range.count, let start = buffer.baseAddress {
        let offset = off_t(range.lowerBound + done)
        let count = pread(descriptor, start + done, range.count - done, offset)
        if count < 0, errno == EINTR { continue }
        if count < 0 { failure = errno }
        if count <= 0 { break }
        done += count
      }
      taken = done
    }
    if failure != 0 { throw SourceError(message: String(cString: strerror(failure))) }
    guard bytes.count == range.count else {
      throw SourceError(message: "the file was changed while it was read", remedy: "run again")
    }
    return bytes
  }
}
