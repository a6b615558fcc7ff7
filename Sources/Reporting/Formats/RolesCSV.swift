internal import Model

/// The roles as a table for spreadsheets (RFC 4180, safe against formulas).
struct RolesCSV: OutputFormat {
  let fileName = "roles.csv"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    CSVFile.bytes(try context.templates.render("roles.csv", ReportView(audit).model))
  }
}

/// Line ends of CSV files.
enum CSVFile {
  /// The text with CR LF after each record (RFC 4180, section 2.1); line ends inside quotes stay.
  static func bytes(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    var isQuoted = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { output.append(UInt8(ascii: "\r")) }
      output.append(byte)
    }
    return output
  }
}
