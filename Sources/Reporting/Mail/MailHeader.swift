internal import Foundation

/// Header fields that data cannot break out of.
enum MailHeader {
  /// An address in ASCII; anything that is none becomes a harmless placeholder.
  static func address(_ text: String) -> String {
    let allowed = text.utf8.allSatisfy { byte in
      (0x21...0x7E).contains(byte) && !"<>()[]\\,;:\"".utf8.contains(byte)
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard allowed, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254
    else { return "invalid@localhost" }
    return text
  }

  /// The domain of an address.
  static func domain(_ text: String) -> String {
    address(text).split(separator: "@").last.map(String.init) ?? "localhost"
  }

  /// A field whose value is written as encoded words where it is not plain ASCII (RFC 2047), each
  /// line at most 76 characters, no character cut in two.
  static func folded(_ name: String, _ value: String) -> String {
    let clean = SafeText().escapeText(value)
    if clean.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), clean.utf8.count + name.count <= 72 {
      return "\(name): \(clean)"
    }
    var words: [String] = []
    var chunk: [UInt8] = []
    let limit = 39
    for scalar in clean.unicodeScalars {
      let bytes = Array(String(Character(scalar)).utf8)
      if chunk.count + bytes.count > limit {
        words.append(encodedWord(chunk))
        chunk = []
      }
      chunk += bytes
    }
    if !chunk.isEmpty { words.append(encodedWord(chunk)) }
    return "\(name): \(words.joined(separator: "\r\n "))"
  }

  private static func encodedWord(_ bytes: [UInt8]) -> String {
    "=?utf-8?B?\(Data(bytes).base64EncodedString())?="
  }
}
