import Analysis
import Model
import Testing

/// The cues of the specification, each at its bound.
struct CueTests {
  private func names(_ change: (inout RoleObservation) -> Void) -> [String] {
    var role = RoleObservation()
    role.weeks = 52
    role.billedWeeks = 26
    change(&role)
    return CueClassifier().judge(role).evidence.map(\.name).sorted()
  }

  private func memos(_ texts: [String]) -> [RoleObservation.Memo] {
    texts.enumerated().map {
      RoleObservation.Memo(text: $1, location: SourceLocation(source: "m", line: $0 + 1))
    }
  }

  private func posting(_ text: String, skills: Int = 0, hours: String? = nil) -> Posting {
    var posting = Posting(
      location: SourceLocation(source: "p", line: 1),
      format: "tacit-postings",
      title: "Work"
    )
    posting.description = text
    posting.skills = (0..<skills).map { "s\($0)" }
    posting.hoursPerWeek = hours
    return posting
  }

  @Test("the rhythm counts at three quarters and below one quarter of the weeks")
  func rhythm() {
    #expect(names { $0.billedWeeks = 39 } == ["billed-75pct-of-weeks"])
    #expect(names { $0.billedWeeks = 38 } == [])
    #expect(names { $0.billedWeeks = 13 } == [])
    #expect(names { $0.billedWeeks = 12 } == ["billed-under-25pct-of-weeks"])
  }

  @Test("colleagues count at two and at none")
  func colleagues() {
    #expect(names { $0.colleagues = 2 } == ["two-colleagues-same-weeks"])
    #expect(names { $0.colleagues = 1 } == [])
    #expect(names { $0.colleagues = 0 } == ["no-colleague-same-weeks"])
  }

  @Test(
    "three holders in turn speak for a task, one for most of a year for a seat, several at once for neither"
  )
  func holders() {
    func fired(_ holders: Int, atOnce: Double?, weeks: Int = 26) -> [String] {
      names {
        $0.holders = holders
        $0.holdersAtOnce = atOnce
        $0.billedWeeks = weeks
      }.filter { $0.contains("holder") }
    }
    #expect(fired(3, atOnce: 1) == ["three-holders-in-turn"])
    #expect(fired(2, atOnce: 1) == [])
    #expect(fired(3, atOnce: 2) == [], "a queue is no hand-over")
    #expect(fired(1, atOnce: 1, weeks: 39) == ["one-holder-39-weeks"])
    #expect(fired(1, atOnce: 1, weeks: 38) == [])
    #expect(fired(0, atOnce: nil) == [])
  }

  @Test("memos count by the share that speaks of other people, and by their variety")
  func memoLanguage() {
    let plain = ["edit one", "cut clips", "captions", "export", "colours", "sound", "titles"]
    let team = ["call with care", "weekly meeting", "review of texts"]
    #expect(names { $0.memos = memos(plain + team) } == ["memo-collab-30pct", "memo-varied"])
    #expect(names { $0.memos = memos(plain) } == ["memo-collab-under-2pct", "memo-varied"])
    #expect(
      names { $0.memos = memos(Array(repeating: "edit 4", count: 6)) }
        == ["memo-collab-under-2pct", "memo-uniform"]
    )
    #expect(names { $0.memos = memos(["call", "meeting"]) } == [], "two memos are no evidence")
    #expect(
      !names { $0.memos = memos(Array(repeating: "planet photos", count: 9)) }
        .contains("memo-collab-30pct")
    )
  }

  @Test("terms: one milestone speaks for a task, open-ended hours for a seat")
  func terms() {
    #expect(names { $0.fixedLines = 1 } == ["fixed-single-milestone"])
    #expect(names { $0.timeLines = 20 } == ["hourly-open-ended"])
    #expect(
      names {
        $0.fixedLines = 6
        $0.timeLines = 6
      } == []
    )
  }

  @Test("postings speak by their words, and quote them")
  func postings() {
    #expect(names { $0.posting = posting("Ongoing work.") } == ["posting-ongoing"])
    #expect(names { $0.posting = posting("A one-time job.") } == ["posting-one-time"])
    #expect(names { $0.posting = posting("x", hours: "30+ hrs/week") } == ["posting-over-6-months"])
    #expect(names { $0.posting = posting("x", hours: "35") } == ["posting-over-6-months"])
    #expect(names { $0.posting = posting("Less than a month.") } == ["posting-under-1-month"])
    #expect(names { $0.posting = posting("x", skills: 8) } == ["posting-8-skills"])
    let judged = CueClassifier().judge(posting("Hello. We need you long-term, please. Bye."))
    #expect(judged.evidence.first?.quotes == ["We need you long-term, please"])
  }

  @Test("classes change at 0.4 and 0.6")
  func classes() {
    #expect(Collaboration.Class(degree: 0.399) == .specific)
    #expect(
      Collaboration.Class(degree: 0.4) == .mixed && Collaboration.Class(degree: 0.6) == .mixed
    )
    #expect(Collaboration.Class(degree: 0.601) == .collaborative)
  }
}
