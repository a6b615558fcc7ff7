internal import Model

/// The words for what figures mean; colours and shapes never stand without them.
enum Words {
  /// A band with the shape that goes with it.
  static func band(_ band: RiskBand?) -> (word: String, shape: String, style: String) {
    switch band {
    case nil: ("no spend", "–", "none")
    case .low: ("low", "●", "low")
    case .moderate: ("moderate", "■", "moderate")
    case .high: ("high", "▲", "high")
    case .critical: ("critical", "◆", "critical")
    }
  }

  /// A severity with the shape that goes with it.
  static func severity(_ severity: Severity) -> (word: String, shape: String) {
    switch severity {
    case .low: ("low", "●")
    case .moderate: ("moderate", "■")
    case .high: ("high", "▲")
    case .critical: ("critical", "◆")
    }
  }

  /// The class of a role.
  static func roleClass(_ roleClass: Collaboration.Class) -> String {
    switch roleClass {
    case .specific: "specific task"
    case .mixed: "mixed, please confirm"
    case .collaborative: "seat in a team"
    }
  }

  /// What to do about a role, in two or three words.
  static func advice(_ advice: RoleAudit.Advice) -> String {
    switch advice {
    case .keep: "keep as is"
    case .document: "document it"
    case .confirm: "confirm first"
    case .team: "second person or team"
    case .ended: "ended"
    }
  }

  /// How lines came to a role.
  static func match(_ match: RoleAudit.Match) -> String {
    switch match {
    case .pattern: "a pattern of audit.yml"
    case .roleColumn: "the export's role column"
    case .posting: "the posting's identifier"
    case .contract: "the contract's identifier"
    case .title: "the contract's title"
    case .otherWork: "the same person's only other role"
    case .unmatched: "nothing; the person stands for the role"
    }
  }

  /// Why a record is a duplicate.
  static func duplicate(_ reason: Duplicate.Reason) -> String {
    switch reason {
    case .sameReference: "the same platform reference again"
    case .sameDocumentLine: "the same line of the same document again"
    case .sameInput: "in a file equal to another one, byte for byte"
    case .escrowFunding: "the funding of an escrow whose release is counted"
    case .coveredByTransactions: "a time report for a week that the transactions bill"
    case .sameContent: "the same row in another export of the format"
    case .sameDocument: "the same document in another format"
    case .coveredByInvoices: "a time report for hours that invoices bill"
    case .samePosting: "the same posting again"
    }
  }

  /// Where a judgement on collaboration comes from.
  static func source(_ source: Collaboration.Source) -> String {
    switch source {
    case .postingsAndInvoices: "postings and invoices"
    case .invoices: "invoices alone, no posting is known"
    case .postings: "the posting alone"
    case .override: "set in audit.yml"
    }
  }

  /// A way to staff a department.
  static func option(_ option: String) -> String {
    switch option {
    case "keep": "keep as is"
    case "document": "document everything"
    case "in_house_us": "in-house, United States"
    default:
      "dedicated team, "
        + option.split(separator: "_").filter { $0 != "team" }
        .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
  }

  /// How far a wage can be relied on.
  static func grade(_ grade: WageFigure.Grade) -> String {
    switch grade {
    case .quote: "own quote"
    case .confirmed: "confirmed"
    case .partly: "partly confirmed"
    case .fromMemory: "from memory"
    }
  }

  /// A way to lower the risk of a role.
  static func way(_ way: RiskReduction.Way) -> String {
    switch way {
    case .document: "document up to 90 %"
    case .secondPerson: "a second person for a third of the hours"
    case .both: "both"
    }
  }

  /// A cause that moved the index.
  static func cause(_ name: String) -> String {
    switch name {
    case "documentation": "documents"
    case "currency": "exchange rates"
    default: name
    }
  }
}
