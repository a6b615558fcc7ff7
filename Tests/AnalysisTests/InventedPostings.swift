import Model
import Testing

/// Invented postings with the judgement that the labelling guide gives them.
enum InventedPostings {
  struct Example: Sendable, CustomTestStringConvertible {
    let title: String
    let text: String
    var type = ""
    var duration = ""
    var hours = ""
    let isSeat: Bool

    var testDescription: String { title }

    var posting: Posting {
      var posting = Posting(
        location: SourceLocation(source: "invented", line: 1),
        format: "tacit-postings",
        title: title
      )
      posting.description = text
      posting.type = type.isEmpty ? nil : type
      posting.duration = duration.isEmpty ? nil : duration
      posting.hoursPerWeek = hours.isEmpty ? nil : hours
      return posting
    }
  }

  static let plain: [Example] = [
    Example(
      title: "Logo for a neighbourhood bakery",
      text: "We need a logo as a vector file with two colour variants. Samples of what we like are "
        + "attached. Three drafts, two rounds of revisions.",
      type: "fixed",
      isSeat: false
    ),
    Example(
      title: "Weekly podcast edit",
      text: "Every week you get one raw recording of 40 minutes and our template. Cut the pauses, "
        + "add intro and outro, deliver an mp3. $60 per episode.",
      type: "fixed",
      isSeat: false
    ),
    Example(
      title: "Fix a broken contact form in WordPress",
      text:
        "The form no longer sends e-mails since the last plugin update. Find the bug and fix it.",
      type: "hourly",
      duration: "Less than 1 month",
      isSeat: false
    ),
    Example(
      title: "Translate a product catalogue, English to Polish",
      text:
        "28 pages, 6,400 words, glossary attached. One file in Word format by the end of the week.",
      type: "fixed",
      isSeat: false
    ),
    Example(
      title: "Scrape 900 shop addresses into a spreadsheet",
      text:
        "I will provide the list of pages. Output is one sheet with name, street, town and phone.",
      type: "fixed",
      duration: "Less than 1 month",
      isSeat: false
    ),
    Example(
      title: "Übersetzung einer Broschüre ins Englische",
      text: "Einmaliges Projekt, zwölf Seiten, Vorlage ist vorhanden.",
      type: "fixed",
      isSeat: false
    ),
    Example(
      title: "Head of Operations, part-time",
      text:
        "You will lead our team of nine, own the hiring plan and run the weekly meetings with the "
        + "founders. You report to the CEO and coordinate with the finance team on budgets.",
      type: "hourly",
      duration: "6+ months",
      hours: "Less than 30 hrs/week",
      isSeat: true
    ),
    Example(
      title: "Executive assistant to our founder",
      text: "Manage the calendar and inbox, prepare board meetings, follow up with partners on the "
        + "founder's behalf. Daily check-ins.",
      type: "hourly",
      duration: "6+ months",
      hours: "30+ hrs/week",
      isSeat: true
    ),
    Example(
      title: "Backend developer for our product team",
      text:
        "Join daily stand-ups and sprint planning, review pull requests of the other developers, "
        + "and maintain our platform together with the DevOps team.",
      type: "hourly",
      duration: "6+ months",
      hours: "30+ hrs/week",
      isSeat: true
    ),
    Example(
      title: "Customer support specialist, shifts",
      text:
        "Answer tickets in the shared queue, escalate to our engineers, hand over open cases to the "
        + "next shift and attend the weekly team meeting.",
      type: "hourly",
      duration: "6+ months",
      isSeat: true
    ),
    Example(
      title: "Project manager for a software team",
      text:
        "Lead cross-functional teams, facilitate communication between stakeholders, and report "
        + "progress to senior management.",
      type: "fixed",
      isSeat: true
    ),
    Example(
      title: "Fractional CFO",
      text: "Own budgeting and forecasting, advise the leadership team on decisions, supervise our "
        + "bookkeeper, and present to investors every quarter.",
      type: "hourly",
      duration: "6+ months",
      isSeat: true
    ),
  ]

  /// Postings near the border, where a change moves the probability most.
  static let border: [Example] = [
    Example(
      title: "Data analyst for sales reports",
      text:
        "Create weekly and monthly reports from our CRM. You will work with our sales team on the "
        + "questions they have. The dashboard template exists.",
      type: "hourly",
      duration: "3 to 6 months",
      isSeat: true
    ),
    Example(
      title: "Social media manager",
      text:
        "Plan and schedule posts for two channels, write captions, answer comments. Monthly report.",
      type: "hourly",
      isSeat: false
    ),
    Example(
      title: "UI designer for our mobile app",
      text: "Design new screens in Figma together with our developers. About four screens a week.",
      type: "hourly",
      duration: "1 to 3 months",
      isSeat: false
    ),
    Example(
      title: "Virtual assistant",
      text: "Data entry, some research, and answering customer e-mails by our templates.",
      type: "hourly",
      isSeat: false
    ),
  ]
}
