internal import Model

/// The ways to staff something as tables: what each costs, when it pays off, what the marketplace
/// gives in it, and how the cost comes about.
struct OptionsView {
  private let comparison: StaffingComparison?
  private let currency: Currency
  private let language: Language
  private let words: Words

  init(_ comparison: StaffingComparison?, _ currency: Currency, _ language: Language) {
    self.comparison = comparison
    self.currency = currency
    self.language = language
    words = Words(language)
  }

  /// The tables; empty without a comparison.
  ///
  /// The sources of what the marketplace gives stand where the derivations stand.
  func values(explainedBy explained: ExplainedView?) -> [String: ViewModel.Value] {
    let options = comparison?.options ?? []
    let scope = comparison.map { $0.department.isEmpty ? "company" : $0.department } ?? ""
    return [
      "hasOptions": .flag(comparison != nil),
      "decisionReason": ViewModel.optional(comparison?.decision.reason),
      "notes": .texts(comparison?.decision.notes ?? []),
      "optionNames": .texts(options.map { words.option($0.option) }),
      "parts": .list(comparison.map(parts) ?? []),
      "optionRows": .list(options.enumerated().map { row($0.offset, $0.element) }),
      "optionTotal": .text(
        language("totalOver", ["months": language.plain(comparison?.horizonMonths ?? 0)])
      ),
      "services": .list(services(options)),
      "serviceNotes": .list(explained == nil ? [] : options.flatMap(serviceNotes)),
      "hasServiceNotes": .flag(explained != nil && !options.isEmpty),
      "optionsExplained": .list(
        options.flatMap { option -> [ViewModel] in
          guard let explained,
            case .list(let views) = explained.view(of: "option:\(scope)/\(option.option)")
          else { return [] }
          return views
        }
      ),
    ]
  }

  private func row(_ position: Int, _ option: AlternativeOption) -> ViewModel {
    let isChosen = option.option == comparison?.decision.recommended
    return ViewModel([
      "name": .text(words.option(option.option)), "isChosen": .flag(isChosen),
      "once": .text(language.money(option.oneOff, currency)),
      "year": .text(language.money(option.annual, currency)),
      "total": .text(language.money(option.total, currency)),
      "index": .text(language.index(option.index)),
      "paysOff": .text(position == 0 ? "–" : paysOff(option)),
    ])
  }

  private func paysOff(_ option: AlternativeOption) -> String {
    option.breakEvenMonths.map {
      language("afterMonths", ["months": language.decimal($0, 1)])
    } ?? language("never")
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
        language("totalOver", ["months": language.plain(comparison.horizonMonths ?? 0)]),
        comparison.options.map { language.money($0.total, currency) }
      ),
      (
        language("breakEven"),
        comparison.options.enumerated().map { $0.offset == 0 ? "–" : paysOff($0.element) }
      ),
    ]
    return (rows + sums).map {
      ViewModel(["name": .text($0.0), "cells": .texts($0.1)])
    }
  }

  /// What the marketplace gives, by its value in each option.
  private func services(_ options: [AlternativeOption]) -> [ViewModel] {
    let count = options.map(\.services.count).max() ?? 0
    return (0..<count).map { position in
      ViewModel([
        "name": .text(
          options.first { position < $0.services.count }?.services[position].name ?? ""
        ),
        "cells": .texts(
          options.map { option in
            guard position < option.services.count else { return "–" }
            return option.services[position].amount.map { language.money($0, currency) }
              ?? language("noPrice")
          }
        ),
      ])
    }
  }

  private func serviceNotes(_ option: AlternativeOption) -> [ViewModel] {
    [
      ViewModel([
        "option": .text(words.option(option.option)),
        "texts": .text(option.services.map { "\($0.name): \($0.note)" }.joined(separator: "; ")),
      ])
    ]
  }
}
