import Foundation
import Model
import Testing

@testable import Reporting

struct TemplateTests {
  private var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates")
  }

  @Test("the program carries every file of Templates and nothing else")
  func embedding() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(files.sorted() == EmbeddedTemplates.all.keys.sorted())
    for name in files {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(EmbeddedTemplates.all[name] == text)
      if name.hasSuffix(".mustache") {
        #expect(text.hasPrefix("{{%CONTENT_TYPE: \(TemplateSet.contentType(of: name))}}"))
      }
    }
  }

  private func render(_ template: String, _ view: ViewModel) throws -> String {
    let set = try TemplateSet.overriding(["manifest.json.mustache": Array(template.utf8)])
    return try set.render("manifest.json", view)
  }

  @Test("an unknown name is an error with its place, also in a row and in an inverted section")
  func unknownNames() {
    let row = ViewModel(["known": .text("x")])
    let view = ViewModel(["rows": .list([row]), "outer": .text("o")])
    for template in [
      "{{nope}}", "{{#rows}}{{nope}}{{/rows}}", "{{^nope}}x{{/nope}}",
      "{{#rows}}{{outer}}{{/rows}}",
    ] {
      #expect(throws: ReportingError.self) {
        try render("{{%CONTENT_TYPE: SAFEJSON}}\n" + template, view)
      }
    }
    #expect {
      try render("{{%CONTENT_TYPE: SAFEJSON}}\n\n  {{nope}}", view)
    } throws: { error in
      "\(error)".hasPrefix("manifest.json.mustache:3:3: error: there is no 'nope' here")
    }
  }

  @Test("a declared name without a value is empty, and its section is not shown")
  func absence() throws {
    let view = ViewModel(["a": .absent, "b": .flag(false), "c": .list([])])
    let text = try render(
      "{{%CONTENT_TYPE: SAFEJSON}}\n[{{#a}}x{{/a}}{{^a}}none{{/a}}{{#b}}x{{/b}}{{#c}}x{{/c}}]",
      view
    )
    #expect(text == "[none]")
  }

  @Test(
    "unknown partials, transforms, files and missing types are errors",
    arguments: [
      ("manifest.json.mustache", "{{%CONTENT_TYPE: SAFEJSON}}\n{{> nothing}}"),
      ("manifest.json.mustache", "{{%CONTENT_TYPE: SAFEJSON}}\n{{upper(version)}}"),
      ("manifest.json.mustache", "{{%CONTENT_TYPE: SAFEJSON}}\n{{#files}}"),
      ("role.html.mustache", "{{%CONTENT_TYPE: SAFEHTML}}\n{{> role.html}}"),
      ("picture.html.mustache", "{{%CONTENT_TYPE: SAFEHTML}}\n{{> department.html}}"),
      ("manifest.json.mustache", "{{version}}"), ("report.htm.mustache", ""),
    ]
  )
  func errors(name: String, text: String) {
    #expect(throws: ReportingError.self) { try TemplateSet.overriding([name: Array(text.utf8)]) }
  }
}
