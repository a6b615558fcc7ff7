/// The files of `Templates/` as the program carries them; a test compares the list with the folder.
enum EmbeddedTemplates {
  /// Every file by its name.
  static let all: [String: String] = [
    "email.html.mustache": PackageResources.email_html_mustache,
    "email.txt.mustache": PackageResources.email_txt_mustache,
    "finding.html.mustache": PackageResources.finding_html_mustache,
    "findings.csv.mustache": PackageResources.findings_csv_mustache,
    "manifest.json.mustache": PackageResources.manifest_json_mustache,
    "rejects.csv.mustache": PackageResources.rejects_csv_mustache,
    "report.html.mustache": PackageResources.report_html_mustache,
    "report.js": PackageResources.report_js,
    "report.md.mustache": PackageResources.report_md_mustache,
    "role.html.mustache": PackageResources.role_html_mustache,
    "roles.csv.mustache": PackageResources.roles_csv_mustache,
    "style.css": PackageResources.style_css,
  ].mapValues { String(decoding: $0, as: UTF8.self) }
}
