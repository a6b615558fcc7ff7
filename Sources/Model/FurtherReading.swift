/// What further readers said of a labelled posting, apart from its text and its label.
public struct FurtherReading: Sendable, Hashable {
  /// The posting's identifier.
  public var postingID: String
  /// How probable each called a seat, 0 to 1; may be empty.
  public var readings: [Double]
  /// What one of them said of its sentences, or `nil`.
  public var marks: SentenceMarks?

  /// Creates a reading.
  public init(postingID: String, readings: [Double] = [], marks: SentenceMarks? = nil) {
    self.postingID = postingID
    self.readings = readings
    self.marks = marks
  }
}
