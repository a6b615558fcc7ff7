import Ingestion
import Model
import Testing

/// The rules BR-CO-10 to 17 of EN 16931 and R120 of Peppol, each with a document that breaks it alone.
struct ArithmeticTests {
  /// A UBL invoice whose figures all agree, with some of them replaced.
  private func invoice(_ changes: [String: String] = [:], more: String = "") throws -> InputReading
  {
    var figures = [
      "line": "300.00", "quantity": "30", "price": "100", "base": "10", "lines": "300.00",
      "allowances": "20.00", "charges": "5.00", "net": "285.00", "basis": "285.00", "rate": "20",
      "tax": "57.00", "group": "57.00", "gross": "342.00", "paid": "42.00", "rounding": "0.00",
      "payable": "300.00", "profile": "urn:cen.eu:en16931:2017",
    ]
    figures.merge(changes) { $1 }
    let base = "urn:oasis:names:specification:ubl:schema:xsd:"
    let text = """
      <Invoice xmlns="\(base)Invoice-2" xmlns:a="\(base)CommonAggregateComponents-2" xmlns:b="\(base)CommonBasicComponents-2">
      <b:CustomizationID>{profile}</b:CustomizationID><b:ID>R-1</b:ID><b:IssueDate>2026-01-31</b:IssueDate>
      <b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>\(more)
      <a:AllowanceCharge><b:ChargeIndicator>false</b:ChargeIndicator><b:Amount>20.00</b:Amount></a:AllowanceCharge>
      <a:AllowanceCharge><b:ChargeIndicator>true</b:ChargeIndicator><b:Amount>5.00</b:Amount></a:AllowanceCharge>
      <a:TaxTotal><b:TaxAmount currencyID="SEK">999.00</b:TaxAmount></a:TaxTotal>
      <a:TaxTotal><b:TaxAmount currencyID="EUR">{tax}</b:TaxAmount><a:TaxSubtotal><b:TaxableAmount>{basis}</b:TaxableAmount>
      <b:TaxAmount>{group}</b:TaxAmount><a:TaxCategory><b:Percent>{rate}</b:Percent></a:TaxCategory></a:TaxSubtotal></a:TaxTotal>
      <a:LegalMonetaryTotal><b:LineExtensionAmount>{lines}</b:LineExtensionAmount><b:TaxExclusiveAmount>{net}</b:TaxExclusiveAmount>
      <b:TaxInclusiveAmount>{gross}</b:TaxInclusiveAmount><b:AllowanceTotalAmount>{allowances}</b:AllowanceTotalAmount>
      <b:ChargeTotalAmount>{charges}</b:ChargeTotalAmount><b:PrepaidAmount>{paid}</b:PrepaidAmount>
      <b:PayableRoundingAmount>{rounding}</b:PayableRoundingAmount><b:PayableAmount>{payable}</b:PayableAmount></a:LegalMonetaryTotal>
      <a:InvoiceLine><b:ID>1</b:ID><b:InvoicedQuantity unitCode="HUR">{quantity}</b:InvoicedQuantity>
      <b:LineExtensionAmount>{line}</b:LineExtensionAmount><a:Item><b:Name>Work</b:Name></a:Item>
      <a:Price><b:PriceAmount>{price}</b:PriceAmount><b:BaseQuantity>{base}</b:BaseQuantity></a:Price></a:InvoiceLine></Invoice>
      """
    return try read(figures.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) })
  }

  private func broken(_ changes: [String: String]) throws -> [String] {
    try invoice(changes).arithmetic.differences.filter { !$0.holds }.map(\.rule.rawValue).sorted()
  }

  @Test("a document whose figures agree confirms every rule")
  func agreement() throws {
    let checks = try invoice().arithmetic
    #expect(checks.differences.isEmpty)
    #expect(Set(checks.computed.keys) == Set(ArithmeticFact.Rule.allCases))
    #expect(checks.totals.map(\.payable.description) == ["300.00"])
  }

  @Test("a wrong figure breaks the rules that compute it and those that use it")
  func differences() throws {
    #expect(try broken(["lines": "301.00"]) == ["BR-CO-10", "BR-CO-13"])
    #expect(try broken(["allowances": "21.00"]) == ["BR-CO-11", "BR-CO-13"])
    #expect(try broken(["charges": "5.01"]) == ["BR-CO-12", "BR-CO-13"])
    #expect(try broken(["net": "285.01"]) == ["BR-CO-13", "BR-CO-15"])
    #expect(try broken(["tax": "57.01"]) == ["BR-CO-14", "BR-CO-15"])
    #expect(try broken(["gross": "342.01"]) == ["BR-CO-15", "BR-CO-16"])
    #expect(try broken(["paid": "0"]) == ["BR-CO-16"])
    #expect(try broken(["rounding": "-0.01"]) == ["BR-CO-16"])
    #expect(try broken(["payable": "300.01"]) == ["BR-CO-16"])
  }

  @Test("the tax of a rate may differ by one unit, a line by two cents; both are handed on")
  func tolerances() throws {
    #expect(
      try broken(["group": "57.99", "tax": "57.99", "gross": "342.99", "payable": "300.99"]) == []
    )
    #expect(try broken(["basis": "290.00"]) == ["BR-CO-17"])
    #expect(try broken(["price": "100.0066"]) == [])
    #expect(try broken(["price": "100.01"]) == ["PEPPOL-EN16931-R120"])
    let fact = try #require(try invoice(["basis": "289.95"]).arithmetic.differences.first)
    #expect(fact.rule == .taxOfRate && fact.holds && fact.difference.description == "-0.99")
  }

  @Test("three hours more than the line says are found, with their place")
  func hours() throws {
    let reading = try invoice(["quantity": "27"])
    let fact = try #require(reading.arithmetic.differences.first)
    #expect(fact.rule == .lineAmount && !fact.holds && fact.lineID == "1" && fact.document == "R-1")
    #expect(fact.expected.description == "270.000000" || fact.expected.description == "270.00")
    #expect(fact.difference == ExactDecimal(units: 30) && fact.location.line == 13)
  }

  @Test("a missing or zero base quantity counts as one, and a missing figure leaves its rule out")
  func absent() throws {
    #expect(try broken(["price": "10", "base": "0"]) == [])
    #expect(try broken(["price": "10", "base": ""]) == [])
    let checks = try invoice(["quantity": "", "gross": "", "rate": ""]).arithmetic
    #expect(checks.computed[.lineAmount] == nil && checks.computed[.grossTotal] == nil)
    #expect(checks.computed[.taxOfRate] == nil && checks.differences.isEmpty)
  }

  @Test("halves are rounded up, as the official rules round")
  func rounding() throws {
    // 3 × −0.001667 = −0.005001 → −0.01; 1 × −0.005 → 0.00, and not −0.01.
    #expect(
      try broken(["quantity": "1", "price": "-0.005", "base": "1", "line": "0.02", "lines": "0.02"])
        .contains("PEPPOL-EN16931-R120") == false
    )
    #expect(
      try broken(["quantity": "1", "price": "-0.015", "base": "1", "line": "0.02", "lines": "0.02"])
        .contains("PEPPOL-EN16931-R120")
    )
  }

  @Test("lines with fractions of a cent agree with a total that they round to")
  func roundedSum() throws {
    func codes(_ amounts: [String], _ net: String, _ currency: String = "EUR") throws -> [String] {
      let text = UBLText.document("R-1", amounts: amounts, net: net)
        .replacing(">EUR<", with: ">\(currency)<").replacing("\"EUR\"", with: "\"\(currency)\"")
      return try read(text).diagnostics.map(\.code)
    }
    #expect(try codes(["1000.00000000", "99.99999999"], "1100.00") == [])
    #expect(try codes(["10.005"], "10.01") == [] && codes(["10.005"], "10.00") == [])
    #expect(try codes(["-10.005"], "-10.01") == [] && codes(["-10.005"], "-10.00") == [])
    #expect(try codes(["10.00"], "10.004") == [])
    #expect(try codes(["10.006"], "10.00") == ["total-mismatch"])
    #expect(try codes(["10.01"], "10.00") == ["total-mismatch"])
    #expect(try codes(["10.002"], "10.001", "KWD") == ["total-mismatch"])
    #expect(try codes(["10.0014"], "10.001", "KWD") == [])
  }

  @Test("what an extension explains is handed on with its reason")
  func exceptions() throws {
    let paid = "<a:PrepaidPayment><b:ID>1</b:ID></a:PrepaidPayment>"
    let third = try invoice(["payable": "250.00"], more: paid).arithmetic.differences
    #expect(third.map(\.exception) == [.thirdPartyPrepayment])
    let extended = "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended"
    let lines = try invoice(["lines": "1.00", "profile": extended]).arithmetic.differences
    #expect(Set(lines.map(\.exception)) == [.extendedProfile])
  }

  @Test("facts and totals reach the dataset, and those of a refused document do not")
  func dataset() throws {
    let base = "urn:oasis:names:specification:ubl:schema:xsd:"
    let text = """
      <Invoice xmlns="\(base)Invoice-2" xmlns:a="\(base)CommonAggregateComponents-2" xmlns:b="\(base)CommonBasicComponents-2">
      <b:ID>R-1</b:ID><b:IssueDate>2026-01-31</b:IssueDate><a:LegalMonetaryTotal><b:TaxExclusiveAmount>9.00</b:TaxExclusiveAmount>
      <b:TaxInclusiveAmount>9.00</b:TaxInclusiveAmount><b:PayableAmount currencyID="EUR">8.00</b:PayableAmount></a:LegalMonetaryTotal>
      </Invoice>
      """
    let checks = try assemble([("a.xml", text), ("copy.xml", text)]).arithmetic
    #expect(checks.differences.map(\.rule) == [.payable] && checks.totals.count == 1)
    #expect(try assemble([("a.xml", String(text.dropLast(12)))]).arithmetic == ArithmeticChecks())
  }
}
