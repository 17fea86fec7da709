/// What the system was asked to do when it failed.
///
/// The value is the action in English, as a phrase that can follow "cannot".
package enum SystemAction: String, Sendable, Hashable, CaseIterable {
  case openFile = "open the file"
  case openFolder = "open the folder"
  case examineFile = "examine the file"
  case examineFolder = "examine the folder"
  case readFile = "read the file"
  case readFolder = "read the folder"
  case keep = "keep what came"
  case createFile = "create the file"
  case createFolder = "create the folder"
  case createTemporaryFile = "create a temporary file"
  case writeFile = "write the file"
  case writeTemporaryFile = "write a temporary file"
  case writeFolder = "write the folder to the disk"
  case writeResult = "write the result"
  case setPermissions = "set the permissions"
  case putFileIntoPlace = "put the file into place"
  case putFolderIntoPlace = "put the folder into place"
  case lockFile = "lock the file"
  case startCommand = "start the command"
  case findUser = "find the command's user"
  case removeStrangers = "remove what is no part of the report"
}
