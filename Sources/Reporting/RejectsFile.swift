public import Model

/// The rejects of an ingestion without an audit.
public enum RejectsFile {
  /// The content of `rejects.csv`.
  public static func bytes(
    _ rejects: [Reject],
    templates: TemplateSet
  ) throws(ReportingError) -> [UInt8] {
    CSVFile.bytes(try RejectsCSV.text(rejects, templates))
  }
}
