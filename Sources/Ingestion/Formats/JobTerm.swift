/// What a value of a job feed means.
enum JobTerm: UInt16, XMLTerm {
  /// The job: a unit.
  case job
  case id
  case title
  case date
  /// A part of the description; the parts follow each other in the document's order.
  case description
  /// A part of the description under a heading of its own: a group.
  case section
  case heading
  case category
  case department
  case type
  case buyer
  case skills
  case hours
  case mostHours
  case link
}
