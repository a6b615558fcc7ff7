public import ArgumentParser
public import Ingestion

/// What the user can say about CSV inputs that do not tell themselves; a mapping beside an input
/// says it for that input alone.
struct CSVArguments: ParsableArguments {
  @Option(help: "The delimiter of CSV inputs, one character or 'tab'; else the header tells.")
  var delimiter: CSVDelimiter?
  @Option(help: "The encoding of text inputs, for example windows-1252; else the bytes tell.")
  var encoding: TextEncoding?
  @Option(help: "The decimal mark of columns that do not prove theirs: . or ,")
  var decimalMark: CSVDecimalMark?
  @Option(help: "The order of day and month in columns that do not prove theirs: dmy or mdy.")
  var dateOrder: DateOrder?

  /// The options for ingestion.
  var options: CSVOptions {
    var options = CSVOptions()
    options.delimiter = delimiter?.scalar
    options.encoding = encoding
    options.decimalMark = decimalMark?.scalar
    options.dateOrder = dateOrder
    return options
  }
}

/// A delimiter on the command line.
struct CSVDelimiter: ExpressibleByArgument {
  /// The character.
  let scalar: Unicode.Scalar

  /// Reads one ASCII character, or `tab` and `\t`.
  init?(argument: String) {
    let text = argument == "tab" || argument == "\\t" ? "\t" : argument
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1, scalar.isASCII,
      !("0"..."9").contains(scalar), scalar != "\"", scalar != "\n", scalar != "\r"
    else { return nil }
    self.scalar = scalar
  }
}

/// A decimal mark on the command line.
enum CSVDecimalMark: String, ExpressibleByArgument {
  case point = "."
  case comma = ","

  /// The character.
  var scalar: Unicode.Scalar { self == .point ? "." : "," }
}

extension DateOrder: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {
  /// Reads a label such as `cp1252`.
  public init?(argument: String) { self.init(label: argument) }
}
