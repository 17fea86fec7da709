extension KoreanMessages {
  /// Particles of which the sentence gives both forms, as `은(는)`: the one that the word before it asks for.
  ///
  /// Both stay where it is not known how the word is read.
  func polished(_ text: String) -> String {
    text.replacing(/([^\s’"]{1,40})([’"]*)(은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(으\)로|\(이\)라는)/) { match in
      let sound = FinalSound(of: String(match.output.1))
      let form =
        switch match.output.3 {
        case "은(는)": KoreanParticle.topic.form(after: sound)
        case "이(가)": KoreanParticle.subject.form(after: sound)
        case "을(를)": KoreanParticle.object.form(after: sound)
        case "과(와)": KoreanParticle.and.form(after: sound)
        case "(으)로": KoreanParticle.toward.form(after: sound)
        default:
          switch sound {
          case .consonant, .rieul: "이라는"
          case .vowel: "라는"
          case .unknown: "(이)라는"
          }
        }
      return match.output.1 + match.output.2 + form
    }
  }
}
