/// HTML in feeds and exports as plain text: without tags, with entities decoded, runs of white space
/// as one space, and lines where blocks end.
///
/// It works on the bytes of UTF-8 in one pass; a `<` with a combining mark is still the start of a
/// tag. Some feeds escape their entities once more, so an ampersand that an entity gave may begin
/// another one.
enum MarkupText {
  /// The text without markup.
  static func plain(_ markup: String) -> String {
    var markup = markup
    return markup.withUTF8 { plain($0) }
  }

  /// The text without markup.
  static func plain(_ markup: UnsafeBufferPointer<UInt8>) -> String {
    // Nothing gets longer: an entity has more bytes than its character, a tag more than its space.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: markup.count + 8) { output in
      var cleaner = MarkupCleaner(output: output)
      cleaner.clean(markup)
      return String(
        decoding: UnsafeBufferPointer(rebasing: output[..<cleaner.count]),
        as: UTF8.self
      )
    }
  }
}
