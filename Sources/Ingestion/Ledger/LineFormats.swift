internal import Model

extension [InvoiceLine] {
  /// The formats of these lines; lines of one format mostly stand together.
  var formats: Set<FormatName> {
    var formats: Set<FormatName> = []
    var last: FormatName?
    for line in self where line.format != last {
      formats.insert(line.format)
      last = line.format
    }
    return formats
  }
}
