import Model

/// The small parts of a document: which program it is for, what it consists of, its properties, its first lines.
enum PackageParts {
  /// `mimetype`, by which the file is known before it is unpacked.
  static let mimeType = Array("application/hwp+zip".utf8)

  /// `version.xml`: the version of the format.
  static func version() -> [UInt8] {
    var xml = Markup()
    xml.element(
      "hv:HCFVersion",
      [
        "xmlns:hv": Namespace.version, "tagetApplication": "WORDPROCESSOR", "major": "5", "minor": "1",
        "micro": "0", "buildNumber": "1", "os": "10", "xmlVersion": "1.4", "application": "TradeTally",
        "appVersion": "1",
      ])
    return xml.bytes
  }

  /// `settings.xml`: where the cursor stands.
  static func settings() -> [UInt8] {
    var xml = Markup()
    xml.element("ha:HWPApplicationSetting", ["xmlns:ha": Namespace.application]) {
      $0.element("ha:CaretPosition", ["listIDRef": "0", "paraIDRef": "0", "pos": "0"])
    }
    return xml.bytes
  }

  /// `META-INF/container.xml`: where the list of parts stands.
  static func container() -> [UInt8] {
    var xml = Markup()
    xml.element("ocf:container", ["xmlns:ocf": Namespace.container, "xmlns:hpf": Namespace.package]) { xml in
      xml.element("ocf:rootfiles") { xml in
        xml.element(
          "ocf:rootfile",
          ["full-path": "Contents/content.hpf", "media-type": "application/hwpml-package+xml"])
        xml.element("ocf:rootfile", ["full-path": "Preview/PrvText.txt", "media-type": "text/plain"])
      }
    }
    return xml.bytes
  }

  /// `META-INF/manifest.xml`, which says that nothing is encrypted.
  static func manifest() -> [UInt8] {
    var xml = Markup()
    xml.element("odf:manifest", ["xmlns:odf": Namespace.manifest])
    return xml.bytes
  }

  /// `Contents/content.hpf`: properties, the list of parts, and their order.
  static func package(_ properties: DocumentProperties, sections: Int) -> [UInt8] {
    var xml = Markup()
    xml.element(
      "opf:package",
      [
        "xmlns:opf": Namespace.publication, "xmlns:hpf": Namespace.package, "version": "",
        "unique-identifier": "",
        "id": "",
      ]
    ) { xml in
      addProperties(properties, &xml)
      xml.element("opf:manifest") { xml in
        add("version", "version.xml", &xml)
        add("header", "Contents/header.xml", &xml)
        for index in 0..<sections { add("section\(index)", "Contents/section\(index).xml", &xml) }
        add("settings", "settings.xml", &xml)
      }
      xml.element("opf:spine") { xml in
        xml.element("opf:itemref", ["idref": "header", "linear": "yes"])
        for index in 0..<sections {
          xml.element("opf:itemref", ["idref": "section\(index)", "linear": "yes"])
        }
      }
    }
    return xml.bytes
  }

  private static func add(_ id: String, _ path: String, _ xml: inout Markup) {
    xml.element("opf:item", ["id": id, "href": path, "media-type": "application/xml"])
  }

  private static func addProperties(_ properties: DocumentProperties, _ xml: inout Markup) {
    xml.element("opf:metadata") { xml in
      xml.element("opf:title", text: properties.title)
      xml.element("opf:language", text: properties.language.rawValue)
      let entries = [
        ("creator", properties.creator), ("subject", properties.subject), ("description", properties.name),
        ("lastsaveby", properties.creator), ("CreatedDate", properties.created),
        ("ModifiedDate", properties.created), ("keyword", properties.keywords),
      ]
      for (name, value) in entries {
        xml.element("opf:meta", ["name": name, "content": "text"], text: value)
      }
    }
  }

  /// `Preview/PrvText.txt`: the first lines, for programs that list files.
  static func preview(_ pages: [PageRun]) -> [UInt8] {
    var text = ""
    for case .paragraph(let paragraph) in pages.first?.blocks ?? [] where text.utf8.count < 2000 {
      text += paragraph.text + "\r\n"
    }
    return Array(text.utf8)
  }
}

/// What a document says of itself.
struct DocumentProperties {
  var title: String
  var name: String
  var subject: String
  var creator: String
  var keywords: String
  var language: Language
  /// As the format has it: `2024-11-08T00:00:00Z`.
  var created: String
}
