internal import Model

/// Takes the fundings and the deposits of an escrow out of their groups.
struct EscrowSettlement {
  /// The bookings in the order of their lines, and what they are added up in.
  private let bookings: [EscrowBooking]
  private let share: FoldShare
  private let format: FormatName
  private let reading: InputReading

  init(_ share: FoldShare, format: FormatName, in reading: InputReading) {
    bookings = share.bookings.sorted { $0.line < $1.line }
    self.share = share
    self.format = format
    self.reading = reading
  }

  /// Pairs the bookings with the payments: a funding repeats its release, a deposit that was not
  /// released is a payment.
  func settle(
    _ payments: [EscrowPairing<EscrowMilestone>.Payment],
    _ repetitions: inout Repetitions,
    _ builder: inout FoldedWorkBuilder
  ) {
    guard !payments.isEmpty else { return }
    let pairing = EscrowPairing(bookings: bookings.map(pairable), payments: payments)
    for (funding, release) in pairing.releases {
      let booking = bookings[funding]
      share.groups.remove(amount: booking.amount, from: booking.group)
      repetitions.add(
        at: reading.location(line: Int(booking.line)),
        original: reading.location(line: Int(bookings[release].line)),
        .escrowFunding,
        ExactDecimal(units: -booking.amount, scale: 2),
        .usd,
        conflicts: false
      )
    }
    for deposit in pairing.deposits {
      let booking = bookings[deposit]
      share.groups.remove(amount: booking.amount, from: booking.group)
      builder.add(payment(booking), type: "in escrow, not released")
    }
    rebuildFirsts(without: Set(pairing.releases.keys).union(pairing.deposits))
  }

  private func payment(_ booking: EscrowBooking) -> InvoiceLine {
    var line = InvoiceLine(
      kind: .payment,
      location: reading.location(line: Int(booking.line)),
      format: format,
      amount: ExactDecimal(units: -booking.amount, scale: 2),
      currency: .usd
    )
    share.identities.fill(&line, share.groups.groups[booking.group].key.identity)
    line.date = Day(number: Int(booking.date))
    line.side = .client
    line.isFixedPrice = true
    return line
  }

  /// Finds the first line and the days of the groups anew that bookings were taken out of.
  private func rebuildFirsts(without removed: Set<Int>) {
    let touched = Set(removed.map { bookings[$0].group })
    share.groups.forgetDates(of: touched)
    for (index, booking) in bookings.enumerated()
    where touched.contains(booking.group) && !removed.contains(index) {
      share.groups.note(date: booking.date, line: booking.line, in: booking.group)
    }
  }

  private func pairable(_ booking: EscrowBooking) -> EscrowPairing<EscrowMilestone>.Booking {
    let identity = share.groups.groups[booking.group].key.identity
    let identities = share.identities
    let amount = ExactDecimal(units: booking.amount, scale: 2)
    let title = identities.text(identity, cell: 5).map { UpworkText.contract($0).title }
    return EscrowPairing.Booking(
      date: Day(number: Int(booking.date)),
      order: Int(booking.line),
      amount: amount,
      title: title ?? "",
      milestone: EscrowMilestone(
        amount: amount,
        title: title,
        freelancer: identities.text(identity, cell: 0) ?? identities.text(identity, cell: 1),
        description: String(booking.description)
      )
    )
  }
}
