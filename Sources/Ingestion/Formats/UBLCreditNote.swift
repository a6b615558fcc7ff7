internal import Model

/// A UBL 2.1 credit note (OASIS); its amounts are written positive and count negative, unless they
/// are written with their signs.
struct UBLCreditNote: XMLFormat {
  let name: FormatName = "ubl-credit-note"
  let summary = "UBL 2.1 credit note (EN 16931, Peppol, XRechnung)"
  let grade = EvidenceGrade.standard
  let evidence =
    "OASIS UBL 2.1; EN 16931-1 with the syntax binding of Peppol BIS Billing 3.0; 17 public documents, all with positive amounts."

  private static let layout = UBLLayout.layout("CreditNote")

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool {
    root == XMLName("CreditNote", namespace: UBLLayout.namespace(of: "CreditNote"))
  }

  func makeReader() -> any XMLRecordReader {
    EInvoiceReader(format: name) { invoice in
      invoice.isCredit = true
      invoice.countsNegative = true
      // The credit note's place for BT-11 (UBL-SR-43).
      let project = invoice.group.groups(.additionalDocument).first { $0.text(.scheme) == "50" }
      invoice.project = project?.text(.code) ?? invoice.project
    }
  }
}
