internal import Model

/// The sellers as lines name them, each spelling once, so that who is who is decided for some
/// thousands of spellings and not for every line.
struct SellerMentions {
  /// A way in which lines name their seller.
  struct Seller {
    /// The identifier.
    let identifier: String?
    /// The name.
    let name: String?
    /// The contract, where lines have neither identifier nor name.
    let contract: String?
    /// The number of lines.
    var count = 0
    /// The first place.
    var firstLocation: SourceLocation
    /// The position of the first line, among the lines of work.
    let firstMention: Int
    /// The same among lines of the project's own table; `nil` without one.
    var firstOwnMention: Int?
  }

  private struct Spelling: Hashable {
    let identifier: String?
    let name: String?
    let contract: String?
  }

  /// The sellers, in the order in which they are first mentioned.
  let sellers: [Seller]
  /// The index of the seller of each line of work.
  let sellerOfWork: [Int]

  /// Reads the lines that are work, which are given by their indexes.
  init(_ lines: [InvoiceLine], work: [Int]) {
    var sellers: [Seller] = []
    var known: [Spelling: Int] = [:]
    sellerOfWork = work.enumerated().map { position, line in
      let spelling = Self.spelling(lines[line])
      let seller =
        known[spelling]
        ?? {
          sellers.append(
            Seller(
              identifier: spelling.identifier,
              name: spelling.name,
              contract: spelling.contract,
              firstLocation: lines[line].location,
              firstMention: position
            )
          )
          known[spelling] = sellers.count - 1
          return sellers.count - 1
        }()
      sellers[seller].count += 1
      if lines[line].location < sellers[seller].firstLocation {
        sellers[seller].firstLocation = lines[line].location
      }
      if sellers[seller].firstOwnMention == nil, lines[line].format == "tacit-invoices" {
        sellers[seller].firstOwnMention = position
      }
      return seller
    }
    self.sellers = sellers
  }

  private static func spelling(_ line: InvoiceLine) -> Spelling {
    let isNamed = line.freelancerID != nil || line.freelancer != nil
    return Spelling(
      identifier: line.freelancerID,
      name: line.freelancer,
      contract: isNamed ? nil : line.contract ?? line.contractTitle
    )
  }
}
