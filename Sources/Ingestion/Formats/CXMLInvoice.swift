internal import Model

/// An invoice in cXML (Ariba, Coupa), which always names a document type that is never loaded.
///
/// Nearly everything is in attributes. Its header carries a password in clear text, which is
/// reported and never shown.
struct CXMLInvoice: XMLFormat {
  let name: FormatName = "cxml-invoice"
  let summary = "cXML InvoiceDetailRequest (Ariba, Coupa)"
  let grade = EvidenceGrade.standard
  let evidence = "cXML 1.2 InvoiceDetail.dtd; samples in public repositories."

  private static let request = "Request/InvoiceDetailRequest"

  private static let layout = XMLLayout(
    [
      .unit(
        ".",
        as: .header,
        [
          .mark("Header/Sender/Credential/SharedSecret", as: .secret),
          .mark("Header/From/Credential/SharedSecret", as: .partyID),
          .group(request, as: .document, document),
        ]
      )
    ],
    secrets: ["SharedSecret"]
  )

  private static let document: [XMLRule<InvoiceTerm>] = {
    let head = "InvoiceDetailRequestHeader"
    let order = "InvoiceDetailOrder/InvoiceDetailOrderInfo"
    let summary = "InvoiceDetailSummary"
    return [
      .value("\(head)/@invoiceID", as: .number), .value("\(head)/@invoiceDate", as: .issueDate),
      .value("\(head)/@purpose", as: .typeCode), .value("\(head)/@operation", as: .profile),
      .value("\(head)/Period/@startDate", as: .periodStart),
      .value("\(head)/Period/@endDate", as: .periodEnd),
      .group(
        "\(head)/InvoicePartner/Contact",
        as: .party,
        [
          .value("@role", as: .partyRole), .value("Name", as: .partyName),
          .value("@addressID", as: .partyID),
          .value("PostalAddress/Country/@isoCountryCode", as: .partyCountry),
        ]
      ),
      .value(
        "\(order)/OrderReference/@orderID",
        "\(order)/OrderReference/DocumentReference/@payloadID",
        "\(order)/OrderIDInfo/@orderID",
        as: .order
      ),
      .value(
        "\(order)/MasterAgreementReference/@agreementID",
        "\(order)/MasterAgreementReference/DocumentReference/@payloadID",
        "\(order)/MasterAgreementIDInfo/@agreementID",
        as: .contract
      ),
      .value(
        "\(summary)/SubtotalAmount/Money/@currency",
        "\(summary)/NetAmount/Money/@currency",
        "\(summary)/DueAmount/Money/@currency",
        as: .currency
      ), .value("\(summary)/SubtotalAmount/Money", as: .netTotal),
      .value("\(summary)/Tax/Money", as: .taxTotal),
      .value("\(summary)/DueAmount/Money", as: .payable),
      .group("InvoiceDetailOrder/InvoiceDetailItem", as: .line, line("InvoiceDetailItemReference")),
      .group(
        "InvoiceDetailOrder/InvoiceDetailServiceItem",
        as: .line,
        line("InvoiceDetailServiceItemReference")
      ),
    ]
  }()

  private static func line(_ reference: String) -> [XMLRule<InvoiceTerm>] {
    [
      .value("@invoiceLineNumber", as: .lineID), .value("@quantity", as: .quantity),
      .value("@referenceDate", as: .periodEnd), .value("Period/@startDate", as: .periodStart),
      .value("Period/@endDate", as: .deliveryDate), .value("UnitOfMeasure", as: .unit),
      .value("UnitPrice/Money", as: .price),
      .value("PriceBasisQuantity/@quantity", as: .baseQuantity),
      .value("SubtotalAmount/Money", as: .netAmount),
      .value("SubtotalAmount/Money/@currency", as: .amountCurrency),
      .value("\(reference)/Description", as: .name),
    ]
  }

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool { root == XMLName("cXML") }

  func makeReader() -> any XMLRecordReader { CXMLReader(format: name) }
}

private struct CXMLReader: XMLRecordReader {
  let format: FormatName

  mutating func read(_ unit: XMLUnit, into reading: inout InputReading) {
    let header = XMLGroup<InvoiceTerm>(unit)
    let documents = header.groups(.document)
    guard !documents.isEmpty else {
      return reading.refuse(
        code: InputReader.unrecognised,
        "this cXML document is no invoice",
        remedy: "`tacit formats` lists what is read",
        line: header.line
      )
    }
    if header.has(.secret) || header.has(.partyID) {
      reading.diagnostics.append(
        Diagnostic(
          .warning,
          code: "secret-in-input",
          "the document holds a password in clear text (SharedSecret)",
          remedy: "have it changed, and remove it from the file",
          at: reading.location(line: header.line)
        )
      )
    }
    for document in documents { read(document, into: &reading) }
  }

  private func read(_ document: XMLGroup<InvoiceTerm>, into reading: inout InputReading) {
    var invoice = EInvoice(document, format: format)
    let parties = document.groups(.party)
    func party(_ roles: String...) -> XMLGroup<InvoiceTerm>? {
      roles.lazy.compactMap { role in parties.first { $0.text(.partyRole) == role } }.first
    }
    let seller = party("from", "issuerOfInvoice", "remitTo")
    invoice.seller = seller?.text(.partyName)
    invoice.sellerID = seller?.text(.partyID)
    invoice.sellerCountry = seller?.text(.partyCountry)
    invoice.buyer = party("soldTo", "billTo")?.text(.partyName)
    invoice.currency =
      invoice.currency ?? invoice.lines.lazy.compactMap { $0.text(.amountCurrency) }.first
    invoice.isCredit = document.text(.typeCode)?.lowercased().contains("creditmemo") == true
    // Credit memos are written positive by some senders and negative by others.
    invoice.countsNegative = invoice.isCredit
    invoice.mayWriteCreditsNegative = true
    guard document.text(.profile) != "delete" else {
      reading.diagnostics.append(
        Diagnostic(
          .warning,
          code: "cancelled-document",
          "the document cancels invoice \(invoice.number ?? "without a number") and counts negative",
          remedy: "see that the cancelled invoice is among the inputs",
          at: reading.location(line: document.line)
        )
      )
      invoice.isCredit = true
      invoice.countsNegative = true
      invoice.isCancellation = true
      return invoice.publish(into: &reading)
    }
    invoice.publish(into: &reading)
  }
}
