/// The bounds that keep a hostile document from costing more than a large honest one.
///
/// The deepest honest document seen nests 13 levels; the largest text is a base64 attachment of
/// 3.3 MB, which no reader keeps.
enum XMLLimits {
  /// The deepest nesting.
  static let depth = 64
  /// The most attributes and namespace declarations of one element.
  static let attributes = 256
  /// The most bytes kept of one value, as of a field in CSV; longer texts are cut with a warning,
  /// and cost nothing more.
  static let keptText = 1 << 16
  /// The most memory that one open unit may take: an invoice with a hundred thousand lines.
  static let unit = 48 << 20
  /// The most bytes of text between two tags, kept or passed over.
  static let text = 64 << 20
  /// The widest tag; libxml2 2.9.14 needs half a minute for one of a megabyte with many attributes.
  static let tagWidth = 64 << 10
  /// The longest comment, processing instruction or CDATA section; libxml2 gives up at 10 MB.
  static let sectionWidth = 8 << 20
  /// The most bytes kept of a unit that is still open, so that a rejected record can be shown.
  static let window = 4 << 20
  /// The most bytes looked at to tell formats with one root apart.
  static let evidence = 4 << 20
  /// The most distinct names of one document that are remembered.
  static let names = 4096
}
