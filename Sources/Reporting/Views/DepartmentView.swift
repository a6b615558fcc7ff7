internal import Model

/// What the report shows of one department.
struct DepartmentView {
  private let department: DepartmentAudit
  private let audit: Audit
  private let language: Language

  init(_ department: DepartmentAudit, in audit: Audit, _ language: Language) {
    self.department = department
    self.audit = audit
    self.language = language
  }

  /// The row of the table of departments.
  var row: [String: ViewModel.Value] {
    let words = Words(language)
    let band = words.band(department.figures.band)
    return [
      "id": .text(Format.shown(department.id)), "anchor": .text(Anchor.department(department.id)),
      "spend": .text(language.money(department.figures.annualSpend)),
      "loss": .text(language.money(department.figures.loss)),
      "index": .text(language.index(department.figures.index)),
      "indexLow": .text(language.index(department.figures.indexLow)),
      "indexHigh": .text(language.index(department.figures.indexHigh)),
      "band": .text(band.word), "shape": .text(band.shape), "bandKey": .text(band.style),
      "reason": .text(department.reason), "isCandidate": .flag(department.isTeamCandidate),
      "posts": .text(language.decimal(department.collaborativePosts, 1)),
      "roleCount": .text(language.number(department.roles.count, "roleWord")),
      "recommended": .text(
        comparison.map { words.decision($0) } ?? language("notAvailable")
      ),
    ]
  }

  /// Everything, for the department's own section; pictures only where there is room for them.
  func detail(withPictures: Bool) -> ViewModel {
    let words = Words(language)
    let comparison = comparison
    let costs = comparison.flatMap {
      CostsPicture(
        $0,
        subject: Format.shown(department.id),
        anchor: "costs-\(Anchor.department(department.id))",
        language
      )
    }
    let tornado = comparison.flatMap { comparison in
      (comparison.tornadoes.first { $0.option == comparison.decision.recommended }
        ?? comparison.tornadoes.max { $0.advantage < $1.advantage })
        .flatMap {
          TornadoPicture(
            $0,
            anchor: "tornado-\(Anchor.department(department.id))",
            of: words.option($0.option),
            audit.currency,
            language
          )
        }
    }
    let drawn: [(any Picture)?] = withPictures ? [costs, tornado] : []
    let pictures = drawn.compactMap(\.self)
    return ViewModel(row).adding([
      "pictures": .list(pictures.map(\.view)), "hasOptions": .flag(comparison != nil),
      "decisionReason": ViewModel.optional(comparison?.decision.reason),
      "notes": .texts(comparison?.decision.notes ?? []),
      "optionNames": .texts(comparison?.options.map { words.option($0.option) } ?? []),
      "parts": .list(comparison.map(parts) ?? []),
      "wages": .texts(wages),
    ])
  }

  /// Where the pay of each post comes from, each figure once.
  private var wages: [String] {
    var seen: Set<String> = []
    return (comparison?.options ?? []).flatMap(\.posts).compactMap { post in
      let wage = post.wage
      let grade =
        wage.grade == .quote
        ? "own quote" : wage.grade.rawValue.split(separator: "_").joined(separator: " ")
      let year = wage.year.map { " (\($0))" } ?? ""
      let text =
        "\(wage.job), \(wage.location): \(language.decimal(wage.base.middle, 0)) \(wage.unit.rawValue)\(year), "
        + "\(grade): \(wage.source)"
      return seen.insert(text).inserted ? text : nil
    }
  }

  private var comparison: StaffingComparison? {
    audit.comparisons.first { $0.subject == "department:\(department.id)" }
  }

  /// The parts of each way's yearly cost, side by side.
  private func parts(_ comparison: StaffingComparison) -> [ViewModel] {
    var names: [String] = []
    for name in comparison.options.flatMap(\.annualParts).map(\.name) where !names.contains(name) {
      names.append(name)
    }
    let rows = names.map { name in
      (
        Words.spaced(name),
        comparison.options.map { option in
          option.annualParts.first { $0.name == name }.map { language.exact($0.money) } ?? "–"
        }
      )
    }
    let sums = [
      (language("aYear"), comparison.options.map { language.exact($0.annualMoney) }),
      (language("oneOff"), comparison.options.map { language.exact($0.oneOffMoney) }),
      (
        language("breakEven"),
        comparison.options.map { option in
          option.breakEvenMonths.map {
            language("afterMonths", ["months": language.decimal($0, 1)])
          } ?? "–"
        }
      ),
    ]
    return (rows + sums).map {
      ViewModel(["name": .text($0.0), "cells": .texts($0.1)])
    }
  }
}
