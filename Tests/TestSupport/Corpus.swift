public import Foundation

/// The folder of real public documents, which are not part of this repository: `TACIT_CORPUS`, or
/// `shared/corpus` beside the checkout.
public enum Corpus {
  /// What a skipped test says.
  public static let missing = "NO CORPUS: set TACIT_CORPUS"

  /// The folder, or `nil`.
  public static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["TACIT_CORPUS"].map { URL(filePath: $0) }
    let beside = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/corpus").standardizedFileURL
    return FileManager.default.fileExists(atPath: (named ?? beside).path()) ? named ?? beside : nil
  }()

  /// The bytes of a file in the corpus, or `nil`.
  public static func bytes(_ path: String) -> [UInt8]? {
    folder.flatMap { try? Data(contentsOf: $0.appending(path: path)) }.map { Array($0) }
  }
}
