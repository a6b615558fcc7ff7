import Foundation

/// Everything below a directory that could be an input, by the bytes of its names: a file system
/// does not promise that they are UTF-8.
struct DirectoryWalk {
  /// A file, with the bytes that open it.
  struct File {
    /// The name as it is shown; bytes that are no UTF-8 stand as `\xFC`.
    let name: String
    /// The bytes of the path, with a zero at the end.
    let path: [CChar]
    /// What the file system says about it.
    let status: stat
  }

  /// The files, in no order.
  private(set) var files: [File] = []
  /// What was left out, and why.
  private(set) var leftOut: [(name: String, reason: String)] = []

  /// Walks a directory; names that begin with a dot, and directories that hold a report of ours, are
  /// left out.
  init(_ directory: String) {
    let base =
      directory.hasSuffix("/") && directory.count > 1 ? String(directory.dropLast()) : directory
    walk(Array(base.utf8CString.dropLast()), depth: 0)
  }

  private mutating func walk(_ directory: [CChar], depth: Int) {
    guard depth < 64, let stream = opendir(directory + [0]) else {
      leftOut.append((Self.shown(directory), "the directory cannot be read"))
      return
    }
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee))
        {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0)))
        }
      }
      if name.first != CChar(bitPattern: UInt8(ascii: ".")) { names.append(name) }
    }
    closedir(stream)
    let report = Array("manifest.json".utf8CString.dropLast())
    let mail = Array("email.eml".utf8CString.dropLast())
    if names.contains(report), names.contains(mail) {
      leftOut.append((Self.shown(directory), "a report of Tacit"))
      return
    }
    for name in names {
      let path = directory + [CChar(bitPattern: UInt8(ascii: "/"))] + name
      var status = stat()
      guard stat(path + [0], &status) == 0 else {
        leftOut.append((Self.shown(path), "a link that leads nowhere"))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: files.append(File(name: Self.shown(path), path: path + [0], status: status))
      case S_IFDIR:
        // A link to a directory could lead into a circle.
        var link = stat()
        if lstat(path + [0], &link) == 0, link.st_mode & S_IFMT == S_IFDIR {
          walk(path, depth: depth + 1)
        } else {
          leftOut.append((Self.shown(path), "a link to a directory"))
        }
      default: leftOut.append((Self.shown(path), "neither a file nor a directory"))
      }
    }
  }

  private static func shown(_ path: [CChar]) -> String {
    let bytes = path.map { UInt8(bitPattern: $0) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.reduce(into: "") { text, byte in
      if byte < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "\\x" + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
