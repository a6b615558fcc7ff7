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
}
