internal import Model

/// What the report shows of one finding.
struct FindingView {
  private let finding: Finding
  private let language: Language

  init(_ finding: Finding, _ language: Language) {
    self.finding = finding
    self.language = language
  }

  /// The finding as templates see it.
  var view: ViewModel {
    let severity = Words(language).severity(finding.severity)
    return ViewModel([
      "id": .text(finding.id), "anchor": .text(Anchor.finding(finding.id)),
      "title": .text(Format.shown(finding.title, 200)), "severity": .text(severity.word),
      "shape": .text(severity.shape), "severityKey": .text(finding.severity.rawValue),
      "amount": ViewModel.optional(finding.amount.map { language.money($0) }),
      "status": .text(language("status_\(finding.status.rawValue)")),
      "criterion": .text(Format.shown(finding.criterion, 600)),
      "condition": .text(Format.shown(finding.condition, 600)),
      "cause": .text(Format.shown(finding.cause, 600)),
      "consequence": .text(Format.shown(finding.consequence, 600)),
      "action": .text(Format.shown(finding.action, 600)),
      "evidence": .list(
        finding.evidence.prefix(12).map {
          ViewModel([
            "place": .text(Format.place($0.location)), "text": .text(Format.shown($0.text, 240)),
          ])
        }
      ),
    ])
  }
}
