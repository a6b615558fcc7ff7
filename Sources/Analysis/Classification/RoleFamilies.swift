public import Model

/// The families by which quality is reported, for postings whose board names no category.
public enum RoleFamilies {
  /// The family that a posting's title tells.
  public static func name(of posting: Posting) -> String {
    RoleFamilyInference.family(title: posting.title, department: "").rawValue
  }
}
