/// The bounds that keep a hostile document from costing more than a large honest one.
///
/// The deepest honest document seen nests 13 levels; the largest text is a base64 attachment of
/// 3.3 MB, which no reader keeps.
enum XMLLimits {
  /// The deepest nesting.
  static let depth = 64
  /// The most attributes and namespace declarations of one element.
  static let attributes = 256
  /// The most bytes kept of one element's text; longer texts are cut, and cost nothing more.
  static let keptText = 1 << 20
  /// The most bytes of one element's text that are passed over.
  static let text = 64 << 20
  /// The widest tag; libxml2 2.9.14 needs half a minute for one of a megabyte with many attributes.
  static let tagWidth = 64 << 10
  /// The encodings that a declaration may name, folded; others can hide a document type.
  static let encodings: Set<String> = [
    "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "iso-8859-1", "iso-8859-15", "latin1",
    "windows-1252", "us-ascii", "ascii",
  ]
}
