import Testing

@testable import Reporting

struct MailTests {
  @Test("header fields cannot be broken out of")
  func injection() {
    let subject = MailHeader.folded("Subject", "Zoë\r\nBcc: x@example.com\u{0}")
    #expect(!subject.contains("\r\nBcc"))
    #expect(subject.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    for address in ["a@b\r\nBcc: c@d", "a b@c", "<a@b>", "a", "", "a@b@c", "ä@b"] {
      #expect(MailHeader.address(address) == "invalid@localhost")
    }
    #expect(MailHeader.address("ops+q3@example.com") == "ops+q3@example.com")
  }

  @Test("no character is cut in two by an encoded word")
  func encodedWords() {
    let subject = MailHeader.folded("Subject", String(repeating: "€", count: 60))
    #expect(subject.components(separator: "=?utf-8?B?") > 3)
  }

  @Test("quoted-printable: lines of 76, trailing blanks, dots and From are protected")
  func quotedPrintable() {
    let text = "a=b \nFrom here\n.dot\n" + String(repeating: "é", count: 60) + "\ttail\t"
    let encoded = QuotedPrintable.encode(Array(text.utf8))
    let lines = encoded.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines[0] == "a=3Db=20" && lines[1] == "=46rom here" && lines[2] == "=2Edot")
    #expect(encoded.hasSuffix("\ttail=09"))
  }
}

extension String {
  fileprivate func components(separator: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
