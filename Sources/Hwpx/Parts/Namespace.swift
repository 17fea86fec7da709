/// The name spaces of the format as the word processor writes them.
enum Namespace {
  static let application = "http://www.hancom.co.kr/hwpml/2011/app"
  static let version = "http://www.hancom.co.kr/hwpml/2011/version"
  static let package = "http://www.hancom.co.kr/schema/2011/hpf"
  static let publication = "http://www.idpf.org/2007/opf/"
  static let container = "urn:oasis:names:tc:opendocument:xmlns:container"
  static let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

  /// What the parts of the content declare: some readers refuse a part that leaves out one of them, used or not.
  static var all: KeyValuePairs<StaticString, String> {
    [
      "xmlns:ha": application, "xmlns:hp": "http://www.hancom.co.kr/hwpml/2011/paragraph",
      "xmlns:hp10": "http://www.hancom.co.kr/hwpml/2016/paragraph",
      "xmlns:hs": "http://www.hancom.co.kr/hwpml/2011/section",
      "xmlns:hc": "http://www.hancom.co.kr/hwpml/2011/core",
      "xmlns:hh": "http://www.hancom.co.kr/hwpml/2011/head",
      "xmlns:hhs": "http://www.hancom.co.kr/hwpml/2011/history",
      "xmlns:hm": "http://www.hancom.co.kr/hwpml/2011/master-page", "xmlns:hpf": package,
      "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:opf": publication,
      "xmlns:ooxmlchart": "http://www.hancom.co.kr/hwpml/2016/ooxmlchart",
      "xmlns:hwpunitchar": "http://www.hancom.co.kr/hwpml/2016/HwpUnitChar",
      "xmlns:epub": "http://www.idpf.org/2007/ops",
      "xmlns:config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    ]
  }
}
