internal import Model

/// A UBL 2.1 invoice (OASIS), as Peppol BIS Billing 3.0, XRechnung and SETU 2 write it.
struct UBLInvoice: XMLFormat {
  let name: FormatName = "ubl-invoice"
  let summary = "UBL 2.1 invoice (EN 16931, Peppol, XRechnung, SETU 2)"
  let grade = EvidenceGrade.standard
  let evidence =
    "OASIS UBL 2.1; EN 16931-1 with the syntax binding of Peppol BIS Billing 3.0; 202 public documents."

  private static let layout = UBLLayout.layout("Invoice")

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool {
    root == XMLName("Invoice", namespace: UBLLayout.namespace(of: "Invoice"))
  }

  /// A credit note is an element of its own in UBL; senders write type 381 in an `Invoice` too.
  func makeReader() -> any XMLRecordReader {
    EInvoiceReader(format: name) { invoice in
      invoice.isCredit = invoice.hasCreditType
      invoice.countsNegative = invoice.isCredit
      invoice.isCreditByTypeOnly = invoice.isCredit
    }
  }
}
