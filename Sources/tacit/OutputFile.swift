import Foundation
import Model

/// A single file that a command writes beside its other output; never one of its inputs.
enum OutputFile {
  /// Refuses a path that is one of the inputs, before anything is read.
  static func check(_ path: String?, isNone inputs: InputPaths) throws {
    guard let path, let input = inputs.input(at: path) else { return }
    Console.report(
      Diagnostic(
        .error,
        code: "output-is-input",
        "would be overwritten, but is the input \(input)",
        remedy: "name another file",
        at: SourceLocation(source: path, line: 1)
      )
    )
    throw ExitStatus.wrongUse
  }

  /// Writes all portions, or ends the run.
  static func write(_ path: String, _ body: (([UInt8]) throws -> Void) throws -> Void) throws {
    let descriptor = open(RawArguments.path(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw unwritable(path) }
    do {
      try body { bytes in
        guard Console.write(bytes, to: descriptor) else { throw unwritable(path) }
      }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw unwritable(path) }
  }

  /// Writes a file beside its path and puts it there when the body has ended, so that what stood there
  /// stays until then; what is no file is written to directly.
  static func replace<Result>(
    _ path: String,
    _ body: (@escaping ([UInt8]) throws -> Void) throws -> Result
  ) throws -> Result {
    var status = stat()
    let isFile = stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
    let target = isFile ? path + ".unfinished" : path
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw unwritable(path) }
    do {
      let result = try body { bytes in
        guard Console.write(bytes, to: descriptor) else { throw unwritable(path) }
      }
      guard !isFile || rename(target, path) == 0 else { throw unwritable(path) }
      close(descriptor)
      return result
    } catch {
      close(descriptor)
      if isFile { unlink(target) }
      throw error
    }
  }

  private static func unwritable(_ path: String) -> ExitStatus {
    Console.report(
      Diagnostic(
        .error,
        code: "output",
        "cannot be written: \(String(cString: strerror(errno)))",
        remedy: "check the path, its permissions and the space",
        at: SourceLocation(source: path, line: 1)
      )
    )
    return .unwritableOutput
  }
}
