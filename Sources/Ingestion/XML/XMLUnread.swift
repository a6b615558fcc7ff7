/// Documents that are known by their root element and not read, so that they can be refused by
/// name.
enum XMLUnread {
  /// What a document is, and what to do about it; `nil` for one that is not known.
  static func named(_ root: XMLName) -> (what: String, remedy: String)? { known[root] }

  private static let known: [XMLName: (what: String, remedy: String)] = [
    XMLName(
      "FatturaElettronicaSemplificata",
      namespace: "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0"
    ): (
      "a simplified FatturaPA (TD07 to TD09), whose amounts contain VAT",
      "enter its amounts without VAT in a table of format tacit-invoices, or ask for the ordinary "
        + "invoice"
    )
  ]
}
