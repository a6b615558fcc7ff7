import Testing

@testable import Reporting

struct PictureTests {
  @Test("names beside dots never meet each other, a dot, or the edge", arguments: 1...40)
  func labels(count: Int) {
    let bounds = Box(0, 0, 600, 400)
    var placer = LabelPlacer(bounds: bounds)
    let dots: [(x: Double, y: Double)] = (0..<count).map { number in
      let (across, down) = (60 + number * 37 % 480, 40 + number * 53 % 320)
      return (x: Double(across), y: Double(down))
    }
    let circles = dots.map { Box(around: $0.x, $0.y, 6) }
    for circle in circles { placer.occupy(circle) }
    var placed: [Box] = []
    for (number, dot) in dots.enumerated() {
      guard let place = placer.place("Freelancer \(number)", nextTo: dot, radius: 6) else {
        continue
      }
      let width = Drawing.characterWidth * Double(place.words.count)
      let left =
        switch place.alignment {
        case .start: place.x
        case .middle: place.x - width / 2
        case .end: place.x - width
        }
      let box = Box(left, place.y - 11, left + width, place.y + 4)
      #expect(bounds.contains(box))
      #expect(!(placed + circles).contains { $0.meets(box) })
      placed.append(box)
    }
    #expect(count > 12 || placed.count == count)
  }

  @Test(
    "scales have round marks within their ends",
    arguments: [0.0...1, 0...53, 0...131_234, 2...2, 0...0.004]
  )
  func scales(values: ClosedRange<Double>) {
    let marks = Scale(values: values, places: (0, 100)).marks(5)
    #expect(!marks.isEmpty && marks.count <= 11)
    #expect(marks.allSatisfy { values.lowerBound - 1e-9 <= $0 && $0 <= values.upperBound + 1e-9 })
  }

  @Test("what a drawing is told to write is text")
  func text() {
    var drawing = Drawing(width: 10, height: 10)
    drawing.text("</text><script>\"\u{301}", 1, 2)
    let svg = drawing.svg(id: "x", title: "<b>", description: "&")
    #expect(!svg.contains("<script>") && !svg.contains("<b>") && svg.contains("&quot;\u{301}"))
  }
}
