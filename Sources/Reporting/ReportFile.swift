/// One file of a report.
public struct ReportFile: Sendable, Hashable {
  /// The name within the report's directory.
  public let name: String
  /// The content.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
