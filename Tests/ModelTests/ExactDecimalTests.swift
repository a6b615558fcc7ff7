import Model
import TestSupport
import Testing

struct ExactDecimalTests {
  @Test(
    "a number is kept as it was written",
    arguments: ["0", "1", "-1", "4312.50", "0.33333", "-0.05", "999999999999999999"]
  )
  func roundTrip(text: String) {
    #expect(ExactDecimal(text)?.description == text)
  }

  @Test("a plus sign and a missing integer part are read")
  func lenience() {
    #expect(ExactDecimal("+847.58")?.description == "847.58")
    #expect(ExactDecimal(".50")?.description == "0.50")
  }

  @Test(
    "what is no plain decimal is refused whole",
    arguments: [
      "", "-", ".", "12abc", "1.2.3", "1,5", "1e4", "0x1F", "nan", "inf", "--5", "(100)", "$100",
      "1_000", "١٢", "１２", "−5", " 5", "5 ",
    ]
  )
  func refusal(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test("more than 18 digits are out of range, not cut off")
  func range() {
    #expect(throws: ExactDecimal.ParseFailure.outOfRange) {
      try ExactDecimal(bytes: "1234567890123456789".utf8)
    }
    #expect(throws: ExactDecimal.ParseFailure.outOfRange) {
      try ExactDecimal(bytes: "0.1234567890123456789".utf8)
    }
  }

  @Test("a thousand dimes are a hundred dollars exactly")
  func sums() throws {
    let dime = try #require(ExactDecimal("0.10"))
    var sum: ExactDecimal? = .zero
    for _ in 0..<1000 { sum = sum?.adding(dime) }
    #expect(sum?.description == "100.00")
  }

  @Test("overflow is noticed, not wrapped")
  func overflow() throws {
    let large = try #require(ExactDecimal("999999999999999999"))
    var sum: ExactDecimal? = large
    for _ in 0..<10 { sum = sum?.adding(large) }
    #expect(sum == nil)
    #expect(large.multiplied(by: large) == nil)
  }

  @Test(
    "rounding is commercial: half away from zero",
    arguments: [
      ("4.125", "4.13"), ("-4.125", "-4.13"), ("4.1249", "4.12"), ("0.005", "0.01"),
      ("-0.005", "-0.01"), ("2.5", "2.50"),
    ]
  )
  func rounding(text: String, expected: String) {
    #expect(ExactDecimal(text)?.rounded(scale: 2)?.description == expected)
  }

  @Test("division rounds to the scale asked for, and by zero there is none")
  func division() throws {
    let ten = try #require(ExactDecimal("10"))
    let three = try #require(ExactDecimal("3"))
    #expect(ten.divided(by: three, scale: 4)?.description == "3.3333")
    #expect(ten.divided(by: .zero, scale: 4) == nil)
  }

  @Test("numbers of different scales compare, add and hash by value")
  func comparison() throws {
    let short = try #require(ExactDecimal("1.5"))
    let long = try #require(ExactDecimal("1.50"))
    #expect(short == long && short.hashValue == long.hashValue)
    #expect(try #require(ExactDecimal("-2")) < short)
    #expect(short.adding(long)?.description == "3.00")
  }

  @Test("products of random amounts are what integers say")
  func products() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2000 {
      let (a, b) = (Int64(random.below(1_000_000)) - 500_000, Int64(random.below(1_000_000)))
      let product = ExactDecimal(units: a, scale: 2).multiplied(
        by: ExactDecimal(units: b, scale: 3)
      )
      #expect(product == ExactDecimal(units: a * b, scale: 5))
    }
  }
}
