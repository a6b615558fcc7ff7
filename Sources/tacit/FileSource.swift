import Foundation
import Ingestion

/// A file, a pipe or standard input, read block by block.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool
  /// What a regular file was when it was opened, or `nil` for a pipe.
  private let opened: FileState?
  private var bytesRead = 0

  /// What tells that a file was written to.
  private struct FileState: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ status: stat) {
      size = Int(status.st_size)
      #if canImport(Darwin)
      seconds = status.st_mtimespec.tv_sec
      nanoseconds = status.st_mtimespec.tv_nsec
      #else
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
      #endif
    }
  }

  /// Opens a path, which is never taken for anything but a file's name; only regular files and
  /// pipes are read, because nothing else ends.
  convenience init(path: String) throws(SourceError) {
    try self.init(bytes: Array(path.utf8CString))
  }

  /// Opens a path given by its bytes, with a zero at the end.
  init(bytes path: [CChar]) throws(SourceError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    isOwned = true
    guard descriptor >= 0 else { throw SourceError(message: Self.lastError) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SourceError(message: Self.lastError) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFIFO else {
      throw SourceError(message: "neither a file nor a pipe")
    }
    opened = kind == S_IFREG ? FileState(status) : nil
  }

  /// Reads standard input.
  init() throws(SourceError) {
    descriptor = STDIN_FILENO
    isOwned = false
    opened = nil
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
      if count >= 0 {
        bytesRead += count
        if count == 0 { try checkUnchanged() }
        return count
      }
      if errno != EINTR { throw SourceError(message: Self.lastError) }
    }
  }

  /// The bytes of a small file.
  func all() throws(SourceError) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let read = block.withUnsafeMutableBytes { buffer in
        Swift.Result { () throws(SourceError) in try self.read(into: buffer) }
      }
      let count = try read.get()
      if count == 0 { return bytes }
      bytes += block.prefix(count)
    }
  }

  /// Half of an old file and half of a new one make no input.
  private func checkUnchanged() throws(SourceError) {
    guard let opened else { return }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SourceError(message: Self.lastError) }
    if FileState(status) != opened || bytesRead != opened.size {
      throw SourceError(message: "the file was changed while it was read", remedy: "run again")
    }
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}
