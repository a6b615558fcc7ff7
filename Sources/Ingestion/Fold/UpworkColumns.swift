internal import Model

/// Where the columns of a transaction history stand.
final class UpworkColumns: @unchecked Sendable {
  // Nothing changes after `init`; the lists are pointers because every row reads them.
  /// The number of columns.
  let count: Int
  let date: Int
  let type: Int
  let reference: Int
  /// The amount in US dollars.
  let amount: Int
  /// Freelancer, agency, team, purchase order, account and title; -1 where there is none.
  let identity: UnsafePointer<Int>
  /// The contract's title; -1 where there is none.
  let title: Int
  /// The texts that can name a period or hours, in the order in which they are asked.
  let texts: UnsafePointer<Int>
  let textCount: Int

  /// Finds the columns, or returns `nil` where a row has to be read the exact way in any case.
  init?(_ header: CSVHeader) {
    func one(_ names: String...) -> Int?? {
      let found = names.compactMap { header[$0] }
      return found.count > 1 ? nil : .some(found.first)
    }
    guard let date = header["Date"], let reference = header["Ref ID"],
      let type = header["Transaction type"] ?? header["Type"],
      let amount = header["Amount $"] ?? header["Amount"],
      header["Amount $"] == nil || header["Amount"] == nil,
      let agency = one("Agency", "Agency team"), let team = one("Client team", "Team")
    else { return nil }
    count = header.names.count
    self.date = date
    self.type = type
    self.reference = reference
    self.amount = amount
    title = header["Transaction summary"] ?? -1
    identity = Self.pinned(
      [header["Freelancer"], agency, team, header["PO"], header["Account name"], title]
        .map { $0 ?? -1 }
    )
    let texts = UpworkTransactions.detailColumns.compactMap { header[$0] }
    self.texts = Self.pinned(texts)
    textCount = texts.count
  }

  deinit {
    identity.deallocate()
    texts.deallocate()
  }

  private static func pinned(_ values: [Int]) -> UnsafePointer<Int> {
    let memory = UnsafeMutablePointer<Int>.allocate(capacity: max(1, values.count))
    memory.initialize(from: values, count: values.count)
    return UnsafePointer(memory)
  }
}
