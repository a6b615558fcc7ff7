internal import Model
internal import Mustache

/// The templates of a report, parsed and checked.
public struct TemplateSet: Sendable {
  /// The style sheet, which is no template.
  static let styleSheet = "style.css"
  /// The script of the HTML report, which is no template.
  static let script = "report.js"

  private let library: MustacheLibrary
  private let sources: [String: String]

  /// The templates that the program carries.
  public static func embedded() throws(ReportingError) -> TemplateSet { try overriding([:]) }

  /// The program's templates with some files replaced; names are those of `Templates/`.
  public static func overriding(
    _ files: [String: [UInt8]]
  ) throws(ReportingError) -> TemplateSet {
    var sources = EmbeddedTemplates.all
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      guard sources[name] != nil else {
        throw .unknownTemplate(
          name,
          nearest: NearestName.to(name, in: EmbeddedTemplates.all.keys.sorted())
        )
      }
      sources[name] = String(decoding: bytes, as: UTF8.self)
    }
    return try TemplateSet(sources)
  }

  private init(_ sources: [String: String]) throws(ReportingError) {
    ContentTypes.register()
    self.sources = sources
    var library = MustacheLibrary()
    for (name, source) in sources.sorted(by: { $0.key < $1.key })
    where name.hasSuffix(".mustache") {
      try Self.check(name, source, known: sources)
      do {
        try library.register(source, named: Self.stem(name))
      } catch let error as MustacheTemplate.ParserError {
        throw .syntax(
          template: name,
          line: error.context.lineNumber,
          column: error.context.columnNumber,
          message: "\(error.error)"
        )
      } catch {
        throw .syntax(template: name, line: 1, column: 1, message: "\(error)")
      }
    }
    self.library = library
  }

  /// A file that is shown as it is.
  func file(_ name: String) throws(ReportingError) -> String {
    guard let source = sources[name] else { throw .missingTemplate(name) }
    return source
  }

  /// Renders a view; a name that the view does not have is an error.
  func render(_ name: String, _ view: ViewModel) throws(ReportingError) -> String {
    let misses = MissLog()
    guard let output = library.render(view.strict(misses), withTemplate: name) else {
      throw .missingTemplate("\(name).mustache")
    }
    let unknown = misses.all
    guard unknown.isEmpty else {
      throw .unknownNames(template: "\(name).mustache", names: unknown.map { place(of: $0) })
    }
    return output
  }

  /// A name with the first place in any template that uses it.
  private func place(of name: String) -> String {
    for (file, source) in sources.sorted(by: { $0.key < $1.key }) {
      if let tag = TemplateTag.all(in: source).first(where: {
        $0.kind == .name && $0.name.split(separator: ".").last.map(String.init) == name
      }) {
        return "\(name) (\(file):\(tag.line):\(tag.column))"
      }
    }
    return name
  }

  /// Partials and transforms that do not exist would silently print nothing.
  private static func check(
    _ name: String,
    _ source: String,
    known: [String: String]
  ) throws(ReportingError) {
    let type = contentType(of: name)
    guard source.hasPrefix("{{%CONTENT_TYPE: \(type)}}") else {
      throw .missingContentType(template: name, expected: type)
    }
    for tag in TemplateTag.all(in: source) {
      if tag.kind == .partial, known["\(tag.name).mustache"] == nil {
        throw .syntax(
          template: name,
          line: tag.line,
          column: tag.column,
          message: "there is no partial '\(tag.name)'"
        )
      }
      if tag.kind == .name, tag.name.contains("(") {
        throw .syntax(
          template: name,
          line: tag.line,
          column: tag.column,
          message: "there is no transform '\(tag.name)'; values are formatted already"
        )
      }
    }
  }

  /// The content type that a template must declare, by the extension of what it makes.
  static func contentType(of name: String) -> String {
    switch stem(name).split(separator: ".").last {
    case "md": "SAFEMARKDOWN"
    case "txt": "SAFETEXT"
    case "csv": "SAFECSV"
    case "json": "SAFEJSON"
    default: "SAFEHTML"
    }
  }

  private static func stem(_ name: String) -> String {
    name.hasSuffix(".mustache") ? String(name.dropLast(".mustache".count)) : name
  }
}
