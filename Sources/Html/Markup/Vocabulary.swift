/// The elements of which pages are made; there are no others.
///
/// None of them runs anything, asks for anything from elsewhere or is without an end tag, so that a page's body is
/// XML too and can be read back by a strict reader.
enum Element: String, CaseIterable {
  case body, a, header, nav, main, section, footer
  case h1, h2, h3, p, ul, ol, li, dl, dt, dd, div, span
  case figure, figcaption, details, summary
  case table, caption, thead, tbody, tfoot, tr, th, td
  case svg, g, rect, line, path, text, tspan
}

/// The attributes that elements of a page can have; there are no others.
enum Attribute: String, CaseIterable {
  case id, `class`, href, lang, role, tabindex, scope, colspan
  case ariaLabel = "aria-label", ariaLabelledBy = "aria-labelledby", ariaHidden = "aria-hidden"
  case width, height, x, y, x1, y1, x2, y2, dx, dy, d, overflow, transform
  case textAnchor = "text-anchor"
}
