import Model
import Platform

extension ResolvedReport {
  /// Refuses an output that a link would lead out of the output folder.
  ///
  /// The report's folder and the folder of earlier editions may be links, but only to places within the output
  /// folder. What does not exist yet is taken by name. `resolve` checks it; a run should check again before it
  /// publishes, since links can change.
  ///
  /// - Throws: `TallyError` of category `cannotCreate`.
  package func checkOutput() throws(TallyError) {
    let output = DefinitionPath.settled(outputFolder)
    let within = output == "/" ? "/" : output + "/"
    let editions = DefinitionPath.join(outputFolder, ".editions/\(request.fileName)")
    for folder in [reportFolder, editions] {
      let place = DefinitionPath.settled(folder)
      guard place.hasPrefix(within) else {
        throw TallyError(.run(.leadsOut(to: place, output: outputFolder)), at: folder)
      }
      if FileSystem.exists(folder), !FileSystem.isFolder(folder) {
        throw TallyError(.run(.fileInReportsPlace), at: folder)
      }
    }
    if FileSystem.exists(outputFolder), !FileSystem.isFolder(outputFolder) {
      throw TallyError(.run(.outputIsFile), at: outputFolder)
    }
  }
}
