import Testing

@testable import Reporting

struct AnonymizationTests {
  private let scrubber = Scrubber([
    "Ana": "Person 1", "Ana María López": "Person 2", "ana-maria": "person-2", "L.": "Person 3",
  ])

  @Test(
    "the longest name is replaced first, whole words only, whatever the case",
    arguments: [
      ("Ana María López and ana", "Person 2 and Person 1"), ("Anatomy, Diana", "Anatomy, Diana"),
      ("role:ana-maria", "role:person-2"), ("by ANA.", "by Person 1."), ("", ""),
      ("for L. only", "for Person 3 only"), ("(Ana)", "(Person 1)"),
    ]
  )
  func names(text: String, expected: String) {
    #expect(scrubber(text) == expected)
  }

  @Test("mail addresses are withheld, and a lone sign is not one")
  func addresses() {
    #expect(
      scrubber("write to a.b+c@mail.example.org, @team") == "write to (address withheld), @team"
    )
  }

  @Test("pseudonyms depend on the key and on nothing else")
  func keys() {
    #expect(Pseudonyms(key: "a").digits("x") == Pseudonyms(key: "a").digits("x"))
    #expect(Pseudonyms(key: "a").digits("x") != Pseudonyms(key: "b").digits("x"))
    #expect(Pseudonyms(key: "a").digits("x").count == 8)
  }
}
