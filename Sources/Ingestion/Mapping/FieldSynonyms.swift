/// The names that exports give to the fields of a record, in the languages of the exports seen.
enum FieldSynonyms {
  /// The names of each field, folded as ``fold(_:)`` does; the first field that has a name wins.
  static let names: [(field: MappedField, names: [String])] = [
    (
      .date,
      [
        "date", "invoice date", "issue date", "issued", "issued on", "bill date",
        "transaction date",
        "posting date", "posted on", "work date", "created", "created at", "created on", "datum",
        "rechnungsdatum", "belegdatum", "buchungsdatum", "buchungstag", "buchung", "leistungsdatum",
        "fecha",
        "fecha de factura", "data", "data fattura", "date de facture", "date facture",
        "factuurdatum", "data wystawienia", "paid date", "payment date", "start date",
      ]
    ), (.periodStart, ["period start", "from", "service start", "von", "leistungsbeginn"]),
    (.periodEnd, ["period end", "to", "end date", "service end", "bis", "leistungsende"]),
    (
      .amount,
      [
        "amount", "net amount", "net", "line amount", "subtotal", "total amount", "total",
        "gross amount", "gross", "sum", "price", "cost", "cost amount", "value", "betrag",
        "nettobetrag", "netto", "summe", "gesamtbetrag", "umsatz", "importe", "monto", "importo",
        "montant", "montant ht", "bedrag", "kwota", "kwota netto", "amount paid",
      ]
    ), (.debit, ["debit", "debit amount", "paid out", "withdrawal", "soll", "ausgabe", "débit"]),
    (.credit, ["credit", "credit amount", "paid in", "deposit", "haben", "einnahme", "crédit"]),
    (
      .currency,
      [
        "currency", "currency code", "ccy", "währung", "waehrung", "moneda", "valuta", "devise",
        "waluta",
      ]
    ),
    (
      .freelancer,
      [
        "freelancer", "freelancer name", "contractor", "contractor name", "name", "vendor",
        "vendor name", "supplier", "supplier name", "payee", "payee name", "seller", "seller name",
        "worker", "worker name", "talent", "provider", "user", "auftragnehmer", "lieferant",
        "dienstleister", "kreditor", "proveedor", "fornitore", "fournisseur", "prestataire",
        "leverancier", "dostawca", "wykonawca", "recipient", "empfänger", "who", "wer",
      ]
    ),
    (
      .freelancerID,
      [
        "freelancer id", "contractor id", "vendor id", "supplier id", "worker id", "email",
        "e mail", "freelancer email", "user name", "username",
      ]
    ), (.country, ["country", "country code", "land", "país", "pays", "paese"]),
    (
      .document,
      [
        "invoice id", "invoice number", "invoice no", "invoice", "document", "document number",
        "bill no", "bill number", "number", "reference number", "transaction id", "order id", "id",
        "ref id", "rechnungsnummer", "rechnung", "belegnummer", "beleg", "factura", "fattura",
        "numéro de facture", "factuurnummer", "faktura", "numer faktury",
      ]
    ), (.lineID, ["line id", "line", "line number", "position", "item id"]),
    (.buyer, ["buyer", "client", "client name", "customer", "kunde", "auftraggeber", "cliente"]),
    (.contract, ["contract", "contract id", "contract number", "vertrag", "contract name"]),
    (.project, ["project", "project name", "projekt", "proyecto", "progetto", "projet"]),
    (.order, ["purchase order", "po", "po number", "bestellung", "bestellnummer"]),
    (.role, ["role", "position title", "job title", "rolle", "funktion", "rol", "rôle"]),
    (
      .department,
      ["department", "team", "cost center", "cost centre", "abteilung", "kostenstelle"]
    ),
    (
      .description,
      [
        "description", "item description", "line description", "memo", "note", "notes", "details",
        "task", "beschreibung", "verwendungszweck", "leistung", "text", "descripción",
        "descrizione", "opis", "omschrijving", "libellé",
      ]
    ),
    (
      .quantity,
      [
        "quantity", "qty", "hours", "hours worked", "duration", "time", "menge", "stunden", "horas",
        "ore", "heures", "uren", "godziny",
      ]
    ), (.unit, ["unit", "units", "einheit"]),
    (
      .unitPrice,
      ["rate", "hourly rate", "unit price", "price per hour", "stundensatz", "einzelpreis", "satz"]
    ), (.fee, ["fee", "fees", "service fee", "gebühr", "gebühren"]),
    (.direction, ["direction", "in out", "richtung"]),
    (.type, ["type", "transaction type", "typ", "art", "tipo"]),
  ]

  /// The names of the fields of job postings.
  static let ofPostings: [(field: MappedField, names: [String])] = [
    (
      .title,
      ["title", "job title", "position", "position title", "stellenbezeichnung", "jobtitel"]
    ),
    (.description, ["description", "job description", "body", "text", "beschreibung"]),
    (
      .date,
      ["date", "published date", "published on", "posted", "posted on", "created on", "datum"]
    ), (.postingID, ["id", "uid", "posting id", "job id", "requisition id"]),
    (.category, ["category", "kategorie", "occupation"]), (.skills, ["skills", "tags"]),
    (.type, ["type", "job type", "contract type"]), (.duration, ["duration", "project length"]),
    (.hoursPerWeek, ["hours per week", "engagement", "workload"]),
    (.department, ["department", "team", "abteilung"]),
    (.buyer, ["company", "client", "employer"]),
  ]

  /// A name without case, currency in parentheses, and with one space where words part.
  static func fold(_ name: String) -> String {
    var text = name.lowercased()
    if let open = text.firstIndex(of: "(") { text = String(text[..<open]) }
    return text.split { $0 == " " || $0 == "_" || $0 == "-" || $0 == "." || $0 == "*" }
      .joined(separator: " ")
  }
}
