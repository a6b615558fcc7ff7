internal import Model

/// Whose wallet a transaction history shows: every row that only one side can have is a vote.
struct UpworkSides {
  private var client = 0
  private var freelancer = 0

  /// Adds the votes of rows of one type and sign.
  mutating func add(
    _ type: UpworkTransactionType,
    isNegative: Bool,
    isZero: Bool,
    rows: Int = 1
  ) {
    let vote: InvoiceLine.Side
    if let side = type.side {
      vote = side
    } else if type.kind == .invoice, !isZero {
      vote = isNegative ? .client : .freelancer
    } else {
      return
    }
    switch vote {
    case .client: client += rows
    case .freelancer: freelancer += rows
    }
  }

  /// The side that most rows speak for.
  var side: InvoiceLine.Side { client >= freelancer ? .client : .freelancer }

  /// A warning where rows of both sides stand together.
  func warning(at location: SourceLocation) -> Diagnostic? {
    guard min(client, freelancer) > 0 else { return nil }
    return Diagnostic(
      .warning,
      code: "mixed-sides",
      "\(client) rows look like a client's and \(freelancer) like a freelancer's; all were "
        + "read as the \(side.rawValue)'s",
      remedy: "export the histories of the two accounts apart",
      at: location
    )
  }
}
