internal import Model

/// The mail as it is sent: multipart/alternative, the text first, both parts quoted-printable;
/// the same audit gives the same bytes (RFC 5322, RFC 2045 to 2047).
struct EmailMessage: OutputFormat {
  let fileName = "email.eml"

  func render(_ audit: Audit, in context: RenderingContext) throws(ReportingError) -> [UInt8] {
    let text = try EmailText().render(audit, in: context)
    let html = try EmailHTML().render(audit, in: context)
    let digest = Hash.sha256(text + html)
    let boundary = "=_\(digest.prefix(32))"
    let from = context.mail.from ?? "audit@localhost"
    let to = context.mail.to.isEmpty ? ["audit@localhost"] : context.mail.to
    let quarter = audit.quarter.description.lowercased()
    var lines = [
      "From: \(MailHeader.address(from))",
      "To: \(to.map(MailHeader.address).joined(separator: ",\r\n "))",
      MailHeader.folded("Subject", MailView(audit, context).subject),
      "Date: \(Self.date(context.stamp ?? 86_400 * audit.asOf.number))",
      "Message-ID: <\(digest.prefix(32)).\(quarter)@\(MailHeader.domain(from))>",
      "MIME-Version: 1.0", "Auto-Submitted: auto-generated",
      "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"", "",
    ]
    for (type, body) in [("plain", text), ("html", html)] {
      lines += [
        "--\(boundary)", "Content-Type: text/\(type); charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable", "", QuotedPrintable.encode(body),
      ]
    }
    lines += ["--\(boundary)--", ""]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// A time in UTC in RFC 5322's words.
  private static func date(_ seconds: Int) -> String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let day = Day(number: seconds >= 0 ? seconds / 86_400 : 0)
    let time = seconds >= 0 ? seconds % 86_400 : 0
    let (year, month, number) = day.components
    let clock = [time / 3_600, time / 60 % 60, time % 60].map(twoDigits).joined(separator: ":")
    return
      "\(days[day.weekday - 1]), \(twoDigits(number)) \(months[month - 1]) \(year) \(clock) +0000"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
