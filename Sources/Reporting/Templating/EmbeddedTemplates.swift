/// The files of `Templates/` as the program carries them; a test compares them with the folder.
enum EmbeddedTemplates {
  /// Every file by its name.
  static let all = Dictionary(
    uniqueKeysWithValues: TemplateTexts.all.map { name, text in
      (name, text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
    }
  )
}
