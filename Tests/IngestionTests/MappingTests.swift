import Model
import Testing

@testable import Ingestion

/// Mappings say what they cannot do, and proposals look at cells where names tell nothing.
struct MappingTests {
  private func options(_ mapping: String) throws -> IngestionOptions {
    IngestionOptions(mapping: try MappingReader.read(mapping, named: "in.csv.mapping.yml"))
  }

  @Test("every mapped column has to be in the header")
  func missingColumn() throws {
    let reading = try read(
      "Day,Who,Money,Departmnt\n2026-01-31,Ana,5,Ops\n",
      options: try options(
        "currency: EUR\ncolumns: {date: Day, freelancer: Who, amount: Money, department: Department}"
      )
    )
    #expect(reading.refusal?.code == "missing-columns" && reading.refusal?.location?.line == 1)
    #expect(reading.refusal?.message.contains("'Department' ('Departmnt' looks like it)") == true)
  }

  @Test(
    "rules that only work on mapped columns are wrong without them",
    arguments: [
      "sign: negate", "kind: fee", "if: [{column: State, matches: [x], then: skip}]", "skip: 2",
    ]
  )
  func rulesWithoutColumns(rule: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try options("delimiter: ';'\n" + rule) }
    #expect(error?.diagnostic.code == "no-effect" && error?.diagnostic.location?.line == 2)
    #expect(try options("delimiter: ';'\ndecimalChar: ','").mapping != nil)
  }

  @Test("a mapping without a freelancer is warned about, unless it maps what nobody works")
  func noFreelancer() throws {
    let text = "Day,Money\n2026-01-31,5\n"
    let columns = "currency: EUR\ncolumns: {date: Day, amount: Money}\n"
    #expect(
      try read(text, options: try options(columns)).diagnostics.map(\.code)
        == ["no-freelancer-column"]
    )
    #expect(try read(text, options: try options("kind: fee\n" + columns)).diagnostics.isEmpty)
  }

  @Test(
    "refunds and credit notes lower the cost whatever their sign",
    arguments: ["refund", "credit_note"]
  )
  func credits(kind: String) throws {
    let reading = try read(
      "Day,Who,Money\n2026-01-31,Ana,5.00\n2026-02-01,Ana,-7.00\n",
      options: try options(
        "kind: \(kind)\ncurrency: EUR\ncolumns: {date: Day, freelancer: Who, amount: Money}"
      )
    )
    #expect(reading.lines.map(\.amount.description) == ["-5.00", "-7.00"])
    #expect(reading.lines.allSatisfy { $0.kind.rawValue == kind })
  }

  private let debits =
    "sign: debitCredit\ncurrency: EUR\n"
    + "columns: {date: Day, freelancer: Who, debit: Out, credit: In, description: What}\n"

  private func amounts(_ rows: [String], _ mapping: String) throws -> InputReading {
    try read(
      "Day,Who,Out,In,What\n" + rows.map { "2026-01-31,Ana,\($0),x\n" }.joined(),
      options: try options(mapping)
    )
  }

  @Test("a minus sign among amounts without one takes a booking back, on either side")
  func reversals() throws {
    let reading = try amounts(["100.00,", "-40.00,", ",20.00", ",-5.00"], debits)
    #expect(reading.lines.map(\.amount.description) == ["100.00", "-40.00", "-20.00", "5.00"])
    #expect(reading.lines.map(\.kind) == [.invoice, .creditNote, .creditNote, .invoice])
    #expect(reading.diagnostics.map(\.code) == ["reversals", "reversals"])
    #expect(reading.diagnostics.compactMap(\.location?.line) == [3, 5])
  }

  @Test("where every amount of a side has a minus sign, it says no more than the side does")
  func decoration() throws {
    let reading = try amounts(["-100.00,", "0.00,", "-40.00,", ",20.00", ",x"], debits)
    #expect(reading.lines.map(\.amount.description) == ["100.00", "0.00", "40.00", "-20.00"])
    #expect(reading.lines.map(\.kind) == [.invoice, .invoice, .invoice, .creditNote])
    #expect(reading.diagnostics.map(\.code) == ["signs-without-meaning"])
    #expect(reading.rejects.map(\.code) == ["bad-number"])
  }

  @Test("the sign of an amount with a direction is read within its direction")
  func directions() throws {
    let mapping =
      "sign: directionColumn\ncurrency: EUR\n"
      + "direction: {cost: [OUT], credit: [IN], skip: [OWN]}\n"
      + "columns: {date: Day, freelancer: Who, amount: Money, direction: Way}\n"
    func read(_ rows: [String]) throws -> InputReading {
      try IngestionTests.read(
        "Day,Who,Money,Way\n" + rows.map { "2026-01-31,Ana,\($0)\n" }.joined(),
        options: try options(mapping)
      )
    }
    let mixed = try read(["100,OUT", "-40,OUT", "-10,IN", "-7,OWN", "-9,ODD"])
    #expect(mixed.lines.map(\.amount.description) == ["100", "-40", "-10"])
    #expect(mixed.rejects.map(\.amount?.description) == ["-7", "-9"])
    #expect(mixed.diagnostics.map(\.code) == ["reversals", "signs-without-meaning"])
    let decorated = try read(["-100,OUT", "-40,OUT", "10,IN"])
    #expect(decorated.lines.map(\.amount.description) == ["100", "40", "-10"])
  }

  @Test("rows that a mapping leaves out keep their amounts, as far as they are records with a day")
  func amountsLeftOut() throws {
    let rules =
      "if: [{column: What, matches: [void], then: skip}]\nend: {column: Who, matches: [Sum*]}\n"
    let table =
      "Day,Who,Out,In,What\n2026-01-31,Ana,100.00,,x\n2026-01-31,Ana,,30.00,void\n"
      + ",Ana,12.00,,void\n2026-01-31,Sums below,70.00,,x\n2026-01-31,Bob,8.00,,x\n,,170.00,,\n"
    let reading = try read(table, options: try options(rules + debits))
    #expect(reading.lines.map(\.amount.description) == ["100.00"])
    #expect(
      reading.rejects.map { "\($0.code) \($0.amount?.description ?? "none")" } == [
        "skipped-by-mapping -30.00", "skipped-by-mapping none", "after-end 70.00",
        "after-end 8.00", "after-end none",
      ]
    )
    #expect(reading.rejects.filter { $0.amount != nil }.allSatisfy { $0.currency == .eur })
  }

  @Test("quantity times rate stays exact, as the figures need it")
  func product() throws {
    let reading = try read(
      "Day,Who,Hours,Rate\n2026-01-31,Ana,10.5,114.3808\n",
      options: try options(
        "currency: EUR\ncolumns: {date: Day, freelancer: Who, quantity: Hours, unit_price: Rate}"
      )
    )
    #expect(reading.lines.map(\.amount.description) == ["1200.9984"])
  }

  private func proposal(_ text: String) throws -> String {
    try #require(try MappingProposal.text(MemorySource(Array(text.utf8)), named: "in.csv"))
  }

  @Test("dates and currencies are found by their cells")
  func cells() throws {
    let text = try proposal(
      "Wann;Wer;Geld Betrag;Betrag;Einheit der Zahlung\n"
        + "31.01.2026;Ana;x;5,50;EUR\n01.02.2026;Ola;y;7,25;USD\n"
    )
    #expect(text.contains("  date: \"Wann\"") && text.contains("dateFormat: \"%d.%m.%Y\""))
    #expect(text.contains("  currency: \"Einheit der Zahlung\""))
    #expect(text.contains("  freelancer: \"Wer\""))
  }

  @Test("a name of a column stands for one field, as names are folded")
  func distinctSynonyms() {
    let names = FieldSynonyms.names.flatMap(\.names)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { FieldSynonyms.fold($0) == $0 })
    #expect(Set(FieldSynonyms.names.map(\.field)).count == FieldSynonyms.names.count)
  }

  @Test("cells that contradict each other are an open question of the proposal")
  func contradictions() throws {
    let text = try proposal(
      "Datum;Wer;Betrag\n31/01/2026;Ana;5,50\n01/31/2026;Ola;7.25\n02/03/2026;Ola;1.250\n"
    )
    #expect(text.contains("# dateFormat: \"%d/%m/%Y\"    # or \"%m/%d/%Y\": the cells contradict"))
    #expect(text.contains("# decimalChar: \".\"    # or \",\": the cells contradict"))
  }

  @Test(
    "a table in the words of its country is proposed whole",
    arguments: [
      "Buchungstag;Rechnungsnr;Auftragnehmer;Leistung;Stunden;Satz;Nettobetrag;Waehrung",
      "Date de facture;N\u{B0} de facture;Fournisseur;D\u{E9}signation;Heures;Taux horaire;Montant HT;Devise",
      "Fecha de factura;N\u{BA} factura;Proveedor;Concepto;Horas;Tarifa;Base imponible;Moneda",
      "Data fattura;Numero fattura;Fornitore;Causale;Ore;Tariffa oraria;Imponibile;Valuta",
      "Data de emiss\u{E3}o;N\u{BA} fatura;Fornecedor;Descri\u{E7}\u{E3}o;Horas;Pre\u{E7}o unit\u{E1}rio;Valor l\u{ED}quido;Moeda",
      "Factuurdatum;Factuurnr.;Leverancier;Omschrijving;Uren;Uurtarief;Bedrag excl. btw;Valuta",
    ]
  )
  func languages(header: String) throws {
    let text = try proposal(header + "\n31.01.2026;R-1;Ana;x;10;5,50;55,00;EUR\n")
    let fields = [
      "date", "document", "freelancer", "description", "quantity", "unit_price", "amount",
      "currency",
    ]
    for (field, name) in zip(fields, header.split(separator: ";")) {
      #expect(text.contains("  \(field): \"\(name)\"\n"), "\(field)")
    }
  }

  @Test(
    "a key that could have no effect is an error",
    arguments: [
      ("names: [a, b]", 1), ("direction: {cost: [OUT]}", 1), ("type: {x: invoice}", 1),
    ]
  )
  func keysWithoutEffect(key: String, line: Int) {
    let error = #expect(throws: ConfigurationError.self) {
      try options(key + "\ncolumns: {date: Day, amount: Money}\n")
    }
    #expect(error?.diagnostic.code == "no-effect" && error?.diagnostic.location?.line == line)
  }

  @Test(
    "the words of exports are known",
    arguments: [
      ("Buchung", "date"), ("Datum", "date"), ("Waehrung", "currency"), ("Währung", "currency"),
      ("Name", "freelancer"), ("who", "freelancer"),
    ]
  )
  func synonyms(name: String, field: String) {
    let known = FieldSynonyms.names.first { $0.field.rawValue == field }?.names
    #expect(known?.contains(FieldSynonyms.fold(name)) == true)
  }
}
