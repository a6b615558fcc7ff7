/// UBL documents of one seller, with what a test is about.
enum UBLText {
  private static let base = "urn:oasis:names:specification:ubl:schema:xsd:"

  /// An invoice or credit note of hours at 100 each, whose amounts have a sign.
  static func document(
    _ number: String,
    _ kind: String = "Invoice",
    sign: String = "",
    type: String? = nil,
    hours: String = "10",
    amounts: [String]? = nil,
    net: String? = nil,
    more: String = ""
  ) -> String {
    let quantity = kind == "Invoice" ? "InvoicedQuantity" : "CreditedQuantity"
    let lines = (amounts ?? ["\(sign)1000.00"]).enumerated().map { index, amount in
      """
      <a:\(kind)Line><b:ID>\(index + 1)</b:ID><b:\(quantity) unitCode="HUR">\(sign)\(hours)</b:\(quantity)>
      <b:LineExtensionAmount currencyID="EUR">\(amount)</b:LineExtensionAmount><a:Item><b:Name>Work</b:Name></a:Item>
      <a:Price><b:PriceAmount>100</b:PriceAmount></a:Price></a:\(kind)Line>
      """
    }
    return """
      <\(kind) xmlns="\(base)\(kind)-2" xmlns:a="\(base)CommonAggregateComponents-2" xmlns:b="\(base)CommonBasicComponents-2">
      <b:ID>\(number)</b:ID><b:IssueDate>2026-01-31</b:IssueDate>
      \(type.map { "<b:\(kind)TypeCode>\($0)</b:\(kind)TypeCode>" } ?? "")
      <b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>\(more)
      <a:AccountingSupplierParty><a:Party><a:PartyName><b:Name>Ada</b:Name></a:PartyName></a:Party></a:AccountingSupplierParty>
      <a:LegalMonetaryTotal><b:TaxExclusiveAmount currencyID="EUR">\(net ?? "\(sign)1000.00")</b:TaxExclusiveAmount></a:LegalMonetaryTotal>
      \(lines.joined(separator: "\n"))
      </\(kind)>
      """
  }

  /// Documents inside an envelope as Peppol's access points write it.
  static func envelope(_ documents: String...) -> String {
    """
    <StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader">
    <StandardBusinessDocumentHeader><HeaderVersion>1.0</HeaderVersion></StandardBusinessDocumentHeader>
    \(documents.joined(separator: "\n"))
    </StandardBusinessDocument>
    """
  }
}
