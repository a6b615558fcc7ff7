/// The formats that Tacit reads, in the order in which they are tried and shown.
public enum InputFormats {
  /// Every format; a new one is one file and one line here.
  public static let all: [any InputFormat] = [
    UpworkTransactions(),
    UpworkWeeklySummary(),
    Payoneer(),
    PayPalActivity(),
    WiseStatement(),
    WiseTransfers(),
    TogglDetailed(),
    ClockifyDetailed(),
    HarvestDetailed(),
    XeroBills(),
    QuickBooksVendorList(),
    TacitInvoices(),
    TacitPostings(),
    MappedCSV(),
    UBLInvoice(),
    UBLCreditNote(),
    CIIInvoice(),
    ZUGFeRD1Invoice(),
    FatturaPA(),
    Facturae(),
    SETUInvoice(),
    CXMLInvoice(),
    CAMTStatement(),
    IndeedFeed(),
    LinkedInFeed(),
    ZipRecruiterFeed(),
    JoobleFeed(),
    AdzunaFeed(),
    PersonioFeed(),
    RecruiteeFeed(),
    TeamtailorFeed(),
    WPJobManagerFeed(),
    HRXMLPosition(),
    UpworkRSS(),
  ]

  /// The formats in CSV.
  static let csv: [any CSVFormat] = all.compactMap { $0 as? any CSVFormat }

  /// The formats in XML.
  static let xml: [any XMLFormat] = all.compactMap { $0 as? any XMLFormat }
}
