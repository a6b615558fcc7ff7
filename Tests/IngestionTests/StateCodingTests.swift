import Model
import Testing

@testable import Ingestion

/// What is read of an input must come out of a state as it went in, every field of it.
struct StateCodingTests {
  private let place = SourceLocation(source: "in.xml", line: 7, column: 3)

  @Test("an invoice line keeps each of its fields")
  func line() throws {
    var line = InvoiceLine(
      kind: .creditNote,
      location: place,
      format: "ubl-credit-note",
      amount: ExactDecimal(units: -12_300, scale: 2),
      currency: .eur
    )
    line.document = "R1"
    line.lineID = "1"
    line.date = Day(year: 2026, month: 2, day: 3)
    line.periodStart = Day(year: 1969, month: 12, day: 31)
    line.periodEnd = Day(year: 2026, month: 2, day: 28)
    line.freelancerID = "f1"
    line.freelancer = "Zoe\u{301}"
    line.country = "PH"
    line.buyer = "B"
    line.contract = "c"
    line.contractTitle = "t"
    line.project = "p"
    line.order = "o"
    line.postingID = "9"
    line.role = "r"
    line.department = "d"
    line.description = ""
    line.quantity = ExactDecimal(units: 150, scale: 1)
    line.unit = "HUR"
    line.unitPrice = ExactDecimal(units: 820, scale: 2)
    line.references = ["a", "b"]
    line.side = .freelancer
    line.isFixedPrice = true
    line.isExtra = true
    line.records = 3
    // A field that is added to the model and not here would be lost in silence.
    expectComplete(try #require(Mirror(reflecting: line).descendant("storage", "fields")))
    let read = try roundTrip(Record.line(line))
    #expect(read == .line(line))
    // Equal texts and equal decimals can be written differently.
    guard case .line(let other) = read else { return }
    #expect(other.freelancer.map { Array($0.utf8) } == line.freelancer.map { Array($0.utf8) })
    #expect(other.quantity?.description == "15.0")
  }

  @Test("a posting keeps each of its fields")
  func posting() throws {
    var posting = Posting(location: place, format: "indeed-feed", title: "T")
    posting.id = "1"
    posting.date = Day(year: 2026, month: 1, day: 1)
    posting.role = "r"
    posting.department = "d"
    posting.description = "text"
    posting.category = "c"
    posting.skills = ["x", "y"]
    posting.type = "hourly"
    posting.duration = "long"
    posting.hoursPerWeek = "30"
    posting.buyer = "B"
    expectComplete(posting)
    #expect(try roundTrip(Record.posting(posting)) == .posting(posting))
  }

  @Test("rejects, duplicates and diagnostics keep each of their fields")
  func others() throws {
    let fault = Reject.Fault(code: "c", reason: "r", remedy: "m", line: 4, column: 5)
    let reject = Reject(
      location: place,
      byteOffset: 99,
      code: "bad-date",
      reason: "r",
      remedy: "m",
      text: "1,\\x00",
      amount: ExactDecimal(units: 5, scale: 3),
      currency: .php,
      others: [fault],
      isSetAside: true
    )
    expectComplete(reject)
    #expect(try roundTrip(reject) == reject)
    for reason in Duplicate.Reason.allCases {
      let duplicate = Duplicate(
        location: place,
        original: SourceLocation(source: "other", line: 1),
        reason: reason,
        amount: .zero,
        currency: .usd,
        conflicts: true
      )
      expectComplete(duplicate)
      #expect(try roundTrip(duplicate) == duplicate)
    }
    let diagnostic = Diagnostic(.warning, code: "c", "m", remedy: "r", at: place)
    expectComplete(diagnostic)
    #expect(try roundTrip(diagnostic) == diagnostic)
    #expect(try roundTrip(nil as Diagnostic?) == nil)
  }

  @Test("the arithmetic of invoices keeps its counts, differences and totals")
  func arithmetic() throws {
    let fact = try #require(
      ArithmeticFact(
        .taxOfRate,
        document: "R1",
        seller: "S",
        lineID: "1",
        location: place,
        expected: ExactDecimal(units: 1900, scale: 2),
        stated: ExactDecimal(units: 1901, scale: 2),
        tolerance: ExactDecimal(units: 1),
        currency: "EUR",
        exception: .extendedProfile
      )
    )
    expectComplete(fact)
    let total = DocumentTotal(
      document: "R1",
      seller: "S",
      location: place,
      payable: ExactDecimal(units: 1, scale: 0),
      currency: "EUR"
    )
    expectComplete(total)
    var checks = ArithmeticChecks()
    checks.confirm(.grossTotal)
    checks.confirm(.grossTotal)
    checks.add(fact)
    checks.add(total)
    #expect(try roundTrip(checks) == checks)
  }

  @Test(
    "whole numbers keep their sign and size",
    arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min]
  )
  func numbers(number: Int) throws { #expect(try roundTrip(number) == number) }

  private func roundTrip<Value: StateCoded>(_ value: Value) throws -> Value {
    var written = value
    var writer = StateCoder()
    try writer.code(&written)
    var reader = StateCoder(reading: writer.bytes)
    var read = Value.placeholder
    try reader.code(&read)
    #expect(reader.rest.isEmpty)
    return read
  }

  /// Fails where an optional field is `nil`.
  private func expectComplete(_ value: Any) {
    for child in Mirror(reflecting: value).children {
      let field = Mirror(reflecting: child.value)
      #expect(field.displayStyle != .optional || !field.children.isEmpty, "\(child.label ?? "")")
    }
  }
}
