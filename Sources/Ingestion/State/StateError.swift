/// Why a partial state cannot be used, in the words of a diagnostic.
public struct StateError: Error, Sendable, Hashable {
  /// The stable code in kebab case.
  public let code: String
  /// What is wrong, as one sentence.
  public let message: String
  /// What the user can do.
  public let remedy: String

  /// Bytes are missing or are not those that were written; `what` says where.
  static func damaged(_ what: String) -> Self {
    Self(
      code: "state-damaged",
      message: "the state is damaged: \(what)",
      remedy: "copy it again, or fold its inputs again"
    )
  }

  /// The file is something else.
  static let notAState = Self(
    code: "not-a-state",
    message: "is no partial state",
    remedy: "make one of it with 'tacit fold --state'"
  )

  /// The file is a state of another format.
  static func version(_ found: String) -> Self {
    Self(
      code: "state-version",
      message: "the state has the format '\(found)', and '\(StateIndex.magic)' is what is read",
      remedy: "fold its inputs again with this program, or use the one that wrote it"
    )
  }

  /// Two readings of one input do not agree.
  public static func clash(_ input: String, with other: String) -> Self {
    Self(
      code: "state-clash",
      message: "\(input) is not the \(input) of \(other): its bytes or the way it was read differ",
      remedy: "leave one of the two out, or fold one again under another path"
    )
  }

  /// The inputs of all states together have more lines than can be told apart.
  static let tooManyLines = Self(
    code: "state-too-large",
    message: "the inputs have more than 4,294,967,295 lines together",
    remedy: "audit the years apart"
  )
}
