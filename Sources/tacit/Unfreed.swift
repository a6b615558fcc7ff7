/// Values that live until the process ends, whose memory the system takes back at once.
enum Unfreed {
  private final class Box {
    let value: Any
    init(_ value: Any) { self.value = value }
  }

  /// Never frees a value: to give a hundred thousand records back one by one takes a tenth of a run
  /// that is over anyway.
  static func keep(_ value: Any) { _ = Unmanaged.passRetained(Box(value)) }
}
