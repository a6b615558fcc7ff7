import Testing

@testable import Reporting

struct EscapingTests {
  @Test("a combining mark behind a quote or bracket opens nothing in HTML")
  func combining() {
    let escaped = SafeHTML().escapeText("x\"\u{301} on=1 <\u{301}b & ' ` {{y}}")
    #expect(
      escaped
        == "x&quot;\u{301} on=1 &lt;\u{301}b &amp; &#39; &#96; &#123;&#123;y&#125;&#125;"
    )
  }

  @Test("controls are shown as what they are and overrides vanish")
  func controls() {
    #expect(SafeHTML().escapeText("a\u{0}\u{92}\u{202E}b") == "a\u{FFFD}\u{FFFD}b")
    #expect(SafeText().escapeText("a\r\nb\u{2028}c\u{1B}") == "a  b c\u{FFFD}")
  }

  @Test(
    "Markdown keeps its own signs for itself and leaves dates alone",
    arguments: [
      (
        "a|b\n*c* <i> @x #1 [l](u)",
        "a\\|b \\*c\\* &lt;i&gt; &#64;<!-- -->x \\#<!-- -->1 \\[l\\](u)"
      ),
      ("- x", "\\- x"), ("1. x", "1\\. x"), ("2026-09-27", "2026\\-09-27"),
      ("on 2026-09-27", "on 2026-09-27"), ("see https://e.com", "see https:\\//e\\.com"),
      ("www.e.com", "www\\.e\\.com"), ("End. Next 1.5", "End. Next 1.5"),
    ]
  )
  func markdown(text: String, expected: String) {
    #expect(SafeMarkdown().escapeText(text) == expected)
  }

  @Test(
    "a cell that a spreadsheet would run gets an apostrophe",
    arguments: [
      ("=1+1", "\"'=1+1\""), ("  @x", "\"'  @x\""), ("＝1", "\"'＝1\""), ("plain", "\"plain\""),
      ("say \"hi\"", "\"say \"\"hi\"\"\""), ("-5", "\"'-5\""),
    ]
  )
  func formulas(text: String, cell: String) {
    #expect(SafeCSV().escapeText(text) == cell)
  }

  @Test("JSON strings are safe inside a script element too")
  func json() {
    #expect(SafeJSON().escapeText("</script>\u{2028}\"\n") == "\"\\u003c/script>\\u2028\\\"\\n\"")
    #expect(JSONValue.number(.nan).compact == "null")
    #expect(
      JSONValue.object([("b", .number(0.1)), ("a", .integer(1))]).compact == "{\"b\":0.1,\"a\":1}"
    )
  }
}
