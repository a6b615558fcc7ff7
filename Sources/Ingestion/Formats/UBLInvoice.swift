internal import Model

/// A UBL 2.1 invoice (OASIS), as Peppol BIS Billing 3.0, XRechnung and SETU 2 write it.
struct UBLInvoice: XMLFormat {
  let name: FormatName = "ubl-invoice"
  let summary = "UBL 2.1 invoice (EN 16931, Peppol, XRechnung)"
  let grade = EvidenceGrade.standard
  let evidence = "OASIS UBL 2.1; EN 16931-1 with the syntax binding of Peppol BIS Billing 3.0."

  func recognises(root: XMLName) -> Bool {
    root
      == XMLName(
        namespace: "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
        local: "Invoice"
      )
  }

  func makeReader() -> any XMLRecordReader { UBLReader(format: name, isCreditNote: false) }
}
