import Model
import Testing

@testable import Reporting

struct LanguageTests {
  private func language(_ code: String) throws -> Language {
    try TemplateSet.embedded().language(code)
  }

  @Test("numbers have the signs of the language, and machines' numbers never do")
  func signs() throws {
    let (english, german) = (try language("en"), try language("de"))
    let money = Money(minorUnits: 1_234_567, currency: .usd)
    #expect(english.exact(money) == "USD\u{A0}12,345.67")
    #expect(german.exact(money) == "USD\u{A0}12.345,67")
    #expect(german.index(1.25) == "1,3\u{A0}%" && Format.plain(1234.5, 1) == "1234.5")
    #expect(
      english.number(1, "record") == "1 record" && german.number(2, "record") == "2 Datensätze"
    )
  }

  @Test("a value with braces is not taken for a place")
  func places() throws {
    let text = try language("en")("range", ["low": "{high}", "high": "x"])
    #expect(text == "{high} to x")
  }

  @Test("the templates are parsed in a tenth of a second, also in a debug build on a busy machine")
  func speed() throws {
    let clock = ContinuousClock()
    let quickest = try (0..<5).map { _ in try clock.measure { _ = try TemplateSet.embedded() } }
      .min()
    #expect(try #require(quickest) < .milliseconds(500))
  }

  @Test(
    "a damaged file of words names its line",
    arguments: [
      ("a = 1\na = 2\n", "x.txt:2:1: error: 'a' stands here twice"),
      ("# fine\n\nb\n", "x.txt:3:1: error: there is no '='"), (" = b", "the name is missing"),
    ]
  )
  func damaged(text: String, message: String) {
    #expect {
      _ = try SettingsFile(text, named: "x.txt")
    } throws: { error in
      "\(error)".contains(message)
    }
  }
}
