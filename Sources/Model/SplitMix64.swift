/// A random generator that is small, seeded, and the same on every platform.
///
/// Source: G. Steele, D. Lea, C. Flood, *Fast Splittable Pseudorandom Number Generators*,
/// OOPSLA 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) { state = seed }

  /// Creates a generator that has given a number of values already.
  public init(seed: UInt64, skipping values: Int) {
    state = seed &+ UInt64(truncatingIfNeeded: values) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in 0 ..< 1 from the top 53 bits.
  public mutating func uniform() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A number in a range.
  public mutating func uniform(_ range: Range<Double>) -> Double {
    range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
  }

  /// A whole number from 0 up to, not including, a bound.
  public mutating func below(_ bound: Int) -> Int { Int(uniform() * Double(bound)) }
}
