import Ingestion
import Model
import TestSupport
import Testing

/// Which entries of a bank statement moved money, and in which direction.
struct BankStatementTests {
  private func statement(_ entries: String...) -> String {
    """
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S-1</Id>
    \(entries.joined(separator: "\n"))</Stmt></BkToCstmrStmt></Document>
    """
  }

  private func entry(_ direction: String, _ more: String, status: String) -> String {
    """
    <Ntry><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>\(direction)</CdtDbtInd>\(more)<Sts>\(status)</Sts>
    <BookgDt><Dt>2026-02-02</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Us</Nm></Dbtr><Cdtr><Nm>Ada</Nm></Cdtr>
    </RltdPties></TxDtls></NtryDtls></Ntry>
    """
  }

  @Test("an entry that is not booked is set aside with its amount", arguments: blockSizes)
  func notBooked(blockSize: Int) throws {
    let text = statement(
      entry("DBIT", "", status: "BOOK"),
      entry("DBIT", "", status: "<Cd>BOOK</Cd>"),
      entry("DBIT", "", status: "PDNG"),
      entry("CRDT", "", status: "<Cd>PDNG</Cd>"),
      entry("DBIT", "", status: "INFO"),
      entry("DBIT", "", status: "<Cd>FUTR</Cd>")
    )
    let reading = try read(text, blockSize: blockSize)
    #expect(reading.lines.map(\.lineID) == ["1", "2"])
    #expect(reading.rejects.count == 4)
    #expect(reading.rejects.allSatisfy { $0.isSetAside && $0.code == "not-completed" })
    #expect(
      reading.rejects.map { $0.amount?.description } == ["100.00", "-100.00", "100.00", "100.00"]
    )
    #expect(reading.rejects.allSatisfy { $0.currency == .eur })
  }

  @Test("a reversal is booked in its own direction, against the party of the payment it reverses")
  func reversal() throws {
    let reversal = "<RvslInd>true</RvslInd>"
    let text = statement(
      entry("CRDT", reversal, status: "BOOK"),
      entry("CRDT", "<RvslInd>1</RvslInd>", status: "BOOK"),
      entry("DBIT", reversal, status: "BOOK"),
      entry("DBIT", "<RvslInd>false</RvslInd>", status: "BOOK")
    )
    let reading = try read(text)
    #expect(
      reading.lines.map(\.amount.description) == ["-100.00", "-100.00", "100.00", "100.00"]
    )
    #expect(reading.lines.map(\.freelancer) == ["Ada", "Ada", "Us", "Ada"])
  }

  private func payment(_ name: String, _ amount: String?, _ more: String = "") -> String {
    """
    <TxDtls>\(amount.map { "<Amt Ccy=\"EUR\">\($0)</Amt>" } ?? "")\(more)<RltdPties><Cdtr><Nm>\(name)</Nm></Cdtr></RltdPties></TxDtls>
    """
  }

  private func batch(_ amount: String, _ payments: String..., status: String = "BOOK") -> String {
    """
    <Ntry><Amt Ccy="EUR">\(amount)</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>\(status)</Sts><BookgDt><Dt>2026-02-02</Dt></BookgDt>
    <NtryDtls>\(payments.joined(separator: "\n"))</NtryDtls></Ntry>
    """
  }

  @Test("what an entry moved beyond its payments is a payment of its own, and said")
  func batchRest() throws {
    let reading = try read(
      statement(
        batch("80.00", payment("Ada", "30.00"), payment("Bob", "30.00")),
        batch("50.00", payment("Ada", "30.00"), payment("Bob", "30.00")),
        batch("60.00", payment("Ada", "30.00"), payment("Bob", "30.00")),
        batch(
          "20.00",
          payment("Ada", "30.00"),
          payment("Bob", "10.00", "<CdtDbtInd>CRDT</CdtDbtInd>")
        )
      )
    )
    #expect(
      reading.lines.map(\.lineID) == [
        "1.1", "1.2", "1.rest", "2.1", "2.2", "2.rest", "3.1", "3.2", "4.1", "4.2",
      ]
    )
    #expect(
      reading.lines.map(\.amount.description) == [
        "30.00", "30.00", "20.00", "30.00", "30.00", "-10.00", "30.00", "30.00", "30.00", "-10.00",
      ]
    )
    #expect(reading.lines[2].freelancer == nil && reading.lines[2].kind == .payment)
    #expect(reading.diagnostics.map(\.code) == ["batch-differs", "batch-differs"])
    #expect(reading.diagnostics.first?.message.contains("20.00 of its amount of 80.00") == true)
  }

  @Test("the rest of a batch that is not booked is set aside with it")
  func pendingBatch() throws {
    let text = statement(
      batch("80.00", payment("Ada", "30.00"), payment("Bob", "30.00"), status: "PDNG")
    )
    let reading = try read(text)
    #expect(reading.lines.isEmpty && reading.rejects.allSatisfy(\.isSetAside))
    #expect(reading.rejects.map { $0.amount?.description } == ["30.00", "30.00", "20.00"])
  }

  @Test("a batch without the amounts of its payments is nobody's, and said")
  func unsplitBatch() throws {
    let reading = try read(
      statement(
        batch("80.00", payment("Ada", nil), payment("Bob", nil)),
        batch("80.00", payment("Ada", nil))
      )
    )
    #expect(reading.lines.map(\.freelancer) == [nil, "Ada"])
    #expect(reading.lines.map(\.amount.description) == ["80.00", "80.00"])
    #expect(reading.diagnostics.map(\.code) == ["batch-not-split"])
  }

  @Test("an entry that states two amounts or directions is rejected")
  func contradiction() throws {
    let two = batch("80.00", payment("Ada", "30.00")).replacing(
      "<Sts>",
      with: "<CdtDbtInd>CRDT</CdtDbtInd><Sts>"
    )
    let reading = try read(
      statement(
        two,
        two.replacing("<CdtDbtInd>CRDT</CdtDbtInd>", with: "<Amt Ccy=\"EUR\">8.00</Amt>")
      )
    )
    #expect(reading.lines.isEmpty)
    #expect(reading.rejects.map(\.code) == ["duplicate-element", "duplicate-element"])
  }
}
