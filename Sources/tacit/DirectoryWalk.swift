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
    /// Whether a mapping lies beside it.
    let hasMapping: Bool
  }

  /// The files, in no order.
  private(set) var files: [File] = []
  /// What was left out, and why.
  private(set) var leftOut: [(name: String, reason: String)] = []

  /// Walks a directory, whose path ends with a zero; names that begin with a dot, and directories
  /// that hold a report of ours, are left out.
  init(_ directory: [CChar]) {
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    let name = directory.dropLast()
    walk((name.count > 1 && name.last == slash ? name.dropLast() : name) + [0], depth: 0)
  }

  /// Walks a directory; its path, like every name here, ends with a zero.
  private mutating func walk(_ directory: [CChar], depth: Int) {
    guard depth < 64, let stream = opendir(directory) else {
      leftOut.append((ShownPath.text(directory), "the directory cannot be read"))
      return
    }
    defer { closedir(stream) }
    let names = Self.names(stream)
    if names.contains(Self.report), names.contains(Self.mail) {
      leftOut.append((ShownPath.text(directory), "a report of Tacit"))
      return
    }
    let mappings = Set(names.filter { $0.suffix(Self.mapping.count).elementsEqual(Self.mapping) })
    files.reserveCapacity(files.count + names.count)
    for name in names {
      let path = directory.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name
      var status = stat()
      // Asked of the open directory: the way there costs as much as the file, for each of them.
      guard fstatat(dirfd(stream), name, &status, 0) == 0 else {
        leftOut.append((ShownPath.text(path), "a link that leads nowhere"))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        files.append(
          File(
            name: ShownPath.text(path),
            path: path,
            status: status,
            hasMapping: !mappings.isEmpty && mappings.contains(name.dropLast() + Self.mapping)
          )
        )
      case S_IFDIR:
        // A link to a directory could lead into a circle.
        var link = stat()
        if fstatat(dirfd(stream), name, &link, AT_SYMLINK_NOFOLLOW) == 0,
          link.st_mode & S_IFMT == S_IFDIR
        {
          walk(path, depth: depth + 1)
        } else {
          leftOut.append((ShownPath.text(path), "a link to a directory"))
        }
      default: leftOut.append((ShownPath.text(path), "neither a file nor a directory"))
      }
    }
  }

  private static let report = Array("manifest.json".utf8CString)
  private static let mail = Array("email.eml".utf8CString)
  private static let mapping = Array(Mappings.ending.utf8CString)

  #if canImport(Darwin)
  private typealias Stream = UnsafeMutablePointer<DIR>
  #else
  private typealias Stream = OpaquePointer
  #endif

  /// The names in a directory but those that begin with a dot.
  private static func names(_ stream: Stream) -> [[CChar]] {
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee))
        {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
        }
      }
      if name.first != CChar(bitPattern: UInt8(ascii: ".")) { names.append(name) }
    }
    return names
  }
}
