public import Foundation

/// The folder of real public documents, which are not part of this repository: TACIT_CORPUS, else
/// `shared/corpus` beside the repository.
public enum Corpus {
  /// The folder, or `nil`.
  public static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["TACIT_CORPUS"]
    let found =
      named.map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/corpus").standardizedFileURL
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: found.path(), isDirectory: &isDirectory),
      isDirectory.boolValue
    else {
      FileHandle.standardError.write(
        Data("NO CORPUS: comparisons with it are SKIPPED; set TACIT_CORPUS to run them\n".utf8)
      )
      return nil
    }
    return found
  }()

  /// Whether the folder is there.
  public static var isThere: Bool { folder != nil }

  /// The bytes of a file of the corpus.
  public static func bytes(_ path: String) throws -> [UInt8] {
    guard let folder else { return [] }
    return Array(try Data(contentsOf: folder.appending(path: path)))
  }

  /// The names in a folder of the corpus that end so, without the ending.
  public static func names(in path: String, ending: String) -> [String] {
    guard let folder,
      let all = try? FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: path).path()
      )
    else { return [] }
    return all.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  /// A JSON file of the corpus.
  public static func json(_ path: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try bytes(path)))
  }
}
