internal import Model

/// The hours behind a quantity, by its unit (UN/ECE Recommendation 20).
///
/// Units that are not of time say nothing about hours: consulting hours are often billed as pieces.
enum WorkingTime {
  /// The hours of a quantity, or `nil` when the unit is not of time.
  static func hours(_ quantity: ExactDecimal, unit: String?, hoursPerWeek: Double) -> Double? {
    hoursPerUnit(unit, hoursPerWeek: hoursPerWeek).map { quantity.doubleValue * $0 }
  }

  /// Whether a unit stands for days or more, whose hours are an assumption.
  static func isLongerThanAnHour(_ unit: String?) -> Bool {
    (hoursPerUnit(unit, hoursPerWeek: 40) ?? 0) > 1
  }

  private static func hoursPerUnit(_ unit: String?, hoursPerWeek: Double) -> Double? {
    switch unit {
    case "HUR", "LH": 1
    case "MIN": 1 / 60
    case "DAY", "E49": hoursPerWeek / 5
    case "WEE": hoursPerWeek
    case "MON", "3C": hoursPerWeek * 52 / 12
    default: nil
    }
  }
}
