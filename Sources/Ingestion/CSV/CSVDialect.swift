/// How a table is written down, and where it begins.
struct CSVDialect: Sendable {
  /// The encoding of the input.
  var encoding = TextEncoding.utf8
  /// The delimiter.
  var delimiter = UInt8(ascii: ",")
  /// The quote.
  var quote = UInt8(ascii: "\"")
  /// The bytes of the decoded text before the header: byte order marks, a `sep=` line, a preamble.
  var prefix = 0
  /// The 1-based line of the header.
  var headerLine = 1
  /// The lines before the header that belong to no table.
  var preambleLines = 0
  /// Whether more than one byte order mark stands at the start.
  var hasRepeatedMark = false
  /// The names of the columns where the table has no header.
  var names: [String]?
}
