import Model
import Testing

@testable import Reporting

struct FormatTests {
  @Test(
    "numbers are grouped and rounded the same everywhere",
    arguments: [
      (0, "0"), (-0.4, "0"), (999.5, "1,000"), (-1234567.2, "-1,234,567"), (12_345, "12,345"),
    ]
  )
  func whole(value: Double, text: String) {
    #expect(Format.whole(value) == text)
  }

  @Test("decimals keep their zeros, and what is no number says so")
  func decimals() {
    #expect(Format.decimal(1234.5, 2) == "1,234.50" && Format.plain(1234.5, 2) == "1234.50")
    #expect(Format.decimal(.nan, 1) == "n/a")
    #expect(Format.percent(0.385) == "39\u{A0}%")
  }

  @Test("anchors of different identifiers never meet")
  func anchors() {
    #expect(Anchor.role("a b") != Anchor.role("a-b"))
    #expect(Anchor.role("x\"><script>") == "role-x_22_3e_3cscript_3e")
  }
}
