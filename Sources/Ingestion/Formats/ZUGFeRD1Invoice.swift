internal import Model

/// A ZUGFeRD 1.0 invoice, the forerunner of CII D16B that is still sent.
struct ZUGFeRD1Invoice: XMLFormat {
  let name: FormatName = "zugferd1-invoice"
  let summary = "ZUGFeRD 1.0 invoice"
  let grade = EvidenceGrade.standard
  let evidence = "ZUGFeRD 1.0 (FeRD, 2014); names compared with 31 public documents."

  private static let layout = CIILayout.zugferd1.layout

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool {
    root
      == XMLName(
        "CrossIndustryDocument",
        namespace: "urn:ferd:CrossIndustryDocument:invoice:1p0"
      )
  }

  func makeReader() -> any XMLRecordReader {
    EInvoiceReader(format: name, adapt: CIILayout.adapt)
  }
}
