import Model

/// What a report says in one language, free of any format: which figures in which order, which tables with
/// which columns, which charts, which sentences and notes.
///
/// It is made once from the outcomes. A renderer chooses fonts, widths and formats and prints every text as it
/// stands here; it asks neither for the language nor for the meaning of a figure.
package struct ReportContent: Sendable {
  /// What the words are in.
  package var language: Language
  /// The report's name, for the properties of a file.
  package var name: String
  /// The report's title.
  package var title: String
  /// What kind of report it is in words, for example 무역상담회 결과.
  package var kind: String
  /// What stands under the title: the event and its place, the as-of date, the status, the edition.
  package var facts: [Fact]
  /// What makes a figure doubtful, in the order of all documents; without a mark in front.
  package var warnings: [String]
  /// What is handed out, in the order of reading; the press release is apart.
  package var handOut: [Section]
  /// The headline and the paragraph for the press.
  package var press: PressRelease
  /// The tables that a person compares, one a section: by country, by sector, by quarter.
  package var comparisons: [Section]
  /// What an official looks up: rates, inputs, problems, revisions, definitions.
  package var appendix: [Section]
  /// Who publishes it: source, publisher, contact, next release.
  package var imprint: [Fact]
  /// The marks that figures of this report can carry, with what they say.
  package var marks: [MarkMeaning]
  /// What a renderer says of its own.
  package var words: RendererWords

  /// Makes a content without sections.
  package init(language: Language, name: String, title: String, kind: String, words: RendererWords) {
    (self.language, self.name, self.title, self.kind, self.words) = (language, name, title, kind, words)
    (facts, warnings, handOut, comparisons, appendix, imprint, marks) = ([], [], [], [], [], [], [])
    press = PressRelease(headline: nil, paragraphs: [])
  }

  /// All sections, those that are handed out first.
  package var sections: [Section] { handOut + comparisons + appendix }

  /// The marks that figures of its tables carry, in their order.
  package var marksInUse: [FigureMark] {
    var found: Set<FigureMark> = []
    for table in sections.flatMap(\.tables) {
      for row in table.rows + [table.total].compactMap({ $0 }) {
        for cell in row.cells { found.formUnion(cell.marks) }
      }
    }
    return FigureMark.allCases.filter(found.contains)
  }
}

/// A statement with its name, for example the as-of date.
package struct Fact: Hashable, Sendable {
  /// What is stated.
  package var name: String
  /// What it is.
  package var text: String
  package init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
}

/// What is given to the press.
package struct PressRelease: Hashable, Sendable {
  /// One line; nil where nothing can be claimed.
  package var headline: String?
  /// The paragraphs, each on one line.
  package var paragraphs: [String]
  /// Who publishes it and answers questions; empty where nobody said.
  package var contact: [Fact]
  package init(headline: String?, paragraphs: [String], contact: [Fact] = []) {
    (self.headline, self.paragraphs, self.contact) = (headline, paragraphs, contact)
  }
}

/// A mark with the word that stands in its brackets and what it says.
package struct MarkMeaning: Hashable, Sendable {
  /// The mark.
  package var mark: FigureMark
  /// The word, without brackets: 소표본.
  package var word: String
  /// The sentence that explains it.
  package var meaning: String
  package init(_ mark: FigureMark, word: String, meaning: String) {
    (self.mark, self.word, self.meaning) = (mark, word, meaning)
  }
}

/// The words that renderers need besides those of the content.
package struct RendererWords: Hashable, Sendable {
  /// The heading over a list of the sections.
  package var contents: String
  /// The heading over the press release.
  package var press: String
  /// The heading over what an official looks up.
  package var appendix: String
  /// In front of a warning.
  package var warning: String
  /// Over a chart's table: 그래프의 수치.
  package var figuresOfChart: String
  /// A link back to the contents.
  package var backToContents: String
  /// How many tables a sheet holds, for readers who cannot see it: 이 시트에는 표 1개가 있습니다.
  package var oneTable: String
  /// A page's number among all, `{page}` and `{pages}` standing for the numbers.
  package var page: String
  /// What stands where a table has no row.
  package var nothing: String
  /// A link over everything that repeats, for readers who cannot see: 본문으로 건너뛰기.
  package var skipToReport: String

  package init(
    contents: String, press: String, appendix: String, warning: String, figuresOfChart: String,
    backToContents: String, oneTable: String, page: String, nothing: String, skipToReport: String = ""
  ) {
    (self.contents, self.press, self.appendix, self.warning) = (contents, press, appendix, warning)
    (self.figuresOfChart, self.backToContents, self.oneTable) = (figuresOfChart, backToContents, oneTable)
    (self.page, self.nothing, self.skipToReport) = (page, nothing, skipToReport)
  }
}
