import Content

/// A report as one page that needs nothing but itself: no script, no request to anywhere, charts as drawings with text.
package struct HtmlPage: Sendable {
  private let head: [UInt8]
  private let body: MarkupWriter

  /// What stands after the body.
  private static let foot = Array("\n</html>\n".utf8)

  /// Makes the page of a report.
  package init(_ content: ReportContent) {
    head = HtmlPage.head(content)
    var writer = MarkupWriter()
    PageBody(content: content).write(to: &writer)
    body = writer
  }

  /// The page's bytes.
  package var bytes: [UInt8] { head + body.bytes + HtmlPage.foot }

  /// What is wrong with a page that was read back from where it had been written; nil where nothing is.
  package func fault(in page: [UInt8]) -> String? {
    let length = head.count + body.bytes.count + HtmlPage.foot.count
    return PageCheck(head: head, foot: HtmlPage.foot, length: length, digest: body.digest).fault(in: page)
  }

  /// Everything in front of the body: fixed but for the language and the title.
  ///
  /// Its policy lets a browser apply this one style and nothing else: no script, no picture, no font, no form, no
  /// other address.
  private static func head(_ content: ReportContent) -> [UInt8] {
    let language = content.language.rawValue
    var head = Array(
      """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(PageStyle.sha256)'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="TradeTally">
      <title>
      """.utf8)
    HarmlessText.append(content.title.isEmpty ? content.name : content.title, to: &head)
    head.append(contentsOf: "</title>\n<style>\(PageStyle.sheet)</style>\n</head>\n".utf8)
    return head
  }
}
