internal import Model

extension Anonymizer {
  func input(_ input: InputSummary) -> InputSummary {
    var copy = InputSummary(
      path: text(input.path),
      sha256: input.sha256,
      format: input.format,
      bytes: input.bytes
    )
    copy.records = input.records
    copy.accepted = input.accepted
    copy.rejected = input.rejected
    copy.duplicates = input.duplicates
    copy.amount = input.amount
    copy.refusal = input.refusal.map(unquoted)
    return copy
  }

  func reject(_ reject: Reject) -> Reject {
    Reject(
      location: place(reject.location),
      byteOffset: reject.byteOffset,
      code: reject.code,
      reason: unquoted(reject.reason),
      remedy: unquoted(reject.remedy),
      text: Self.withheld,
      amount: reject.amount,
      currency: reject.currency,
      others: reject.others.map {
        Reject.Fault(
          code: $0.code,
          reason: unquoted($0.reason),
          remedy: unquoted($0.remedy),
          column: $0.column
        )
      },
      isSetAside: reject.isSetAside
    )
  }

  func duplicate(_ duplicate: Duplicate) -> Duplicate {
    Duplicate(
      location: place(duplicate.location),
      original: place(duplicate.original),
      reason: duplicate.reason,
      amount: duplicate.amount,
      currency: duplicate.currency,
      conflicts: duplicate.conflicts
    )
  }

  func evidence(_ evidence: Finding.Evidence) -> Finding.Evidence {
    Finding.Evidence(location: place(evidence.location), text: unquoted(evidence.text))
  }

  func finding(_ finding: Finding) -> Finding {
    var copy = Finding(
      id: id(finding.id),
      check: finding.check,
      severity: finding.severity,
      status: finding.status,
      subject: id(finding.subject),
      title: unquoted(finding.title),
      amount: finding.amount,
      criterion: text(finding.criterion),
      condition: unquoted(finding.condition),
      cause: unquoted(finding.cause),
      consequence: unquoted(finding.consequence),
      action: unquoted(finding.action),
      evidence: finding.evidence.map(evidence)
    )
    copy.note = finding.note.map(unquoted)
    return copy
  }

  func result(_ result: CheckResult) -> CheckResult {
    let state: CheckResult.State =
      switch result.state {
      case .ran: .ran
      case .notApplicable(let why): .notApplicable(unquoted(why))
      case .failed(let why): .failed(unquoted(why))
      }
    return CheckResult(
      page: result.page,
      state: state,
      subjectCount: result.subjectCount,
      passed: result.passed.map(id)
    )
  }
}
