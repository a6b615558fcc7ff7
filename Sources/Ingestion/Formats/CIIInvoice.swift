internal import Model

/// A UN/CEFACT Cross Industry Invoice D16B, as Factur-X, ZUGFeRD 2 and XRechnung write it.
struct CIIInvoice: XMLFormat {
  let name: FormatName = "cii-invoice"
  let summary = "UN/CEFACT Cross Industry Invoice D16B (Factur-X, ZUGFeRD 2, XRechnung)"
  let grade = EvidenceGrade.standard
  let evidence = "UN/CEFACT CII D16B; EN 16931-1 with the CEN syntax binding; 304 public documents."

  private static let layout = CIILayout.d16b.layout

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool {
    root
      == XMLName(
        "CrossIndustryInvoice",
        namespace: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
      )
  }

  func makeReader() -> any XMLRecordReader {
    EInvoiceReader(format: name, adapt: CIILayout.adapt)
  }
}
