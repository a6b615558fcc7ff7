internal import Model

// How a partial state holds the values of the model that inputs are read into.

extension ExactDecimal: StateCoded {
  static let placeholder = zero

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (units, scale) = (Int(self.units), self.scale)
    try coder.code(&units)
    try coder.code(&scale)
    guard coder.isReading else { return }
    guard (0...18).contains(scale), units != Int.min else {
      throw StateError.damaged("a decimal is impossible")
    }
    self = Self(units: Int64(units), scale: scale)
  }
}

extension Day: StateCoded {
  static let placeholder = Day(number: 0)
  private static let first = Day(year: 1, month: 1, day: 1) ?? placeholder
  private static let last = Day(year: 9999, month: 12, day: 31) ?? placeholder

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var number = self.number
    try coder.code(&number)
    guard coder.isReading else { return }
    self = try Day(checked: number)
  }

  /// The day of a number that was read; none outside the years 1 to 9999 is one.
  init(checked number: Int) throws(StateError) {
    guard Day.first.number <= number, number <= Day.last.number else {
      throw StateError.damaged("a day is impossible")
    }
    self.init(number: number)
  }
}

extension Currency: StateCoded {
  static let placeholder = usd

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var code = self.code
    try coder.code(&code)
    guard coder.isReading else { return }
    guard let read = Currency(code) else { throw StateError.damaged("a currency is unknown") }
    self = read
  }
}

extension CurrencyTotals: StateCoded {
  static let placeholder = CurrencyTotals()

  /// Sums that overflowed are not to be used and are not written.
  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var amounts = sorted.map(Amount.init)
    try coder.code(&amounts)
    guard coder.isReading else { return }
    self = CurrencyTotals()
    for amount in amounts { add(amount.amount, amount.currency) }
  }

  private struct Amount: StateCoded {
    static let placeholder = Amount((.placeholder, .placeholder))
    var currency: Currency
    var amount: ExactDecimal

    init(_ sum: (currency: Currency, amount: ExactDecimal)) { (currency, amount) = sum }

    mutating func code(with coder: inout StateCoder) throws(StateError) {
      try coder.code(&currency)
      try coder.code(&amount)
    }
  }
}

extension FormatName: StateCoded {
  static let placeholder = FormatName("")

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var name = description
    try coder.code(&name)
    if coder.isReading { self = FormatName(name) }
  }
}

extension SourceLocation: StateCoded {
  static let placeholder = SourceLocation(source: "", line: 1)

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (source, line, column) = (self.source, self.line, self.column)
    try coder.code(&source)
    try coder.code(&line)
    try coder.code(&column)
    if coder.isReading { self = Self(source: source, line: line, column: column) }
  }
}

extension Diagnostic: StateCoded {
  static let placeholder = Diagnostic(.error, code: "", "")

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (severity, code, message) = (self.severity, self.code, self.message)
    var (remedy, location) = (self.remedy, self.location)
    try coder.code(word: &severity)
    try coder.code(&code)
    try coder.code(&message)
    try coder.code(&remedy)
    try coder.code(&location)
    if coder.isReading {
      self = Self(severity, code: code, message, remedy: remedy, at: location)
    }
  }
}

extension Reject.Fault: StateCoded {
  static let placeholder = Self(code: "", reason: "", remedy: "")

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (code, reason, remedy) = (self.code, self.reason, self.remedy)
    var (line, column) = (self.line, self.column)
    try coder.code(&code)
    try coder.code(&reason)
    try coder.code(&remedy)
    try coder.code(&line)
    try coder.code(&column)
    if coder.isReading {
      self = Self(code: code, reason: reason, remedy: remedy, line: line, column: column)
    }
  }
}

extension Reject: StateCoded {
  static let placeholder = Self(
    location: .placeholder,
    byteOffset: nil,
    code: "",
    reason: "",
    remedy: "",
    text: ""
  )

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (location, byteOffset, text) = (self.location, self.byteOffset, self.text)
    var fault = Fault(code: self.code, reason: reason, remedy: remedy)
    var (amount, currency) = (self.amount, self.currency)
    var (others, isSetAside) = (self.others, self.isSetAside)
    try coder.code(&location)
    try coder.code(&byteOffset)
    try coder.code(&text)
    try coder.code(&fault)
    try coder.code(&amount)
    try coder.code(&currency)
    try coder.code(&others)
    try coder.code(&isSetAside)
    guard coder.isReading else { return }
    self = Self(
      location: location,
      byteOffset: byteOffset,
      code: fault.code,
      reason: fault.reason,
      remedy: fault.remedy,
      text: text,
      amount: amount,
      currency: currency,
      others: others,
      isSetAside: isSetAside
    )
  }
}

extension Duplicate: StateCoded {
  static let placeholder = Self(
    location: .placeholder,
    original: .placeholder,
    reason: .sameReference
  )

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (location, original, reason) = (self.location, self.original, self.reason)
    var (amount, currency, conflicts) = (self.amount, self.currency, self.conflicts)
    try coder.code(&location)
    try coder.code(&original)
    try coder.code(word: &reason)
    try coder.code(&amount)
    try coder.code(&currency)
    try coder.code(&conflicts)
    guard coder.isReading else { return }
    self = Self(
      location: location,
      original: original,
      reason: reason,
      amount: amount,
      currency: currency,
      conflicts: conflicts
    )
  }
}

extension InvoiceLine: StateCoded {
  static var placeholder: Self {
    Self(
      kind: .invoice,
      location: .placeholder,
      format: .placeholder,
      amount: .zero,
      currency: .usd
    )
  }

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    try coder.code(word: &self.kind)
    try coder.code(&self.location)
    try coder.code(&self.format)
    try codeNumbers(with: &coder)
    try codeTexts(with: &coder)
    guard coder.isReading else { return }
    guard self.records >= 1 else { throw StateError.damaged("a line stands for nothing") }
  }

  private mutating func codeNumbers(with coder: inout StateCoder) throws(StateError) {
    try coder.code(&self.amount)
    try coder.code(&self.currency)
    try coder.code(&self.quantity)
    try coder.code(&self.unitPrice)
    try coder.code(&self.date)
    try coder.code(&self.periodStart)
    try coder.code(&self.periodEnd)
    try coder.code(&self.isFixedPrice)
    try coder.code(&self.isExtra)
    try coder.code(&self.records)
    try coder.code(&self.side)
  }

  private mutating func codeTexts(with coder: inout StateCoder) throws(StateError) {
    try coder.code(&self.document)
    try coder.code(&self.lineID)
    try coder.code(&self.freelancerID)
    try coder.code(&self.freelancer)
    try coder.code(&self.country)
    try coder.code(&self.buyer)
    try coder.code(&self.contract)
    try coder.code(&self.contractTitle)
    try coder.code(&self.project)
    try coder.code(&self.order)
    try coder.code(&self.postingID)
    try coder.code(&self.role)
    try coder.code(&self.department)
    try coder.code(&self.description)
    try coder.code(&self.unit)
    try coder.code(&self.references)
  }
}

extension InvoiceLine.Side: StateCoded {
  static let placeholder = Self.client

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    try coder.code(word: &self)
  }
}

extension Posting: StateCoded {
  static let placeholder = Self(location: .placeholder, format: .placeholder, title: "")

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    try coder.code(&location)
    try coder.code(&format)
    try coder.code(&id)
    try coder.code(&date)
    try coder.code(&role)
    try coder.code(&department)
    try coder.code(&title)
    try coder.code(&description)
    try coder.code(&category)
    try coder.code(&skills)
    try coder.code(&type)
    try coder.code(&duration)
    try coder.code(&hoursPerWeek)
    try coder.code(&buyer)
  }
}

extension Record: StateCoded {
  static var placeholder: Self { .line(.placeholder) }

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (line, posting): (InvoiceLine?, Posting?) = (nil, nil)
    switch self {
    case .line(let own): line = own
    case .posting(let own): posting = own
    }
    try coder.code(&line)
    if line == nil { try coder.code(&posting) }
    guard coder.isReading else { return }
    if let line {
      self = .line(line)
    } else if let posting {
      self = .posting(posting)
    } else {
      throw StateError.damaged("a record is missing")
    }
  }
}

extension ArithmeticFact: StateCoded {
  static let placeholder = ArithmeticFact(
    .lineTotal,
    document: nil,
    seller: nil,
    location: .placeholder,
    expected: .zero,
    stated: .zero,
    currency: nil
  ).unsafelyUnwrapped

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (rule, document, seller, lineID) = (self.rule, self.document, self.seller, self.lineID)
    var (location, expected, stated) = (self.location, self.expected, self.stated)
    var (tolerance, currency) = (self.tolerance, self.currency)
    var exception = self.exception?.rawValue
    try coder.code(word: &rule)
    try coder.code(&document)
    try coder.code(&seller)
    try coder.code(&lineID)
    try coder.code(&location)
    try coder.code(&expected)
    try coder.code(&stated)
    try coder.code(&tolerance)
    try coder.code(&currency)
    try coder.code(&exception)
    guard coder.isReading else { return }
    let fact = ArithmeticFact(
      rule,
      document: document,
      seller: seller,
      lineID: lineID,
      location: location,
      expected: expected,
      stated: stated,
      tolerance: tolerance,
      currency: currency,
      exception: exception.flatMap(Exception.init)
    )
    guard let fact, fact.exception?.rawValue == exception else {
      throw StateError.damaged("a computed figure is impossible")
    }
    self = fact
  }
}

extension DocumentTotal: StateCoded {
  static let placeholder = Self(
    document: nil,
    seller: nil,
    location: .placeholder,
    payable: .zero,
    currency: nil
  )

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var (document, seller, location) = (self.document, self.seller, self.location)
    var (payable, currency) = (self.payable, self.currency)
    try coder.code(&document)
    try coder.code(&seller)
    try coder.code(&location)
    try coder.code(&payable)
    try coder.code(&currency)
    guard coder.isReading else { return }
    self = Self(
      document: document,
      seller: seller,
      location: location,
      payable: payable,
      currency: currency
    )
  }
}

extension ArithmeticChecks: StateCoded {
  static let placeholder = ArithmeticChecks()

  mutating func code(with coder: inout StateCoder) throws(StateError) {
    var counts = ArithmeticFact.Rule.allCases.map { computed[$0] ?? 0 }
    var (differences, totals) = (self.differences, self.totals)
    try coder.code(&counts)
    try coder.code(&differences)
    try coder.code(&totals)
    guard coder.isReading else { return }
    guard counts.count == ArithmeticFact.Rule.allCases.count else {
      throw StateError.damaged("a rule is unknown")
    }
    let counted = zip(ArithmeticFact.Rule.allCases, counts).filter { $0.1 > 0 }
    self = ArithmeticChecks(
      computed: Dictionary(uniqueKeysWithValues: counted),
      differences: differences,
      totals: totals
    )
  }
}
