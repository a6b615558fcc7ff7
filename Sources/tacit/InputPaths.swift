import Foundation
import Ingestion

/// The inputs that the user names: files as they are, directories with everything below them.
struct InputPaths {
  /// One input.
  struct Input {
    /// The path as the user or the directory has it; `-` is standard input.
    let name: String
    /// The bytes of the path, with a zero at the end.
    let path: [CChar]
    /// Whether the user named it, rather than a directory above it.
    let isNamed: Bool
    /// What the file system says about it; `nil` for standard input and what does not exist.
    let status: stat?
    /// Whether a mapping lies beside it.
    let hasMapping: Bool

    /// An input that the user named.
    init(named name: String) {
      self.name = name
      path = RawArguments.path(name)
      isNamed = true
      var status = stat()
      self.status = name != "-" && stat(path, &status) == 0 ? status : nil
      hasMapping = name != "-" && access(Mappings.path(beside: path), F_OK) == 0
    }

    /// An input found in a directory.
    init(_ file: DirectoryWalk.File) {
      (name, path, status, hasMapping) = (file.name, file.path, file.status, file.hasMapping)
      isNamed = false
    }

    /// The path as records name it; `-` becomes `<stdin>`.
    var source: String { name == "-" ? "<stdin>" : name }

    private var isRegular: Bool { status.map { $0.st_mode & S_IFMT == S_IFREG } ?? false }

    /// Which file it is under whatever name, or `nil` for what is no file.
    fileprivate var identity: FileIdentity? {
      guard let status, isRegular else { return nil }
      return FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    }

    /// Whether it is a file named `.xml`, or one whose first byte that is no blank opens a tag.
    ///
    /// The name may lie: then the input is read line by line like any other, only not added up while
    /// it is read.
    var isMarkup: Bool {
      if isRegular, name.hasSuffix(".xml") { return true }
      let marks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D]
      return head.first { !marks.contains($0) } == UInt8(ascii: "<")
    }

    /// Whether it is a partial state; nobody looks into a file `.xml` that was found in a directory.
    var isState: Bool { (isNamed || !name.hasSuffix(".xml")) && StateIndex.isState(head) }

    /// The first bytes of a file.
    private var head: [UInt8] {
      guard isRegular else { return [] }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard descriptor >= 0 else { return [] }
      defer { close(descriptor) }
      var head = [UInt8](repeating: 0, count: 64)
      let count = read(descriptor, &head, head.count)
      head.removeLast(head.count - max(0, count))
      return head
    }
  }

  /// The inputs in the order of their names, each file once.
  let inputs: [Input]
  /// Names of files that are inputs under another name, by a link or another way of writing it.
  let sameFiles: [(name: String, original: String)]
  /// The directories that the user named.
  let directories: [String]
  /// What was found in directories and is no input, and why.
  let leftOut: [(name: String, reason: String)]
  private let identities: [FileIdentity: String]

  fileprivate struct FileIdentity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  /// Walks directories; names that begin with a dot are left out.
  init(_ paths: [String]) {
    var inputs: [String: Input] = [:]
    var directories: [String] = []
    var leftOut: [(String, String)] = []
    for path in paths {
      let bytes = RawArguments.path(path)
      var status = stat()
      if path != "-", stat(bytes, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        directories.append(path)
        let walk = DirectoryWalk(bytes)
        leftOut += walk.leftOut
        inputs.reserveCapacity(inputs.count + walk.files.count)
        // A name that the user gave as well stays his.
        for file in walk.files where inputs[file.name] == nil { inputs[file.name] = Input(file) }
      } else {
        inputs[path] = Input(named: path)
      }
    }
    let sorted = inputs.values.sorted { strcmp($0.path, $1.path) < 0 }
    var first: [FileIdentity: String] = Dictionary(minimumCapacity: sorted.count)
    var sameFiles: [(String, String)] = []
    self.inputs = sorted.filter { input in
      guard let identity = input.identity else { return true }
      if let original = first[identity] {
        sameFiles.append((input.name, original))
        return false
      }
      first[identity] = input.name
      return true
    }
    self.sameFiles = sameFiles
    self.directories = directories
    self.leftOut = leftOut.sorted { $0.0 < $1.0 }
    identities = first
  }

  /// The input that is the file at a path, or `nil`.
  func input(at path: String) -> String? {
    Input(named: path).identity.flatMap { identities[$0] }
  }

  /// The size of all inputs that are files, without those of these names.
  func totalBytes(besides names: Set<String> = []) -> Int {
    inputs.reduce(0) { names.contains($1.name) ? $0 : $0 + Int($1.status?.st_size ?? 0) }
  }
}
