import Model

extension KoreanMessages {
  func words(_ line: ColumnsLine) -> String {
    switch line {
    case .headers(.registrations): "등록 파일"
    case .headers(.consultations): "상담 파일"
    case .companies: "기업 이름과 번호"
    case .words: "값"
    case .list(let list): name(list)
    }
  }

  private func name(_ list: WordList) -> String {
    switch list {
    case .role: "구분"
    case .registrationStatus: "등록 상태"
    case .consultationStatus: "상담 상태"
    case .mode: "상담 방식"
    case .outcome: "상담 결과"
    case .emptyCell: "빈칸으로 보는 말"
    case .multiple: "금액 단위"
    case .currency: "통화"
    case .legalForm: "법인 형태"
    }
  }
}
