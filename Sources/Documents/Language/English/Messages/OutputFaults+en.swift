import Model

extension EnglishMessages {
  /// Of an input that is a document.
  var readsEdition: String {
    "this lies in the folder of a published edition and is what a report has said, no data: what it counts would be counted "
      + "twice. Name the sheets from which that report was made."
  }

  func words(_ fault: OutputFault) -> String {
    switch fault {
    case .system(let error):
      "\(words(error)). Nothing half-written is left. Check the folder's permissions and the disk's free space, and run "
        + "again."
    case .folderInTheWay:
      "a folder of this name is in the way of a file. Nothing has been changed. Move the folder away or choose another "
        + "--output or --name, and run again."
    case .notConfirmed(let error):
      "\(words(error)). The new files are in place, but the disk does not confirm it. Check the disk, and run again."
    case .isInput(let other):
      (other.map { "this is the same file as the input \($0)" } ?? "this is an input")
        + ", and would be replaced. Nothing has been changed. Choose another name or folder for what is written, and run "
        + "again."
    case .publishedEdition:
      "an edition that \"tradetally run\" has published stands in this folder, and would be another than its ledger knows. "
        + "Nothing has been changed. Choose another --output, or make the new edition with \"tradetally run DEFINITION\"."
    case .readsEdition: readsEdition
    case .notWritten(let detail): "the file could not be written: \(detail)."
    case .notWhole(let detail): "it is not whole: \(detail)."
    case .detailNotWritten(let detail): "The detail files could not be written: \(detail)."
    case .workbookPlace(let reason):
      "the workbook cannot be written there: \(reason). Choose a folder that exists and can be written to."
    case .workbookScratch(let folder, let reason):
      "\(folder): no directory for temporary files: \(reason). Set TMPDIR to a folder that exists and can be written to."
    case .workbookDamaged(let part, let reason): "\(part) is not whole: \(reason)."
    case .workbookLibrary(let detail), .workbookRefused(let detail):
      "the workbook was not written: \(detail)."
    case .sumTooLarge: "A sum in the workbook is too large to be held."
    case .cleanInput(let error): "\(words(error)). Check the name and its size."
    case .cleanNotText(let kind): "the file is \(name(kind)), not delimited text: \(advice(kind))"
    case .cleanTooLarge(let bytes, let limit):
      "the file has \(bytes) bytes, more than the \(limit) that are read whole: split it first"
    case .cleanSheets(let path, let names):
      "the workbook has several sheets: \(quoted(names)). Name one with # after the file's name, for example "
        + "\"\(path)#\(names.first ?? "")\"."
    case .cleanNoSheet(let there): "there is no sheet of this name. The workbook has: \(quoted(there))."
    case .notAFile:
      "this is no ordinary file. Name a file, or leave --output out and redirect standard output."
    case .cleanOutput(let error): "\(words(error))."
    case .filesThere(let files):
      "there is something here already (\(list(files))), and nothing was replaced. Choose another folder, or move these "
        + "files away."
    case .workspace(let error): "\(words(error)). Check the permissions and the disk, and run again."
    case .formNotWritten(let detail):
      "the workbook could not be written: \(detail). Check the disk, and run again."
    }
  }
}
