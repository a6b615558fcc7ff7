import Model
import Testing

@testable import Ingestion

/// What the user says about decimal marks and dates reaches every format whose locale decides them.
struct DeclaredConventionTests {
  private func options(_ mark: Unicode.Scalar?, _ order: DateOrder? = nil) -> IngestionOptions {
    var options = IngestionOptions(defaultCurrency: .eur)
    options.csv.decimalMark = mark
    options.csv.dateOrder = order
    return options
  }

  private let toggl = "User,Start date,Duration,Amount (EUR)\nNia,01/02/2026,02:00:00,\"1,075\"\n"
  private let xero =
    "ContactName,InvoiceNumber,InvoiceDate,InvoiceAmountDue,Total,LineAmount,Currency,Type\n"
    + "Nia Ltd,A,01/02/2026,0,\"1.075\",\"1.075\",EUR,Bill\n"
  private let quickBooks =
    ",Date,Transaction type,Num,Amount\nNia,,,,\n,01/02/2026,Bill,7,\"1.075\"\n"
    + "Total for Nia,,,,\"1.075\"\n"

  @Test("without a proof or an answer Toggl, Xero and QuickBooks are asked about")
  func questions() throws {
    for text in [toggl, xero, quickBooks] {
      #expect(
        try read(text, options: options(nil, .monthFirst)).refusal?.code == "ambiguous-decimal-mark"
      )
    }
  }

  @Test("an option answers for Toggl, Xero and QuickBooks")
  func answers() throws {
    #expect(
      try read(toggl, options: options(".", .monthFirst)).lines.map(\.amount.description)
        == ["1075"]
    )
    for text in [xero, quickBooks] {
      let reading = try read(text, options: options(",", .monthFirst))
      #expect(reading.lines.map(\.amount.description) == ["1075"])
      #expect(reading.lines.map(\.date?.description) == ["2026-01-02"])
      #expect(reading.diagnostics.isEmpty, "the vendor's total is read with the same mark")
    }
  }

  @Test("a mapping without columns answers as the options do")
  func sidecar() throws {
    let mapping = try MappingReader.read(
      "decimalChar: \",\"\ndateFormat: \"%d/%m/%Y\"\n",
      named: "x.csv.mapping.yml"
    )
    let reading = try read(xero, options: IngestionOptions(mapping: mapping))
    #expect(reading.lines.map(\.amount.description) == ["1075"])
    #expect(reading.lines.map(\.date?.description) == ["2026-02-01"])
  }

  @Test("Tacit's own tables are read as the user says, else with points and ISO dates")
  func ownTables() throws {
    let text = "date,freelancer,amount,currency\n01.02.2026,Ana,\"1.234,50\",EUR\n"
    #expect(try read(text).rejects.first?.code == "bad-date")
    let reading = try read(text, options: options(",", .dayFirst))
    #expect(reading.lines.map(\.amount.description) == ["1234.50"])
    #expect(reading.lines.map(\.date?.description) == ["2026-02-01"])
  }

  @Test("a format that is known to write another mark or order says that the option is ignored")
  func ignored() throws {
    let upwork =
      "Date,Ref ID,Transaction type,Amount $,Currency\n\"Feb 23, 2026\",7,Hourly,-10.00,USD\n"
    let reading = try read(upwork, options: options(",", .dayFirst))
    #expect(reading.lines.count == 1)
    #expect(reading.diagnostics.map(\.code).filter { $0 == "option-ignored" }.count == 1)
    #expect(
      try read(upwork, options: options(".")).diagnostics.allSatisfy {
        $0.code != "option-ignored"
      }
    )
    let wise = "TransferWise ID,Date,Amount,Currency,Total fees\nT1,01-02-2026,-10.00,EUR,0\n"
    let days = try read(wise, options: options(nil, .monthFirst))
    #expect(days.lines.first?.date?.description == "2026-02-01")
    #expect(days.diagnostics.filter { $0.code == "option-ignored" }.count == 1)
  }

  @Test("the remedy of a bad number names the option where the column writes another mark")
  func remedy() throws {
    let toggl =
      "User,Start date,Duration,Amount (EUR)\nNia,2026-02-01,02:00:00,\"75,50\"\n"
    let own = "date,freelancer,amount,currency\n2026-01-31,Ana,\"125,00\",EUR\n"
    for reading in [try read(toggl, options: options(".")), try read(own)] {
      #expect(reading.rejects.map(\.code) == ["bad-number"])
      #expect(reading.rejects.first?.remedy.contains("--decimal-mark ,") == true)
    }
    let bad = try read("date,freelancer,amount,currency\n2026-01-31,Ana,12x,EUR\n")
    #expect(bad.rejects.first?.remedy.contains("--decimal-mark") == false)
  }

  private func semicolons(_ amounts: String...) -> String {
    "date;freelancer;amount;currency\n"
      + amounts.map { "2026-01-31;Ana;\($0);EUR\n" }.joined()
  }

  @Test("where the delimiter is no comma, Tacit's own tables have to prove their decimal mark")
  func ownTablesOfOtherLocales() throws {
    #expect(try read(semicolons("1.250")).refusal?.code == "ambiguous-decimal-mark")
    #expect(
      try read(semicolons("1.250").replacing(";", with: "\t")).refusal?.code
        == "ambiguous-decimal-mark"
    )
    func amounts(_ text: String, _ mark: Unicode.Scalar? = nil) throws -> [String] {
      try read(text, options: options(mark)).lines.map(\.amount.description)
    }
    #expect(try amounts(semicolons("1.250", "12,5")) == ["1250", "12.5"])
    #expect(try amounts(semicolons("1.250", "12.50")) == ["1.250", "12.50"])
    #expect(try amounts(semicolons("1.250"), ",") == ["1250"])
    #expect(try amounts(semicolons("1.250"), ".") == ["1.250"])
    #expect(try amounts(semicolons("1250")) == ["1250"])
    let layout = try #require(try read(semicolons("12,5")).layout)
    #expect(
      layout.columns.first { $0.name == "amount" }?.convention
        == "decimal mark ',', proved by line 2"
    )
  }

  @Test("a zero at the end does not make a third decimal of money one of the currency's")
  func thirdDecimal() throws {
    func table(_ amount: String, _ currency: String) -> String {
      "date,freelancer,amount,currency\n2026-01-31,Ana,\(amount),\(currency)\n"
    }
    let reading = try read(table("1.250", "EUR"))
    #expect(reading.rejects.map(\.code) == ["too-many-decimals"])
    #expect(reading.rejects.first?.remedy.contains("--decimal-mark") == true)
    #expect(try read(table("1.250", "EUR"), options: options(".")).lines.count == 1)
    #expect(try read(table("1.250", "KWD")).lines.count == 1)
    #expect(try read(table("12.5000", "EUR")).lines.count == 1)
  }
}
