import CXlsxWriter

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A table as the library takes it: structures and texts in C, which are freed with this value.
struct LibraryTable: ~Copyable {
  private var options = lxw_table_options()
  private var fields: [UnsafeMutablePointer<lxw_table_column>?] = []
  private var texts: [UnsafeMutablePointer<CChar>?] = []

  init(
    _ name: String, _ columns: [TableColumn], totals: Bool, filter: Bool, style: TableStyle,
    core: WorkbookCore
  ) throws(WorkbookError) {
    for column in columns { try add(column, total: totals, core) }
    // The library counts the columns up to a null pointer.
    fields.append(nil)
    options.name = copy(name)
    options.no_autofilter = filter ? 0 : 1
    options.total_row = totals ? 1 : 0
    set(style)
  }

  deinit {
    for text in texts { free(text) }
    for field in fields { field?.deallocate() }
  }

  private mutating func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let copy = strdup(text)
    texts.append(copy)
    return copy
  }

  private mutating func add(_ column: TableColumn, total: Bool, _ core: WorkbookCore) throws(WorkbookError) {
    let field = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: 1)
    field.initialize(to: lxw_table_column())
    fields.append(field)
    field.pointee.header = copy(column.header)
    field.pointee.header_format = try core.style(column.headerFormat)
    guard total else { return }
    switch column.total {
    case .label(let label): field.pointee.total_string = copy(CellText.escaped(label))
    case .sum(let value):
      field.pointee.total_function = UInt8(LXW_TABLE_FUNCTION_SUM.rawValue)
      field.pointee.total_value = value + 0
    case .nothing, .number, .boolean: break
    }
  }

  private mutating func set(_ style: TableStyle) {
    switch style {
    case .light(let number):
      options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
      options.style_type_number = min(max(number, 1), 21)
    case .medium(let number):
      options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_MEDIUM.rawValue)
      options.style_type_number = min(max(number, 1), 28)
    case .none:
      options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
      options.style_type_number = 0
      options.no_banded_rows = 1
    }
  }

  /// Lends the structure for a call, which copies what it needs.
  consuming func withOptions<Result>(_ body: (UnsafeMutablePointer<lxw_table_options>) -> Result) -> Result {
    var options = options
    var fields = fields
    return fields.withUnsafeMutableBufferPointer { buffer in
      options.columns = buffer.baseAddress
      return body(&options)
    }
  }
}
