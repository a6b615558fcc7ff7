import Foundation
import Model
import Testing

@testable import Analysis

/// The built-in posting model: what it says, why, and that it says the same again.
struct PostingModelTests {
  @Test("plain postings are judged as the guide does", arguments: InventedPostings.plain)
  func plain(_ example: InventedPostings.Example) {
    var judge = PostingJudge()
    let degree = judge.judge(example.posting).degree
    #expect((degree > 0.5) == example.isSeat, "\(degree)")
  }

  @Test(
    "the evidence adds up to the log-odds of the probability",
    arguments: InventedPostings.plain
  )
  func evidence(_ example: InventedPostings.Example) {
    var judge = PostingJudge()
    let judged = judge.judge(example.posting)
    let sum = judged.evidence.map(\.logOdds).reduce(0, +)
    #expect(abs(sum - log(judged.degree / (1 - judged.degree))) < 1e-9)
    #expect(judge.probability(example.posting) == judged.degree)
  }

  @Test("the phrases shown stand in the posting", arguments: InventedPostings.plain)
  func phrases(_ example: InventedPostings.Example) {
    var judge = PostingJudge()
    let fields = [example.type, example.duration, example.hours]
    let quotes = judge.judge(example.posting).evidence.flatMap(\.quotes)
    #expect(!quotes.isEmpty)
    for quote in quotes {
      #expect(
        example.title.contains(quote) || example.text.contains(quote) || fields.contains(quote)
      )
    }
  }

  @Test("a judge that is used again says the same")
  func again() {
    var judge = PostingJudge()
    let first = InventedPostings.plain.map { judge.judge($0.posting) }
    let second = InventedPostings.plain.reversed().map { judge.judge($0.posting) }
    #expect(first == second.reversed())
  }

  @Test("the skills asked for speak, and are quoted as such")
  func skills() throws {
    func judged(_ skills: [String]) -> Collaboration {
      var posting = InventedPostings.border[2].posting
      posting.skills = skills
      var judge = PostingJudge()
      return judge.judge(posting)
    }
    let assistant = judged(["Executive Support", "Administrative Support", "Team Management"])
    let cutter = judged(["Video Editing", "Logo Design", "Web Scraping"])
    #expect(assistant.degree > cutter.degree)
    let quotes = (assistant.evidence + cutter.evidence).filter {
      $0.observation.hasPrefix("the skills have words")
    }.flatMap(\.quotes)
    #expect(!quotes.isEmpty && quotes.allSatisfy { !InventedPostings.border[2].text.contains($0) })
    let turned = judged(["Logo Design", "Web Scraping", "Video Editing"])
    #expect(abs(turned.degree - cutter.degree) < 1e-12, "the order does not matter")
  }

  @Test("interaction that is named speaks for a seat, its negation does not")
  func negation() {
    func probability(_ sentence: String) -> Double {
      var posting = InventedPostings.border[2].posting
      posting.description = "Design new screens. " + sentence
      var judge = PostingJudge()
      return judge.probability(posting)
    }
    let named = probability("You will work closely with our marketing team and attend meetings.")
    let negated = probability("There are no meetings.")
    #expect(named > negated + 0.2)
  }

  @Test(
    "a negation reaches a concept of its clause and not beyond",
    arguments: [
      ("You will never have to join meetings.", false),
      ("We do not need an agency, but you join our weekly meetings.", true),
      ("You will not only draw but join our weekly meetings.", true),
      ("You don't attend our weekly meetings.", false),
      ("You won't have to join any meetings.", false),
      ("Never miss our weekly meetings.", true),
      ("No agencies please, you join our weekly meetings.", true),
    ]
  )
  func reach(_ sentence: String, _ isShown: Bool) {
    var posting = InventedPostings.border[2].posting
    posting.description = sentence
    let concepts = PostingReading(posting, nil).sentences.flatMap(\.matches).map {
      Lexicon.guide.concepts[$0.concept].name
    }
    #expect(concepts.contains("ritual") == isShown, "\(concepts)")
  }

  @Test(
    "a posting in a language that the model cannot read is mixed, and says why",
    arguments: [
      (
        "Asystent zespołu sprzedaży",
        "Będziesz codziennie współpracować z naszym zespołem sprzedaży. Szukamy osoby na stałe."
      ),
      ("Помощник отдела продаж", "Вы будете каждый день работать с нашим отделом продаж."),
      ("営業チームのアシスタント", "毎日、当社の営業チームと連携し、毎週の会議に参加していただきます。"),
      ("Myyntitiimin assistentti", "Työskentelet päivittäin tiiviisti myyntitiimimme kanssa."),
      (
        "Logo Design",
        "Szukamy grafika do naszego działu marketingu. Będziesz codziennie pracować z zespołem i uczestniczyć "
          + "w zebraniach. Praca na czas nieokreślony, a po trzech miesiącach rozmowa o awansie."
      ),
      (
        "Data Entry Excel",
        "毎日、当社の営業チームと密接に連携し、毎週の会議に参加していただきます。長期のフルタイムの仕事です。"
      ),
      (
        "Помощник",
        "Вы будете каждый день работать с нашим отделом продаж и вести постоянных клиентов. Team."
      ),
      ("🎨", "🔥🔥🔥"), ("2024", "100 200"),
    ]
  )
  func unreadable(_ title: String, _ text: String) {
    var posting = InventedPostings.border[2].posting
    (posting.title, posting.description, posting.skills) = (title, text, [])
    var judge = PostingJudge()
    let judged = judge.judge(posting)
    #expect((0.4...0.6).contains(judged.degree), "\(judged.degree)")
    #expect(judged.evidence.contains { $0.name == "unknown-words" })
    let sum = judged.evidence.map(\.logOdds).reduce(0, +)
    #expect(abs(sum - log(judged.degree / (1 - judged.degree))) < 1e-9)
  }

  @Test(
    "of a posting in plain English nothing is taken off",
    arguments: InventedPostings.plain.filter { $0.title.utf8.allSatisfy { $0 < 0x80 } }
  )
  func readable(_ example: InventedPostings.Example) {
    var judge = PostingJudge()
    #expect(!judge.judge(example.posting).evidence.contains { $0.name == "unknown-words" })
  }

  @Test("what is known of a posting counts by the share that is usual")
  func knownWords() {
    #expect(KnownWords.readable(0.98, usual: 0.98) == 1)
    #expect(KnownWords.readable(0.19, usual: 0.98) == 0)
    #expect(abs(KnownWords.readable(0.475 * 0.8, usual: 0.8) - 0.5) < 1e-12)
    let word = { KnownWords.Word(hash: $0, bytes: 4) }
    let long = KnownWords.Word(hash: 9, bytes: 12)
    #expect(KnownWords.usual([[word(1), word(2)], [word(1), word(3)]], fewest: 1) == 0.5)
    #expect(KnownWords.usual([[word(1), long], [word(1), word(3)], [word(1)]], fewest: 1) == 0.5)
    #expect(KnownWords.usual([], fewest: 1) == 0)
  }

  @Test("a model file reads back as the same model")
  func roundTrip() throws {
    let model = PostingModel.builtIn
    let read = try PostingModel(fileText: model.fileText)
    var (one, other) = (PostingJudge(model), PostingJudge(read))
    for example in InventedPostings.plain {
      #expect(one.probability(example.posting) == other.probability(example.posting))
    }
    #expect(read.fileText == model.fileText)
    #expect(model.fileText.utf8.count < 5_000_000)
  }

  @Test(
    "a file that is no model is refused with its line",
    arguments: [
      ("", 1), ("title,label\n", 1), ("tacit-role-model 4\nlexicon ff\n", 2),
      ("tacit-role-model 4\nslope nan\n", 2), ("tacit-role-model 4\nfeature nonsense 1\n", 2),
      ("tacit-role-model 4\ngrams 1e300\n", 1), ("tacit-role-model 4\nlexicon 0\ngrams 0\n", 1),
    ]
  )
  func damaged(_ text: String, _ line: Int) {
    #expect {
      _ = try PostingModel(fileText: text)
    } throws: {
      ($0 as? PostingModel.FileFailure)?.line == line
    }
  }

  @Test("a model that lost bytes of its words is refused")
  func truncated() {
    let text = PostingModel.builtIn.fileText
    #expect(throws: PostingModel.FileFailure.self) {
      _ = try PostingModel(fileText: text.dropLast(200))
    }
  }
}
