internal import Model

/// A badge with the index and its band, for a page that shows the state of several companies.
struct BadgeSVG: OutputFormat {
  let fileName = "badge.svg"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let language = context.language
    let band = Words(language).band(audit.total.band)
    let left = language("badge")
    let right = "\(band.shape) \(language.index(audit.total.index)) \(band.word)"
    let widths = (Self.width(left), Self.width(right))
    let total = widths.0 + widths.1
    let escaped = SafeHTML().escapeText
    let words = escaped("\(left) \(audit.quarter): \(right)")
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(total)" height="20" role="img" aria-label="\(words)">
      <title>\(words)</title>
      <rect width="\(total)" height="20" rx="3" fill="\(Self.colour(audit.total.band))"/>
      <path d="M3 0h\(widths.0 - 3)v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#374151"/>
      <g fill="#FFFFFF" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
      <text x="\(widths.0 / 2)" y="14">\(escaped(left))</text>
      <text x="\(widths.0 + widths.1 / 2)" y="14">\(escaped(right))</text>
      </g>
      </svg>

      """
    return Array(text.utf8)
  }

  /// Fills on which white words have a contrast of at least 4.5.
  private static func colour(_ band: RiskBand?) -> String {
    switch band {
    case nil: "#4B5563"
    case .low: "#0B6B55"
    case .moderate: "#4D4008"
    case .high: "#AF3A0C"
    case .critical: "#6B0F2A"
    }
  }

  private static func width(_ text: String) -> Int {
    Int((Double(text.unicodeScalars.count) * 6.9).rounded(.up)) + 14
  }
}
