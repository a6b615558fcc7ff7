import Ingestion
import Model
import Testing

/// What changes the cost of a FatturaPA beside its lines.
struct FatturaPATests {
  private func fattura(
    _ general: String,
    total: String?,
    basis: String = "1000.00",
    type: String = "TD01",
    price: String = "1000.00",
    payable: String? = nil,
    due: String = "I"
  ) -> String {
    """
    <p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"><FatturaElettronicaHeader>
    <CedentePrestatore><DatiAnagrafici><Anagrafica><Denominazione>Ada</Denominazione></Anagrafica></DatiAnagrafici>
    </CedentePrestatore></FatturaElettronicaHeader><FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento>
    <TipoDocumento>\(type)</TipoDocumento><Divisa>EUR</Divisa><Data>2026-01-31</Data><Numero>1</Numero>\(general)
    \(total.map { "<ImportoTotaleDocumento>\($0)</ImportoTotaleDocumento>" } ?? "")
    </DatiGeneraliDocumento></DatiGenerali><DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea>
    <Descrizione>Traduzione</Descrizione><PrezzoUnitario>\(price)</PrezzoUnitario><PrezzoTotale>\(price)</PrezzoTotale>
    </DettaglioLinee><DatiRiepilogo><ImponibileImporto>\(basis)</ImponibileImporto>
    <Imposta>220.00</Imposta><EsigibilitaIVA>\(due)</EsigibilitaIVA></DatiRiepilogo></DatiBeniServizi>
    \(payable.map { "<DatiPagamento><DettaglioPagamento><ImportoPagamento>\($0)</ImportoPagamento></DettaglioPagamento></DatiPagamento>" } ?? "")
    </FatturaElettronicaBody></p:FatturaElettronica>
    """
  }

  private let discount =
    "<ScontoMaggiorazione><Tipo>SC</Tipo><Importo>50.00</Importo></ScontoMaggiorazione>"
  private let surcharge =
    "<ScontoMaggiorazione><Tipo>MG</Tipo><Importo>30.00</Importo></ScontoMaggiorazione>"
  private let stamp =
    "<DatiBollo><BolloVirtuale>SI</BolloVirtuale><ImportoBollo>2.00</ImportoBollo></DatiBollo>"

  /// Reads and returns the amounts of the lines, having checked that nothing is amiss.
  private func clean(_ text: String) throws -> [String] {
    let reading = try read(text)
    #expect(reading.refusal == nil && reading.rejects.isEmpty && reading.diagnostics.isEmpty)
    #expect(reading.arithmetic.differences.isEmpty)
    return reading.lines.map(\.amount.description)
  }

  @Test("a discount, a surcharge and stamp duty that the total contains are lines of their own")
  func linesOfTheirOwn() throws {
    #expect(try clean(fattura("", total: "1220.00")) == ["1000.00"])
    #expect(try clean(fattura(discount, total: "1170.00")) == ["1000.00", "-50.00"])
    #expect(try clean(fattura(surcharge, total: "1250.00")) == ["1000.00", "30.00"])
    #expect(try clean(fattura(stamp, total: "1222.00")) == ["1000.00", "2.00"])
    #expect(
      try clean(fattura(stamp + discount + surcharge, total: "1202.00"))
        == ["1000.00", "-50.00", "30.00", "2.00"]
    )
    let lines = try read(fattura(stamp + discount, total: "1172.00")).lines
    #expect(lines.map(\.lineID) == ["1", "allowance-1", "charge-2"])
    #expect(lines.map(\.description) == ["Traduzione", "sconto", "imposta di bollo"])
    #expect(lines.map(\.isExtra) == [false, true, true])
  }

  @Test("stamp duty that the seller bears is no cost")
  func borneBySeller() throws {
    #expect(try clean(fattura(stamp, total: "1220.00")) == ["1000.00"])
    #expect(try clean(fattura(stamp + discount, total: "1170.00")) == ["1000.00", "-50.00"])
    #expect(try clean(fattura(stamp, total: nil)) == ["1000.00"])
  }

  @Test("what the taxable base contains already is taken from there")
  func insideTheBase() throws {
    #expect(
      try clean(fattura(discount, total: "1170.00", basis: "950.00")) == ["1000.00", "-50.00"]
    )
    #expect(
      try clean(fattura(stamp, total: "1222.00", basis: "1002.00")) == ["1000.00", "2.00"]
    )
  }

  @Test("without a total, the payment tells; without either, a discount counts as the rules say")
  func withoutTotal() throws {
    #expect(try clean(fattura(stamp, total: nil, payable: "1222.00")) == ["1000.00", "2.00"])
    #expect(try clean(fattura(discount, total: nil)) == ["1000.00", "-50.00"])
  }

  @Test("tax that the buyer pays to the state is in the total and not in the payment")
  func splitPayment() throws {
    let split = try read(fattura("", total: "1220.00", payable: "1000.00", due: "S"))
    #expect(split.lines.map(\.amount.description) == ["1000.00"])
    #expect(split.arithmetic.differences.isEmpty)
    #expect(split.arithmetic.computed[.payable] == 1)
    #expect(split.arithmetic.totals.map(\.payable.description) == ["1000.00"])
    let withheld = "<DatiRitenuta><ImportoRitenuta>200.00</ImportoRitenuta></DatiRitenuta>"
    #expect(
      try clean(fattura(withheld, total: "1220.00", payable: "800.00", due: "S")) == ["1000.00"]
    )
    #expect(
      try clean(fattura(stamp, total: nil, payable: "1002.00", due: "S")) == ["1000.00", "2.00"]
    )
  }

  @Test("tax that is asked for although the buyer owes it to the state is a difference")
  func taxAskedTwice() throws {
    for (payable, due) in [("1220.00", "S"), ("1000.00", "I"), ("1000.00", "D")] {
      let facts = try read(fattura("", total: "1220.00", payable: payable, due: due))
        .arithmetic.differences
      #expect(facts.map(\.rule) == [.payable])
      #expect(facts.map(\.expected.description) == [due == "S" ? "1000.00" : "1220.00"])
    }
  }

  @Test("in a credit note all of it turns round")
  func creditNote() throws {
    #expect(
      try clean(fattura(stamp + discount, total: "1172.00", type: "TD04"))
        == ["-1000.00", "50.00", "-2.00"]
    )
  }

  @Test("amounts stay as written; sums of them do not show the decimals of the widest one")
  func decimals() throws {
    let reading = try read(
      fattura("", total: "1220.00", basis: "940.00000000", price: "1000.00000000")
    )
    #expect(reading.lines.map(\.amount.description) == ["1000.00000000"])
    #expect(
      reading.diagnostics.map(\.message) == [
        "the lines of 1 add up to 1000.00, the document says 940.00; the lines are counted"
      ]
    )
    let payable = try read(fattura("", total: "1220.00", payable: "1220.00000000"))
    #expect(payable.arithmetic.totals.map(\.payable.description) == ["1220.00"])
  }

  @Test("the simplified invoice is refused by its name")
  func simplified() throws {
    let text = """
      <p:FatturaElettronicaSemplificata xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0">
      <FatturaElettronicaHeader/></p:FatturaElettronicaSemplificata>
      """
    let refusal = try #require(try read(text).refusal)
    #expect(refusal.code == "format-not-supported")
    #expect(refusal.message.contains("simplified FatturaPA"))
    #expect(refusal.remedy?.contains("tacit-invoices") == true)
  }
}
