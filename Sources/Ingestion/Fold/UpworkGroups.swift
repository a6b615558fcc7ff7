internal import Model

/// Turns the groups of a transaction history into work as the model has it.
struct UpworkGroups {
  private let types = UpworkTransactionType.allCases
  let format: FormatName
  let side: InvoiceLine.Side
  let source: String

  /// Adds the groups in this order.
  func add(_ share: FoldShare, order: [Int], to builder: inout FoldedWorkBuilder) {
    var numbers = [Int32](repeating: -1, count: share.identities.count)
    var categories: [Int32] = Array(repeating: -1, count: types.count << 2)
    let groups = share.groups.groups
    builder.reserve(groups.count)
    for index in order where groups[index].count > 0 {
      let group = groups[index]
      let number = group.key.identity
      if numbers[number] < 0 {
        numbers[number] = Int32(builder.identity(of: identity(number, share.identities)))
      }
      let type = types[group.key.type]
      let amount = type.isNegated(side) ? 0 - group.amount : group.amount
      let code = group.key.type << 2 | (amount < 0 ? 2 : 0) | (group.key.hasHours ? 1 : 0)
      if categories[code] < 0 {
        categories[code] = Int32(builder.category(category(type, amount < 0, group.key)))
      }
      builder.append(
        FoldedWork.Group(
          identity: numbers[number],
          category: categories[code],
          source: 0,
          line: Int(group.first),
          records: Int(group.count),
          quantity: group.key.hasHours ? ExactDecimal(units: group.hours, scale: 5) : nil,
          amount: ExactDecimal(units: amount, scale: 2),
          lastWork: group.latest,
          firstDate: group.firstDate,
          lastDate: group.lastDate
        )
      )
    }
  }

  private func category(
    _ type: UpworkTransactionType,
    _ isNegative: Bool,
    _ key: GroupTable.Key
  ) -> FoldedWork.Category {
    FoldedWork.Category(
      format: format,
      kind: type.kind == .invoice && isNegative ? .creditNote : type.kind,
      type: type.foldedName,
      unit: key.hasHours ? "HUR" : nil,
      currency: .usd,
      side: side,
      isFixedPrice: type.isFixedPrice,
      isExtra: type.isExtra
    )
  }

  private func identity(_ number: Int, _ identities: IdentityTable) -> FoldedWork.Identity {
    var line = InvoiceLine(
      kind: .invoice,
      location: SourceLocation(source: source, line: 1),
      format: format,
      amount: .zero,
      currency: .usd
    )
    identities.fill(&line, number)
    return FoldedWork.Identity(line)
  }
}

extension IdentityTable {
  /// Says in a line whose work it is.
  func fill(_ line: inout InvoiceLine, _ identity: Int) {
    line.freelancer = text(identity, cell: 0) ?? text(identity, cell: 1)
    line.department = text(identity, cell: 2)
    line.order = text(identity, cell: 3)
    line.buyer = text(identity, cell: 4)
    if let title = text(identity, cell: 5) {
      (line.contractTitle, line.contract) = UpworkText.contract(title)
    }
  }
}

extension UpworkTransactionType {
  /// Whether the wallet's sign of this type is the opposite of cost to the client.
  func isNegated(_ side: InvoiceLine.Side) -> Bool { UpworkSettlement.isNegated(kind, side) }

  /// The type that stands for all which are added up together: what is the same to every figure.
  var foldedInto: Self {
    guard kind == .invoice else { return self }
    return isFixedPrice ? .fixedPrice : isExtra ? .bonus : .hourly
  }

  /// What the groups of this type are called.
  fileprivate var foldedName: String {
    guard kind == .invoice else { return rawValue }
    return isFixedPrice ? "fixed price" : isExtra ? "bonus or expense" : "time"
  }
}
