import Model
import Testing

struct CalendarTests {
  @Test("every day of four centuries reads back as itself")
  func roundTrip() throws {
    let first = try #require(Day("1700-01-01"))
    for number in stride(from: first.number, to: first.number + 146_097, by: 13) {
      let day = Day(number: number)
      #expect(Day(day.description) == day)
    }
  }

  @Test(
    "days that do not exist are refused, nothing rolls over",
    arguments: [
      "2025-02-29", "1900-02-29", "2026-02-30", "2026-06-31", "2026-13-01", "2026-00-10",
      "0000-01-01", "2026-1-5", "26-01-05", "2026-01-05 ", "12026-01-15", "2026/01/05",
      "２０２６-01-05",
    ]
  )
  func refusal(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("weeks run from Monday to Sunday")
  func weeks() throws {
    let sunday = try #require(Day("2026-09-27"))
    #expect(sunday.weekday == 7)
    #expect(sunday.startOfWeek.description == "2026-09-21")
    #expect((sunday + 1).endOfWeek.description == "2026-10-04")
    #expect(try #require(Day("1970-01-01")).weekday == 4)
  }

  @Test("quarters know their first and last day")
  func quarters() throws {
    let quarter = try #require(Quarter("2026-Q1"))
    #expect(quarter.firstDay.description == "2026-01-01")
    #expect(quarter.lastDay.description == "2026-03-31")
    #expect(quarter.previous.description == "2025-Q4")
    #expect(Quarter(try #require(Day("2024-02-29"))).description == "2024-Q1")
    #expect(Quarter("2026-Q5") == nil && Quarter("2026Q1") == nil && Quarter("+026-Q1") == nil)
  }
}
