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
  private let languages: [String: Language]
  /// Whose report it is.
  let brand: Brand

  /// The templates that the program carries.
  public static func embedded() throws(ReportingError) -> TemplateSet { try overriding([:]) }

  /// The program's templates with some files replaced; names are those of `Templates/`.
  public static func overriding(
    _ files: [String: [UInt8]]
  ) throws(ReportingError) -> TemplateSet {
    var sources = EmbeddedTemplates.all
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      guard sources[name] != nil || Self.languageCode(of: name) != nil else {
        throw .unknownTemplate(
          name,
          nearest: NearestName.to(name, in: EmbeddedTemplates.all.keys.sorted())
        )
      }
      guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else {
        throw .invalid(file: name, line: 1, "this is no text in UTF-8")
      }
      sources[name] = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }
    return try TemplateSet(sources)
  }

  private init(_ sources: [String: String]) throws(ReportingError) {
    ContentTypes.register()
    self.sources = sources
    languages = try Self.languages(sources)
    brand = try Brand(sources[Brand.file] ?? "", like: EmbeddedTemplates.all[Brand.file] ?? "")
    var library = MustacheLibrary()
    for (name, source) in sources.sorted(by: { $0.key < $1.key })
    where name.hasSuffix(".mustache") {
      try Self.check(name, source, known: sources)
      try Self.checkEnd(of: name, in: sources, below: [name])
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

  /// The codes of the languages, sorted.
  public var languageCodes: [String] { languages.keys.sorted() }

  /// Makes sure that there are words for a language.
  public func check(language code: String) throws(ReportingError) { _ = try language(code) }

  /// A language by its code.
  func language(_ code: String) throws(ReportingError) -> Language {
    guard let language = languages[code] else {
      throw .unknownLanguage(code, known: languageCodes)
    }
    return language
  }

  /// Every language must say what English says.
  private static func languages(
    _ sources: [String: String]
  ) throws(ReportingError) -> [String: Language] {
    let model = try SettingsFile(
      EmbeddedTemplates.all["strings.en.txt"] ?? "",
      named: "strings.en.txt"
    ).entries.mapValues(\.text)
    var languages: [String: Language] = [:]
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      guard let code = languageCode(of: name) else { continue }
      let texts = try SettingsFile(source, named: name).texts(like: model)
      languages[code] = Language(code: code, texts: texts)
    }
    return languages
  }

  /// The language of a file of words, for example `de` of `strings.de.txt`.
  private static func languageCode(of name: String) -> String? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "strings", parts[2] == "txt",
      (2...3).contains(parts[1].count),
      parts[1].allSatisfy({ $0.isASCII && $0.isLowercase })
    else { return nil }
    return String(parts[1])
  }

  /// A file that is shown as it is.
  func file(_ name: String) throws(ReportingError) -> String {
    guard let source = sources[name] else { throw .missingTemplate(name) }
    return source
  }

  /// Renders a view; a name that the view does not have is an error.
  func render(
    _ name: String,
    _ view: ViewModel,
    in language: Language? = nil
  ) throws(ReportingError) -> String {
    let misses = MissLog(words: language?.texts ?? [:])
    guard let output = library.render(view.strict(misses), withTemplate: name) else {
      throw .missingTemplate("\(name).mustache")
    }
    if let unknown = misses.all.first {
      let place = place(of: unknown.name)
      throw .unknownName(
        template: place?.file ?? "\(name).mustache",
        line: place?.line ?? 1,
        column: place?.column ?? 1,
        name: unknown.name,
        nearest: unknown.nearest
      )
    }
    return output
  }

  /// The first place in any template that uses a name.
  private func place(of name: String) -> (file: String, line: Int, column: Int)? {
    for (file, source) in sources.sorted(by: { $0.key < $1.key }) where file.hasSuffix(".mustache")
    {
      if let tag = TemplateTag.all(in: source).first(where: {
        $0.kind == .name && $0.name.split(separator: ".").last.map(String.init) == name
      }) {
        return (file, tag.line, tag.column)
      }
    }
    return nil
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

  /// A partial that includes itself, directly or by others, would never end.
  private static func checkEnd(
    of name: String,
    in sources: [String: String],
    below outer: [String]
  ) throws(ReportingError) {
    for tag in TemplateTag.all(in: sources[name] ?? "") where tag.kind == .partial {
      let inner = "\(tag.name).mustache"
      guard !outer.contains(inner) else {
        throw .syntax(
          template: name,
          line: tag.line,
          column: tag.column,
          message: "'\(tag.name)' would include itself without end"
        )
      }
      try checkEnd(of: inner, in: sources, below: outer + [inner])
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
