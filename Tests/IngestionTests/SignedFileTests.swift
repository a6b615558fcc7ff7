import Ingestion
import Model
import Testing

/// Signed files (CMS, `.p7m`), which hold an XML and are none.
struct SignedFileTests {
  /// ContentInfo of type signedData (1.2.840.113549.1.7.2), after the first tag and length.
  private static let signedData: [UInt8] = [
    0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0, 0x80, 0x30, 0x80,
  ]

  private func expectSigned(_ bytes: [UInt8]) throws {
    let refusal = try #require(try read(bytes).refusal)
    #expect(refusal.code == "signed-file" && refusal.message.contains("signed file"))
    #expect(refusal.remedy?.contains("extract the XML") == true)
  }

  @Test(
    "the binary form is named, whatever way its length is written",
    arguments: [[0x80], [0x81, 0xF0], [0x82, 0x1A, 0x2B], [0x83, 1, 2, 3], [0x84, 0, 1, 2, 3]]
      as [[UInt8]]
  )
  func binary(length: [UInt8]) throws {
    try expectSigned([0x30] + length + Self.signedData + Array("<p:Fattura/>".utf8))
  }

  @Test("the base64 form is named, with and without its header")
  func base64() throws {
    // 30 82 1A 2B and 30 80, each before the same type.
    for text in ["MIIaKwYJKoZIhvcNAQcCoIAwgA==", "MIAGCSqGSIb3DQEHAqCAMIAA"] {
      try expectSigned(Array(text.utf8))
      try expectSigned(Array("\r\n\(text.prefix(8))\r\n\(text.dropFirst(8))\r\n".utf8))
      try expectSigned(Array("-----BEGIN PKCS7-----\n\(text)\n-----END PKCS7-----\n".utf8))
      try expectSigned(Array("-----BEGIN CMS-----\n\(text)\n-----END CMS-----\n".utf8))
    }
  }

  @Test("a table whose first column begins alike is none")
  func table() throws {
    #expect(try read("MIIaKw,amount\na,1\n").refusal?.code != "signed-file")
    #expect(try read("0,1\n2,3\n").refusal?.code != "signed-file")
  }
}
