internal import Model

/// A bank statement or report by ISO 20022: camt.052, camt.053 and camt.054 of any version.
///
/// Amounts are written without signs: what leaves the account counts positive, what comes in
/// negative. `CdtDbtInd` is the direction of the entry itself, of a reversal too: `RvslInd` says
/// that an earlier entry of the other direction is taken back, so a credit that is a reversal is
/// money returned (ISO 20022, usage of ReversalIndicator). Entries that are not booked moved
/// nothing. An entry that batches several payments is read payment by payment where each states
/// its amount; what the entry moved beyond them is a payment of its own, so that the sum is always
/// the account's.
struct CAMTStatement: XMLFormat {
  let name: FormatName = "camt-statement"
  let summary = "Bank statement by ISO 20022 (camt.052, camt.053, camt.054)"
  let grade = EvidenceGrade.standard
  let evidence = "ISO 20022 camt.05x.001.01 to .08; 26 public documents."

  /// What a value of a statement means.
  enum Term: UInt16, XMLTerm {
    case statement, statementID
    case entry, entryReference, amount, currency, direction, isReversal, bookingDate, valueDate
    case status, information
    case payment, paymentReference, endToEndID, creditor, creditorAccount, debtor, debtorAccount
    case remittance, structuredReference
  }

  private static let layout = XMLLayout(
    [("BkToCstmrAcctRpt", "Rpt"), ("BkToCstmrStmt", "Stmt"), ("BkToCstmrDbtCdtNtfctn", "Ntfctn")]
      .flatMap { message, statement in
        [
          XMLRule.unit(
            "\(message)/\(statement)/Id",
            as: Term.statement,
            [
              .value(".", as: .statementID)
            ]
          ),
          .unit("\(message)/\(statement)/Ntry", as: .entry, entry),
        ]
      }
  )

  private static let entry: [XMLRule<Term>] = [
    .value("AcctSvcrRef", "NtryRef", as: .entryReference), .value("Amt", as: .amount),
    .value("Amt/@Ccy", as: .currency), .value("CdtDbtInd", as: .direction),
    .value("RvslInd", as: .isReversal), .value("BookgDt/Dt", "BookgDt/DtTm", as: .bookingDate),
    // The code, or the element that holds it from version 08 on.
    .value("Sts", as: .status), .value("ValDt/Dt", "ValDt/DtTm", as: .valueDate),
    .value("AddtlNtryInf", as: .information),
    .group(
      "NtryDtls/TxDtls",
      as: .payment,
      [
        .value("Refs/AcctSvcrRef", "Refs/TxId", as: .paymentReference),
        .value("Refs/EndToEndId", as: .endToEndID),
        .value("Amt", "AmtDtls/TxAmt/Amt", as: .amount),
        .value("Amt/@Ccy", "AmtDtls/TxAmt/Amt/@Ccy", as: .currency),
        .value("CdtDbtInd", as: .direction),
        .value("RltdPties/Cdtr/Nm", "RltdPties/Cdtr/Pty/Nm", as: .creditor),
        .value("RltdPties/CdtrAcct/Id/IBAN", as: .creditorAccount),
        .value("RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm", as: .debtor),
        .value("RltdPties/DbtrAcct/Id/IBAN", as: .debtorAccount),
        .value("RmtInf/Ustrd", as: .remittance),
        .value("RmtInf/Strd/CdtrRefInf/Ref", as: .structuredReference),
      ]
    ),
  ]

  var layout: XMLLayout { Self.layout }

  /// The version is part of the namespace.
  func recognises(root: XMLName) -> Bool {
    root.local == "Document"
      && ["camt.052", "camt.053", "camt.054"].contains {
        root.namespace.hasPrefix("urn:iso:std:iso:20022:tech:xsd:\($0).001.")
      }
  }

  func makeReader() -> any XMLRecordReader { CAMTReader(format: name) }
}

private struct CAMTReader: XMLRecordReader {
  typealias Group = XMLGroup<CAMTStatement.Term>

  /// Codes of ExternalEntryStatus1Code beside BOOK.
  private static let notBooked = [
    "PDNG": "pending", "INFO": "for information only", "FUTR": "expected in future",
  ]

  private let format: FormatName
  private var statement: String?
  private var number = 0

  init(format: FormatName) { self.format = format }

  mutating func read(_ unit: XMLUnit, into reading: inout InputReading) {
    let group = Group(unit)
    if group.term == .statement {
      statement = group.text(.statementID)
      number = 0
      return
    }
    number += 1
    let payments = group.groups(.payment)
    let isBatch = payments.count > 1 && payments.allSatisfy { $0.text(.amount) != nil }
    if isBatch {
      for (index, payment) in payments.enumerated() {
        read(group, payment, amountOf: payment, id: "\(number).\(index + 1)", into: &reading)
      }
      if let rest = Self.rest(of: group, beyond: payments), !rest.isZero {
        readRest(rest, of: group, into: &reading)
      }
    } else {
      if payments.count > 1 { warnOfUnsplit(group, payments.count, &reading) }
      let payment = payments.count == 1 ? payments[0] : nil
      read(group, payment, amountOf: group, id: "\(number)", into: &reading)
    }
  }

  /// What an entry moved beyond the payments that it batches; `nil` where a figure of them cannot be
  /// read or is in another currency.
  private static func rest(of entry: Group, beyond payments: [Group]) -> ExactDecimal? {
    func moved(_ source: Group) -> ExactDecimal? {
      let amount = source.text(.amount).flatMap(ExactDecimal.init)
      let isCredit = (source.text(.direction) ?? entry.text(.direction)) == "CRDT"
      return isCredit ? amount?.negated : amount
    }
    let currency = entry.text(.currency)
    var rest = moved(entry)
    for payment in payments {
      guard payment.text(.currency) ?? currency == currency, let amount = moved(payment) else {
        return nil
      }
      rest = rest?.subtracting(amount)
    }
    return rest
  }

  private func readRest(
    _ rest: ExactDecimal,
    of entry: Group,
    into reading: inout InputReading
  ) {
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "batch-differs",
        "the payments in entry \(number) leave \(rest.asSum) of its amount of "
          + "\(entry.text(.amount) ?? "") unexplained; that is counted as a payment of its own",
        remedy: "ask the bank what it is, such as its charges",
        at: reading.location(line: entry.line)
      )
    )
    read(entry, nil, amountOf: entry, moved: rest, id: "\(number).rest", into: &reading)
  }

  /// Who got how much cannot be told from the sum.
  private func warnOfUnsplit(_ entry: Group, _ count: Int, _ reading: inout InputReading) {
    reading.diagnostics.append(
      Diagnostic(
        .warning,
        code: "batch-not-split",
        "entry \(number) batches \(count) payments without the amount of each; it is counted as one "
          + "payment without a payee",
        remedy: "export the statement with the details of batched payments",
        at: reading.location(line: entry.line)
      )
    )
  }

  private func read(
    _ entry: Group,
    _ payment: Group?,
    amountOf source: Group,
    moved given: ExactDecimal? = nil,
    id: String,
    into reading: inout InputReading
  ) {
    func reject(_ code: String, _ reason: String) {
      source.reject(code: code, reason, remedy: "export the statement again", into: &reading)
    }
    if source.contradiction(among: [.amount, .direction]) != nil {
      return reject("duplicate-element", "the entry states its amount or direction twice")
    }
    guard let text = source.text(.amount) else {
      return reject("missing-amount", "the entry has no amount")
    }
    guard let amount = ExactDecimal(text) else {
      return reject("bad-number", "amount: '\(text)' is not a decimal number")
    }
    guard let code = source.text(.currency) ?? entry.text(.currency),
      let currency = Currency(code)
    else { return reject("unknown-currency", "the entry's currency is not of ISO 4217") }
    let direction = source.text(.direction) ?? entry.text(.direction)
    guard direction == "DBIT" || direction == "CRDT" else {
      return reject("missing-direction", "the entry says neither DBIT nor CRDT")
    }
    guard let dateText = entry.text(.bookingDate) ?? entry.text(.valueDate) else {
      return reject("missing-date", "the entry has neither a booking nor a value date")
    }
    guard let day = InvoiceDate.day(dateText) else {
      return reject("bad-date", "'\(dateText)' is not a date of this format")
    }
    let isDebit = direction == "DBIT"
    let moved = given ?? (isDebit ? amount : amount.negated)
    if let status = entry.text(.status), let meaning = Self.notBooked[status] {
      return source.reject(
        code: "not-completed",
        "the entry is \(meaning) (\(status)): it has moved no money",
        remedy: "nothing to do: entries are counted once the bank has booked them",
        amount: moved,
        currency: currency,
        isSetAside: true,
        into: &reading
      )
    }
    var line = InvoiceLine(
      kind: .payment,
      location: reading.location(line: source.line),
      format: format,
      amount: moved,
      currency: currency
    )
    line.document = statement
    line.lineID = id
    line.date = day
    // The other side is the creditor of what was debited; a reversal keeps the parties of the
    // payment that it takes back.
    let isReversal = ["true", "1"].contains(entry.text(.isReversal) ?? "")
    let paidCreditor = isDebit != isReversal
    line.freelancer = payment?.text(paidCreditor ? .creditor : .debtor)
    line.freelancerID = payment?.text(paidCreditor ? .creditorAccount : .debtorAccount)
    line.description =
      payment.map { $0.texts(.remittance).joined(separator: " ") }.flatMap {
        $0.isEmpty ? nil : $0
      } ?? entry.text(.information)
    line.references =
      [
        payment?.text(.structuredReference), payment?.text(.endToEndID),
        payment?.text(.paymentReference) ?? entry.text(.entryReference),
      ].compactMap { $0 }.filter {
        $0 != "NOTPROVIDED"
      }
    reading.records.append(.line(line))
  }
}
