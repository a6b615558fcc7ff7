import Foundation

/// The inputs that the user names: files as they are, directories with everything below them.
struct InputPaths {
  /// One input.
  struct Input {
    /// The path as it is shown; `-` becomes `<stdin>`.
    let name: String
    /// Whether the user named it, rather than a directory above it.
    let isNamed: Bool

    /// Whether it is a file whose first byte that is no blank opens a tag.
    var isMarkup: Bool {
      var status = stat()
      guard stat(name, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        let file = FileHandle(forReadingAtPath: name),
        let head = try? file.read(upToCount: 64)
      else { return false }
      let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D]
      return head.first { !marks.contains($0) } == UInt8(ascii: "<")
    }
  }

  /// The inputs in the order of their names, each file once.
  let inputs: [Input]
  /// Names of files that are inputs under another name, by a link or another way of writing it.
  let sameFiles: [(name: String, original: String)]
  /// The directories that the user named.
  let directories: [String]

  private struct FileIdentity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  /// Walks directories; names that begin with a dot are left out.
  init(_ paths: [String]) {
    var inputs: [String: Input] = [:]
    var directories: [String] = []
    for path in paths {
      var isDirectory: ObjCBool = false
      if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
        isDirectory.boolValue
      {
        directories.append(path)
        for file in Self.files(in: path) where inputs[file] == nil {
          inputs[file] = Input(name: file, isNamed: false)
        }
      } else {
        inputs[path] = Input(name: path, isNamed: true)
      }
    }
    let sorted = inputs.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var first: [FileIdentity: String] = [:]
    var sameFiles: [(String, String)] = []
    self.inputs = sorted.filter { input in
      guard let identity = Self.identity(input.name) else { return true }
      if let original = first[identity] {
        sameFiles.append((input.name, original))
        return false
      }
      first[identity] = input.name
      return true
    }
    self.sameFiles = sameFiles
    self.directories = directories
  }

  private static func identity(_ path: String) -> FileIdentity? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
  }

  /// The size of all inputs that are files.
  var totalBytes: Int {
    inputs.reduce(0) { sum, input in
      var status = stat()
      guard stat(input.name, &status) == 0 else { return sum }
      return sum + Int(status.st_size)
    }
  }

  private static func files(in directory: String) -> [String] {
    let base = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    guard let names = FileManager.default.enumerator(atPath: directory) else { return [] }
    var files: [String] = []
    for case let name as String in names {
      if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      let path = "\(base)/\(name)"
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { files.append(path) }
    }
    return files
  }
}
