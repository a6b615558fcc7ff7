import Model
import Testing

@testable import Ingestion

/// Digits of cards are shown nowhere, and nothing else is hidden with them.
struct CardDigitsTests {
  @Test(
    "digits are hidden behind words that announce a card",
    arguments: [
      (
        "Paid from American Express 4321 - Ref ID 895",
        "Paid from American Express [hidden] - Ref ID 895"
      ),
      ("American Express 4321 - Ref ID 895", "American Express [hidden] - Ref ID 895"),
      (
        "Paid from Visa 0123 to escrow for funding request 77",
        "Paid from Visa [hidden] to escrow for funding request 77"
      ),
      (
        "PAID FROM Bank of Nowhere \u{2022}\u{2022}123",
        "PAID FROM Bank of Nowhere \u{2022}\u{2022}[hidden]"
      ),
      ("visa ending in 0123", "visa ending in [hidden]"),
      ("Mastercard xxxx-xxxx-xxxx-0123, then", "Mastercard xxxx-xxxx-xxxx-[hidden], then"),
      ("Visa 4000 1234 5678 0123", "Visa [hidden]"),
      ("a,Visa 0123,Amex 0456,7", "a,Visa [hidden],Amex [hidden],7"),
    ]
  )
  func hidden(text: String, shown: String) { #expect(CardDigits.masked(text) == shown) }

  @Test(
    "what is no card stays",
    arguments: [
      "Invoice for Feb 16-Feb 22, 2026", "Paid from escrow for Logo, 2026", "Ref ID 895123",
      "Paid from PayPal - Ref ID 895123", "Business card 2026", "Advisable 1234",
      "14:20 hrs @ $18.00/hr",
    ]
  )
  func kept(text: String) { #expect(CardDigits.masked(text) == text) }

  private let header =
    "Date,Ref ID,Transaction type,Transaction summary,Description 1,Freelancer,Amount $\n"

  @Test("neither records nor rejects of an Upwork history show digits of cards")
  func history() throws {
    let reading = try read(
      header + "\"Feb 31, 2026\",1,Payment,,Paid from American Express 4321 - Ref ID 3,,105.00\n"
        + "\"Feb 3, 2026\",2,Hourly,Dev,Paid from Visa 9876,Ana,-105.00\n"
        + "\"Feb 3, 2026\",Visa 9876,Hourly\n"
        + "Visa 9876,3,Hourly,Dev,,Ana,-5.00\n"
    )
    #expect(reading.lines.map(\.description) == ["Paid from Visa [hidden]"])
    #expect(reading.rejects.count == 3)
    for reject in reading.rejects {
      let words = ([reject.text, reject.reason] + reject.others.map(\.reason)).joined()
      #expect(!words.contains("4321") && !words.contains("9876") && words.contains("[hidden]"))
    }
    #expect(reading.rejects.first?.text.contains("Ref ID 3") == true)
  }
}
