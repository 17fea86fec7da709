import Foundation
import Model

/// The names of countries that reports print.
package enum CountryNames {
  /// The plain name of a country, for example 중국 or China; `ZZ` is 미상 or Unknown.
  ///
  /// Countries that CLDR names in a way no report may print, and ordinary partner countries, come from a table
  /// of our own; others from CLDR, and a code that CLDR does not know is its own name.
  package static func name(_ code: CountryCode, in language: Language) -> String {
    if let names = printed[code.code] { return name(of: names, in: language) }
    let locale = Locale(identifier: language.rawValue)
    return locale.localizedString(forRegionCode: code.code) ?? code.code
  }

  /// The names of ordinary partner countries, in order, for lists to choose from.
  package static func ordinary(_ language: Language) -> [String] {
    printed.filter { $0.key != "ZZ" }.map { name(of: $0.value, in: language) }.sorted()
  }

  private static func name(of names: (ko: String, en: String), in language: Language) -> String {
    switch language {
    case .ko: names.ko
    case .en: names.en
    }
  }

  private static let printed: [String: (ko: String, en: String)] = [
    "ZZ": ("미상", "Unknown"),
    "AE": ("아랍에미리트", "United Arab Emirates"), "AR": ("아르헨티나", "Argentina"), "AT": ("오스트리아", "Austria"),
    "AU": ("호주", "Australia"), "AZ": ("아제르바이잔", "Azerbaijan"),
    "BA": ("보스니아 헤르체고비나", "Bosnia and Herzegovina"), "BD": ("방글라데시", "Bangladesh"),
    "BE": ("벨기에", "Belgium"), "BG": ("불가리아", "Bulgaria"), "BN": ("브루나이", "Brunei"),
    "BR": ("브라질", "Brazil"), "BY": ("벨라루스", "Belarus"), "CA": ("캐나다", "Canada"),
    "CD": ("콩고민주공화국", "DR Congo"), "CG": ("콩고공화국", "Republic of the Congo"), "CH": ("스위스", "Switzerland"),
    "CI": ("코트디부아르", "Côte d’Ivoire"), "CL": ("칠레", "Chile"), "CN": ("중국", "China"),
    "CO": ("콜롬비아", "Colombia"), "CY": ("키프로스", "Cyprus"), "CZ": ("체코", "Czechia"), "DE": ("독일", "Germany"),
    "DK": ("덴마크", "Denmark"), "DO": ("도미니카공화국", "Dominican Republic"), "DZ": ("알제리", "Algeria"),
    "EC": ("에콰도르", "Ecuador"), "EE": ("에스토니아", "Estonia"), "EG": ("이집트", "Egypt"), "ES": ("스페인", "Spain"),
    "ET": ("에티오피아", "Ethiopia"), "FI": ("핀란드", "Finland"), "FR": ("프랑스", "France"),
    "GB": ("영국", "United Kingdom"), "GE": ("조지아", "Georgia"), "GH": ("가나", "Ghana"), "GR": ("그리스", "Greece"),
    "HK": ("홍콩", "Hong Kong"), "HR": ("크로아티아", "Croatia"), "HU": ("헝가리", "Hungary"),
    "ID": ("인도네시아", "Indonesia"), "IE": ("아일랜드", "Ireland"), "IL": ("이스라엘", "Israel"), "IN": ("인도", "India"),
    "IQ": ("이라크", "Iraq"), "IR": ("이란", "Iran"), "IT": ("이탈리아", "Italy"), "JO": ("요르단", "Jordan"),
    "JP": ("일본", "Japan"), "KE": ("케냐", "Kenya"), "KG": ("키르기스스탄", "Kyrgyzstan"), "KH": ("캄보디아", "Cambodia"),
    "KP": ("북한", "North Korea"), "KR": ("대한민국", "South Korea"), "KW": ("쿠웨이트", "Kuwait"),
    "KZ": ("카자흐스탄", "Kazakhstan"), "LA": ("라오스", "Laos"), "LB": ("레바논", "Lebanon"),
    "LK": ("스리랑카", "Sri Lanka"), "LT": ("리투아니아", "Lithuania"), "LU": ("룩셈부르크", "Luxembourg"),
    "LV": ("라트비아", "Latvia"), "LY": ("리비아", "Libya"), "MA": ("모로코", "Morocco"), "MM": ("미얀마", "Myanmar"),
    "MN": ("몽골", "Mongolia"), "MO": ("마카오", "Macao"), "MX": ("멕시코", "Mexico"), "MY": ("말레이시아", "Malaysia"),
    "NG": ("나이지리아", "Nigeria"), "NL": ("네덜란드", "Netherlands"), "NO": ("노르웨이", "Norway"),
    "NP": ("네팔", "Nepal"), "NZ": ("뉴질랜드", "New Zealand"), "OM": ("오만", "Oman"), "PE": ("페루", "Peru"),
    "PH": ("필리핀", "Philippines"), "PK": ("파키스탄", "Pakistan"), "PL": ("폴란드", "Poland"),
    "PS": ("팔레스타인", "Palestine"), "PT": ("포르투갈", "Portugal"), "PY": ("파라과이", "Paraguay"),
    "QA": ("카타르", "Qatar"), "RO": ("루마니아", "Romania"), "RS": ("세르비아", "Serbia"), "RU": ("러시아", "Russia"),
    "SA": ("사우디아라비아", "Saudi Arabia"), "SE": ("스웨덴", "Sweden"), "SG": ("싱가포르", "Singapore"),
    "SI": ("슬로베니아", "Slovenia"), "SK": ("슬로바키아", "Slovakia"), "SY": ("시리아", "Syria"),
    "TH": ("태국", "Thailand"),
    "TJ": ("타지키스탄", "Tajikistan"), "TL": ("동티모르", "Timor-Leste"), "TM": ("투르크메니스탄", "Turkmenistan"),
    "TN": ("튀니지", "Tunisia"), "TR": ("튀르키예", "Türkiye"), "TW": ("대만", "Taiwan"), "TZ": ("탄자니아", "Tanzania"),
    "UA": ("우크라이나", "Ukraine"), "UG": ("우간다", "Uganda"), "US": ("미국", "United States"),
    "UY": ("우루과이", "Uruguay"), "UZ": ("우즈베키스탄", "Uzbekistan"), "VA": ("바티칸", "Vatican City"),
    "VE": ("베네수엘라", "Venezuela"), "VN": ("베트남", "Vietnam"), "YE": ("예멘", "Yemen"),
    "ZA": ("남아프리카공화국", "South Africa"), "ZM": ("잠비아", "Zambia"), "ZW": ("짐바브웨", "Zimbabwe"),
  ]
}
