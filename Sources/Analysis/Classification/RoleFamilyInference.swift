internal import Model

/// Guesses the family of a role that `audit.yml` does not name, by words of its title and
/// department; the report says so.
enum RoleFamilyInference {
  /// The first family whose words occur; the order is from the most to the least telling.
  private static let words: [(RoleFamily, ASCIIWords)] = [
    (.bookkeeping, ["bookkeep", "accountant", "accounting", "payroll", "invoice", "tax"]),
    (
      .customerSupport,
      ["support", "customer", "helpdesk", "help desk", "service desk", "rebooking"]
    ),
    (.manager, ["manager", "head of", "team lead", "coordinator", "coordination"]),
    (.clerical, ["data entry", "assistant", "clerk", "admin", "research", "transcri", "virtual"]),
    (
      .salesMarketing,
      [
        "marketing", "sales", "seo", "content", "copy", "social", "newsletter", "blog", "video",
        "thumbnail", "translat", "ads",
      ]
    ),
  ]

  /// The family, `professional` where no word tells.
  static func family(title: String, department: String) -> RoleFamily {
    for text in [title, department] {
      for (family, stems) in words where stems.first(in: text) != nil { return family }
    }
    return .professional
  }
}
