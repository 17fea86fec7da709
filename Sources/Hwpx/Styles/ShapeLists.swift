/// The looks that a document's paragraphs, characters and cells refer to by number, in the order of their first use.
struct ShapeLists {
  /// The looks of characters; those of the styles come first.
  private(set) var characters: [CharacterShape] = []
  /// The layouts of paragraphs; those of the styles come first.
  private(set) var paragraphs: [ParagraphShape] = []
  /// The frames of cells; the first has neither lines nor a colour.
  private(set) var frames: [CellFrame] = []
  private var characterNumbers: [CharacterShape: Int] = [:]
  private var paragraphNumbers: [ParagraphShape: Int] = [:]
  private var frameNumbers: [CellFrame: Int] = [:]

  /// The looks of all styles.
  init() {
    _ = number(of: CellFrame())
    for style in ParagraphStyle.allCases {
      _ = number(of: style.characters)
      _ = number(of: style.shape)
    }
  }

  /// The number by which a look of characters is referred to.
  mutating func number(of shape: CharacterShape) -> Int {
    if let known = characterNumbers[shape] { return known }
    characters.append(shape)
    characterNumbers[shape] = characters.count - 1
    return characters.count - 1
  }

  /// The number by which a paragraph's layout is referred to.
  mutating func number(of shape: ParagraphShape) -> Int {
    if let known = paragraphNumbers[shape] { return known }
    paragraphs.append(shape)
    paragraphNumbers[shape] = paragraphs.count - 1
    return paragraphs.count - 1
  }

  /// The number by which a frame is referred to; these begin at 1.
  mutating func number(of frame: CellFrame) -> Int {
    if let known = frameNumbers[frame] { return known }
    frames.append(frame)
    frameNumbers[frame] = frames.count
    return frames.count
  }
}
