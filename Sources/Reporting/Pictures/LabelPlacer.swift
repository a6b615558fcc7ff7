/// A rectangle in user units.
struct Box {
  let left: Double
  let top: Double
  let right: Double
  let bottom: Double

  init(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The square around a circle.
  init(around x: Double, _ y: Double, _ radius: Double) {
    self.init(x - radius, y - radius, x + radius, y + radius)
  }

  /// Whether both share any area.
  func meets(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether the other lies within this one.
  func contains(_ other: Box) -> Bool {
    left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
  }
}

/// Finds places for names beside their dots so that no two of them, and no name and dot, meet.
///
/// Places close by are tried first, then places farther away with a line to the dot; a name that
/// fits nowhere is left to the table.
struct LabelPlacer {
  /// Where a name stands.
  struct Place {
    let words: String
    let x: Double
    let y: Double
    let alignment: Drawing.Alignment
    /// Where the line to the dot begins; `nil` beside the dot.
    let lead: (x: Double, y: Double)?
  }

  private let bounds: Box
  private var taken: [Box] = []

  init(bounds: Box) { self.bounds = bounds }

  /// Keeps names out of a rectangle.
  mutating func occupy(_ box: Box) { taken.append(box) }

  /// The first free place for a name, which is then occupied.
  mutating func place(
    _ words: String,
    nextTo dot: (x: Double, y: Double),
    radius: Double
  ) -> Place? {
    let width = Drawing.characterWidth * Double(words.count)
    for distance in [0.0, 14, 28, 44, 62, 82, 104, 130, 160, 200] {
      for (dx, dy) in Self.directions {
        let reach = radius + 4 + distance
        let isSideways = dx != 0
        let x = dot.x + dx * reach
        let y = dot.y + dy * (reach + 6) + 4
        let left = !isSideways ? x - width / 2 : dx > 0 ? x : x - width
        let box = Box(left, y - 11, left + width, y + 4)
        guard bounds.contains(box), !taken.contains(where: { $0.meets(box) }) else { continue }
        taken.append(box)
        return Place(
          words: words,
          x: x,
          y: y,
          alignment: !isSideways ? .middle : dx > 0 ? .start : .end,
          lead: distance == 0
            ? nil
            : (
              !isSideways ? x : dx > 0 ? x - 2 : x + 2,
              !isSideways ? (dy > 0 ? y - 11 : y + 4) : y - 4
            )
        )
      }
    }
    return nil
  }

  private static let directions: [(Double, Double)] = [
    (1, 0), (-1, 0), (0, 1), (0, -1), (0.9, 0.5), (0.9, -0.5), (-0.9, 0.5), (-0.9, -0.5),
    (0.5, 0.9),
    (0.5, -0.9), (-0.5, 0.9), (-0.5, -0.9),
  ]
}
