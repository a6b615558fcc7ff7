import Ingestion
import Model
import Testing

/// Corrective invoices of Facturae, whose sign tells what they are.
struct CorrectiveInvoiceTests {
  @Test(
    "a corrective invoice is a credit note where it is negative, and an invoice where it is not"
  )
  func signs() throws {
    let reading = try read(
      FacturaeText.file(
        FacturaeText.invoice("1", "OR", "") + FacturaeText.invoice("2", "OR", "-")
          + FacturaeText.invoice("3", "CR", "") + FacturaeText.invoice("4", "OO", "-")
      )
    )
    #expect(
      reading.lines.map(\.amount.description) == ["100.00", "-100.00", "100.00", "-100.00"]
    )
    #expect(reading.lines.map(\.kind) == [.invoice, .creditNote, .invoice, .invoice])
    #expect(reading.lines.allSatisfy { $0.kind != .creditNote || $0.amount.isNegative })
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("an invoice that replaces another one is said, since both are counted")
  func replacement() throws {
    func corrective(_ method: String) -> String {
      "<Corrective><InvoiceNumber>1</InvoiceNumber><CorrectionMethod>\(method)</CorrectionMethod></Corrective>"
    }
    let reading = try read(
      FacturaeText.file(
        FacturaeText.invoice("1", "OO", "")
          + FacturaeText.invoice("2", "OR", "", more: corrective("01"))
          + FacturaeText.invoice("3", "OR", "", more: corrective("02"))
      )
    )
    #expect(reading.diagnostics.map(\.code) == ["replaces-invoice"])
    #expect(reading.diagnostics.first?.message.contains("2 replaces 1") == true)
  }
}
