import Foundation
import Ingestion
import Model
import TestSupport
import Testing

/// Hostile documents cut at every place: whatever the size of blocks, the refusal is the same one.
///
/// The documents are those of the generator that lies beside the corpus.
struct XMLHostileTests {
  /// The generated files, small ones first; none without a corpus or Python.
  private static let files: [URL] = {
    guard let tool = Corpus.folder?.appending(path: "../tools/gen_xml.py").standardizedFileURL,
      FileManager.default.fileExists(atPath: tool.path())
    else { return [] }
    let folder = FileManager.default.temporaryDirectory.appending(path: "tacit-\(UUID())")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", tool.path(), folder.path() + "/small", folder.path() + "/big",
    ]
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return [] }
    process.waitUntilExit()
    return ["small", "big"].flatMap { part in
      (try? FileManager.default.contentsOfDirectory(
        at: folder.appending(path: part),
        includingPropertiesForKeys: nil
      )) ?? []
    }
  }()

  /// Blocks of a few bytes take a minute for the twenty megabytes that some files hold.
  private static let largestInSmallBlocks = 2 << 20

  @Test(
    "every generated document is refused alike at every block size",
    .enabled(if: Corpus.isThere)
  )
  func refusals() throws {
    #expect(Self.files.count >= 79)
    defer {
      if let folder = Self.files.first?.deletingLastPathComponent().deletingLastPathComponent() {
        try? FileManager.default.removeItem(at: folder)
      }
    }
    for file in Self.files {
      let bytes = Array(try Data(contentsOf: file))
      let whole = try read(bytes)
      #expect(whole.refusal != nil && whole.records.isEmpty, "\(file.lastPathComponent)")
      for size in blockSizes where size >= 64 || bytes.count <= Self.largestInSmallBlocks {
        let cut = try read(bytes, blockSize: size)
        #expect(cut.refusal?.code == whole.refusal?.code, "\(file.lastPathComponent) by \(size)")
        #expect(
          cut.refusal?.location?.line == whole.refusal?.location?.line,
          "\(file.lastPathComponent) by \(size)"
        )
      }
    }
  }

  @Test("what the guard must not mistake for an attack", arguments: blockSizes)
  func honest(blockSize: Int) throws {
    let title = String(repeating: "x", count: 70_000)
    let texts = [
      "<?pi don't \"stop?><source><job><title>A</title></job></source>",
      "<!-- it's <!DOCTYPE x [ --><source><job><title>A</title></job></source>",
      "<source><job><title><![CDATA[<!DOCTYPE x [ ' \" ]] ]> A]]></title></job></source>",
      "<source><job><title q='\">[' r=\"'>[\">A</title></job></source>",
      "<source><job><title>\(title)</title></job></source>",
      "<source><job><title><![CDATA[\(title)]]></title></job></source>",
      "<source><!--\(title)--><job><title>A</title></job></source>",
      "<!DOCTYPE source SYSTEM \"[x]>\"><source><job><title>A</title></job></source>",
    ]
    for text in texts {
      let reading = try read(text, blockSize: blockSize)
      #expect(reading.refusal == nil && reading.postings.count == 1, "\(text.prefix(80))")
    }
  }
}
