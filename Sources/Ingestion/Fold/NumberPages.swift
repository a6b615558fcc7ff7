internal import CScan

/// A set of numbers below 2^40 that mostly lie close together, as the references of one account do:
/// a bit for each number of a page of 4,096, so that 20 numbers apart cost less than three bytes
/// each and rows in the order of their references stay in the processor's cache.
///
/// Numbers too far apart for that are refused, always the same ones.
final class NumberPages {
  enum Insertion {
    case isNew
    case isKnown
    /// No page was made for numbers around this one, and none will be.
    case isScattered
  }

  private typealias Page = UnsafeMutablePointer<UInt64>
  private typealias Directory = UnsafeMutablePointer<Page?>

  private static let pageBits = 12
  private static let directoryBits = 12
  private static let wordsInPage = 1 << (pageBits - 6)
  private static let pagesInSlab = 1 << 12
  private static let pageSize = wordsInPage * 8
  private static let directorySize = 8 << directoryBits

  private let top: UnsafeMutablePointer<Directory?>
  private static let topCount = 1 << (40 - pageBits - directoryBits)
  /// What stands in a directory for a page that will not be made.
  private let noPage: Page
  /// What stands at the top for a directory that will not be made: all of its pages are ``noPage``.
  private let noDirectory: Directory
  private var directories: [Directory] = []
  private var slabs: [(memory: UnsafeMutableRawPointer, size: Int, isMapped: Bool)] = []
  private var pagesLeft = 0
  private var nextPage: Page
  /// The bytes used for pages and directories, and those that may be.
  private var bytes = 0
  private var allowance: Int
  private var count = 0

  /// Pages and directories may take a megabyte and so many bytes for each number.
  private static let bytesForEach = 4

  /// Creates a set for about `expected` numbers.
  init(expected: Int) {
    allowance = 1 << 20 + expected * Self.bytesForEach
    top = .allocate(capacity: Self.topCount)
    top.initialize(repeating: nil, count: Self.topCount)
    noPage = .allocate(capacity: 1)
    noPage.initialize(to: 0)
    noDirectory = .allocate(capacity: 1 << Self.directoryBits)
    noDirectory.initialize(repeating: noPage, count: 1 << Self.directoryBits)
    nextPage = noPage
  }

  deinit {
    for slab in slabs {
      if slab.isMapped {
        cscan_table_free(slab.memory, slab.size)
      } else {
        slab.memory.deallocate()
      }
    }
    for directory in directories { directory.deallocate() }
    noDirectory.deallocate()
    noPage.deallocate()
    top.deallocate()
  }

  /// Fetches the word of a number that will soon be inserted.
  @inline(__always)
  func prefetch(_ number: UInt64) {
    guard let page = page(number) else { return }
    cscan_prefetch(page + Self.word(number))
  }

  /// Inserts a number below 2^40.
  @inline(__always)
  func insert(_ number: UInt64) -> Insertion {
    guard let page = page(number) ?? makePage(number), page != noPage else { return .isScattered }
    let bit: UInt64 = 1 << (number & 63)
    let word = page + Self.word(number)
    if word.pointee & bit != 0 { return .isKnown }
    word.pointee |= bit
    count &+= 1
    return .isNew
  }

  @inline(__always)
  private static func word(_ number: UInt64) -> Int {
    Int(truncatingIfNeeded: number >> 6) & (wordsInPage &- 1)
  }

  @inline(__always)
  private func page(_ number: UInt64) -> Page? {
    let index = Int(truncatingIfNeeded: number >> UInt64(Self.pageBits + Self.directoryBits))
    guard let directory = top[index] else { return nil }
    return directory[Self.place(number)]
  }

  @inline(__always)
  private static func place(_ number: UInt64) -> Int {
    Int(truncatingIfNeeded: number >> UInt64(pageBits)) & (1 << directoryBits &- 1)
  }

  /// The page for the numbers around this one, or ``noPage`` where the allowance is used up.
  @inline(never)
  private func makePage(_ number: UInt64) -> Page? {
    let index = Int(truncatingIfNeeded: number >> UInt64(Self.pageBits + Self.directoryBits))
    let directory = top[index] ?? makeDirectory()
    top[index] = directory
    if let page = directory[Self.place(number)] { return page }
    let page = takesMore(Self.pageSize) ? takePage() : noPage
    directory[Self.place(number)] = page
    return page
  }

  private func makeDirectory() -> Directory {
    guard takesMore(Self.directorySize) else { return noDirectory }
    let directory = Directory.allocate(capacity: 1 << Self.directoryBits)
    directory.initialize(repeating: nil, count: 1 << Self.directoryBits)
    directories.append(directory)
    return directory
  }

  private func takesMore(_ size: Int) -> Bool {
    guard bytes + size <= allowance + count * Self.bytesForEach else { return false }
    bytes += size
    return true
  }

  private func takePage() -> Page {
    if pagesLeft == 0 { addSlab() }
    defer { nextPage += Self.wordsInPage }
    pagesLeft -= 1
    return nextPage
  }

  private func addSlab() {
    // A small input must not take a huge page.
    let pages = slabs.isEmpty ? 256 : Self.pagesInSlab
    let size = pages * Self.pageSize
    if !slabs.isEmpty, let memory = cscan_table_allocate(size) {
      slabs.append((memory, size, true))
    } else {
      let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
      memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
      slabs.append((memory, size, false))
    }
    nextPage = slabs[slabs.count - 1].memory.assumingMemoryBound(to: UInt64.self)
    pagesLeft = pages
  }
}
