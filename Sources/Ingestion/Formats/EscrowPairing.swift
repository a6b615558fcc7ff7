internal import Model

/// Finds the bookings that an escrow makes twice.
///
/// A release is a Payment `from escrow` and the fixed-price row of its amount, day and contract; its
/// funding is the latest earlier fixed-price row of the same milestone. A deposit is a fixed-price
/// row of the amount and day of a Payment `to escrow` that no release repeats (Upwork help page
/// 360000990188).
struct EscrowPairing<Milestone: Hashable> {
  /// A fixed-price row.
  struct Booking {
    let date: Day
    /// The place in the file, for rows of one day.
    let order: Int
    let amount: ExactDecimal
    /// The contract's title, empty when none is named.
    let title: String
    /// What a funding and its release have in common.
    let milestone: Milestone
  }

  /// A payment row.
  struct Payment {
    let date: Day
    let order: Int
    /// Without sign.
    let amount: ExactDecimal
    let isFromEscrow: Bool
    let isToEscrow: Bool
    /// In small letters.
    let texts: [String]

    /// Reads the direction out of the texts; `nil` when they name no escrow.
    init?(date: Day, order: Int, amount: ExactDecimal, texts: [String]) {
      let folded = texts.map { $0.lowercased() }
      isFromEscrow = folded.contains { $0.contains("from escrow") }
      isToEscrow = folded.contains { $0.contains("to escrow") }
      guard isFromEscrow || isToEscrow else { return nil }
      self.date = date
      self.order = order
      self.amount = amount
      self.texts = folded
    }
  }

  /// The index of each funding, and that of the release which repeats it.
  private(set) var releases: [Int: Int] = [:]
  /// The indexes of bookings that wait in escrow.
  private(set) var deposits: [Int] = []

  private struct DayAmount: Hashable {
    let date: Day
    let amount: ExactDecimal
  }

  /// Pairs them; the time grows with the number of rows, and within a day and amount with its
  /// square.
  init(bookings: [Booking], payments: [Payment]) {
    guard !payments.isEmpty, !bookings.isEmpty else { return }
    let order = bookings.indices.sorted {
      (bookings[$0].date, bookings[$0].order) < (bookings[$1].date, bookings[$1].order)
    }
    var byDay: [DayAmount: [Int]] = [:]
    var byMilestone: [Milestone: [Int]] = [:]
    for index in order {
      let booking = bookings[index]
      byDay[DayAmount(date: booking.date, amount: booking.amount.magnitude), default: []]
        .append(index)
      byMilestone[booking.milestone, default: []].append(index)
    }
    var used = Set<Int>()
    let sorted = payments.sorted { ($0.date, $0.order) < ($1.date, $1.order) }
    for payment in sorted where payment.isFromEscrow {
      let sameDay = byDay[DayAmount(date: payment.date, amount: payment.amount)] ?? []
      guard
        let release = sameDay.first(where: {
          !used.contains($0) && payment.names(bookings[$0].title)
        }),
        let funding = byMilestone[bookings[release].milestone]?.last(where: {
          !used.contains($0) && $0 != release && bookings[$0].date <= bookings[release].date
        })
      else { continue }
      used.formUnion([release, funding])
      releases[funding] = release
    }
    for payment in sorted where payment.isToEscrow {
      let sameDay = byDay[DayAmount(date: payment.date, amount: payment.amount)] ?? []
      if let deposit = sameDay.first(where: { !used.contains($0) }) {
        used.insert(deposit)
        deposits.append(deposit)
      }
    }
  }
}

extension EscrowPairing.Payment {
  /// Whether it is for a contract: its title stands in the texts, or these name none.
  fileprivate func names(_ title: String) -> Bool {
    title.isEmpty || texts.contains { $0.contains(title.lowercased()) }
      || !texts.contains { $0.contains(":") }
  }
}
