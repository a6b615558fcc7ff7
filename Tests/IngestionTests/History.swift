import Model

/// A random history with everything that a real one can have, and faults.
struct History {
  static let header =
    "Date,Transaction ID,Transaction type,Transaction summary,Transaction summary details,"
    + "Description 1,Description 2,Description 3,Agency team,Freelancer,Client team,Account name,PO,"
    + "Ref ID,Amount $,Amount in local currency,Currency,Current balance $,Payment method"

  private(set) var lines = [header]
  var text: String { lines.joined(separator: "\n") + "\n" }

  init(_ random: inout SplitMix64, rows: Int) {
    let titles = [
      "Design", "\"Design, web\"", "\"A \"\"new\"\" shop\"", "Support 20 hours a week",
      "Édition vidéo (34848691)", "Works May 2026", "", "Plan 12/24/2025-12/31/2025",
    ]
    let people = ["Ana", "\"Bo, jr\"", "Zoë", "", "O'Hara  "]
    let months = ["Jan", "Feb", "Sep", "Dec"]
    for index in 0..<rows {
      func pick(_ values: [String]) -> String { values[Int(random.next() % UInt64(values.count))] }
      let number = Int(random.next() % 1000)
      let day = 1 + number % 28
      let date = "\"\(pick(months)) \(number % 3 == 0 ? "0" : "")\(day), 202\(number % 7)\""
      let cents = number % 10 == 0 ? "\(number)" : "\(number).\(10 + number % 90)"
      let title = pick(titles)
      let type = pick([
        "Hourly", "Hourly", "hourly", "Fixed-Price", "Fixed Price", "Bonus", "Refund", "Payment",
        "Marketplace Fee", "Expense", "Contract initiation fee", "Membership_fee",
      ])
      var cells = [
        date, "9\(index)", type, title,
        pick([
          "\"Invoice for Sep 21-Sep 27, 2026\"", "\"Invoice for Dec 29, 2025-Jan 4, 2026\"", "",
          "Invoice for 05/27/2024-06/02/2024 - 14:20 hrs @ $18.00/hr", "\"Invoice for Sep 2026\"",
        ]),
        title, pick(["12.17 hours", "", "3 hours", "7:30 hrs", "Visa 0000 - Ref ID 881240201"]),
        pick(["$10.00/hr", "", "note"]), "", pick(people), pick(["Care", ""]), "Buyer Ltd", "",
        "88\(index)", "-\(cents)", "", "", "0.00", "",
      ]
      if type == "Payment" || type == "Refund" { cells[14] = cents }
      if type == "Payment", number % 2 == 0 {
        cells[5] = pick(["Paid from escrow for Design: one", "Paid from Visa to escrow"])
      }
      spoil(&cells, &random)
      lines.append(cells.joined(separator: ","))
      // The same row again, or its reference with another amount.
      if number % 12 == 1 { lines.append(lines[lines.count - 1]) }
      if number % 12 == 2, cells.count > 14 {
        cells[14] = "-\(number + 1).00"
        lines.append(cells.joined(separator: ","))
      }
    }
    lines.insert(Self.header, at: lines.count / 2)
  }

  private func spoil(_ cells: inout [String], _ random: inout SplitMix64) {
    switch random.next() % 60 {
    case 0: cells[0] = "\"Feb 30, 2026\""
    case 1: cells[14] = "12a"
    case 2: cells[14] = "\"-1,234.50\""
    case 3: cells[14] = "$-9.10"
    case 4: cells[14] = "-1044.5899999999999"
    case 5: cells = Array(cells.prefix(9))
    case 6: cells.append("more")
    case 7: cells[2] = "Gift"
    case 8: cells[13] = "T-\(random.next() % 1_000_000)"
    case 9: cells[13] = "00\(random.next() % 1_000_000)"
    case 10: cells[13] = "99999999\(random.next() % 1_000_000)"
    case 11: cells[14] = ""
    case 12: cells[3] = "\"two\nlines\""
    case 13: cells[6] = "\"two\r\nlines\""
    case 14: cells[9] = " Ana "
    case 15: cells[0] = "2026-09-28"
    case 16: cells[9] = "A\u{0}a"
    default: break
    }
  }
}
