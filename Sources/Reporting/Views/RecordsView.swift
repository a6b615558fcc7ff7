internal import Model

/// What became of the records: rejects, duplicates, inputs.
struct RecordsView {
  private let audit: Audit
  private let language: Language
  private let extent: ReportExtent

  init(_ audit: Audit, _ language: Language, _ extent: ReportExtent = .page) {
    self.audit = audit
    self.extent = extent
    self.language = language
  }

  /// The words that every readable file must show for the rejects.
  var rejectCount: String { language.number(audit.reconciliation.rejected, "rejectedRecord") }

  /// The records as templates see them.
  var values: [String: ViewModel.Value] {
    let sum = audit.reconciliation
    let rejects = audit.rejects.prefix(extent.rejects)
    let inputs = audit.inputs.prefix(extent.inputs)
    let duplicates = Duplicate.Reason.allCases.compactMap(duplicates)
    return [
      "rejects": .list(rejects.map(reject)), "rejectCount": .text(rejectCount),
      "hasRejects": .flag(!audit.rejects.isEmpty),
      "moreRejects": ViewModel.optional(
        audit.rejects.count > rejects.count
          ? language("moreRejects", ["n": language.count(audit.rejects.count - rejects.count)])
          : nil
      ),
      "duplicates": .list(duplicates), "hasDuplicates": .flag(!duplicates.isEmpty),
      "duplicateCount": .text(language.number(sum.duplicates, "duplicate")),
      "kinds": .list(
        sum.usedByKind.sorted { $0.key < $1.key }.map {
          ViewModel([
            "kind": .text(Words(language).kind($0.key)), "amount": .text(language.totals($0.value)),
          ])
        }
      ),
      "inputs": .list(inputs.map(input)),
      "moreInputs": ViewModel.optional(
        audit.inputs.count > inputs.count
          ? language("moreInputs", ["n": language.count(audit.inputs.count - inputs.count)]) : nil
      ),
      "unmatched": .list(audit.unmatched.prefix(extent.people).map(unmatched)),
      "hasUnmatched": .flag(!audit.unmatched.isEmpty),
    ]
  }

  private func reject(_ reject: Reject) -> ViewModel {
    ViewModel([
      "place": .text(Format.place(reject.location)), "code": .text(reject.code),
      "reason": .text(reject.reason), "remedy": .text(reject.remedy),
    ])
  }

  private func duplicates(_ reason: Duplicate.Reason) -> ViewModel? {
    let found = audit.duplicates.filter { $0.reason == reason }
    guard let first = found.first else { return nil }
    return ViewModel([
      "reason": .text(Words(language).duplicate(reason)),
      "count": .text(language.count(found.count)),
      "example": .text(
        language(
          "repeats",
          ["place": Format.place(first.location), "original": Format.place(first.original)]
        )
      ),
      "conflicts": .text(language.count(found.count { $0.conflicts })),
    ])
  }

  private func input(_ input: InputSummary) -> ViewModel {
    ViewModel([
      "path": .text(input.path), "format": .text(input.format?.description ?? language("notUsed")),
      "sha256": .text(input.sha256), "records": .text(language.count(input.records)),
      "accepted": .text(language.count(input.accepted)),
      "rejected": .text(language.count(input.rejected)),
      "duplicates": .text(language.count(input.duplicates)),
      "amount": .text(language.totals(input.amount)), "refusal": ViewModel.optional(input.refusal),
    ])
  }

  private func unmatched(_ work: Audit.Unmatched) -> ViewModel {
    let name = audit.people.first { $0.id == work.person }?.name ?? work.person
    return ViewModel([
      "name": .text(Format.shown(name)), "role": .text(Format.shown(work.role)),
      "lines": .text(language.count(work.lines)), "amount": .text(language.exact(work.amount)),
    ])
  }
}
