import CRename
import Foundation
import Reporting

/// The directory of a report, written completely or not at all: everything goes to a directory
/// beside it, is flushed, and takes its place by a rename.
struct OutputDirectory {
  /// Why a directory cannot take the report.
  struct Failure: Error, CustomStringConvertible {
    /// What is in the way and what to do.
    let description: String
  }

  private let path: String
  private let parent: String

  /// Checks, before the long work begins, that the directory can be written.
  init(_ path: String) throws(Failure) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = trimmed
    let slash = trimmed.lastIndex(of: "/")
    parent = slash.map { $0 == trimmed.startIndex ? "/" : String(trimmed[..<$0]) } ?? "."
    do {
      try FileManager.default.createDirectory(
        atPath: parent,
        withIntermediateDirectories: true
      )
    } catch {
      throw Failure(description: "\(parent) cannot be created: \(Self.lastError)")
    }
    guard access(parent, W_OK) == 0 else {
      throw Failure(description: "\(parent) cannot be written: \(Self.lastError)")
    }
    try Self.checkReplaceable(trimmed)
  }

  /// Writes all files and swaps them in.
  func publish(_ files: [ReportFile]) throws(Failure) {
    let staging = try makeStaging()
    do throws(Failure) {
      for file in files { try Self.write(file, to: staging) }
      try Self.flush(staging)
      try swap(staging)
    } catch {
      try? FileManager.default.removeItem(atPath: staging)
      throw error
    }
    try Self.flush(parent)
  }

  /// A directory is replaced only when every file in it belongs to an earlier report.
  private static func checkReplaceable(_ path: String) throws(Failure) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(description: "\(path) is no directory: choose another --output")
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let own = Set(OutputFormats.all.map(\.fileName) + [ReportSet.manifest])
    if let foreign = names.sorted().first(where: { !own.contains($0) }) {
      throw Failure(
        description: "\(path) holds '\(Console.visible(foreign))', which is no part of a report: "
          + "choose another --output"
      )
    }
  }

  private func makeStaging() throws(Failure) -> String {
    var template = Array("\(parent)/.tacit-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let base = buffer.baseAddress, let name = mkdtemp(base) else { return nil }
      return String(cString: name)
    }
    guard let made else {
      throw Failure(description: "\(parent) cannot be written: \(Self.lastError)")
    }
    chmod(made, 0o755)
    return made
  }

  /// Exchanges the new directory with the old one in one step and removes the old one.
  ///
  /// Where the file system cannot exchange names, the old report steps aside for the moment of a
  /// rename, and back if that fails.
  private func swap(_ staging: String) throws(Failure) {
    if tacit_exchange(staging, path) == 0 {
      try? FileManager.default.removeItem(atPath: staging)
      return
    }
    let old = "\(staging)-old"
    let hadOld = rename(path, old) == 0
    guard rename(staging, path) == 0 else {
      let reason = Self.lastError
      if hadOld { _ = rename(old, path) }
      throw Failure(description: "\(path) cannot be replaced: \(reason)")
    }
    if hadOld { try? FileManager.default.removeItem(atPath: old) }
  }

  private static func write(_ file: ReportFile, to directory: String) throws(Failure) {
    let path = "\(directory)/\(file.name)"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else {
      throw Failure(description: "\(file.name) cannot be created: \(lastError)")
    }
    var position = 0
    while position < file.bytes.count {
      let count = file.bytes.withUnsafeBytes { buffer in
        Foundation.write(
          descriptor,
          buffer.baseAddress.map { $0 + position },
          file.bytes.count - position
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = lastError
        close(descriptor)
        throw Failure(description: "\(file.name) cannot be written: \(reason)")
      }
      position += count
    }
    let isFlushed = fsync(descriptor) == 0
    guard close(descriptor) == 0, isFlushed else {
      throw Failure(description: "\(file.name) cannot be written: \(lastError)")
    }
  }

  private static func flush(_ directory: String) throws(Failure) {
    let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(description: "\(directory): \(lastError)") }
    defer { close(descriptor) }
    // Some file systems cannot flush a directory; the files themselves are flushed.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw Failure(description: "\(directory) cannot be flushed: \(lastError)")
    }
  }

  private static var lastError: String { String(cString: strerror(errno)) }
}
