/// The names that exports give to the fields of a record, in the languages of the exports seen.
enum FieldSynonyms {
  /// The names of each field, folded as ``fold(_:)`` does; the first field that has a name wins.
  static let names: [(field: MappedField, names: [String])] = [
    (
      .date,
      [
        "date", "invoice date", "issue date", "issued", "issued on", "bill date",
        "transaction date", "posting date", "posted on", "work date", "created", "created at",
        "created on", "datum", "rechnungsdatum", "belegdatum", "buchungsdatum", "buchungstag",
        "buchung", "leistungsdatum", "fecha", "fecha de factura", "data", "data fattura",
        "date de facture", "date facture", "factuurdatum", "data wystawienia", "paid date",
        "payment date", "start date", "ausstellungsdatum", "zahlungsdatum",
        "date de la facture", "date de facturation", "date d'émission", "date d'opération",
        "fecha factura", "fecha de la factura", "fecha de emisión", "fecha emisión",
        "fecha de emision", "data documento", "data emissione", "data di emissione",
        "data da fatura", "data da factura", "data fatura", "data de emissão",
        "data de emissao", "datum factuur", "boekdatum", "boekingsdatum",
      ]
    ),
    (
      .periodStart,
      [
        "period start", "from", "service start", "von", "leistungsbeginn", "beginn",
        "leistungszeitraum von", "début", "debut", "date de début", "date de debut", "desde",
        "inicio", "fecha de inicio", "fecha inicio", "dal", "inizio", "data inizio",
        "data de início", "data de inicio", "van", "begindatum", "startdatum",
      ]
    ),
    (
      .periodEnd,
      [
        "period end", "to", "end date", "service end", "bis", "leistungsende", "ende",
        "enddatum", "leistungszeitraum bis", "fin", "date de fin", "hasta", "fecha de fin",
        "fecha fin", "al", "fine", "data fine", "até", "data de fim", "tot", "einddatum",
      ]
    ),
    (
      .amount,
      [
        "amount", "net amount", "net", "line amount", "nettobetrag", "betrag netto",
        "netto betrag", "netto", "nettosumme", "montant ht", "montant net", "total ht",
        "importe neto", "base imponible", "importo netto", "imponibile", "valor líquido",
        "valor liquido", "nettobedrag", "bedrag netto", "bedrag excl btw", "kwota netto",
        "subtotal", "total amount", "total", "gross amount", "gross", "sum", "price", "cost",
        "cost amount", "value", "betrag", "summe", "gesamtbetrag", "umsatz", "importe",
        "monto", "importo", "montant", "bedrag", "kwota", "amount paid", "gesamt",
        "gesamtsumme", "rechnungsbetrag", "honorar", "kosten", "preis", "prix", "montant ttc",
        "importe total", "totale", "valor", "montante", "valor total", "factuurbedrag",
        "totaal",
      ]
    ),
    (
      .debit,
      [
        "debit", "debit amount", "paid out", "withdrawal", "soll", "ausgabe", "débit",
        "belastung", "lastschrift", "debe", "débito", "debito", "dare", "addebito", "debet",
      ]
    ),
    (
      .credit,
      [
        "credit", "credit amount", "paid in", "deposit", "haben", "einnahme", "crédit",
        "gutschrift", "haber", "abono", "crédito", "credito", "avere", "accredito", "bij",
      ]
    ),
    (
      .currency,
      [
        "currency", "currency code", "ccy", "währung", "waehrung", "moneda", "valuta",
        "devise", "waluta", "whg", "wrg", "monnaie", "divisa", "moeda", "munteenheid",
      ]
    ),
    (
      .freelancer,
      [
        "freelancer", "freelancer name", "contractor", "contractor name", "vendor",
        "vendor name", "supplier", "supplier name", "payee", "payee name", "seller",
        "seller name", "worker", "worker name", "talent", "provider", "auftragnehmer",
        "lieferant", "dienstleister", "kreditor", "proveedor", "fornitore", "fournisseur",
        "prestataire", "leverancier", "dostawca", "wykonawca", "freiberufler",
        "freiberuflerin", "auftragnehmerin", "rechnungssteller", "lieferantenname",
        "zahlungsempfänger", "zahlungsempfaenger", "consultant", "indépendant", "bénéficiaire",
        "beneficiaire", "nom du fournisseur", "autónomo", "autonomo", "contratista", "emisor",
        "beneficiario", "collaboratore", "consulente", "libero professionista", "prestatore",
        "fornecedor", "prestador", "prestador de serviços", "contratado", "beneficiário",
        "opdrachtnemer", "naam leverancier", "begunstigde", "name", "nom", "nombre", "nome",
        "naam", "user", "recipient", "empfänger", "empfaenger", "mitarbeiter", "who", "wer",
      ]
    ),
    (
      .freelancerID,
      [
        "freelancer id", "contractor id", "vendor id", "supplier id", "worker id", "email",
        "e mail", "freelancer email", "user name", "username", "lieferantennummer",
        "lieferantennr", "lieferanten nr", "kreditorennummer", "kreditorennr", "ust id",
        "ust idnr", "code fournisseur", "numéro fournisseur", "código de proveedor",
        "codigo de proveedor", "nif", "codice fornitore", "partita iva",
        "código do fornecedor", "leveranciersnummer", "vat id", "vat number", "tax id",
      ]
    ),
    (
      .country,
      [
        "country", "country code", "land", "país", "pays", "paese", "pais",
      ]
    ),
    (
      .document,
      [
        "invoice id", "invoice number", "invoice no", "invoice", "document", "document number",
        "bill no", "bill number", "rechnungsnummer", "belegnummer", "numéro de facture",
        "factuurnummer", "numer faktury", "invoice #", "invoice nr", "inv no", "rechnungsnr",
        "rechnungs nr", "rechnungs nummer", "rechnung nr", "re nr", "rg nr", "belegnr",
        "beleg nr", "dokumentnummer", "numéro facture", "numero de facture", "numero facture",
        "n° de facture", "n° facture", "nº facture", "no facture", "número de factura",
        "numero de factura", "número factura", "nº de factura", "nº factura", "n° factura",
        "num factura", "numero fattura", "n° fattura", "nr fattura", "numero documento",
        "número da fatura", "numero da fatura", "número da factura", "nº da fatura",
        "nº fatura", "factuurnr", "factuur nr", "factuur nummer", "boekstuknummer", "number",
        "reference number", "transaction id", "order id", "id", "ref id", "nummer", "numéro",
        "número", "numero", "factura", "fattura", "facture", "fatura", "factuur", "faktura",
        "rechnung", "beleg",
      ]
    ),
    (
      .lineID,
      [
        "line id", "line", "line number", "position", "item id", "zeile", "ligne", "línea",
        "riga", "linha", "regel",
      ]
    ),
    (
      .buyer,
      [
        "buyer", "client", "client name", "customer", "kunde", "auftraggeber", "cliente",
        "besteller", "acheteur", "comprador", "committente", "acquirente", "klant",
        "opdrachtgever",
      ]
    ),
    (
      .contract,
      [
        "contract", "contract id", "contract number", "vertrag", "contract name",
        "vertragsnummer", "vertragsnr", "contrat", "contrato", "contratto", "contractnummer",
      ]
    ),
    (
      .project,
      [
        "project", "project name", "projekt", "proyecto", "progetto", "projet", "projektname",
        "projeto", "projecto", "projectnaam",
      ]
    ),
    (
      .order,
      [
        "purchase order", "po", "po number", "bestellung", "bestellnummer", "bestellnr",
        "auftragsnummer", "auftragsnr", "commande", "bon de commande", "numéro de commande",
        "pedido", "número de pedido", "orden de compra", "ordine", "numero ordine",
        "ordem de compra", "encomenda", "bestelling", "inkooporder",
      ]
    ),
    (
      .role,
      [
        "role", "position title", "job title", "rolle", "funktion", "rol", "rôle", "fonction",
        "poste", "función", "puesto", "ruolo", "mansione", "função", "funcao", "functie",
      ]
    ),
    (
      .department,
      [
        "department", "team", "cost center", "cost centre", "abteilung", "kostenstelle",
        "bereich", "département", "centre de coûts", "centre de couts", "departamento",
        "centro de coste", "centro de costes", "reparto", "centro di costo", "centro de custo",
        "centro de custos", "afdeling", "kostenplaats",
      ]
    ),
    (
      .description,
      [
        "description", "item description", "line description", "memo", "note", "notes",
        "details", "task", "beschreibung", "verwendungszweck", "leistung", "descripción",
        "descrizione", "opis", "omschrijving", "libellé", "bezeichnung", "tätigkeit",
        "buchungstext", "betreff", "désignation", "prestation", "objet", "concepto",
        "descripcion", "causale", "oggetto", "descrição", "descricao", "toelichting", "text",
      ]
    ),
    (
      .quantity,
      [
        "quantity", "qty", "hours", "hours worked", "duration", "time", "menge", "stunden",
        "horas", "ore", "heures", "uren", "godziny", "anzahl", "std", "arbeitsstunden",
        "anzahl stunden", "dauer", "quantité", "quantite", "nombre d'heures", "durée",
        "cantidad", "horas trabajadas", "duración", "quantità", "quantita", "ore lavorate",
        "durata", "quantidade", "horas trabalhadas", "duração", "aantal", "aantal uren",
        "gewerkte uren",
      ]
    ),
    (
      .unit,
      [
        "unit", "units", "einheit", "unité", "unidad", "unità", "unidade", "eenheid",
      ]
    ),
    (
      .unitPrice,
      [
        "rate", "hourly rate", "unit price", "price per hour", "stundensatz", "einzelpreis",
        "satz", "stundenpreis", "preis pro stunde", "taux horaire", "tarif horaire",
        "prix unitaire", "tarif", "precio unitario", "precio por hora", "tarifa por hora",
        "tarifa", "prezzo unitario", "tariffa oraria", "tariffa", "preço unitário",
        "preco unitario", "valor hora", "uurtarief", "tarief", "prijs per uur",
      ]
    ),
    (
      .fee,
      [
        "fee", "fees", "service fee", "gebühr", "gebühren", "provision", "frais", "commission",
        "comisión", "comision", "commissione", "comissão", "comissao",
      ]
    ),
    (
      .direction,
      [
        "direction", "in out", "richtung", "soll/haben kennzeichen", "sens", "sentido",
        "direzione", "richting",
      ]
    ),
    (
      .type,
      [
        "type", "transaction type", "typ", "art", "tipo", "buchungsart", "transaktionsart",
        "soort",
      ]
    ),
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
