/// Why a report could not be rendered; nothing is written then.
public enum ReportingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A template is not valid Mustache.
  case syntax(template: String, line: Int, column: Int, message: String)
  /// A template names something that does not exist.
  case unknownName(template: String, line: Int, column: Int, name: String, nearest: String?)
  /// A template that a report needs is missing.
  case missingTemplate(String)
  /// A directory of templates holds a file that no report uses.
  case unknownTemplate(String, nearest: String?)
  /// A template does not begin with the pragma of its content type.
  case missingContentType(template: String, expected: String)
  /// A template leaves out what every report must show.
  case missingSection(template: String, section: String)

  /// A line of a file of words or colours is wrong.
  case invalid(file: String, line: Int, String)
  /// A file became longer than those who show it take.
  case tooLong(file: String, limit: Int)
  /// There are no words for a language.
  case unknownLanguage(String, known: [String])

  /// The reason with what to do.
  public var description: String {
    switch self {
    case .syntax(let template, let line, let column, let message):
      "\(template):\(line):\(column): error: \(message) [template-syntax]"
    case .unknownName(let template, let line, let column, let name, let nearest):
      "\(template):\(line):\(column): error: there is no '\(name)' here"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "") + " [template-name]"
    case .missingTemplate(let name): "error: the template \(name) is missing [template-missing]"
    case .unknownTemplate(let name, let nearest):
      "\(name):1:1: error: no report uses this template"
        + (nearest.map { "; did you mean \($0)?" } ?? "") + " [template-unknown]"
    case .missingContentType(let template, let expected):
      "\(template):1:1: error: begin it with {{%CONTENT_TYPE: \(expected)}} [template-type]"
    case .invalid(let file, let line, let message):
      "\(file):\(line):1: error: \(message) [template-words]"
    case .tooLong(let file, let limit):
      "\(file).mustache:1:1: error: the file is longer than \(limit) [template-length]"
    case .unknownLanguage(let code, let known):
      "error: there are no words for the language '\(code)'; known: "
        + "\(known.joined(separator: ", ")) (strings.\(code).txt in the template directory adds it) "
        + "[template-language]"
    case .missingSection(let template, let section):
      "\(template):1:1: error: the report must show \(section) [template-section]"
    }
  }
}
