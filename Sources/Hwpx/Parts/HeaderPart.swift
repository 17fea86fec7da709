/// `Contents/header.xml`: typefaces, frames, the looks of characters and paragraphs, and the named styles.
struct HeaderPart {
  let lists: ShapeLists
  let sections: Int

  /// The languages for each of which the format wants its own list of typefaces.
  private static let scripts = ["HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER"]

  /// The part's bytes.
  func render() -> [UInt8] {
    var xml = Markup()
    xml.element("hh:head", Namespace.all, ["version": "1.4", "secCnt": "\(sections)"]) { xml in
      xml.element(
        "hh:beginNum",
        ["page": "1", "footnote": "1", "endnote": "1", "pic": "1", "tbl": "1", "equation": "1"])
      xml.element("hh:refList") { xml in
        addFaces(&xml)
        addFrames(&xml)
        addCharacters(&xml)
        xml.element("hh:tabProperties", ["itemCnt": "1"]) {
          $0.element("hh:tabPr", ["id": "0", "autoTabLeft": "0", "autoTabRight": "0"])
        }
        addNumbering(&xml)
        addParagraphs(&xml)
        addStyles(&xml)
      }
      xml.element("hh:compatibleDocument", ["targetProgram": "HWP201X"]) {
        $0.element("hh:layoutCompatibility")
      }
      xml.element("hh:trackchangeConfig", ["flags": "0"])
    }
    return xml.bytes
  }

  private func addFaces(_ xml: inout Markup) {
    xml.element("hh:fontfaces", ["itemCnt": "\(HeaderPart.scripts.count)"]) { xml in
      for script in HeaderPart.scripts {
        let faces = CharacterShape.Face.allCases
        xml.element("hh:fontface", ["lang": script, "fontCnt": "\(faces.count)"]) { xml in
          for face in faces {
            xml.element(
              "hh:font", ["id": "\(face.rawValue)", "face": face.name, "type": "TTF", "isEmbedded": "0"]
            ) { $0.element("hh:substFont", ["face": face.substitute, "type": "TTF", "isEmbedded": "0"]) }
          }
        }
      }
    }
  }

  private func addFrames(_ xml: inout Markup) {
    xml.element("hh:borderFills", ["itemCnt": "\(lists.frames.count)"]) { xml in
      for (index, frame) in lists.frames.enumerated() {
        xml.element(
          "hh:borderFill",
          [
            "id": "\(index + 1)", "threeD": "0", "shadow": "0", "centerLine": "NONE",
            "breakCellSeparateLine": "0",
          ]
        ) { xml in
          xml.element("hh:slash", ["type": "NONE", "Crooked": "0", "isCounter": "0"])
          xml.element("hh:backSlash", ["type": "NONE", "Crooked": "0", "isCounter": "0"])
          let edges: KeyValuePairs<StaticString, CellFrame.Line> = [
            "hh:leftBorder": frame.left, "hh:rightBorder": frame.right, "hh:topBorder": frame.top,
            "hh:bottomBorder": frame.bottom,
          ]
          for (name, line) in edges {
            xml.element(name, ["type": line.type, "width": line.width, "color": line.color])
          }
          xml.element("hh:diagonal", ["type": "NONE", "width": "0.1 mm", "color": Palette.text])
          if let fill = frame.fill {
            xml.element("hc:fillBrush") {
              $0.element("hc:winBrush", ["faceColor": fill, "hatchColor": Palette.text, "alpha": "0"])
            }
          }
        }
      }
    }
  }

  private func addCharacters(_ xml: inout Markup) {
    xml.element("hh:charProperties", ["itemCnt": "\(lists.characters.count)"]) { xml in
      for (index, shape) in lists.characters.enumerated() {
        xml.element(
          "hh:charPr",
          [
            "id": "\(index)", "height": "\(shape.size)", "textColor": shape.color, "useFontSpace": "0",
            "useKerning": "0", "symMark": "NONE", "borderFillIDRef": "1",
          ]
        ) { xml in
          addEach("hh:fontRef", "\(shape.face.rawValue)", &xml)
          addEach("hh:ratio", "100", &xml)
          addEach("hh:spacing", "0", &xml)
          addEach("hh:relSz", "100", &xml)
          addEach("hh:offset", "0", &xml)
          if shape.isBold { xml.element("hh:bold") }
        }
      }
    }
  }

  /// One value for every script.
  private func addEach(_ name: StaticString, _ value: String, _ xml: inout Markup) {
    xml.element(
      name,
      [
        "hangul": value, "latin": value, "hanja": value, "japanese": value, "other": value, "symbol": value,
        "user": value,
      ])
  }

  /// The numbering of headings, which a section has to refer to; no paragraph uses it.
  private func addNumbering(_ xml: inout Markup) {
    xml.element("hh:numberings", ["itemCnt": "1"]) { xml in
      xml.element("hh:numbering", ["id": "1", "start": "1"]) { xml in
        for level in 1...7 {
          xml.element(
            "hh:paraHead",
            [
              "start": "1", "level": "\(level)", "align": "LEFT", "useInstWidth": "1", "autoIndent": "1",
              "widthAdjust": "0", "textOffsetType": "PERCENT", "textOffset": "50", "numFormat": "DIGIT",
              "charPrIDRef": "0", "checkable": "0",
            ], text: "^\(level).")
        }
      }
    }
  }

  private func addParagraphs(_ xml: inout Markup) {
    xml.element("hh:paraProperties", ["itemCnt": "\(lists.paragraphs.count)"]) { xml in
      for (index, shape) in lists.paragraphs.enumerated() { add(shape, number: index, &xml) }
    }
  }

  private func add(_ shape: ParagraphShape, number: Int, _ xml: inout Markup) {
    xml.element(
      "hh:paraPr",
      [
        "id": "\(number)", "tabPrIDRef": "0", "condense": "0", "fontLineHeight": "0", "snapToGrid": "0",
        "suppressLineNumbers": "0", "checked": "0",
      ]
    ) { xml in
      xml.element("hh:align", ["horizontal": shape.alignment.rawValue, "vertical": "BASELINE"])
      xml.element("hh:heading", ["type": "NONE", "idRef": "0", "level": "0"])
      let word = shape.breaksWords ? "BREAK_WORD" : "KEEP_WORD"
      xml.element(
        "hh:breakSetting",
        [
          "breakLatinWord": word, "breakNonLatinWord": word, "widowOrphan": "1",
          "keepWithNext": shape.keepsWithNext ? "1" : "0", "keepLines": "0", "pageBreakBefore": "0",
          "lineWrap": "BREAK",
        ])
      xml.element("hh:margin") { xml in
        xml.element("hc:intent", ["value": "\(shape.indent)", "unit": "HWPUNIT"])
        xml.element("hc:left", ["value": "\(shape.left)", "unit": "HWPUNIT"])
        xml.element("hc:right", ["value": "0", "unit": "HWPUNIT"])
        xml.element("hc:prev", ["value": "\(shape.before)", "unit": "HWPUNIT"])
        xml.element("hc:next", ["value": "\(shape.after)", "unit": "HWPUNIT"])
      }
      xml.element("hh:lineSpacing", ["type": "PERCENT", "value": "\(shape.spacing)", "unit": "HWPUNIT"])
      xml.element(
        "hh:border",
        [
          "borderFillIDRef": "1", "offsetLeft": "0", "offsetRight": "0", "offsetTop": "0",
          "offsetBottom": "0",
          "connect": "0", "ignoreMargin": "0",
        ])
      xml.element("hh:autoSpacing", ["eAsianEng": "0", "eAsianNum": "0"])
    }
  }

  private func addStyles(_ xml: inout Markup) {
    var lists = lists
    let styles = ParagraphStyle.allCases
    xml.element("hh:styles", ["itemCnt": "\(styles.count)"]) { xml in
      for style in styles {
        xml.element(
          "hh:style",
          [
            "id": "\(style.rawValue)", "type": "PARA", "name": style.names.korean,
            "engName": style.names.english, "paraPrIDRef": "\(lists.number(of: style.shape))",
            "charPrIDRef": "\(lists.number(of: style.characters))", "nextStyleIDRef": "\(style.rawValue)",
            "langID": "1042", "lockForm": "0",
          ])
      }
    }
  }
}
