internal import Model

/// The page `docs/Checks.md`, written from the checks themselves.
public enum ChecksPage {
  /// The page, with its final line end.
  public static var markdown: String {
    var text = """
      # Checks

      Written by `make docs` from the checks themselves; edit those, not this page. A check that lacks data says "not
      applicable: needs …", never "passed". A finding asks for a review; it accuses nobody, and nothing here is legal or tax advice.

      Severities and the answer they expect: \(Severity.allCases.reversed().map { "**\($0.rawValue)** \($0.response)" }.joined(separator: ", ")).

      To live with a finding until a day, or to say that it is wrong, in `audit.yml`:

      ```yaml
      accepted:
        - { id: "sole-holder:booking-engine", reason: "second person starts in January", until: 2027-01-31 }
      disputed:
        - { id: "relative-size:*", reason: "milestones of this year differ in size by contract" }
      skip_checks:
        - { check: weekend-work, reason: "shifts are agreed" }
      materiality: 5000          # in the reporting currency; else 0.5 % of a year's spend
      contracts:
        - { id: "38050119", rate: 62, ends: 2026-12-31, weekly_hours: 40 }
      ```


      """
    for group in CheckPage.Group.allCases {
      text += "## \(title(group))\n\n"
      for page in Checks.pages where page.group == group {
        text += """
          ### \(page.id)

          - **Holds:** \(page.holds). **Does not hold:** \(page.fails).
          - **What should be:** \(page.criterion)
          - **Why it matters:** \(page.why)
          - **How it is measured:** \(page.measured)
          - **What looks like it and is right:** \(page.falsePositives)
          - **What to do:** \(page.remedy)
          - **How to dispute it:** \(page.dispute)
          - **Severity:** \(page.severity).
          - **Source:** \(page.source).


          """
      }
    }
    return String(text.dropLast())
  }

  private static func title(_ group: CheckPage.Group) -> String {
    switch group {
    case .integrity: "Integrity of invoices"
    case .roles: "Roles and postings"
    case .knowledge: "Knowledge"
    case .compliance: "Compliance"
    case .data: "Quality of the data"
    }
  }
}
