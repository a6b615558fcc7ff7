internal import Foundation

/// Recognises CMS signatures (RFC 5652), in which Italian invoices travel as `.xml.p7m`: DER or
/// BER, as bytes or in base64 with and without a header.
enum SignedContent {
  /// The object identifier of signed data, 1.2.840.113549.1.7.2, with its tag and length.
  private static let signedData: [UInt8] = [
    0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02,
  ]
  private static let sequence: UInt8 = 0x30
  private static let headers = ["-----BEGIN PKCS7-----", "-----BEGIN CMS-----"].map {
    Array($0.utf8)
  }

  /// Whether an input that begins with these bytes is signed.
  static func begins(_ head: [UInt8]) -> Bool {
    if isSignature(head[...]) { return true }
    var text = head.prefix(256).drop { !isInk($0) }
    if let header = headers.first(where: text.starts(with:)) { text = text.dropFirst(header.count) }
    // 48 characters hold the identifier; 30 8x begins with MI.
    guard text.drop(while: { !isInk($0) }).first == UInt8(ascii: "M") else { return false }
    let code = text.filter(isInk).prefix { $0 != UInt8(ascii: "=") }.prefix(24)
    guard code.count == 24, let bytes = Data(base64Encoded: Data(code)) else { return false }
    return isSignature(Array(bytes)[...])
  }

  /// A sequence whose length is indefinite or takes up to four bytes, and the identifier.
  private static func isSignature(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == sequence, let length = bytes.dropFirst().first, (0x80...0x84) ~= length
    else { return false }
    return bytes.dropFirst(2 + Int(length & 0x0F)).starts(with: signedData)
  }

  private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 }
}
