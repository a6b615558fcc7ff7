import Ingestion
import Model
import TestSupport
import Testing

/// Every layout of a job feed, with what it calls title, id and date, and what it is mistaken for.
struct JobFeedTests {
  struct Feed: Sendable, CustomTestStringConvertible {
    let format: FormatName
    let text: String
    var id: String? = "7"
    var date: String? = "2026-02-09"
    var description = "First line\nsecond & last"
    var category: String?
    var type: String?
    var testDescription: String { format.description }
  }

  private static let html = "<![CDATA[<p>First&nbsp;line</p>\n<b>second</b>  &amp; last ]]>"
  private static let escaped = "&lt;p&gt;First line&lt;/p&gt;second &amp;amp; last"

  static let feeds: [Feed] = [
    Feed(
      format: "indeed-feed",
      text: """
        <source><publisher>P</publisher><job><title><![CDATA[ Support ]]></title><date>\
        Mon, 09 Feb 2026 09:00:00 GMT</date><referencenumber>7</referencenumber><company>C</company>\
        <description>\(html)</description><jobtype>contract</jobtype><category>Care</category>\
        <indeed-apply-data>token=secret</indeed-apply-data></job></source>
        """,
      category: "Care",
      type: "contract"
    ),
    Feed(
      format: "linkedin-feed",
      text: """
        <source><expectedJobCount>1</expectedJobCount><job><partnerJobId>![CDATA[7]]</partnerJobId>\
        <company>C</company><title>![CDATA[Support]]</title><description>\(html)</description>\
        <applyUrl>u</applyUrl><listDate>2026-02-09</listDate><jobtype>CONTRACT</jobtype>\
        <salaries><salary><lowEnd><amount>![CDATA[9]]</amount></lowEnd></salary></salaries></job></source>
        """,
      type: "CONTRACT"
    ),
    Feed(
      format: "ziprecruiter-feed",
      text: """
        <source><jobs><job><title>Support</title><date>2026-02-09T10:00:00Z</date><referencenumber>7\
        </referencenumber><company>C</company><description>\(html)</description>\
        <trafficboost>single</trafficboost><contract_time>Part-Time</contract_time></job></jobs></source>
        """,
      type: "Part-Time"
    ),
    Feed(
      format: "jooble-feed",
      text: """
        <jobs><job id="7"><link>u</link><name>Support</name><region>r</region><company>C</company>\
        <description>\(html)</description><pubdate>09.02.2026</pubdate><jobtype>freelance</jobtype></job></jobs>
        """,
      type: "freelance"
    ),
    Feed(
      format: "adzuna-feed",
      text: """
        <jobs><job><title>Support</title><id>7</id><url>u</url><description>\(html)</description>\
        <location>l</location><company>C</company><category>Care</category>\
        <contract_type>contract</contract_type><date>2026-02-09</date></job></jobs>
        """,
      category: "Care",
      type: "contract"
    ),
    Feed(
      format: "recruitee-feed",
      text: """
        <jobs><job><reference><![CDATA[ 7 ]]></reference><title><![CDATA[  Support ]]></title>\
        <company>C</company><company_id>1</company_id><description><![CDATA[<p>First line</p>]]></description>\
        <description_requirements><![CDATA[ second &amp; last ]]></description_requirements></job></jobs>
        """,
      date: nil
    ),
    Feed(
      format: "personio-feed",
      text: """
        <workzag-jobs><position><id>7</id><subcompany>C</subcompany><name>Support</name>\
        <jobDescriptions><jobDescription><name>First line</name><value>\
        <![CDATA[second &amp; last]]></value></jobDescription></jobDescriptions>\
        <employmentType>freelance</employmentType><occupationCategory>Care</occupationCategory>\
        <createdAt>2026-02-09T10:00:00+0200</createdAt></position></workzag-jobs>
        """,
      category: "Care",
      type: "freelance"
    ),
    Feed(
      format: "teamtailor-feed",
      text: """
        <rss xmlns:tt="https://teamtailor.com/locations"><channel><title>Jobs</title><item><title>Support\
        </title><description>\(escaped)</description><pubDate>Mon, 09 Feb 2026 09:00:00 +0100</pubDate>\
        <guid>7</guid><tt:locations/><tt:role>Care</tt:role></item></channel></rss>
        """,
      category: "Care"
    ),
    Feed(
      format: "wp-job-manager-feed",
      text: """
        <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:job_listing="https://jobs.example.com">\
        <channel><item><title>Support</title><guid>7</guid><pubDate>Mon, 09 Feb 2026 09:00:00 +0000</pubDate>\
        <description>short</description><content:encoded>\(html)</content:encoded>\
        <job_listing:job_type>freelance</job_listing:job_type><job_listing:company>C</job_listing:company>\
        </item></channel></rss>
        """,
      type: "freelance"
    ),
    Feed(
      format: "hr-xml-position",
      text: """
        <p:PositionOpeningNL xmlns:p="http://ns.hr-xml.org/2007-04-15"><p:PositionRecordInfo><p:Id><p:IdValue>7\
        </p:IdValue></p:Id><p:Status validFrom="2026-02-09">Active</p:Status></p:PositionRecordInfo>\
        <p:PositionProfileNL><p:PositionDetail><p:PositionTitle>Support</p:PositionTitle><p:ContractDetails>\
        <p:TypeOfContract>temporary</p:TypeOfContract></p:ContractDetails></p:PositionDetail>\
        <p:FormattedPositionDescription><p:Name>First line</p:Name><p:Value>second &amp; last</p:Value>\
        </p:FormattedPositionDescription></p:PositionProfileNL></p:PositionOpeningNL>
        """,
      type: "temporary"
    ),
    Feed(
      format: "upwork-rss",
      text: """
        <rss><channel><title>Saved search</title><item><title>Support - Upwork</title>\
        <link>https://www.upwork.com/jobs/Support_%7E7?source=rss</link><description>\(html)</description>\
        <pubDate>Mon, 09 Feb 2026 09:00:00 +0000</pubDate><guid>https://www.upwork.com/jobs/Support_~7</guid>\
        </item></channel></rss>
        """,
      id: "~7"
    ),
  ]

  @Test("a feed is told by its root and its first item", arguments: feeds)
  func read(feed: Feed) throws {
    for blockSize in blockSizes {
      let reading = try IngestionTests.read(feed.text, blockSize: blockSize)
      #expect(reading.refusal == nil && reading.format == feed.format)
      let posting = try #require(reading.postings.first)
      #expect(posting.title == "Support" && posting.format == feed.format)
      #expect(posting.id == feed.id && posting.date?.description == feed.date)
      #expect(posting.description == feed.description)
      #expect(posting.category == feed.category && posting.type == feed.type)
      #expect(posting.location.line == 1 && reading.postings.count == 1)
    }
  }

  @Test("a feed without jobs is a healthy one")
  func empty() throws {
    for (text, format) in [
      ("<workzag-jobs></workzag-jobs>", "personio-feed"), ("<source></source>", "indeed-feed"),
      ("<jobs/>", "adzuna-feed"),
    ] as [(String, FormatName)] {
      let reading = try IngestionTests.read(text)
      #expect(reading.refusal == nil && reading.format == format && reading.records.isEmpty)
    }
  }

  @Test("feeds of nobody's layout are refused")
  func foreign() throws {
    let news =
      "<rss><channel><item><title>News</title><link>https://example.com</link></item></channel></rss>"
    let blog = news.replacing("<link>", with: "<description>d</description><link>")
    for text in [
      news, blog, "<jobs><job><foo/></job></jobs>", "<source><job><foo/></job></source>",
    ] {
      #expect(try IngestionTests.read(text).refusal?.code == "unrecognised-input", "\(text)")
    }
  }

  @Test(
    "a job without a title or with a date of no kind is rejected as it stands, without its token"
  )
  func rejects() throws {
    let text = """
      <source><job><title>A</title><referencenumber>1</referencenumber></job>
        <job><referencenumber>é2</referencenumber><indeed-apply-data a="b">token=secret</indeed-apply-data></job>
      <job><title>C</title><date>soon</date></job></source>
      """
    for blockSize in blockSizes {
      let reading = try IngestionTests.read("\u{FEFF}" + text, blockSize: blockSize)
      #expect(reading.postings.map(\.title) == ["A"])
      #expect(reading.rejects.map(\.code) == ["missing-title", "bad-date"])
      #expect(reading.rejects.map(\.location.line) == [2, 3])
      #expect(
        reading.rejects.first?.text
          == "<job><referencenumber>é2</referencenumber><indeed-apply-data[hidden]</indeed-apply-data></job>"
      )
      #expect(reading.rejects.last?.text == "<job><title>C</title><date>soon</date></job>")
      let offsets = reading.rejects.compactMap(\.byteOffset)
      let bytes = Array("\u{FEFF}\(text)".utf8)
      #expect(
        offsets.map { String(decoding: bytes[$0..<($0 + 5)], as: UTF8.self) } == ["<job>", "<job>"]
      )
    }
  }

  @Test("records are handed on in portions, and none is kept")
  func portions() throws {
    final class Counter: @unchecked Sendable { var count = 0 }
    let counter = Counter()
    let jobs = (0..<2_000).map {
      "<job><title>A</title><referencenumber>\($0)</referencenumber></job>\n"
    }
    let outcome = try InputReader.read(
      MemorySource(Array("<source>\(jobs.joined())</source>".utf8), blockSize: 4_096),
      named: "feed.xml",
      portions: { counter.count += $0.count }
    )
    #expect(outcome.reading.records.isEmpty && counter.count == 2_000)
  }
}
