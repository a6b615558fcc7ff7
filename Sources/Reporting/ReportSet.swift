internal import Crypto
public import Model

/// All files of a report.
public enum ReportSet {
  /// The name of the list of files, which is written last.
  public static let manifest = "manifest.json"

  /// Renders every output, then the manifest with their sizes and SHA-256.
  public static func render(
    _ audit: Audit,
    in context: RenderingContext
  ) throws(ReportingError) -> [ReportFile] {
    var files: [ReportFile] = []
    for format in OutputFormats.all {
      files.append(
        ReportFile(name: format.fileName, bytes: try format.render(audit, in: context))
      )
    }
    files.append(try manifest(of: files, audit, context))
    return files
  }

  private static func manifest(
    of files: [ReportFile],
    _ audit: Audit,
    _ context: RenderingContext
  ) throws(ReportingError) -> ReportFile {
    let entries = files.enumerated().map { index, file in
      ViewModel([
        "name": .text(file.name), "bytes": .text(String(file.bytes.count)),
        "sha256": .text(Hash.sha256(file.bytes)), "comma": .flag(index + 1 < files.count),
      ])
    }
    let text = try context.templates.render(
      "manifest.json",
      ViewModel([
        "version": .text(audit.toolVersion), "quarter": .text(audit.quarter.description),
        "asOf": .text(audit.asOf.description), "files": .list(entries),
      ])
    )
    return ReportFile(name: manifest, bytes: Array(text.utf8))
  }
}

/// Hashes in hexadecimal.
enum Hash {
  /// The SHA-256 in lower-case hexadecimal.
  static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).reduce(into: "") { text, byte in
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
