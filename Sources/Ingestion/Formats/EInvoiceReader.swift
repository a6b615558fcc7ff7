internal import Model

/// Reads documents of one invoice each, whose format adds its own conventions.
struct EInvoiceReader: XMLRecordReader {
  private let format: FormatName
  private let adapt: @Sendable (inout EInvoice) -> Void

  /// Creates a reader; `adapt` settles what the terms alone do not say: credit notes, sub-lines.
  init(format: FormatName, adapt: @escaping @Sendable (inout EInvoice) -> Void) {
    self.format = format
    self.adapt = adapt
  }

  mutating func read(_ unit: XMLUnit, into reading: inout InputReading) {
    var invoice = EInvoice(XMLGroup(unit), format: format)
    adapt(&invoice)
    invoice.publish(into: &reading)
  }
}
