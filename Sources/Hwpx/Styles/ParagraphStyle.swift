/// The styles of a document, by whose names an office gives it another look.
///
/// The first is the one that the format wants there: everything that names no style of its own has it.
enum ParagraphStyle: Int, CaseIterable {
  case body
  case title, kind, fact
  case heading, item, detail, remark, note
  case partTitle
  case caption, unit
  case tableHead, tableText, tableNumber, tableCenter
  case figureName, figureValue, figureDetail
  case pressTitle, pressSubtitle, pressText
  case gap

  /// The name that the word processor lists, in Korean as all of its own are; the second is for an English one.
  var names: (korean: String, english: String) {
    switch self {
    case .body: ("바탕글", "Normal")
    case .title: ("보고 제목", "Report Title")
    case .kind: ("보고 종류", "Report Kind")
    case .fact: ("보고 개요", "Report Facts")
    case .heading: ("개요 □", "Outline 1")
    case .item: ("개요 ㅇ", "Outline 2")
    case .detail: ("개요 -", "Outline 3")
    case .remark: ("참고 ※", "Remark")
    case .note: ("주석", "Numbered Note")
    case .partTitle: ("붙임 제목", "Part Title")
    case .caption: ("표 제목", "Table Caption")
    case .unit: ("표 단위", "Table Unit")
    case .tableHead: ("표 머리", "Table Head")
    case .tableText: ("표 글", "Table Text")
    case .tableNumber: ("표 수", "Table Number")
    case .tableCenter: ("표 가운데", "Table Centre")
    case .figureName: ("핵심 이름", "Key Figure Name")
    case .figureValue: ("핵심 수치", "Key Figure Value")
    case .figureDetail: ("핵심 설명", "Key Figure Detail")
    case .pressTitle: ("보도 제목", "Press Title")
    case .pressSubtitle: ("보도 부제", "Press Subtitle")
    case .pressText: ("보도 문단", "Press Paragraph")
    case .gap: ("간격", "Gap")
    }
  }

  /// How its characters look.
  var characters: CharacterShape {
    switch self {
    case .body: CharacterShape(face: .serif, size: 1200)
    case .title: CharacterShape(face: .sans, size: 2000, isBold: true, color: Palette.title)
    case .kind: CharacterShape(face: .sans, size: 1100, color: Palette.muted)
    case .fact: CharacterShape(face: .serif, size: 1050)
    case .heading: CharacterShape(face: .sans, size: 1400, isBold: true)
    case .item, .pressText: CharacterShape(face: .serif, size: 1200)
    case .detail: CharacterShape(face: .serif, size: 1150)
    case .remark, .note: CharacterShape(face: .serif, size: 1000)
    case .partTitle: CharacterShape(face: .sans, size: 1600, isBold: true, color: Palette.title)
    case .caption: CharacterShape(face: .sans, size: 1050, isBold: true)
    case .unit: CharacterShape(face: .sans, size: 900)
    case .tableHead: CharacterShape(face: .sans, size: 1000, isBold: true)
    case .tableText, .tableNumber, .tableCenter: CharacterShape(face: .sans, size: 1000)
    case .figureName: CharacterShape(face: .sans, size: 1000, color: Palette.muted)
    case .figureValue: CharacterShape(face: .sans, size: 1800, isBold: true, color: Palette.title)
    case .figureDetail: CharacterShape(face: .sans, size: 900)
    case .pressTitle: CharacterShape(face: .sans, size: 1800, isBold: true)
    case .pressSubtitle: CharacterShape(face: .sans, size: 1200)
    case .gap: CharacterShape(face: .serif, size: 500)
    }
  }

  /// How its paragraphs are laid out.
  var shape: ParagraphShape {
    switch self {
    case .body: ParagraphShape(alignment: .justify)
    case .title: ParagraphShape(alignment: .center, spacing: 140)
    case .kind: ParagraphShape(alignment: .center, spacing: 140)
    case .fact: ParagraphShape(spacing: 140)
    case .heading:
      ParagraphShape(indent: -1900, before: 1300, after: 300, spacing: 140, keepsWithNext: true)
    case .item: ParagraphShape(left: 1000, indent: -1600, before: 250, spacing: 150)
    case .detail: ParagraphShape(left: 2400, indent: -1000, before: 150, spacing: 150)
    case .remark: ParagraphShape(left: 1000, indent: -1300, before: 150, spacing: 140)
    case .note: ParagraphShape(left: 700, indent: -1900, before: 200, spacing: 140)
    case .partTitle: ParagraphShape(alignment: .center, spacing: 140)
    case .caption:
      ParagraphShape(alignment: .center, before: 600, after: 100, spacing: 130, keepsWithNext: true)
    case .unit: ParagraphShape(alignment: .right, after: 100, spacing: 130, keepsWithNext: true)
    case .tableHead, .tableCenter: ParagraphShape(alignment: .center, spacing: 120)
    case .tableText: ParagraphShape(spacing: 120)
    case .tableNumber: ParagraphShape(alignment: .right, spacing: 120)
    case .figureName, .figureDetail: ParagraphShape(alignment: .center, spacing: 130)
    case .figureValue: ParagraphShape(alignment: .center, before: 100, after: 100, spacing: 120)
    case .pressTitle: ParagraphShape(alignment: .center, before: 1200, after: 300, spacing: 140)
    case .pressSubtitle: ParagraphShape(alignment: .center, after: 1200, spacing: 140)
    case .pressText: ParagraphShape(alignment: .justify, indent: 1200, before: 500, spacing: 170)
    case .gap: ParagraphShape(spacing: 100)
    }
  }
}
