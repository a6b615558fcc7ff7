/// The families of roles for which learning times were measured.
public enum RoleFamily: String, Sendable, Hashable, CaseIterable {
  /// Clerical work.
  case clerical
  /// Bookkeeping.
  case bookkeeping
  /// Customer support.
  case customerSupport = "customer_support"
  /// Sales and marketing.
  case salesMarketing = "sales_marketing"
  /// Professional work such as software, design or engineering.
  case professional
  /// Managers.
  case manager
}
