/// `Contents/section0.xml` and those after it: the pages of one orientation.
struct SectionPart {
  let run: PageRun
  /// Counts through all sections, so that no two tables have the same number.
  private(set) var tables: Int
  private(set) var lists: ShapeLists

  /// - Parameter tables: how many tables stand in the sections before.
  init(_ run: PageRun, tables: Int, lists: ShapeLists) {
    (self.run, self.tables, self.lists) = (run, tables, lists)
  }

  /// The part's bytes.
  mutating func render() -> [UInt8] {
    var xml = Markup()
    xml.element(
      "hs:sec",
      Namespace.all
    ) { xml in
      for (index, block) in run.blocks.enumerated() {
        switch block {
        case .paragraph(let paragraph): add(paragraph, isFirst: index == 0, &xml)
        case .grid(let grid): add(grid, isFirst: index == 0, &xml)
        }
      }
    }
    return xml.bytes
  }

  // MARK: Paragraphs

  private mutating func add(_ paragraph: Paragraph, isFirst: Bool = false, _ xml: inout Markup) {
    let layout = lists.number(of: paragraph.shape)
    let own = lists.number(of: paragraph.style.characters)
    let runs = paragraph.runs.map { run in
      (run.text, run.shape.map { lists.number(of: $0) } ?? own)
    }
    add(paragraph.style, layout: layout, startsPage: paragraph.startsPage, &xml) { xml in
      if isFirst { SectionPart.addPage(isWide: run.isWide, characters: own, &xml) }
      for (text, number) in runs {
        xml.element("hp:run", ["charPrIDRef": "\(number)"]) { xml in
          xml.element("hp:t") { $0.cleanText(text) }
        }
      }
    }
  }

  private func add(
    _ style: ParagraphStyle, layout: Int, startsPage: Bool, _ xml: inout Markup,
    _ content: (inout Markup) -> Void
  ) {
    xml.element(
      "hp:p",
      [
        "id": "0", "paraPrIDRef": "\(layout)", "styleIDRef": "\(style.rawValue)",
        "pageBreak": startsPage ? "1" : "0", "columnBreak": "0", "merged": "0",
      ], content)
  }

  // MARK: Tables

  private mutating func add(_ grid: Grid, isFirst: Bool, _ xml: inout Markup) {
    let style = ParagraphStyle.gap
    let characters = lists.number(of: style.characters)
    let layout = lists.number(of: style.shape)
    tables += 1
    let number = tables
    var part = self
    add(style, layout: layout, startsPage: grid.startsPage, &xml) { xml in
      if isFirst { SectionPart.addPage(isWide: run.isWide, characters: characters, &xml) }
      xml.element("hp:run", ["charPrIDRef": "\(characters)"]) { xml in
        part.addTable(grid, number: number, &xml)
        xml.element("hp:t")
      }
    }
    lists = part.lists
  }

  private mutating func addTable(_ grid: Grid, number: Int, _ xml: inout Markup) {
    let heights = grid.heights
    let none = lists.number(of: CellFrame())
    xml.element(
      "hp:tbl",
      [
        "id": "\(number)", "zOrder": "\(number - 1)", "numberingType": "TABLE", "textWrap": "TOP_AND_BOTTOM",
        "textFlow": "BOTH_SIDES", "lock": "0", "dropcapstyle": "None",
        "pageBreak": grid.isWhole ? "NONE" : "TABLE",
        "repeatHeader": grid.headerRows > 0 ? "1" : "0", "rowCnt": "\(grid.rows.count)",
        "colCnt": "\(grid.widths.count)", "cellSpacing": "0", "borderFillIDRef": "\(none)", "noAdjust": "0",
      ]
    ) { xml in
      xml.element(
        "hp:sz",
        [
          "width": "\(grid.widths.reduce(0, +))", "widthRelTo": "ABSOLUTE",
          "height": "\(heights.reduce(0, +))", "heightRelTo": "ABSOLUTE", "protect": "0",
        ])
      xml.element(
        "hp:pos",
        [
          "treatAsChar": grid.isWhole ? "1" : "0", "affectLSpacing": "0", "flowWithText": "1",
          "allowOverlap": "0",
          "holdAnchorAndSO": "0", "vertRelTo": "PARA", "horzRelTo": "COLUMN", "vertAlign": "TOP",
          "horzAlign": "LEFT", "vertOffset": "0", "horzOffset": "0",
        ])
      xml.element("hp:outMargin", ["left": "0", "right": "0", "top": "141", "bottom": "283"])
      if !grid.description.isEmpty { xml.element("hp:shapeComment", text: grid.description) }
      xml.element("hp:inMargin", SectionPart.margins)
      for (row, cells) in grid.rows.enumerated() {
        addRow(cells, row: row, height: heights[row], grid, &xml)
      }
    }
  }

  private static var margins: KeyValuePairs<StaticString, String> {
    [
      "left": "\(Grid.sideMargin)", "right": "\(Grid.sideMargin)", "top": "\(Grid.endMargin)",
      "bottom": "\(Grid.endMargin)",
    ]
  }

  private mutating func addRow(
    _ cells: [Grid.Cell], row: Int, height: Int, _ grid: Grid, _ xml: inout Markup
  ) {
    xml.element("hp:tr") { xml in
      var column = 0
      for cell in cells {
        let width = grid.widths[column..<(column + cell.columns)].reduce(0, +)
        let frame = lists.number(of: cell.frame)
        xml.element(
          "hp:tc",
          [
            "name": "", "header": row < grid.headerRows ? "1" : "0", "hasMargin": "1", "protect": "0",
            "editable": "0", "dirty": "0", "borderFillIDRef": "\(frame)",
          ]
        ) { xml in
          xml.element(
            "hp:subList",
            [
              "id": "", "textDirection": "HORIZONTAL", "lineWrap": "BREAK", "vertAlign": "CENTER",
              "linkListIDRef": "0", "linkListNextIDRef": "0", "textWidth": "0", "textHeight": "0",
              "hasTextRef": "0", "hasNumRef": "0",
            ]
          ) { xml in for paragraph in cell.paragraphs { add(paragraph, &xml) } }
          xml.element("hp:cellAddr", ["colAddr": "\(column)", "rowAddr": "\(row)"])
          xml.element("hp:cellSpan", ["colSpan": "\(cell.columns)", "rowSpan": "1"])
          xml.element("hp:cellSz", ["width": "\(width)", "height": "\(height)"])
          xml.element("hp:cellMargin", SectionPart.margins)
        }
        column += cell.columns
      }
    }
  }
}

extension SectionPart {
  /// What the first paragraph of a section holds: the sheet, its margins and the number of the page.
  private static func addPage(isWide: Bool, characters: Int, _ xml: inout Markup) {
    xml.element("hp:run", ["charPrIDRef": "\(characters)"]) { xml in
      xml.element(
        "hp:secPr",
        [
          "id": "", "textDirection": "HORIZONTAL", "spaceColumns": "1134", "tabStop": "8000",
          "tabStopVal": "4000", "tabStopUnit": "HWPUNIT", "outlineShapeIDRef": "1", "memoShapeIDRef": "0",
          "textVerticalWidthHead": "0", "masterPageCnt": "0",
        ]
      ) { xml in
        xml.element(
          "hp:startNum", ["pageStartsOn": "BOTH", "page": "0", "pic": "0", "tbl": "0", "equation": "0"])
        xml.element("hp:grid", ["lineGrid": "0", "charGrid": "0", "wonggojiFormat": "0"])
        xml.element(
          "hp:visibility",
          [
            "hideFirstHeader": "0", "hideFirstFooter": "0", "hideFirstMasterPage": "0", "border": "SHOW_ALL",
            "fill": "SHOW_ALL", "hideFirstPageNum": "0", "hideFirstEmptyLine": "0", "showLineNumber": "0",
          ])
        addSheet(isWide: isWide, &xml)
        addNotes("hp:footNotePr", place: "EACH_COLUMN", &xml)
        addNotes("hp:endNotePr", place: "END_OF_DOCUMENT", &xml)
        for type in ["BOTH", "EVEN", "ODD"] {
          xml.element(
            "hp:pageBorderFill",
            [
              "type": type, "borderFillIDRef": "1", "textBorder": "PAPER", "headerInside": "0",
              "footerInside": "0", "fillArea": "PAPER",
            ]
          ) { $0.element("hp:offset", ["left": "1417", "right": "1417", "top": "1417", "bottom": "1417"]) }
        }
      }
      xml.element("hp:ctrl") {
        $0.element(
          "hp:colPr",
          ["id": "", "type": "NEWSPAPER", "layout": "LEFT", "colCount": "1", "sameSz": "1", "sameGap": "0"])
      }
      xml.element("hp:ctrl") {
        $0.element("hp:pageNum", ["pos": "BOTTOM_CENTER", "formatType": "DIGIT", "sideChar": "-"])
      }
    }
  }

  private static func addSheet(isWide: Bool, _ xml: inout Markup) {
    // The format's words for upright and lengthwise are the other way round, and the sheet keeps its sides.
    xml.element(
      "hp:pagePr",
      [
        "landscape": isWide ? "NARROWLY" : "WIDELY", "width": "\(Page.width)", "height": "\(Page.height)",
        "gutterType": "LEFT_ONLY",
      ]
    ) { xml in
      xml.element(
        "hp:margin",
        [
          "header": "\(Page.headerHeight)", "footer": "\(Page.headerHeight)", "gutter": "0",
          "left": "\(Page.sideMargin)", "right": "\(Page.sideMargin)", "top": "\(Page.topMargin)",
          "bottom": "\(Page.bottomMargin)",
        ])
    }
  }

  /// How notes at the foot would look; a section has to say so.
  private static func addNotes(_ name: StaticString, place: String, _ xml: inout Markup) {
    xml.element(name) { xml in
      xml.element(
        "hp:autoNumFormat",
        ["type": "DIGIT", "userChar": "", "prefixChar": "", "suffixChar": ")", "supscript": "0"])
      xml.element("hp:noteLine", ["length": "-1", "type": "SOLID", "width": "0.12 mm", "color": "#000000"])
      xml.element("hp:noteSpacing", ["betweenNotes": "283", "belowLine": "567", "aboveLine": "850"])
      xml.element("hp:numbering", ["type": "CONTINUOUS", "newNum": "1"])
      xml.element("hp:placement", ["place": place, "beneathText": "0"])
    }
  }
}
