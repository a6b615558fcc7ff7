internal import Model

/// Settles what only the whole of a transaction history shows: whose wallet it is, which bookings
/// an escrow makes twice, and which invoice a fee belongs to.
///
/// Source of the rules: Upwork help page 360000990188 (credits and debits of a client) and
/// 211068538; the funding of a milestone books Payment + (card), Fixed Price − (to escrow), its
/// release books Payment + (from escrow), Fixed Price − again.
struct UpworkSettlement {
  /// One row with the amount signed as in the wallet.
  struct Row {
    let type: UpworkTransactionType
    var line: InvoiceLine
    let texts: [String]
    let excerpt: String
    let byteOffset: Int
  }

  private var rows: [Row]
  private let rejected: [Int: UpworkTransactionType]

  /// Takes the rows of one file, and the types of its rejects by their index.
  init(_ rows: [Row], rejected: [Int: UpworkTransactionType]) {
    self.rows = rows
    self.rejected = rejected
  }

  /// Publishes the rows as records and duplicates.
  consuming func settle(into reading: inout InputReading) {
    guard !rows.isEmpty || !rejected.isEmpty else { return }
    let side = findSide(noting: &reading)
    let fundings = side == .client ? pairEscrow() : [:]
    followReferences()
    for (index, row) in rows.enumerated() {
      if let release = fundings[index] {
        reading.duplicates.append(
          Duplicate(
            location: row.line.location,
            original: rows[release].line.location,
            reason: .escrowFunding,
            amount: row.line.amount,
            currency: row.line.currency
          )
        )
      } else {
        reading.records.append(.line(row.line))
      }
    }
  }

  /// The side that most rows speak for; their signs then become cost to the client.
  private mutating func findSide(noting reading: inout InputReading) -> InvoiceLine.Side {
    var votes: [InvoiceLine.Side: Int] = [:]
    for row in rows {
      if let side = row.type.side {
        votes[side, default: 0] += 1
      } else if row.type.kind == .invoice, !row.line.amount.isZero {
        votes[row.line.amount.isNegative ? .client : .freelancer, default: 0] += 1
      }
    }
    let client = votes[.client] ?? 0
    let freelancer = votes[.freelancer] ?? 0
    let side: InvoiceLine.Side = client >= freelancer ? .client : .freelancer
    if min(client, freelancer) > 0 {
      reading.diagnostics.append(
        Diagnostic(
          .warning,
          code: "mixed-sides",
          "\(client) rows look like a client's and \(freelancer) like a freelancer's; all were "
            + "read as the \(side.rawValue)'s",
          remedy: "export the histories of the two accounts apart",
          at: reading.location(line: 1)
        )
      )
    }
    for index in rows.indices { rows[index].costToClient(side) }
    for (index, type) in rejected {
      reading.rejects[index] = reading.rejects[index].withAmount {
        UpworkSettlement.isNegated(type.kind, side) ? $0.negated : $0
      }
    }
    return side
  }

  /// Finds for every release from escrow the booking that funded it: row index to release index.
  ///
  /// A release is a Payment `from escrow` and the Fixed Price row of its amount, day and contract;
  /// its funding is the latest earlier Fixed Price row of the same amount, contract and holder. A
  /// deposit that was never released is money that no work stands behind yet.
  private mutating func pairEscrow() -> [Int: Int] {
    func isFixed(_ index: Int) -> Bool {
      rows[index].type == .fixedPrice || rows[index].type == .milestone
    }
    let order = rows.indices.sorted { left, right in
      let (a, b) = (rows[left].line, rows[right].line)
      return (a.date ?? Day(number: 0), a.location) < (b.date ?? Day(number: 0), b.location)
    }
    var used: Set<Int> = []
    var fundings: [Int: Int] = [:]
    for payment in order where rows[payment].says("from escrow") {
      guard
        let release = order.first(where: {
          isFixed($0) && !used.contains($0) && rows[$0].matches(rows[payment])
            && rows[$0].line.date == rows[payment].line.date
        }),
        let funding = order.last(where: {
          isFixed($0) && !used.contains($0) && $0 != release
            && rows[$0].isSameMilestone(as: rows[release])
            && isEarlier($0, than: release)
        })
      else { continue }
      used.formUnion([release, funding])
      fundings[funding] = release
    }
    for payment in order where rows[payment].says("to escrow") {
      if let deposit = order.first(where: {
        isFixed($0) && !used.contains($0) && rows[$0].line.date == rows[payment].line.date
          && rows[$0].line.amount.magnitude == rows[payment].line.amount.magnitude
      }) {
        used.insert(deposit)
        rows[deposit].line.kind = .payment
        rows[deposit].line.description =
          "in escrow, not released: " + (rows[deposit].line.description ?? "")
      }
    }
    return fundings
  }

  /// Whether the wallet's sign is the opposite of cost to the client.
  fileprivate static func isNegated(_ kind: InvoiceLine.Kind, _ side: InvoiceLine.Side) -> Bool {
    switch (side, kind) {
    case (.client, .payment), (.freelancer, .invoice), (.freelancer, .refund),
      (.freelancer, .creditNote), (.freelancer, .timesheet):
      false
    case (.client, _), (.freelancer, .fee), (.freelancer, .tax), (.freelancer, .payment): true
    }
  }

  private func isEarlier(_ left: Int, than right: Int) -> Bool {
    let (a, b) = (rows[left].line, rows[right].line)
    guard let first = a.date, let second = b.date else { return false }
    return first < second || (first == second && a.location != b.location)
  }

  /// Lets a fee or tax inherit whose work it belongs to, following its references.
  private mutating func followReferences() {
    var byReference: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      if let reference = row.line.document { byReference[reference] = index }
    }
    for index in rows.indices where [.fee, .tax].contains(rows[index].line.kind) {
      var parent = rows[index].line.references.first.flatMap { byReference[$0] }
      var steps = 0
      while let found = parent, [.fee, .tax].contains(rows[found].line.kind), steps < 4 {
        parent = rows[found].line.references.first.flatMap { byReference[$0] }
        steps += 1
      }
      guard let parent, parent != index else { continue }
      let work = rows[parent].line
      rows[index].line.freelancer = rows[index].line.freelancer ?? work.freelancer
      rows[index].line.contract = rows[index].line.contract ?? work.contract
      rows[index].line.contractTitle = rows[index].line.contractTitle ?? work.contractTitle
      rows[index].line.periodStart = rows[index].line.periodStart ?? work.periodStart
      rows[index].line.periodEnd = rows[index].line.periodEnd ?? work.periodEnd
    }
  }
}

extension UpworkSettlement.Row {
  /// Turns the wallet's sign into cost to the client: work and fees positive, refunds negative.
  fileprivate mutating func costToClient(_ side: InvoiceLine.Side) {
    line.side = side
    if UpworkSettlement.isNegated(line.kind, side) { line.amount = line.amount.negated }
    if line.kind == .invoice, line.amount.isNegative { line.kind = .creditNote }
  }

  fileprivate func says(_ words: String) -> Bool {
    type == .payment && texts.contains { $0.lowercased().contains(words) }
  }

  /// Whether a payment from escrow is for this row: the same amount, and its contract named.
  fileprivate func matches(_ payment: Self) -> Bool {
    guard line.amount.magnitude == payment.line.amount.magnitude else { return false }
    let title = (line.contractTitle ?? line.description ?? "").lowercased()
    return title.isEmpty || payment.texts.contains { $0.lowercased().contains(title) }
      || !payment.texts.contains { $0.contains(":") }
  }

  fileprivate func isSameMilestone(as other: Self) -> Bool {
    line.amount == other.line.amount && line.contractTitle == other.line.contractTitle
      && line.freelancer == other.line.freelancer && line.description == other.line.description
  }
}
