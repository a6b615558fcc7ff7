internal import Model

/// Adds up a transaction history by identity and week while it is read, block by block.
///
/// It says what reading line by line and adding up says, with three exceptions that the result
/// states: memos are not kept, a fee is not traced to the invoice it belongs to, and of two rows
/// with one reference the first counts rather than the more complete one.
final class UpworkFold {
  /// A fixed-price row, which may be the funding or the release of an escrow.
  private struct Booking {
    let group: Int
    let amount: Int64
    let date: Int32
    let line: UInt32
    let description: UInt64
  }

  /// A row that an earlier one repeats.
  private struct Repeated {
    let line: UInt32
    let amount: Int64
    let type: UInt8
    let earlier: ReferenceTable.Earlier
  }

  private let delimiter: UInt8
  private let references: ReferenceTable
  private let base: UInt32
  private var rowReader: UpworkRowReader
  private let identities = IdentityTable()
  private let groups = GroupTable()
  private var bookings: [Booking] = []
  private var escrow: [EscrowPairing<EscrowMilestone>.Payment] = []
  /// Rows whose amount is no number of hundredths of a dollar.
  private var others: [UpworkSettlement.Row] = []
  private var repeated: [Repeated] = []
  private var repeatedOthers: [(row: UpworkSettlement.Row, earlier: ReferenceTable.Earlier)] = []
  /// The amounts as they were read, by type: the other side of the reconciliation.
  private let amountsIn: UnsafeMutablePointer<Int64>
  /// The rows of each type with an amount below, above and of zero.
  private let negatives: UnsafeMutablePointer<Int>
  private let positives: UnsafeMutablePointer<Int>
  private let zeros: UnsafeMutablePointer<Int>
  private var hasOverflowed = false
  private let types = UpworkTransactionType.allCases
  /// For each type the one that stands for all which are added up together.
  private let classes: UnsafeMutablePointer<UInt8>

  /// What was read so far: rejects and what the user should know.
  var reading: InputReading
  /// The 1-based line of the next block's first record, and its offset in the input.
  private(set) var line: Int
  private(set) var byteOffset: Int
  /// The number of rows that were not rejected.
  private var rows = 0
  private var table: CSVTable

  /// Creates a fold that goes on behind the header.
  ///
  /// `base` is added to a line to make the ordinal under which references are claimed, so that one
  /// table serves several inputs.
  init(
    reading: InputReading,
    header: CSVHeader,
    recognition: CSVRecognition,
    options: IngestionOptions,
    references: ReferenceTable,
    base: UInt32,
    line: Int,
    byteOffset: Int
  ) {
    self.reading = reading
    delimiter = recognition.dialect.delimiter
    self.references = references
    self.base = base
    self.line = line
    self.byteOffset = byteOffset
    rowReader = UpworkRowReader(format: recognition.format.name)
    let rows = FoldRowReader()
    table = CSVTable(
      recognition.format,
      dialect: recognition.dialect,
      header: header,
      options: options,
      rows: rows
    )
    amountsIn = .allocate(capacity: types.count)
    amountsIn.initialize(repeating: 0, count: types.count)
    negatives = .allocate(capacity: types.count)
    negatives.initialize(repeating: 0, count: types.count)
    zeros = .allocate(capacity: types.count)
    zeros.initialize(repeating: 0, count: types.count)
    positives = .allocate(capacity: types.count)
    positives.initialize(repeating: 0, count: types.count)
    classes = .allocate(capacity: types.count)
    for (index, type) in types.enumerated() {
      classes[index] = UInt8(types.firstIndex(of: type.foldedInto) ?? index)
    }
    rows.fold = self
  }

  deinit {
    amountsIn.deallocate()
    negatives.deallocate()
    positives.deallocate()
    zeros.deallocate()
    classes.deallocate()
  }

  // MARK: Blocks

  /// Adds the rows of the next block.
  func add(_ block: FoldBlock) {
    block.rows.withUnsafeBufferPointer { rows in
      var start = 0
      while start < rows.count {
        let end = min(rows.count, start &+ Self.batch)
        for index in start..<end where rows[index].type != FoldRow.exact {
          references.prefetch(rows[index].reference)
          identities.prefetch(rows[index].hash)
        }
        addRows(rows, start, end, block)
        start = end
      }
    }
    line += block.lineFeeds
    byteOffset += block.count
  }

  /// The rows whose places in memory are asked for before the first of them is needed.
  private static let batch = 64

  @inline(__always)
  private func addRows(
    _ rows: UnsafeBufferPointer<FoldRow>,
    _ start: Int,
    _ end: Int,
    _ block: FoldBlock
  ) {
    let line = line
    let references = references
    let identities = identities
    let groups = groups
    withUnsafeTemporaryAllocation(of: Claim.self, capacity: Self.batch) { claims in
      var count = 0
      for index in start..<end {
        let row = rows[index]
        let rowLine = line &+ Int(row.line)
        if row.type == FoldRow.exact {
          let record = block.exact[Int(row.reference)]
          addExact(record.bytes, line: rowLine, byteOffset: byteOffset + record.start)
          continue
        }
        self.count(row)
        let ordinal = base &+ UInt32(truncatingIfNeeded: rowLine)
        if let earlier = references.claim(row.reference, check: row.amount, ordinal: ordinal) {
          note(row, line: rowLine, earlier)
          continue
        }
        let identity = identities.find(
          block.identity(row),
          Int(row.identityLength),
          hash: row.hash
        )
        let key = key(row, identity)
        let hash = GroupTable.hash(key)
        groups.prefetch(hash)
        claims[count] = Claim(key: key, hash: hash, row: index)
        count &+= 1
      }
      for index in 0..<count {
        let claim = claims[index]
        let row = rows[claim.row]
        let line = UInt32(truncatingIfNeeded: line) &+ row.line
        add(row, to: claim.key, hash: claim.hash, line: line)
      }
    }
  }

  /// A row that is the first with its reference, and the group it belongs to.
  private struct Claim {
    let key: GroupTable.Key
    let hash: UInt64
    let row: Int
  }

  @inline(__always)
  private func count(_ row: FoldRow) {
    rows &+= 1
    let (sum, overflow) = amountsIn[Int(row.type)].addingReportingOverflow(row.amount)
    amountsIn[Int(row.type)] = sum
    if overflow { hasOverflowed = true }
    if row.amount < 0 {
      negatives[Int(row.type)] &+= 1
    } else if row.amount > 0 {
      positives[Int(row.type)] &+= 1
    } else {
      zeros[Int(row.type)] &+= 1
    }
  }

  private func note(_ row: FoldRow, line: Int, _ earlier: ReferenceTable.Earlier) {
    repeated.append(
      Repeated(line: UInt32(line), amount: row.amount, type: row.type, earlier: earlier)
    )
  }

  @inline(__always)
  private func key(_ row: FoldRow, _ identity: UInt32) -> GroupTable.Key {
    GroupTable.Key(
      identity: identity,
      week: (row.work &+ 3) / 7,
      type: classes[Int(row.type)],
      currency: 0,
      isNegative: row.amount < 0,
      hasHours: row.hasHours
    )
  }

  @inline(__always)
  private func add(_ row: FoldRow, to key: GroupTable.Key, hash: UInt64, line: UInt32) {
    let group = groups.add(key, hash: hash, row, ordinal: line)
    guard row.description != 0 else { return }
    bookings.append(
      Booking(
        group: group,
        amount: row.amount,
        date: row.date,
        line: line,
        description: row.description
      )
    )
  }

  // MARK: Exact records

  /// Adds a record that no block could read.
  private func addExact(_ bytes: [UInt8], line: Int, byteOffset: Int) {
    var reader = CSVReader(
      MemorySource(bytes),
      delimiter: delimiter,
      line: line,
      byteOffset: byteOffset
    )
    var record = CSVRecord()
    guard (try? reader.next(into: &record)) == true else { return }
    add(record)
  }

  /// Adds a record as the exact reader has it.
  func add(_ record: CSVRecord) { _ = table.take(record, into: &reading) }

  /// Adds a row that the table let through.
  fileprivate func add(_ csv: CSVRow, into reading: inout InputReading) {
    guard let row = rowReader.read(csv, into: &reading) else { return }
    let record = csv.record
    if let payment = row.escrowPayment { escrow.append(payment) }
    guard let plain = plain(row) else {
      addOther(row)
      return
    }
    count(plain)
    if let earlier = claim(row, check: plain.amount) {
      note(plain, line: record.line, earlier)
      return
    }
    let texts = identity(csv, row.type).map { Array(($0 ?? "").utf8.prefix(0xFFFF)) }
    var bytes = texts.flatMap { [UInt8($0.count & 0xFF), UInt8($0.count >> 8)] }
    for text in texts { bytes += text }
    let length = bytes.count
    bytes += [UInt8](repeating: 0, count: 8)
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      let hash = Words.hash(start, length)
      let key = key(plain, identities.find(start, length, hash: hash))
      add(plain, to: key, hash: GroupTable.hash(key), line: UInt32(record.line))
    }
  }

  /// The row as numbers, or `nil` when it does not fit: another currency, more than two decimals.
  private func plain(_ row: UpworkSettlement.Row) -> FoldRow? {
    let amount = row.line.amount.normalized
    guard row.line.currency == .usd, amount.scale <= 2, let cents = amount.rounded(scale: 2),
      let type = types.firstIndex(of: row.type), let date = row.line.date
    else { return nil }
    var folded = FoldRow()
    folded.amount = cents.units
    folded.type = UInt8(type)
    folded.date = Int32(date.number)
    folded.work = Int32((row.line.workDay ?? date).number)
    if let quantity = row.line.quantity {
      guard let hours = quantity.normalized.rounded(scale: 5), quantity.normalized.scale <= 5 else {
        return nil
      }
      folded.hours = hours.units
      folded.hasHours = true
    }
    if row.type.isFixedPrice {
      let title = row.line.contractTitle
      let text = row.texts.first { $0 != title } ?? ""
      folded.description = (Array(text.utf8) + [UInt8](repeating: 0, count: 8))
        .withUnsafeBufferPointer { bytes in
          bytes.baseAddress.map { Words.hash($0, text.utf8.count) | 1 } ?? 1
        }
    }
    return folded
  }

  private func identity(_ row: CSVRow, _ type: UpworkTransactionType) -> [String?] {
    [
      row.text("Freelancer"), row.text(first: "Agency", "Agency team"),
      row.text(first: "Client team", "Team"), row.text("PO"), row.text("Account name"),
      type.kind == .payment ? nil : row.text("Transaction summary"),
    ]
  }

  private func claim(_ row: UpworkSettlement.Row, check: Int64) -> ReferenceTable.Earlier? {
    guard let document = row.line.document else { return nil }
    let ordinal = base &+ UInt32(truncatingIfNeeded: row.line.location.line)
    return references.claim(any: document, check: check, ordinal: ordinal)
  }

  private func addOther(_ row: UpworkSettlement.Row) {
    rows += 1
    let amount = row.line.amount.normalized
    if let earlier = claim(row, check: amount.units &* 31 &+ Int64(amount.scale)) {
      repeatedOthers.append((row, earlier))
    } else {
      others.append(row)
    }
  }

  // MARK: The end

  /// Settles sides and escrow, and returns the groups as cost to the client; rejects, duplicates
  /// and diagnostics are then in ``reading``.
  ///
  /// `place` turns an ordinal of the reference table into a location.
  func finish(place: (UInt32) -> SourceLocation) -> FoldedInput {
    table.finish(into: &reading, rowsElsewhere: rows)
    let side = findSide()
    for (index, type) in rowReader.rejectedTypes where type.isNegated(side) {
      reading.rejects[index] = reading.rejects[index].withAmount(\.negated)
    }
    let amount = amountIn(side)
    var repetitions = repeatedRows(side, place)
    var builder = FoldedWorkBuilder(source: reading.source)
    for row in others {
      var row = row
      row.costToClient(side)
      builder.add(row.line, type: row.type.rawValue)
    }
    if side == .client { settleEscrow(&repetitions, &builder) }
    addGroups(to: &builder, side: side)
    reading.duplicates = repetitions.shown.sorted { $0.location < $1.location }
    if hasOverflowed || groups.hasOverflowed || builder.hasOverflowed || amount.hasOverflowed {
      reading.refuse(
        code: "total-overflow",
        "a sum has more than 18 digits",
        remedy: "split the export by year",
        line: 1
      )
    }
    return FoldedInput(
      work: builder.work,
      records: rows + reading.rejects.count,
      amount: amount,
      duplicates: repetitions.count,
      duplicateAmount: repetitions.amount
    )
  }

  /// The amounts of all records whose amount could be read, as cost to the client.
  private func amountIn(_ side: InvoiceLine.Side) -> CurrencyTotals {
    var total = CurrencyTotals()
    for (index, type) in types.enumerated() where amountsIn[index] != 0 {
      let amount = ExactDecimal(units: amountsIn[index], scale: 2)
      total.add(type.isNegated(side) ? amount.negated : amount, .usd)
    }
    for row in others + repeatedOthers.map(\.row) {
      var row = row
      row.costToClient(side)
      total.add(row.line.amount, row.line.currency)
    }
    for reject in reading.rejects {
      if let amount = reject.amount, let currency = reject.currency { total.add(amount, currency) }
    }
    return total
  }

  private func findSide() -> InvoiceLine.Side {
    var votes = UpworkSides()
    for (index, type) in types.enumerated() {
      votes.add(type, isNegative: true, isZero: false, rows: negatives[index])
      votes.add(type, isNegative: false, isZero: false, rows: positives[index])
      votes.add(type, isNegative: false, isZero: true, rows: zeros[index])
    }
    for row in others + repeatedOthers.map(\.row) {
      let amount = row.line.amount
      votes.add(row.type, isNegative: amount.isNegative, isZero: amount.isZero)
    }
    if let warning = votes.warning(at: reading.location(line: 1)) {
      reading.diagnostics.append(warning)
    }
    return votes.side
  }

  private func repeatedRows(
    _ side: InvoiceLine.Side,
    _ place: (UInt32) -> SourceLocation
  ) -> Repetitions {
    var repetitions = Repetitions()
    for row in repeated {
      let amount = ExactDecimal(units: row.amount, scale: 2)
      repetitions.add(
        at: reading.location(line: Int(row.line)),
        original: place(row.earlier.ordinal),
        .sameReference,
        types[Int(row.type)].isNegated(side) ? amount.negated : amount,
        .usd,
        conflicts: row.earlier.conflicts
      )
    }
    for (row, earlier) in repeatedOthers {
      var row = row
      row.costToClient(side)
      repetitions.add(
        at: row.line.location,
        original: place(earlier.ordinal),
        .sameReference,
        row.line.amount,
        row.line.currency,
        conflicts: earlier.conflicts
      )
    }
    return repetitions
  }

  // MARK: Escrow

  /// Takes the fundings and the deposits of an escrow out of their groups.
  private func settleEscrow(_ repetitions: inout Repetitions, _ builder: inout FoldedWorkBuilder) {
    guard !escrow.isEmpty else { return }
    let pairing = EscrowPairing(bookings: bookings.map(pairable), payments: escrow)
    for (funding, release) in pairing.releases {
      let booking = bookings[funding]
      groups.remove(amount: booking.amount, from: booking.group)
      repetitions.add(
        at: reading.location(line: Int(booking.line)),
        original: reading.location(line: Int(bookings[release].line)),
        .escrowFunding,
        ExactDecimal(units: -booking.amount, scale: 2),
        .usd,
        conflicts: false
      )
    }
    defer { rebuildFirsts(without: Set(pairing.releases.keys).union(pairing.deposits)) }
    for deposit in pairing.deposits {
      let booking = bookings[deposit]
      groups.remove(amount: booking.amount, from: booking.group)
      var line = InvoiceLine(
        kind: .payment,
        location: reading.location(line: Int(booking.line)),
        format: rowReader.format,
        amount: ExactDecimal(units: -booking.amount, scale: 2),
        currency: .usd
      )
      fill(&line, identity: groups.groups[booking.group].key.identity)
      line.date = Day(number: Int(booking.date))
      line.side = .client
      line.isFixedPrice = true
      builder.add(line, type: "in escrow, not released")
    }
  }

  /// Finds the first line and the days of the groups anew that bookings were taken out of.
  private func rebuildFirsts(without removed: Set<Int>) {
    let touched = Set(removed.map { bookings[$0].group })
    groups.forgetDates(of: touched)
    for (index, booking) in bookings.enumerated()
    where touched.contains(booking.group) && !removed.contains(index) {
      groups.note(date: booking.date, line: booking.line, in: booking.group)
    }
  }

  private func pairable(_ booking: Booking) -> EscrowPairing<EscrowMilestone>.Booking {
    let identity = groups.groups[booking.group].key.identity
    let amount = ExactDecimal(units: booking.amount, scale: 2)
    let title = identities.text(identity, cell: 5)
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

  // MARK: Groups

  private func addGroups(to builder: inout FoldedWorkBuilder, side: InvoiceLine.Side) {
    var numbers = [Int32](repeating: -1, count: identities.count)
    var categories: [Int: Int32] = [:]
    builder.reserve(groups.count)
    for group in groups.groups where group.count > 0 {
      let number = group.key.identity
      if numbers[number] < 0 { numbers[number] = Int32(builder.identity(of: identity(number))) }
      let type = types[group.key.type]
      let amount = type.isNegated(side) ? 0 - group.amount : group.amount
      let code = group.key.type << 2 | (amount < 0 ? 2 : 0) | (group.key.hasHours ? 1 : 0)
      let category: Int32
      if let known = categories[code] {
        category = known
      } else {
        category = Int32(builder.category(self.category(type, amount < 0, group.key, side)))
        categories[code] = category
      }
      builder.append(
        FoldedWork.Group(
          identity: numbers[number],
          category: category,
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
    _ key: GroupTable.Key,
    _ side: InvoiceLine.Side
  ) -> FoldedWork.Category {
    FoldedWork.Category(
      format: rowReader.format,
      kind: type.kind == .invoice && isNegative ? .creditNote : type.kind,
      type: type.foldedName,
      unit: key.hasHours ? "HUR" : nil,
      currency: .usd,
      side: side,
      isFixedPrice: type.isFixedPrice,
      isExtra: type.isExtra
    )
  }

  private func identity(_ number: Int) -> FoldedWork.Identity {
    var line = InvoiceLine(
      kind: .invoice,
      location: reading.location(line: 1),
      format: rowReader.format,
      amount: .zero,
      currency: .usd
    )
    fill(&line, identity: number)
    return FoldedWork.Identity(line)
  }

  private func fill(_ line: inout InvoiceLine, identity: Int) {
    line.freelancer = identities.text(identity, cell: 0) ?? identities.text(identity, cell: 1)
    line.department = identities.text(identity, cell: 2)
    line.order = identities.text(identity, cell: 3)
    line.buyer = identities.text(identity, cell: 4)
    if let title = identities.text(identity, cell: 5) {
      (line.contractTitle, line.contract) = UpworkText.contract(title)
    }
  }
}

/// Hands the rows that a table lets through to the fold.
private final class FoldRowReader: CSVRowReader {
  weak var fold: UpworkFold?

  func read(_ row: CSVRow, into reading: inout InputReading) { fold?.add(row, into: &reading) }
}

/// The records that others repeat: all of them counted, conflicts and the first thousand listed.
private struct Repetitions {
  private(set) var count = 0
  private(set) var amount = CurrencyTotals()
  private(set) var shown: [Duplicate] = []

  mutating func add(
    at location: SourceLocation,
    original: SourceLocation,
    _ reason: Duplicate.Reason,
    _ amount: ExactDecimal,
    _ currency: Currency,
    conflicts: Bool
  ) {
    count += 1
    self.amount.add(amount, currency)
    guard conflicts || count <= 1000 else { return }
    shown.append(
      Duplicate(
        location: location,
        original: original,
        reason: reason,
        amount: amount,
        currency: currency,
        conflicts: conflicts
      )
    )
  }
}

extension UpworkTransactionType {
  /// Whether the wallet's sign of this type is the opposite of cost to the client.
  func isNegated(_ side: InvoiceLine.Side) -> Bool {
    UpworkSettlement.isNegated(kind, side)
  }

  /// The type that stands for all which are added up together: what is the same to every figure.
  fileprivate var foldedInto: Self {
    guard kind == .invoice else { return self }
    return isFixedPrice ? .fixedPrice : isExtra ? .bonus : .hourly
  }

  /// What the groups of this type are called.
  fileprivate var foldedName: String {
    guard kind == .invoice else { return rawValue }
    return isFixedPrice ? "fixed price" : isExtra ? "bonus or expense" : "time"
  }
}
