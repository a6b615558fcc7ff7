internal import Model

/// A position opening by HR-XML 2.x, SETU's Dutch profile of it, and HR Open Standards 3.
struct HRXMLPosition: XMLFormat {
  let name: FormatName = "hr-xml-position"
  let summary = "Position opening by HR-XML 2 and 3 (SETU, EURES)"
  let grade = EvidenceGrade.standard
  let evidence = "HR-XML 2006-02-28 and 2007-04-15, HR Open Standards 3; public samples."

  private static let layout = XMLLayout([
    .unit(
      ".",
      as: JobTerm.job,
      [
        .value("PositionRecordInfo/Id/IdValue", "DocumentID", as: .id),
        .value("PositionRecordInfo/Status/@validFrom", as: .date),
      ] + ["PositionProfile", "PositionProfileNL"].flatMap(profile)
    )
  ])

  private static func profile(_ name: String) -> [XMLRule<JobTerm>] {
    let detail = "\(name)/PositionDetail"
    return [
      .value("\(detail)/PositionTitle", "\(name)/PositionTitle", as: .title),
      .value(
        "\(detail)/ContractDetails/TypeOfContract",
        "\(name)/PositionScheduleTypeCode",
        as: .type
      ),
      .value("\(detail)/HoursPerWeek/Minimum", as: .hours),
      .value("\(detail)/HoursPerWeek/Maximum", as: .mostHours),
      .value("\(detail)/JobCategory/CategoryCode", "\(name)/JobCategoryCode", as: .category),
      .value(
        "\(name)/Organization/OrganizationName",
        "\(name)/PositionOrganization/OrganizationName",
        as: .buyer
      ),
      .group(
        "\(name)/FormattedPositionDescription",
        as: .section,
        [.value("Name", as: .heading), .value("Value", as: .description)]
      ),
      .group(
        "\(name)/PositionFormattedDescription",
        as: .section,
        [.value("Content", as: .description)]
      ),
    ]
  }

  private static let namespaces: Set<String> = [
    "http://ns.hr-xml.org/2006-02-28", "http://ns.hr-xml.org/2007-04-15", "http://www.hr-xml.org/3",
  ]

  var layout: XMLLayout { Self.layout }

  func recognises(root: XMLName) -> Bool {
    ["PositionOpening", "PositionOpeningNL"].contains(root.local)
      && Self.namespaces.contains(root.namespace)
  }

  func makeReader() -> any XMLRecordReader { JobFeedReader(format: name) }
}
