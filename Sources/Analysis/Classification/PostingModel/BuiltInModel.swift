extension PostingModel {
  /// The model that the program brings along.
  ///
  /// Its text is a literal of the program, so that nothing has to be found at run time; a resource
  /// bundle would be looked for beside the program or at the place where it was built.
  public static let builtIn: PostingModel = {
    let bytes = BuiltInModelText.text.withUTF8Buffer { Array($0) }
    do throws(FileFailure) {
      return try PostingModel(utf8: bytes)
    } catch {
      preconditionFailure("the built-in role model is damaged: \(error.message)")
    }
  }()
}
