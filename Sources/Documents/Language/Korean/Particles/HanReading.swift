/// How the Korean readings (한자음) of Chinese characters end, in both scripts and in the Japanese forms.
///
/// These are the characters with which names of companies, places and people mostly end. One that is missing gets both
/// forms of a particle, which is never wrong.
enum HanReading {
  /// 사 사 회 소 부 가 야 사 시 부 자 사 사 해 화 화 지 기 기 제 과 과 위 이 무 료 화 기 차 의 미 려 and so on.
  static let vowel = Set(
    ("社司会會所部家屋事市府子舍舎寺海華华和地器機机際际科課课為爲为爾尔貿贸料化技車车医醫美麗丽花火水土大小士富友野崎島岛亜亞亚"
      + "洲州欧歐世界計计号號路道橋桥里区區河湖馬马加牙巴西非利尼斯多記记者主母父女魚鱼茶酒米乳資资輸输紙纸師师議议賀贺都古久夜舞雨"
      + "系氏波衣布宙基庫库")
      .unicodeScalars)

  /// 물 철 일 실 달 월 발 불 칠 팔 별 열 찰 질 설 활.
  static let rieul = Set("物鉄鐵铁日室達达月発發发仏佛七八別别列札察質质設设雪活".unicodeScalars)

  /// 점 행 당 장 원 업 품 국 단 국 경 상 항 산 현 성 성 방 산 공 농 식 약 관 양 룡 동 광 신 본 전 촌 천 금 은 역 통 신 력 능 원 재 학 술 and so on.
  static let consonant = Set(
    ("店行堂場场院業业品局団團团国國京商港山県縣县省城房産产工農农食薬药館馆洋龍龙東东光新本田村川金銀银易通信力能源材学學術术電电械"
      + "船生妝妆服装裝織织紡纺木石天星明中心人菱井原岡冈林森松竹聯联盟合作公廠厂軒轩閣阁楼樓宮宫園园苑門门湾灣江韓韩鮮鲜泰安元線线音"
      + "印版綿绵塩盐糖油炭銅铜鋼钢泉仙千万萬億亿百三六北南春秋雲云風风群賢贤雄聖圣民臓臟軍军協协同種种動动鶴鹤德徳福玉足族革核楽"
      + "乐角格客谷津拉")
      .unicodeScalars)
}
