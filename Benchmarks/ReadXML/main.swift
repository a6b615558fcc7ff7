// What reading XML costs: reads job feeds or directories of invoices as `tacit` does, adds them up
// as `xml_sax2.c` does, and keeps nothing.
//
//   read-xml PATH…   prints quarter, title, jobs and bytes of plain description, or invoices' sums

import Foundation
import Ingestion
import Model

/// Adds up what the reader hands over, on the reader's thread.
private final class Sums: @unchecked Sendable {
  private struct Key: Hashable {
    let quarter: Int
    let subject: String
  }

  private var jobs: [Key: (count: Int, bytes: Int)] = [:]
  private var lines: [Key: (count: Int, amount: ExactDecimal)] = [:]

  func add(_ records: [Record]) {
    for record in records {
      switch record {
      case .posting(let posting):
        let key = Key(quarter: Self.quarter(posting.date), subject: posting.title)
        jobs[key, default: (0, 0)].count += 1
        jobs[key]?.bytes += posting.description.utf8.count
      case .line(let line):
        let subject = "\(line.freelancer ?? "")\t\(line.currency)"
        let key = Key(quarter: Self.quarter(line.date), subject: subject)
        let sum = lines[key, default: (0, .zero)]
        lines[key] = (sum.count + 1, sum.amount.adding(line.amount) ?? sum.amount)
      }
    }
  }

  func table() -> [String] {
    let first = jobs.map { key, sum in "\(Self.row(key))\t\(sum.count)\t\(sum.bytes)" }
    let second = lines.map { key, sum in "\(Self.row(key))\t\(sum.count)\t\(sum.amount)" }
    return (first + second).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func quarter(_ day: Day?) -> Int {
    day.map { $0.components }.map { $0.year * 4 + ($0.month - 1) / 3 } ?? 0
  }

  private static func row(_ key: Key) -> String {
    "\(key.quarter / 4)Q\(key.quarter % 4 + 1)\t\(key.subject)"
  }
}

/// A file, block by block.
private struct PlainFile: ByteSource {
  let handle: FileHandle

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
    let count = Foundation.read(handle.fileDescriptor, buffer.baseAddress, buffer.count)
    if count < 0 { throw SourceError(message: String(cString: strerror(errno))) }
    return count
  }
}

private func files(_ path: String) -> [String] {
  var isDirectory: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
    isDirectory.boolValue
  else { return [path] }
  let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  return names.sorted().map { "\(path)/\($0)" }
}

private let sums = Sums()
for path in CommandLine.arguments.dropFirst().flatMap(files) {
  guard let handle = FileHandle(forReadingAtPath: path) else { fatalError("cannot open \(path)") }
  let outcome = try InputReader.read(
    PlainFile(handle: handle),
    named: path,
    portions: { sums.add($0) }
  )
  if let refusal = outcome.reading.refusal { fatalError("\(path): \(refusal.message)") }
  try handle.close()
}
print(sums.table().joined(separator: "\n"))
