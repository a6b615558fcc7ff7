internal import Model

/// Every rejected record verbatim, with its place, reason and remedy.
struct RejectsCSV: OutputFormat {
  let fileName = "rejects.csv"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    CSVFile.bytes(try Self.text(audit.rejects, context.templates))
  }

  static func text(_ rejects: [Reject], _ templates: TemplateSet) throws(ReportingError) -> String {
    let rows = rejects.map { reject in
      ViewModel([
        "file": .text(reject.location.source), "line": .text(String(reject.location.line)),
        "byte": .text(reject.byteOffset.map(String.init) ?? ""),
        "column": .text(reject.location.column.map(String.init) ?? ""),
        "code": .text(reject.code), "reason": .text(reason(reject)),
        "remedy": .text(reject.remedy), "record": .text(reject.text),
      ])
    }
    return try templates.render("rejects.csv", ViewModel(["rejects": .list(rows)]))
  }

  /// All that is wrong with a record, which has one row whatever that is.
  private static func reason(_ reject: Reject) -> String {
    let others = reject.others.map { fault in
      let line = fault.line.flatMap { $0 == reject.location.line ? nil : "line \($0), " } ?? ""
      let place = fault.column.map { "\(line)column \($0): " } ?? ""
      return "; \(place)\(fault.reason) [\(fault.code)]"
    }
    return reject.reason + others.joined()
  }
}
