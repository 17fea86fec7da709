import GRDB

/// The ledger's tables and how they came to be; a step that has been released is never changed.
enum LedgerSchema {
  /// The names of the steps, in order.
  static let steps = ["v1", "v2", "v3", "v4"]

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { try $0.execute(sql: first) }
    migrator.registerMigration("v2") { try $0.execute(sql: second) }
    migrator.registerMigration("v3") { try $0.execute(sql: third) }
    migrator.registerMigration("v4") { try $0.execute(sql: fourth) }
    return migrator
  }

  /// A table that is missing or is not as the ledger's steps have made it; nil where there is none.
  ///
  /// Nothing in such a table can be relied on. Tables of other names do not matter.
  static func damagedTable(_ database: Database) throws -> String? {
    let taken = try migrator.appliedIdentifiers(database)
    let count = steps.prefix { taken.contains($0) }.count
    guard count > 0, taken.isDisjoint(with: steps.dropFirst(count)) else { return "grdb_migrations" }
    let made = try Self.made.get().tables
    let wanted = made[count]
    let later = Set(made[steps.count].keys).subtracting(wanted.keys)
    let found = try tables(database)
    return wanted.keys.sorted().first { found[$0] != wanted[$0] } ?? later.sorted().first { found[$0] != nil }
  }

  /// What the steps make, looked at after each of them in a database in memory.
  private struct Made {
    /// The tables after no step, after the first one, and so on.
    var tables: [[String: [String]]] = [[:]]
    /// Stays open as long as the program runs: to let go of a database gives libdispatch work for a thread of its own, and
    /// such a thread ends the program where there is no `/proc`.
    private let model: DatabaseQueue

    init() throws {
      model = try DatabaseQueue()
      for step in steps {
        try migrator.migrate(model, upTo: step)
        tables.append(try model.read(LedgerSchema.tables))
      }
    }
  }

  /// Made once.
  private static let made = Result { try Made() }

  /// The columns of each table: name, type, whether it may be empty, place in the key.
  private static func tables(_ database: Database) throws -> [String: [String]] {
    var tables: [String: [String]] = [:]
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT tables.name AS "table",
          columns.name || ' ' || columns.type || ' ' || columns."notnull" || ' ' || columns.pk AS "column"
        FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' ORDER BY tables.name, columns.cid
        """)
    for row in rows { tables[row["table"], default: []].append(row["column"]) }
    return tables
  }

  /// Runs with what they read, what they said and what they wrote.
  static let first = """
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      duration INTEGER,
      definition TEXT NOT NULL,
      definition_hash TEXT NOT NULL,
      name TEXT NOT NULL,
      output TEXT NOT NULL,
      folder TEXT NOT NULL,
      kind TEXT NOT NULL,
      as_of TEXT,
      from_day TEXT,
      is_final INTEGER NOT NULL,
      program TEXT NOT NULL,
      options_hash TEXT NOT NULL,
      rates TEXT NOT NULL,
      period_from TEXT,
      period_to TEXT,
      edition INTEGER,
      result TEXT NOT NULL,
      exit_code INTEGER,
      message TEXT,
      same_as INTEGER REFERENCES runs(id),
      process INTEGER NOT NULL
    );
    CREATE INDEX runs_of_reports ON runs(output, folder, result, id);
    CREATE TABLE inputs (
      run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      path TEXT NOT NULL,
      size INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      kind TEXT NOT NULL,
      rows INTEGER NOT NULL,
      accepted INTEGER NOT NULL,
      flagged INTEGER NOT NULL,
      duplicate INTEGER NOT NULL,
      rejected INTEGER NOT NULL,
      PRIMARY KEY (run, place)
    ) WITHOUT ROWID;
    CREATE TABLE figures (
      run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
      part TEXT NOT NULL,
      first TEXT NOT NULL,
      second TEXT NOT NULL,
      measure TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (run, part, first, second, measure)
    ) WITHOUT ROWID;
    CREATE TABLE outputs (
      run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      size INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      PRIMARY KEY (run, name)
    ) WITHOUT ROWID;
    """

  /// What changed from edition to edition and why.
  static let second = """
    ALTER TABLE runs ADD COLUMN reason TEXT;
    CREATE TABLE revisions (
      run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      part TEXT NOT NULL,
      first TEXT NOT NULL,
      second TEXT NOT NULL,
      measure TEXT NOT NULL,
      old TEXT NOT NULL,
      new TEXT NOT NULL,
      edition INTEGER NOT NULL,
      causes TEXT NOT NULL,
      PRIMARY KEY (run, place)
    ) WITHOUT ROWID;
    """

  /// Written into the head of the file, by which it can be told from any other SQLite file: "TTly".
  static let applicationID = 0x5454_6C79

  /// What the last editions were made of, row by row; an input's rows follow one another, 20 bytes each.
  static let fourth = """
    CREATE TABLE row_digests (
      run INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (run, place)
    );
    """

  /// The head of a file says whether it is a ledger.
  static let third = "PRAGMA application_id = \(applicationID)"
}
