internal import Model

/// What minus signs mean where the side of an amount is told otherwise: by standing in the column of
/// debits or of credits, or by the word of a direction.
///
/// Some exports write every debit negative, and the sign says what the column says. In others a
/// negative debit among positive ones takes a booking back, as in a reversal that stays on its side
/// (German Generalumkehr). Only the whole side tells the one from the other, so that amounts are read
/// with their signs first and corrected where all of a side are negative.
struct MappedSigns {
  /// The parts of one amount, with the signs as written.
  struct Parts: Equatable {
    /// What raises the cost.
    var cost = ExactDecimal.zero
    /// What lowers it.
    var credit = ExactDecimal.zero

    /// The cost to the client, or `nil` when it has too many digits.
    var amount: ExactDecimal? { cost.subtracting(credit) }

    /// Whether a part has a minus sign.
    var hasSign: Bool { cost.isNegative || credit.isNegative }
  }

  /// Where an amount with a minus sign went.
  enum Place {
    /// The index of a record, and the kind that its row has when the amount is positive.
    case record(Int, InvoiceLine.Kind)
    /// The index of a reject.
    case reject(Int)
  }

  /// The signs on one side.
  private struct Side {
    var hasPositive = false
    var negatives = 0
    var firstNegative = 0

    /// Whether the signs say nothing, because every amount has one.
    var isDecorated: Bool { negatives > 0 && !hasPositive }

    mutating func count(_ amount: ExactDecimal, line: Int) {
      if amount.isNegative {
        if negatives == 0 { firstNegative = line }
        negatives += 1
      } else if !amount.isZero {
        hasPositive = true
      }
    }
  }

  private var cost = Side()
  private var credit = Side()
  private var places: [(place: Place, parts: Parts)] = []

  /// Counts the signs of a row that is read.
  mutating func count(_ parts: Parts, line: Int) {
    cost.count(parts.cost, line: line)
    credit.count(parts.credit, line: line)
  }

  /// Remembers where an amount went, as far as its signs may still change it.
  mutating func note(_ parts: Parts, at place: Place) {
    if parts.hasSign { places.append((place, parts)) }
  }

  /// Corrects the amounts of sides on which every amount has a minus sign, and says how signs were
  /// read; `costs` and `credits` name the sides.
  func settle(costs: String, credits: String, in reading: inout InputReading) {
    for (place, parts) in places {
      var parts = parts
      if cost.isDecorated { parts.cost = parts.cost.magnitude }
      if credit.isDecorated { parts.credit = parts.credit.magnitude }
      guard let amount = parts.amount else { continue }
      switch place {
      case .record(let index, let kind):
        guard case .line(var line) = reading.records[index] else { continue }
        line.amount = amount
        line.kind = kind == .invoice && amount.isNegative ? .creditNote : kind
        reading.records[index] = .line(line)
      case .reject(let index):
        reading.rejects[index] = reading.rejects[index].withAmount { _ in amount }
      }
    }
    for (side, name) in [(cost, costs), (credit, credits)] where side.negatives > 0 {
      let count = side.negatives == 1 ? "1 amount" : "\(side.negatives) amounts"
      reading.diagnostics.append(
        Diagnostic(
          .warning,
          code: side.isDecorated ? "signs-without-meaning" : "reversals",
          side.isDecorated
            ? "every amount of \(name) is negative (\(count)); the signs are read as saying no more "
              + "than the side does"
            : "\(count) of \(name) \(side.negatives == 1 ? "is" : "are") negative beside positive "
              + "ones, and read as taking a booking back",
          remedy:
            "check the row on this line; where this is wrong, correct the signs in the export",
          at: reading.location(line: side.firstNegative)
        )
      )
    }
  }
}
