import Foundation

/// The inputs that the user names: files as they are, directories with everything below them.
struct InputPaths {
  /// One input.
  struct Input {
    /// The path as it is shown; `-` becomes `<stdin>`.
    let name: String
    /// Whether the user named it, rather than a directory above it.
    let isNamed: Bool
  }

  /// The inputs in the order of their names, each once.
  let inputs: [Input]
  /// The directories that the user named.
  let directories: [String]

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
    self.inputs = inputs.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.directories = directories
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
