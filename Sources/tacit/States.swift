import Foundation
import Ingestion
import Model

/// The partial states among the inputs, and what they keep: each input once, whatever states it is in.
struct States {
  /// An input that a state keeps.
  struct Kept {
    let entry: StateIndex.Entry
    let file: StateFile

    /// Its section of the state, and what that says.
    func read() throws -> (section: [UInt8], input: KeptInput) {
      let section = try file.section(of: entry)
      return try StateFile.reported(file.name) {
        (section, try KeptInput(entry, section: section))
      }
    }
  }

  /// The inputs by their names.
  private(set) var inputs: [String: Kept] = [:]
  /// The names of the states.
  private(set) var names: Set<String> = []

  /// Opens all states; those that cannot be used, or contradict each other, end the run.
  init(among paths: InputPaths) throws {
    for input in paths.inputs where input.isState {
      let file = try StateFile(input)
      names.insert(file.name)
      var same: [(name: String, other: String)] = []
      for entry in file.index.entries {
        guard let other = inputs[entry.name] else {
          inputs[entry.name] = Kept(entry: entry, file: file)
          continue
        }
        guard other.entry.isSame(as: entry) else {
          throw Self.clash(entry.name, in: file, with: other.file.name)
        }
        same.append((entry.name, other.file.name))
      }
      Self.warn(of: same, in: file)
      Self.warnOfPrograms(file)
    }
  }

  /// The size of the inputs that are kept.
  var totalBytes: Int { inputs.values.reduce(0) { $0 + $1.entry.bytes } }

  /// Says that an input was given in two ways that differ.
  static func clash(_ name: String, in file: StateFile, with other: String) -> any Error {
    do {
      try StateFile.reported(file.name) { throw StateError.clash(name, with: other) }
      return ExitStatus.unreadableInput
    } catch {
      return error
    }
  }

  /// Says that inputs of states are also among the files that are read.
  static func warn(of same: [Kept]) {
    guard let first = same.first else { return }
    warn(
      "same-input",
      first.file,
      same.count == 1
        ? "\(first.entry.name) is also read itself and is counted once"
        : "\(same.count) inputs are also read themselves and are counted once, as "
          + first.entry.name
    )
  }

  private static func warn(of same: [(name: String, other: String)], in file: StateFile) {
    guard let first = same.first else { return }
    warn(
      "same-input",
      file,
      same.count == 1
        ? "\(first.name) also stands in \(first.other) and is counted once"
        : "\(same.count) inputs also stand in other states and are counted once, as "
          + "\(first.name) in \(first.other)"
    )
  }

  private static func warnOfPrograms(_ file: StateFile) {
    let programs = Set(file.index.entries.map(\.program)).subtracting([Version.current])
    guard let program = programs.min() else { return }
    warn(
      "state-program",
      file,
      "its inputs were read by tacit \(program), and this is tacit \(Version.current)",
      remedy: "fold its inputs again where the changes say that reading changed"
    )
  }

  private static func warn(
    _ code: String,
    _ file: StateFile,
    _ message: String,
    remedy: String? = nil
  ) {
    Console.report(
      Diagnostic(
        .warning,
        code: code,
        message,
        remedy: remedy,
        at: SourceLocation(source: file.name, line: 1)
      )
    )
  }
}
