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
    setRepeatedAside(noting: &reading)
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
    var votes = UpworkSides()
    for row in rows {
      let amount = row.line.amount
      votes.add(row.type, isNegative: amount.isNegative, isZero: amount.isZero)
    }
    let side = votes.side
    if let warning = votes.warning(at: reading.location(line: 1)) {
      reading.diagnostics.append(warning)
    }
    for index in rows.indices { rows[index].costToClient(side) }
    for (index, type) in rejected {
      reading.rejects[index] = reading.rejects[index].withAmount {
        UpworkSettlement.isNegated(type.kind, side) ? $0.negated : $0
      }
    }
    return side
  }

  /// Sets rows aside whose reference an earlier row has, as where exports that overlap were pasted
  /// together; a repeated release must not pass for a funding.
  private mutating func setRepeatedAside(noting reading: inout InputReading) {
    var first: [String: Int] = [:]
    var kept: [Row] = []
    for row in rows {
      guard let reference = row.line.document, let index = first[reference] else {
        if let reference = row.line.document { first[reference] = kept.count }
        kept.append(row)
        continue
      }
      let original = kept[index].line
      reading.duplicates.append(
        Duplicate(
          location: row.line.location,
          original: original.location,
          reason: .sameReference,
          amount: row.line.amount,
          currency: row.line.currency,
          conflicts: row.line.currency == original.currency && row.line.amount != original.amount
        )
      )
    }
    rows = kept
  }

  /// Finds the bookings that an escrow makes twice, and marks the deposits never released, which
  /// are money that no work stands behind yet: row index to release index.
  private mutating func pairEscrow() -> [Int: Int] {
    let fixed = rows.indices.filter { rows[$0].type.isFixedPrice }
    let pairing = EscrowPairing(
      bookings: fixed.map { index in
        let line = rows[index].line
        return EscrowPairing.Booking(
          date: line.date ?? Day(number: 0),
          order: line.location.line,
          amount: line.amount,
          title: line.contractTitle ?? line.description ?? "",
          milestone: EscrowMilestone(
            amount: line.amount,
            title: line.contractTitle,
            freelancer: line.freelancer,
            description: line.description
          )
        )
      },
      payments: rows.compactMap(\.escrowPayment)
    )
    for deposit in pairing.deposits {
      let index = fixed[deposit]
      rows[index].line.kind = .payment
      rows[index].line.description =
        "in escrow, not released: " + (rows[index].line.description ?? "")
    }
    return Dictionary(
      uniqueKeysWithValues: pairing.releases.map { (fixed[$0.key], fixed[$0.value]) }
    )
  }

  /// Whether the wallet's sign is the opposite of cost to the client.
  static func isNegated(_ kind: InvoiceLine.Kind, _ side: InvoiceLine.Side) -> Bool {
    switch (side, kind) {
    case (.client, .payment), (.freelancer, .invoice), (.freelancer, .refund),
      (.freelancer, .creditNote), (.freelancer, .timesheet):
      false
    case (.client, _), (.freelancer, .fee), (.freelancer, .tax), (.freelancer, .payment): true
    }
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
  mutating func costToClient(_ side: InvoiceLine.Side) {
    line.side = side
    if UpworkSettlement.isNegated(line.kind, side) { line.amount = line.amount.negated }
    if line.kind == .invoice, line.amount.isNegative { line.kind = .creditNote }
  }

  /// The row as a movement of an escrow, or `nil` when it is none.
  var escrowPayment: EscrowPairing<EscrowMilestone>.Payment? {
    guard type == .payment else { return nil }
    return EscrowPairing.Payment(
      date: line.date ?? Day(number: 0),
      order: line.location.line,
      amount: line.amount.magnitude,
      texts: texts
    )
  }
}

/// What the two bookings of one milestone have in common.
struct EscrowMilestone: Hashable {
  let amount: ExactDecimal
  let title: String?
  let freelancer: String?
  let description: String?
}
