import Model
import Testing

@testable import Ingestion

struct MarkupTextTests {
  @Test("markup becomes text, whatever stands at the edges of eight bytes")
  func examples() {
    let cases: [(markup: String, text: String)] = [
      ("plain text of more than eight bytes", "plain text of more than eight bytes"),
      ("<p>One</p><p>Two</p>", "One\nTwo"), ("a<br/>b<BR>c", "a\nb\nc"),
      ("<b>bold</b>ly", "bold ly"), ("  a  b\t\tc  ", "a b c"), ("a\r\n\r\n  b", "a\nb"),
      ("AT&amp;T &lt;3 &#8364; &#x20AC;", "AT&T <3 € €"), ("&amp;quot;x&amp;quot;", "\"x\""),
      ("a&nbsp;&nbsp;b", "a b"), ("a\u{A0}b\u{2003}c", "a b c"), ("a&#10;b", "a\nb"),
      ("3 < 4 and 5 <6", "3 < 4 and 5 <6"), ("a & b &unknown; c", "a & b &unknown; c"),
      ("<", "<"), ("<p", "<p"), ("&", "&"), ("&;", "&;"), ("", ""), ("<p></p>", ""),
      ("Łódź <i>für</i> ß", "Łódź für ß"), ("<ul><li>x</li><li>y</li></ul>", "x\ny"),
      ("12345678  90123456", "12345678 90123456"), ("1234567 890", "1234567 890"),
      ("1234567 \n890", "1234567\n890"), ("12345678 <b>9", "12345678 9"),
      ("<é>x", "x"), ("日本語のテキスト", "日本語のテキスト"), ("a<!-- b -->c", "a c"),
    ]
    for (markup, text) in cases { #expect(MarkupText.plain(markup) == text, "\(markup)") }
  }

  /// The same by the letter: tags out, entities decoded twice, words split and joined.
  private func slowly(_ markup: String) -> String {
    var text = ""
    var rest = Substring(markup)
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[..<end].dropFirst().drop { $0 == "/" }
        text += ["p", "br", "li"].contains(String(tag)) ? "\n" : " "
        rest = rest[rest.index(after: end)...]
      } else {
        text.append(character)
        rest = rest.dropFirst()
      }
    }
    for _ in 0..<2 {
      text = text.replacing("&lt;", with: "<").replacing("&nbsp;", with: "\u{A0}")
        .replacing("&amp;", with: "&")
    }
    return text.split(whereSeparator: \.isNewline).map { line in
      line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  @Test("the fast way agrees with the slow one on ten thousand random texts")
  func random() {
    var generator = SplitMix64(seed: 7)
    let pieces = [
      "a", "word", " ", "  ", "\n", "<p>", "</p>", "<b>", "</b>", "<br>", "&amp;", "&lt;", "&nbsp;",
      "é", "日本", "longer words here", "x y", "\t", "12345678",
    ]
    for _ in 0..<10_000 {
      let count = Int.random(in: 0...24, using: &generator)
      let markup = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      #expect(MarkupText.plain(markup) == slowly(markup), "\(markup.debugDescription)")
    }
  }
}
