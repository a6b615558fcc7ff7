import Foundation

/// The arguments of this process by their bytes: `CommandLine.arguments` puts U+FFFD in the place of
/// bytes that are no UTF-8, and a file of that name is not there.
enum RawArguments {
  /// The arguments behind the program's name as they are parsed and shown.
  static let shown: [String] = all.map(ShownPath.text)

  /// The bytes of the path that an argument names, with a zero at the end.
  static func path(_ argument: String) -> [CChar] {
    differing[argument] ?? Array(argument.utf8CString)
  }

  private static let all: [[CChar]] = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
    CommandLine.unsafeArgv[index].map {
      Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
    }
  }

  /// The arguments that are shown otherwise than they are, by how they are shown.
  private static let differing: [String: [CChar]] = Dictionary(
    zip(shown, all).filter { Array($0.utf8CString) != $1 },
    uniquingKeysWith: { first, _ in first }
  )
}
