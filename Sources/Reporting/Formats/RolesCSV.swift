internal import Model

/// The roles as a table for spreadsheets (RFC 4180, safe against formulas); the same in every
/// language.
struct RolesCSV: OutputFormat {
  let fileName = "roles.csv"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let view = ViewModel(["roles": .list(audit.roles.map(Self.row))])
    return CSVFile.bytes(try context.templates.render("roles.csv", view))
  }

  private static func row(_ role: RoleAudit) -> ViewModel {
    let figures = role.figures
    func number(_ value: Double?) -> ViewModel.Value {
      .text(value.map { Format.plain($0, 4) } ?? "")
    }
    return ViewModel([
      "id": .text(role.id), "name": .text(role.title), "department": .text(role.department),
      "family": .text(role.family.rawValue),
      "class": .text(role.collaboration.roleClass.rawValue),
      "degree": number(role.collaboration.degree),
      "holders": .text(String(role.holders.count)), "busFactor": .text(String(role.busFactor)),
      "seats": number(role.derivation.seats), "rate": number(role.derivation.rate),
      "annualHours": number(role.derivation.annualHours),
      "annualSpend": .text(figures.annualSpend.decimalString),
      "lossHours": number(figures.lossHours), "loss": .text(figures.loss.decimalString),
      "index": number(figures.index), "indexLow": number(figures.indexLow),
      "indexHigh": number(figures.indexHigh), "band": .text(figures.band?.rawValue ?? ""),
      "advice": .text(role.advice.rawValue),
    ])
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
