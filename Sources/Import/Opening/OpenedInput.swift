import Encodings
import Model
import Records
import Values

/// An input file whose encoding, delimiter and header are known.
struct OpenedInput: Sendable {
  var index: Int
  var request: InputRequest
  /// The file's name as reports print it.
  var name: String
  var verdict: EncodingVerdict
  var dialect: RecordDialect
  var header: HeaderMap
  /// The rows that the header consists of, as they stand in the file.
  var headerRows: [[String]]
  var headerLine: Int
  /// Lines of earlier rows in which two columns or more were recognised.
  var passedOver: [Int]
  /// Line and decoded offset behind the header.
  var firstDataLine: Int
  var dataOffset: Int
  /// Whether the encoding was judged over the whole file.
  var headIsWhole: Bool
  /// What the title rows say of a unit.
  var titleUnit = UnitReading.none
  /// Whether the rows that were looked at for what the header does not say were all there are.
  var sawAllRows = false
  /// Columns that look like one that is missing.
  var lookAlikes: [LookAlike] = []
  /// Columns that seem to be those of another table beside the one that is read.
  var besides: [RecognisedHeader] = []
  /// Columns by which a row stands for several meetings.
  var severalMeetings: [String] = []
  /// Columns that are not read and say of meetings held that they were not.
  var saidOtherwise: [RowDoubt] = []
  /// Columns without a header in which something stands.
  var nameless: [String] = []
  /// Columns whose blanks look like those of merged cells.
  var merged: [MergedColumn] = []
  /// The sheet that is read, of a workbook.
  var sheet: OpenedSheet?

  func cell(_ column: Column) -> Int? { header.cells[column] }

  /// The header of a column as it stands in the file.
  func headerText(_ column: Column) -> String? { header.cells[column].map { header.headers[$0] } }

  /// The column of roles, in a file that was given as one side's, too.
  var roleCell: Int? {
    HeaderRecognizer(kind: request.kind, roleIsFixed: false, named: request.columns)
      .map(header.headers).cells[.role]
  }

  /// What is wrong where a file of one side's says the other role.
  func otherRoleInside(_ other: Role) -> TallyError {
    let header = roleCell.map { self.header.headers[$0] } ?? Column.role.rawValue
    return TallyError(
      .input(.otherRoleInside(given: request.role ?? other, header: header, other: other)),
      at: request.shownPath)
  }

  /// Recognised columns in the contract's order.
  var columns: [Column] { Column.all(of: request.kind).filter { header.cells[$0] != nil } }
}
