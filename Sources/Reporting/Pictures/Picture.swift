/// A picture of the report with what it says in words and the numbers behind it.
protocol Picture {
  /// The identifier within the file.
  var anchor: String { get }
  /// What the picture shows, as a sentence.
  var claim: String { get }
  /// How to read it.
  var note: String { get }
  /// What it says to those who do not see it.
  var description: String { get }
  /// The drawing.
  var drawing: Drawing { get }
  /// The numbers.
  var table: PictureTable { get }
  /// Whether it needs the whole width.
  var isWide: Bool { get }
}

/// The numbers behind a picture.
struct PictureTable {
  /// The heads of the columns.
  let columns: [String]
  /// The rows; the first cell names the row.
  let rows: [[String]]
}

extension Picture {
  var isWide: Bool { false }

  /// What templates see.
  var view: ViewModel {
    ViewModel([
      "anchor": .text(anchor), "claim": .text(claim), "note": .text(note),
      "isWide": .flag(isWide),
      "svg": .markup(drawing.svg(id: anchor, title: claim, description: description)),
      "head": .text(table.columns.first ?? ""), "columns": .texts(Array(table.columns.dropFirst())),
      "rows": .list(
        table.rows.map {
          ViewModel(["name": .text($0.first ?? ""), "cells": .texts(Array($0.dropFirst()))])
        }
      ),
    ])
  }
}
