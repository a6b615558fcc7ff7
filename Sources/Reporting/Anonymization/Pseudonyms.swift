internal import Crypto
internal import Foundation

/// Stable names in the place of real ones: the same key and the same name give the same pseudonym
/// in every run.
struct Pseudonyms {
  private let key: SymmetricKey

  /// Without a secret key somebody who has a list of names can find out which is which.
  init(key: String) { self.key = SymmetricKey(data: Array("tacit pseudonyms \(key)".utf8)) }

  /// Eight hexadecimal digits for a text.
  func digits(_ text: String) -> String {
    HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key).prefix(4)
      .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
