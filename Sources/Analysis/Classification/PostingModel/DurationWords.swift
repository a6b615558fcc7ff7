/// Durations and weekly hours in the words of boards.
enum DurationWords {
  /// The field that a duration falls into, or `nil` when it says nothing.
  ///
  /// Boards write `1-3 months`, `1 to 3 months`, `Less than 1 month`, `6+ months`, `12 weeks`.
  static func field(_ text: String) -> FeatureLayout.Field? {
    let folded = text.lowercased()
    let numbers = folded.split { !$0.isNumber }.compactMap { Int($0) }
    if ["ongoing", "permanent", "indefinite", "long"].contains(where: folded.contains) {
      return .overSixMonths
    }
    guard var months = numbers.last.map(Double.init) else { return nil }
    if folded.contains("week") { months /= 4.348 }
    if folded.contains("day") { months /= 30.4 }
    if folded.contains("year") { months *= 12 }
    let isOver = ["+", "more", "over", ">"].contains(where: folded.contains)
    let isUnder = ["less", "under", "<", "up to"].contains(where: folded.contains)
    switch months {
    case ...1:
      return isOver ? .oneToThreeMonths : isUnder || months < 1 ? .underOneMonth : .oneToThreeMonths
    case ...3: return isOver ? .threeToSixMonths : .oneToThreeMonths
    case ...6: return isOver ? .overSixMonths : .threeToSixMonths
    default: return .overSixMonths
    }
  }

  /// The field that weekly hours fall into, or `nil` for the middle.
  static func hours(_ text: String) -> FeatureLayout.Field? {
    let folded = text.lowercased()
    if folded.contains("full") { return .fullWeek }
    guard let hours = folded.split(whereSeparator: { !$0.isNumber }).compactMap({ Int($0) }).last
    else { return nil }
    let isUnder = ["less", "under", "<", "up to"].contains(where: folded.contains)
    if hours <= 10, isUnder || hours < 10 { return .fewHours }
    if hours >= 30, !isUnder { return .fullWeek }
    return nil
  }
}
