internal import Model

/// The Italian FatturaPA 1.2, of which one file may hold several invoices.
///
/// The cost is the gross side: what is withheld for the state is part of it, tax that the buyer pays
/// to the state in the seller's place (split payment) is no part of the payment, and the pension fund's
/// share is a charge, as are a surcharge on the document and stamp duty where the total holds them
/// (``FatturaExtras``). `Quantita` may be missing; the price is then the amount.
struct FatturaPA: XMLFormat {
  let name: FormatName = "fatturapa"
  let summary = "Italian FatturaPA 1.2, ordinary invoices (TD01 to TD28)"
  let grade = EvidenceGrade.standard
  let evidence = "Agenzia delle Entrate, FatturaPA 1.2; 17 public documents."

  private static let body = "FatturaElettronicaBody"
  private static let head = "FatturaElettronicaHeader"

  private static let layout = XMLLayout([
    .unit(
      ".",
      as: .header,
      party("CedentePrestatore", .seller, .sellerGivenName, .sellerSurname) + [
        .value("\(head)/CedentePrestatore/Sede/Nazione", as: .sellerCountry),
        .value("\(head)/CedentePrestatore/DatiAnagrafici/CodiceFiscale", as: .sellerID),
        .group(
          "\(head)/CedentePrestatore/DatiAnagrafici/IdFiscaleIVA",
          as: .sellerTaxNumber,
          [.value("IdPaese", as: .scheme), .value("IdCodice", as: .code)]
        ),
      ] + party("CessionarioCommittente", .buyer, .buyerGivenName, .buyerSurname) + [
        .group(body, as: .document, document)
      ]
    )
  ])

  private static func party(
    _ role: String,
    _ name: InvoiceTerm,
    _ given: InvoiceTerm,
    _ surname: InvoiceTerm
  ) -> [XMLRule<InvoiceTerm>] {
    let path = "\(head)/\(role)/DatiAnagrafici/Anagrafica"
    return [
      .value("\(path)/Denominazione", as: name), .value("\(path)/Nome", as: given),
      .value("\(path)/Cognome", as: surname),
    ]
  }

  private static let document: [XMLRule<InvoiceTerm>] = {
    let general = "DatiGenerali/DatiGeneraliDocumento"
    return [
      .value("\(general)/Numero", as: .number), .value("\(general)/Data", as: .issueDate),
      .value("\(general)/Divisa", as: .currency), .value("\(general)/TipoDocumento", as: .typeCode),
      .value("\(general)/ImportoTotaleDocumento", as: .grossTotal),
      .value("\(general)/DatiRitenuta/ImportoRitenuta", as: .withheld),
      .group(
        "\(general)/DatiCassaPrevidenziale",
        as: .charge,
        [.value("ImportoContributoCassa", as: .adjustmentAmount), .value("TipoCassa", as: .reason)]
      ),
      .group(
        "\(general)/ScontoMaggiorazione",
        as: .documentDiscount,
        [.value("Tipo", as: .code), .value("Importo", as: .adjustmentAmount)]
      ),
      .group(
        "\(general)/DatiBollo",
        as: .stampDuty,
        [.value("ImportoBollo", as: .adjustmentAmount)]
      ),
      .value("DatiGenerali/DatiOrdineAcquisto/IdDocumento", as: .order),
      .value(
        "DatiGenerali/DatiContratto/IdDocumento",
        "DatiGenerali/DatiConvenzione/IdDocumento",
        as: .contract
      ),
      .value(
        "DatiGenerali/DatiOrdineAcquisto/CodiceCUP",
        "DatiGenerali/DatiContratto/CodiceCUP",
        "DatiGenerali/DatiConvenzione/CodiceCUP",
        as: .project
      ),
      .value("DatiGenerali/DatiFattureCollegate/IdDocumento", as: .reference),
      .value("DatiPagamento/DettaglioPagamento/ImportoPagamento", as: .payable),
      .group(
        "DatiBeniServizi/DatiRiepilogo",
        as: .vat,
        [
          .value("ImponibileImporto", as: .vatBasis), .value("Imposta", as: .vatTax),
          .value("AliquotaIVA", as: .vatRate), .value("EsigibilitaIVA", as: .code),
        ]
      ),
      .group(
        "DatiBeniServizi/DettaglioLinee",
        as: .line,
        [
          .value("NumeroLinea", as: .lineID), .value("Descrizione", as: .name),
          .value("Quantita", as: .quantity), .value("UnitaMisura", as: .unit),
          .value("PrezzoUnitario", as: .price), .value("PrezzoTotale", as: .netAmount),
          .mark("ScontoMaggiorazione/Tipo", as: .discount),
          .value("DataInizioPeriodo", as: .periodStart), .value("DataFinePeriodo", as: .periodEnd),
        ]
      ),
    ]
  }()

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool {
    root
      == XMLName(
        "FatturaElettronica",
        namespace: "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"
      )
  }

  func makeReader() -> any XMLRecordReader { FatturaPAReader(format: name) }
}

private struct FatturaPAReader: XMLRecordReader {
  let format: FormatName

  mutating func read(_ unit: XMLUnit, into reading: inout InputReading) {
    let header = XMLGroup<InvoiceTerm>(unit)
    for body in header.groups(.document) {
      var invoice = EInvoice(body, header: header, format: format)
      let taxNumber = header.groups(.sellerTaxNumber).first
      if let country = taxNumber?.text(.scheme), let code = taxNumber?.text(.code) {
        invoice.sellerID = country + code
      }
      // TD04 is a credit note, TD08 a simplified one; both are written positive.
      invoice.isCredit = ["TD04", "TD08"].contains(body.text(.typeCode) ?? "")
      invoice.countsNegative = invoice.isCredit
      // S, scissione dei pagamenti: the total contains the tax, the payment does not.
      for (index, group) in body.groups(.vat).enumerated() where group.text(.code) == "S" {
        invoice.vat[index].isPaidByBuyer = true
      }
      invoice.netTotal = Self.sum(invoice.vat.map(\.basis))
      invoice.payable = Self.sum(body.texts(.payable))
      FatturaExtras(body).add(to: &invoice)
      invoice.publish(into: &reading)
    }
  }

  /// What is stated in parts only: the bases of all rates are the net total, the instalments of a
  /// payment what is payable.
  private static func sum(_ texts: [String?]) -> String? {
    var total = ExactDecimal.zero
    for text in texts {
      guard let value = text.flatMap(ExactDecimal.init), let next = total.adding(value) else {
        return nil
      }
      total = next
    }
    return texts.isEmpty ? nil : total.asSum.description
  }
}
