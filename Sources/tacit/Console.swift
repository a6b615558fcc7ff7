import Foundation
import Model

/// What the user sees on the terminal: messages by write(2), so that a full or closed stream is
/// noticed, and without control characters that data could bring along.
enum Console {
  /// Writes a line to standard output; a stream that cannot take it ends the run.
  static func output(_ line: String) { output(bytes: Array((line + "\n").utf8)) }

  /// Writes bytes to standard output; a stream that cannot take them ends the run.
  static func output(bytes: [UInt8]) {
    if !write(bytes, to: STDOUT_FILENO) {
      error("tacit: error: standard output cannot be written [output]")
      ExitStatus.unwritableOutput.exit()
    }
  }

  /// Writes a line to standard error; there is nowhere to complain when that fails.
  static func error(_ line: String) { _ = write(Array((line + "\n").utf8), to: STDERR_FILENO) }

  /// Writes a diagnostic as `file:line:column: severity: message; remedy [code]`.
  static func report(_ diagnostic: Diagnostic) {
    var line = ""
    if let location = diagnostic.location {
      line += "\(visible(location.source)):\(location.line):\(location.column ?? 1): "
    } else {
      line += "tacit: "
    }
    line += "\(diagnostic.severity.rawValue): \(visible(diagnostic.message))"
    if let remedy = diagnostic.remedy { line += "; \(visible(remedy))" }
    error(line + " [\(diagnostic.code)]")
  }

  /// Writes a reject as a warning with its place, and a further one for each further fault.
  static func report(_ reject: Reject) {
    report(
      Diagnostic(
        .warning,
        code: reject.code,
        reject.reason,
        remedy: reject.remedy,
        at: reject.location
      )
    )
    for fault in reject.others {
      report(
        Diagnostic(
          .warning,
          code: fault.code,
          fault.reason,
          remedy: fault.remedy,
          at: SourceLocation(
            source: reject.location.source,
            line: fault.line ?? reject.location.line,
            column: fault.column
          )
        )
      )
    }
  }

  /// Says once for each input and code how many sound records were left out on purpose.
  static func reportSetAside(_ rejects: [Reject]) {
    struct Key: Hashable {
      let source: String
      let code: String
    }
    var groups: [Key: (first: Reject, count: Int)] = [:]
    for reject in rejects where reject.isSetAside {
      let key = Key(source: reject.location.source, code: reject.code)
      groups[key] = (groups[key]?.first ?? reject, (groups[key]?.count ?? 0) + 1)
    }
    let sorted = groups.sorted { ($0.key.source, $0.key.code) < ($1.key.source, $1.key.code) }
    for (key, group) in sorted {
      report(
        Diagnostic(
          .warning,
          code: key.code,
          "\(group.count == 1 ? "1 record" : "\(group.count) records") left out on purpose, as here: "
            + group.first.reason,
          remedy: group.first.remedy,
          at: group.first.location
        )
      )
    }
  }

  /// A text whose controls and direction overrides are shown as `\u{1B}`.
  static func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E,
        0x2066...0x2069:
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// Writes all bytes, or returns `false`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var position = 0
    while position < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(
          descriptor,
          buffer.baseAddress.map { $0 + position },
          bytes.count - position
        )
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      position += count
    }
    return true
  }
}

/// Progress on a terminal; nothing where standard error is a file or a pipe.
struct Progress {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var lastLength = 0

  /// Replaces the line.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let line = Console.visible(String(text().prefix(78)))
    let padding = String(repeating: " ", count: max(0, lastLength - line.count))
    FileHandle.standardError.write(Data("\r\(line)\(padding)".utf8))
    lastLength = line.count
  }

  /// Clears the line.
  mutating func clear() {
    guard isShown, lastLength > 0 else { return }
    FileHandle.standardError.write(
      Data("\r\(String(repeating: " ", count: lastLength))\r".utf8)
    )
    lastLength = 0
  }
}
