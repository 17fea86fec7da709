/// A text encoding that this module decodes.
///
/// The name is the one that reports print and that `named(_:)` reads back.
public struct TextEncoding: Hashable, Sendable, CustomStringConvertible {
  /// The printed name, such as `UTF-8` or `CP949`.
  public let name: String

  /// How the bytes of the encoding are put together.
  enum Shape: Hashable, Sendable {
    case utf8
    case utf16(bigEndian: Bool)
    case utf32(bigEndian: Bool)
    case singleByte
    case doubleByte
    case eucJP
    case gb18030
  }

  let shape: Shape

  init(_ name: String, _ shape: Shape) {
    self.name = name
    self.shape = shape
  }

  /// The printed name.
  public var description: String { name }

  /// UTF-8.
  public static let utf8 = TextEncoding("UTF-8", .utf8)
  /// UTF-16, low byte first: what Excel calls "Unicode text".
  public static let utf16LE = TextEncoding("UTF-16LE", .utf16(bigEndian: false))
  /// UTF-16, high byte first.
  public static let utf16BE = TextEncoding("UTF-16BE", .utf16(bigEndian: true))
  /// UTF-32, low byte first.
  public static let utf32LE = TextEncoding("UTF-32LE", .utf32(bigEndian: false))
  /// UTF-32, high byte first.
  public static let utf32BE = TextEncoding("UTF-32BE", .utf32(bigEndian: true))
  /// Korean, Microsoft's superset of EUC-KR (UHC).
  public static let cp949 = TextEncoding("CP949", .doubleByte)
  /// Chinese, superset of GBK and GB 2312, with its four-byte characters.
  public static let gb18030 = TextEncoding("GB18030", .gb18030)
  /// Japanese, Shift_JIS with the characters of NEC and IBM (Windows-31J).
  public static let cp932 = TextEncoding("CP932", .doubleByte)
  /// Chinese in traditional script, code page 950 with the Hong Kong supplement.
  public static let big5 = TextEncoding("Big5", .doubleByte)
  /// Japanese, EUC with JIS X 0212.
  public static let eucJP = TextEncoding("EUC-JP", .eucJP)
  /// Cyrillic.
  public static let windows1251 = TextEncoding("windows-1251", .singleByte)
  /// Western European.
  public static let windows1252 = TextEncoding("windows-1252", .singleByte)
  /// Central European.
  public static let windows1250 = TextEncoding("windows-1250", .singleByte)
  /// Greek.
  public static let windows1253 = TextEncoding("windows-1253", .singleByte)
  /// Turkish.
  public static let windows1254 = TextEncoding("windows-1254", .singleByte)
  /// Hebrew.
  public static let windows1255 = TextEncoding("windows-1255", .singleByte)
  /// Arabic.
  public static let windows1256 = TextEncoding("windows-1256", .singleByte)
  /// Baltic.
  public static let windows1257 = TextEncoding("windows-1257", .singleByte)
  /// Vietnamese.
  public static let windows1258 = TextEncoding("windows-1258", .singleByte)
  /// Thai.
  public static let cp874 = TextEncoding("CP874", .singleByte)
  /// Russian, of Unix and mail.
  public static let koi8R = TextEncoding("KOI8-R", .singleByte)
  /// Ukrainian, of Unix and mail.
  public static let koi8U = TextEncoding("KOI8-U", .singleByte)
  /// Cyrillic, of DOS.
  public static let cp866 = TextEncoding("CP866", .singleByte)
  /// Western European, of DOS.
  public static let cp850 = TextEncoding("CP850", .singleByte)
  /// Western European, of the old Macintosh.
  public static let macRoman = TextEncoding("MacRoman", .singleByte)
  /// Western European, by ISO.
  public static let iso8859x1 = TextEncoding("ISO-8859-1", .singleByte)
  /// Central European, by ISO.
  public static let iso8859x2 = TextEncoding("ISO-8859-2", .singleByte)
  /// Cyrillic, by ISO.
  public static let iso8859x5 = TextEncoding("ISO-8859-5", .singleByte)
  /// Western European with the euro sign, by ISO.
  public static let iso8859x15 = TextEncoding("ISO-8859-15", .singleByte)

  /// Every encoding that can be named, the likeliest first.
  public static let all: [TextEncoding] = [
    utf8, utf16LE, utf16BE, cp949, gb18030, cp932, big5, windows1251, windows1252, eucJP, windows1250,
    windows1253, windows1254, windows1255, windows1256, windows1257, windows1258, cp874, koi8R, koi8U,
    cp866, cp850, macRoman, iso8859x1, iso8859x2, iso8859x5, iso8859x15, utf32LE, utf32BE,
  ]

  /// The encoding that people mean by `text`; nil for a word that names none.
  ///
  /// Case, spaces, `_`, `-`, `:` and `.` do not count. Plain `UTF-16` is low byte first, as Excel writes it,
  /// and a subset is read as its superset: EUC-KR as CP949, GBK and GB 2312 as GB18030, Shift_JIS as CP932.
  public static func named(_ text: String) -> TextEncoding? {
    var key = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "_", "-", ":", ".", "\t": continue
      case "A"..."Z": key.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      default: key.unicodeScalars.append(scalar)
      }
    }
    return aliases.first { $0.words.contains(key) }?.encoding
  }

  private static let aliases: [(encoding: TextEncoding, words: [String])] = [
    (utf8, ["utf8", "utf8sig", "utf8bom", "cp65001", "65001", "unicode11utf8", "ascii", "usascii"]),
    (utf16LE, ["utf16le", "utf16", "unicode", "ucs2", "ucs2le", "cp1200", "1200", "unicodetext"]),
    (utf16BE, ["utf16be", "ucs2be", "cp1201", "1201", "unicodefffe"]),
    (utf32LE, ["utf32le", "utf32", "ucs4", "ucs4le"]),
    (utf32BE, ["utf32be", "ucs4be"]),
    (
      cp949,
      [
        "cp949", "949", "ms949", "xwindows949", "windows949", "uhc", "euckr", "ksc5601", "ksc56011987",
        "ksx1001",
        "korean", "ksc56011992", "ansikorean",
      ]
    ),
    (gb18030, ["gb18030", "gb180302000", "gb180302005", "gbk", "gb2312", "cp936", "936", "ms936", "euccn"]),
    (
      cp932,
      [
        "cp932", "932", "ms932", "sjis", "shiftjis", "xsjis", "windows31j", "mskanji", "cswindows31j",
        "windows932", "shiftjisx0213",
      ]
    ),
    (big5, ["big5", "big5hkscs", "cp950", "950", "ms950", "big5eten", "windows950", "bigfive"]),
    (eucJP, ["eucjp", "ujis", "eucjpms", "cp51932", "xeucjp"]),
    (windows1250, ["windows1250", "cp1250", "win1250", "1250"]),
    (windows1251, ["windows1251", "cp1251", "win1251", "1251", "cyrillicwindows"]),
    (windows1252, ["windows1252", "cp1252", "win1252", "1252", "ansi", "latin1", "l1"]),
    (windows1253, ["windows1253", "cp1253", "win1253", "1253"]),
    (windows1254, ["windows1254", "cp1254", "win1254", "1254", "latin5", "iso88599"]),
    (windows1255, ["windows1255", "cp1255", "win1255", "1255"]),
    (windows1256, ["windows1256", "cp1256", "win1256", "1256"]),
    (windows1257, ["windows1257", "cp1257", "win1257", "1257"]),
    (windows1258, ["windows1258", "cp1258", "win1258", "1258"]),
    (cp874, ["cp874", "874", "windows874", "tis620", "iso885911"]),
    (koi8R, ["koi8r", "koi8", "cp20866"]),
    (koi8U, ["koi8u", "cp21866"]),
    (cp866, ["cp866", "866", "ibm866", "dos866", "oem866"]),
    (cp850, ["cp850", "850", "ibm850"]),
    (macRoman, ["macroman", "macintosh", "mac", "xmacroman", "cp10000"]),
    (iso8859x1, ["iso88591", "88591"]),
    (iso8859x2, ["iso88592", "latin2", "l2", "88592"]),
    (iso8859x5, ["iso88595", "88595"]),
    (iso8859x15, ["iso885915", "latin9", "885915"]),
  ]
}
