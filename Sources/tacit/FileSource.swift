import Foundation
import Ingestion

/// A file, a pipe or standard input, read block by block.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool

  /// Opens a path, which is never taken for anything but a file's name; only regular files and
  /// pipes are read, because nothing else ends.
  init(path: String) throws(SourceError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    isOwned = true
    guard descriptor >= 0 else { throw SourceError(message: Self.lastError) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SourceError(message: Self.lastError) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFIFO else {
      throw SourceError(message: "neither a file nor a pipe")
    }
  }

  /// Reads standard input.
  init() throws(SourceError) {
    descriptor = STDIN_FILENO
    isOwned = false
    guard fcntl(descriptor, F_GETFD) >= 0 else {
      throw SourceError(message: "standard input is closed")
    }
    guard isatty(descriptor) == 0 else {
      throw SourceError(message: "standard input is a terminal; pipe a file into it")
    }
  }

  deinit { if isOwned, descriptor >= 0 { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw SourceError(message: Self.lastError) }
    }
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}
