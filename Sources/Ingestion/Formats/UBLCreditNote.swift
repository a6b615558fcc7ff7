internal import Model

/// A UBL 2.1 credit note (OASIS); its amounts are written positive and count negative.
struct UBLCreditNote: XMLFormat {
  let name: FormatName = "ubl-credit-note"
  let summary = "UBL 2.1 credit note (EN 16931, Peppol, XRechnung)"
  let grade = EvidenceGrade.standard
  let evidence = "OASIS UBL 2.1; EN 16931-1 with the syntax binding of Peppol BIS Billing 3.0."

  func recognises(root: XMLName) -> Bool {
    root
      == XMLName(
        namespace: "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
        local: "CreditNote"
      )
  }

  func makeReader() -> any XMLRecordReader { UBLReader(format: name, isCreditNote: true) }
}
