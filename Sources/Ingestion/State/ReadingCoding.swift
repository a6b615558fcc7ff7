internal import Model

// How a partial state holds what was read of an input.

extension InputReading: StateCoded {
  static let placeholder = InputReading(source: "")

  /// Without layout and rows: these serve other purposes than an audit or stand elsewhere.
  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var source = self.source
    try coder.code(&source)
    if coder.isReading { self = InputReading(source: source) }
    try coder.code(&format)
    try coder.code(&records)
    try coder.code(&rejects)
    try coder.code(&duplicates)
    try coder.code(&diagnostics)
    try coder.code(&arithmetic)
    try coder.code(&fallbackCurrency)
    try coder.code(&refusal)
  }
}

extension HistoryFacts: StateCoded {
  static let placeholder = HistoryFacts(
    side: .client,
    records: 0,
    lines: 0,
    amount: nil,
    payments: []
  )

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var lines = Int(self.lines)
    try coder.code(&side)
    try coder.code(&records)
    try coder.code(&lines)
    try coder.code(&amount)
    try coder.code(&payments)
    guard coder.isReading else { return }
    guard records >= 0, let checked = UInt32(exactly: lines) else {
      throw StateError.damaged("a number of lines is impossible")
    }
    self.lines = checked
  }
}

extension EscrowPairing<EscrowMilestone>.Payment: StateCoded {
  static var placeholder: Self {
    Self(date: .placeholder, order: 0, amount: .zero, texts: [deposit]).unsafelyUnwrapped
  }

  private static var deposit: String { "to escrow" }

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (date, order, amount) = (self.date, self.order, self.amount)
    // Texts tell releases apart; those of deposits have digits of cards and are not needed.
    var texts = isFromEscrow ? self.texts : [Self.deposit]
    try coder.code(&date)
    try coder.code(&order)
    try coder.code(&amount)
    try coder.code(&texts)
    guard coder.isReading else { return }
    guard let read = Self(date: date, order: order, amount: amount, texts: texts) else {
      throw StateError.damaged("a payment names no escrow")
    }
    self = read
  }
}

extension UpworkSettlement.Row: StateCoded {
  static var placeholder: Self {
    Self(type: .hourly, line: .placeholder, texts: [])
  }

  /// Type and line; the rest is of use only while a row is read.
  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (type, line) = (self.type, self.line)
    try coder.code(word: &type)
    try coder.code(&line)
    if coder.isReading {
      self = Self(type: type, line: line, texts: [])
    }
  }
}

extension HistoryRows: StateCoded {
  static let placeholder = HistoryRows(identities: [], texts: [], others: [], chunks: [])

  /// All but the rows of numbers, which stand behind everything else.
  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var count = identities.count
    try coder.code(count: &count)
    for index in 0..<count {
      if coder.isReading { identities.append([]) }
      try coder.code(run: &identities[index])
    }
    try coder.code(&texts)
    try coder.code(&others)
  }
}
