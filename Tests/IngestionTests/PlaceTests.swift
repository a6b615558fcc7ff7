import Model
import TestSupport
import Testing

@testable import Ingestion

/// Faults are placed where an editor shows them.
struct PlaceTests {
  @Test("a repeated header is told where it is first repeated")
  func repeatedHeader() throws {
    let header = "date,freelancer,amount,currency\n"
    let reading = try read(
      header + "2026-01-31,Ana,1,EUR\n\n" + header + "2026-02-28,Ana,1,EUR\n" + header
    )
    #expect(
      reading.diagnostics.filter { $0.code == "repeated-header" }.map(\.location?.line) == [4]
    )
  }

  @Test(
    "a bad cell behind a line break inside quotes is told on its own line",
    arguments: ["\n", "\r\n", "\r"]
  )
  func behindBreak(end: String) throws {
    let text =
      "date,freelancer,description,amount,currency" + end
      + "2026-01-31,Ana,\"two\(end)lines\",x,EUR" + end
      + "2026-02-30,Ana,\"two\(end)lines\",y,EUR" + end
    for blockSize in blockSizes {
      let reading = try read(text, blockSize: blockSize)
      #expect(
        reading.rejects.map { "\($0.location.line):\($0.location.column ?? 0)" } == ["3:8", "4:1"]
      )
      #expect(reading.rejects.last?.others.map(\.line) == [5])
      #expect(reading.rejects.last?.others.map(\.column) == [8])
    }
  }
}
