import Ingestion
import Model
import TestSupport
import Testing

/// Documents that one input tells twice.
struct RepeatedDocumentTests {
  private func fattura(_ bodies: [(number: String, day: String, amount: String)]) -> String {
    let bodies = bodies.map { number, day, amount in
      """
      <FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa>
      <Data>\(day)</Data><Numero>\(number)</Numero></DatiGeneraliDocumento></DatiGenerali><DatiBeniServizi><DettaglioLinee>
      <NumeroLinea>1</NumeroLinea><Descrizione>Lavoro</Descrizione><PrezzoTotale>\(amount)</PrezzoTotale></DettaglioLinee>
      <DatiRiepilogo><ImponibileImporto>\(amount)</ImponibileImporto><Imposta>0</Imposta></DatiRiepilogo></DatiBeniServizi>
      </FatturaElettronicaBody>
      """
    }
    return """
      <p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"><FatturaElettronicaHeader>
      <CedentePrestatore><DatiAnagrafici><Anagrafica><Denominazione>Ada</Denominazione></Anagrafica></DatiAnagrafici>
      </CedentePrestatore></FatturaElettronicaHeader>\(bodies.joined(separator: "\n"))</p:FatturaElettronica>
      """
  }

  private let body = (number: "1", day: "2026-01-31", amount: "500.00")

  @Test("a body that stands twice counts once, with the place of both", arguments: blockSizes)
  func sameBody(blockSize: Int) throws {
    let reading = try read(fattura([body, body]), blockSize: blockSize)
    #expect(reading.lines.map(\.location.line) == [4] && reading.rejects.isEmpty)
    let duplicate = try #require(reading.duplicates.first)
    #expect(reading.duplicates.count == 1 && reading.diagnostics.isEmpty)
    #expect(duplicate.location.line == 9 && duplicate.original.line == 4)
    #expect(duplicate.reason == .sameDocumentLine && !duplicate.conflicts)
    #expect(duplicate.amount?.description == "500.00" && duplicate.currency == .eur)
  }

  @Test("records and money add up, also where the copy stands in another file too")
  func reconciliation() throws {
    let dataset = try assemble([
      ("a.xml", fattura([body, body])), ("b.xml", fattura([body, ("2", "2026-01-31", "5.00")])),
    ])
    let sum = dataset.reconciliation
    #expect(sum.holds && sum.records == 4 && sum.accepted == 2 && sum.duplicates == 2)
    #expect(dataset.lines.map(\.amount.description).sorted() == ["5.00", "500.00"])
  }

  @Test("one number with other content counts twice and is said, unless it began anew")
  func otherContent() throws {
    let other = try read(fattura([body, ("1", "2026-01-31", "501.00")]))
    #expect(other.lines.count == 2 && other.duplicates.isEmpty)
    #expect(other.diagnostics.map(\.code) == ["number-repeated"])
    #expect(other.diagnostics.first?.location?.line == 8)
    let later = try read(fattura([body, ("1", "2026-02-28", "500.00")]))
    #expect(later.lines.count == 2 && later.diagnostics.map(\.code) == ["number-repeated"])
    let nextYear = try read(fattura([body, ("1", "2027-01-31", "500.00")]))
    #expect(nextYear.lines.count == 2 && nextYear.diagnostics.isEmpty)
    let two = try read(fattura([body, ("2", "2026-01-31", "500.00")]))
    #expect(two.lines.count == 2 && two.diagnostics.isEmpty && two.duplicates.isEmpty)
  }

  @Test("a copy in a Facturae counts where its original is missing only")
  func facturaeCopy() throws {
    let copy = FacturaeText.invoice("1", "CO", "")
    let both = try read(FacturaeText.file(FacturaeText.invoice("1", "OO", "") + copy))
    #expect(both.lines.count == 1 && both.duplicates.count == 1 && both.diagnostics.isEmpty)
    let alone = try read(FacturaeText.file(copy))
    #expect(alone.lines.count == 1 && alone.duplicates.isEmpty)
  }

  @Test("a document that stands twice in an envelope counts once; a credit note is another one")
  func envelope() throws {
    let text = UBLText.envelope(
      UBLText.document("R-1"),
      UBLText.document("R-1", "CreditNote"),
      UBLText.document("R-1")
    )
    let reading = try read(text)
    #expect(reading.lines.map(\.amount.description) == ["1000.00", "-1000.00"])
    #expect(reading.duplicates.count == 1 && reading.diagnostics.isEmpty)
    #expect(reading.arithmetic.computed[.lineAmount] == 2, "what a copy says is checked once")
  }
}
