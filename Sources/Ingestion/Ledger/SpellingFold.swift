extension String {
  /// The text in small letters with single blanks: how names, numbers and titles of two reports are
  /// compared.
  var spellingFolded: String {
    lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
