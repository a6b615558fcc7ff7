import Model
import Testing

struct PaddedDecimalTests {
  @Test(
    "sums are shown in the minor unit, with more digits only where they are not zero",
    arguments: [
      ("940.00000000", 2, "940.00"), ("940", 2, "940.00"), ("940.125000", 2, "940.125"),
      ("-0.50", 0, "-0.5"), ("1000.0", 0, "1000"), ("0.000", 2, "0.00"),
    ]
  )
  func padded(text: String, scale: Int, shown: String) {
    #expect(ExactDecimal(text)?.padded(scale: scale).description == shown)
  }
}
