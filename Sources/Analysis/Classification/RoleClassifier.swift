public import Model

/// Judges how far a role is a seat in a team; replaceable, because the cues of today are
/// assumptions.
public protocol RoleClassifier: Sendable {
  /// Judges one role by what its invoices and postings show.
  func judge(_ role: RoleObservation) -> Collaboration
}
