internal import Model

/// Where the columns of a transaction history stand.
final class UpworkColumns: @unchecked Sendable {
  /// Columns side by side.
  struct Run {
    let first: Int
    var last: Int
  }

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
  /// The columns of the identity in their order, those of a payment without the title.
  let runs: UnsafePointer<Run>
  let runCount: Int
  let paymentRuns: UnsafePointer<Run>
  let paymentRunCount: Int
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
    let others = [header["Freelancer"], agency, team, header["PO"], header["Account name"]]
    identity = Self.pinned(others.map { $0 ?? -1 } + [title])
    let runs = Self.runs(others + [header["Transaction summary"]])
    self.runs = Self.pinned(runs)
    runCount = runs.count
    let paymentRuns = Self.runs(others)
    self.paymentRuns = Self.pinned(paymentRuns)
    paymentRunCount = paymentRuns.count
    let texts = UpworkTransactions.detailColumns.compactMap { header[$0] }
    self.texts = Self.pinned(texts)
    textCount = texts.count
  }

  deinit {
    identity.deallocate()
    runs.deallocate()
    paymentRuns.deallocate()
    texts.deallocate()
  }

  private static func runs(_ columns: [Int?]) -> [Run] {
    var runs: [Run] = []
    for column in columns.compactMap(\.self).sorted() {
      if let last = runs.last?.last, column == last + 1 {
        runs[runs.count - 1].last = column
      } else {
        runs.append(Run(first: column, last: column))
      }
    }
    return runs
  }

  private static func pinned<Value>(_ values: [Value]) -> UnsafePointer<Value> {
    let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    memory.initialize(from: values, count: values.count)
    return UnsafePointer(memory)
  }
}
