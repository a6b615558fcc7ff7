import Analysis
import Foundation
import Model
import Testing

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
      ("", 1), ("title,label\n", 1), ("tacit-role-model 3\nlexicon ff\n", 2),
      ("tacit-role-model 3\nslope nan\n", 2), ("tacit-role-model 3\nfeature nonsense 1\n", 2),
      ("tacit-role-model 3\ngrams 1e300\n", 1), ("tacit-role-model 3\nlexicon 0\ngrams 0\n", 1),
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
