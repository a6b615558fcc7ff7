/// What a sentence counts, in whole numbers, so that sums do not depend on an order.
enum SentenceWeight {
  /// The weight of a sentence that counts in full.
  static let whole: Int32 = 256
}
