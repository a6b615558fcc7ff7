import Ingestion
import Model
import TestSupport
import Testing

/// Documents that stand inside another one.
struct EnvelopeTests {
  private let camt = """
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S-1</Id><Ntry>
    <Amt Ccy="EUR">7.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-02-02</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>
    """

  @Test("every document of an envelope is read, each by its own format", arguments: blockSizes)
  func all(blockSize: Int) throws {
    let text = UBLText.envelope(
      UBLText.document("R-1"),
      UBLText.document("G-1", "CreditNote", amounts: ["300.00"], net: "300.00"),
      camt,
      UBLText.document("R-2")
    )
    let reading = try read(text, blockSize: blockSize)
    #expect(reading.lines.map(\.document) == ["R-1", "G-1", "S-1", "R-2"])
    #expect(
      reading.lines.map(\.amount.description) == ["1000.00", "-300.00", "7.00", "1000.00"]
    )
    #expect(
      reading.lines.map(\.format) == [
        "ubl-invoice", "ubl-credit-note", "camt-statement", "ubl-invoice",
      ]
    )
    #expect(reading.format == "ubl-invoice" && reading.diagnostics.isEmpty)
    #expect(reading.arithmetic.computed[.lineAmount] == 3)
  }

  @Test("a document is found however deep it stands in its envelope", arguments: blockSizes)
  func deep(blockSize: Int) throws {
    let text = UBLText.envelope(
      "<x:Payload xmlns:x=\"urn:x\"><x:Part>\(UBLText.document("R-1"))</x:Part>\(UBLText.document("R-2"))</x:Payload>",
      UBLText.document("R-3")
    )
    let reading = try read(text, blockSize: blockSize)
    #expect(reading.lines.map(\.document) == ["R-1", "R-2", "R-3"] && reading.diagnostics.isEmpty)
  }

  @Test("documents behind four megabytes of header are found")
  func far() throws {
    let header = "<Note>\(String(repeating: "n", count: 1 << 20))</Note>"
    let notes = String(repeating: header, count: 5)
    let reading = try read(
      UBLText.envelope(notes, UBLText.document("R-1"), UBLText.document("R-2"))
    )
    #expect(reading.lines.map(\.document) == ["R-1", "R-2"])
  }

  @Test("what an envelope holds beside its documents is said")
  func rest() throws {
    let order = "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"><x/></Order>"
    let reading = try read(UBLText.envelope(order, UBLText.document("R-1"), order))
    #expect(reading.lines.map(\.document) == ["R-1"])
    #expect(reading.diagnostics.map(\.code) == ["part-not-read"])
    let said = try #require(reading.diagnostics.first)
    #expect(said.message.contains("<Order>") && said.message.contains("1 more element"))
    #expect(said.location?.line == 3)
    let nothing = try #require(try read(UBLText.envelope(order)).refusal)
    #expect(nothing.code == "unrecognised-input" && nothing.message.contains("<Order>"))
  }

  @Test("an envelope with an invoice that cannot be read is refused as a whole")
  func unread() throws {
    let simplified =
      "<FatturaElettronicaSemplificata xmlns=\"http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0\"/>"
    let reading = try read(UBLText.envelope(UBLText.document("R-1"), simplified))
    #expect(reading.refusal?.code == "format-not-supported" && reading.lines.isEmpty)
  }

  @Test(
    "an unknown root around invoices is refused with what is inside and where",
    arguments: blockSizes
  )
  func wrapper(blockSize: Int) throws {
    let text =
      "<Invoices>\n\(UBLText.document("R-1"))\(UBLText.document("R-2"))\n<jobs><job/></jobs></Invoices>"
    let reading = try read(text, blockSize: blockSize)
    let refusal = try #require(reading.refusal)
    #expect(refusal.code == "unknown-wrapper" && refusal.location?.line == 2)
    #expect(
      refusal.message.contains("<Invoices>") && refusal.message.contains("ubl-invoice")
    )
    #expect(reading.lines.isEmpty)
    #expect(try read("<a><job/></a>").refusal?.code == "unrecognised-input")
  }

  @Test("a text that is cut in the second document of an envelope is said")
  func cut() throws {
    let long =
      "<a:OrderReference><b:ID>\(String(repeating: "x", count: 70_000))</b:ID></a:OrderReference>"
    let reading = try read(
      UBLText.envelope(
        UBLText.document("R-1", more: long),
        UBLText.document("R-2", more: long)
      )
    )
    #expect(reading.diagnostics.map(\.code) == ["text-cut"])
    #expect(reading.diagnostics.first?.message.hasPrefix("2 texts") == true)
  }
}
