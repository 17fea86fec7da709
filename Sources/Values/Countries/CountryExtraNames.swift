import Model

/// Names of countries beyond those of CLDR, and plain names of ordinary partner countries.
///
/// Sources: the standard names of the Korean Ministry of Foreign Affairs and the loanword rules of the National
/// Institute of Korean Language with the spellings they replaced (터키, 그루지야, 벨로루시); the UN's official
/// country names; spellings seen in the sheets of Korean bureaus (우즈백, 타이, 아랍에미레이트, 사이프러스, 네델란드,
/// 싱가포로, 포루투갈); and the names in daily use in the other languages. Names of ordinary partner countries stand
/// here although CLDR has them too, so that a usual sheet is read without loading CLDR.
enum CountryExtraNames {
  /// The names of each country, a country of two lines twice.
  ///
  /// Bytes are split faster than characters, which have to be told apart first.
  static var lines: [(code: CountryCode, names: [Substring])] {
    table.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let parts = line.split(separator: UInt8(ascii: "|")).map { Substring($0) }
      guard let first = parts.first, let code = CountryCode(String(first)) else { return nil }
      return (code, Array(parts.dropFirst()))
    }
  }

  /// One line a country: its alpha-2 code, then its names, separated by `|`.
  ///
  /// The first ones are Korean, then English, Japanese, Chinese, Russian, Vietnamese and Indonesian.
  static let table = """
    AE|아랍에미리트|아랍에미레이트|아랍에미리트연합|아랍에미레이트연합|아랍에미리트연합국|에미리트|유에이이|United Arab Emirates|UAE|U.A.E.|The UAE|Emirates|アラブ首長国連邦|阿联酋|阿聯|阿聯酋|阿拉伯联合酋长国|阿拉伯聯合大公國|ОАЭ|Объединённые Арабские Эмираты|Эмираты|Các Tiểu Vương quốc Ả Rập Thống nhất|UEA|Uni Emirat Arab|Emirat Arab|아랍에미레이츠|아랍에미리트공화국|에미레이트
    AF|아프가니스탄|아프간|Afghanistan|阿富汗|Афганистан
    AM|아르메니아|Armenia|アルメニア|亚美尼亚|亞美尼亞|Армения
    AO|앙골라|Angola|アンゴラ|安哥拉|Ангола
    AR|아르헨티나|아르헨티나공화국|Argentina|アルゼンチン|阿根廷|Аргентина|Argentine Republic|알젠틴|아르헨틴
    AT|오스트리아|Austria|オーストリア|奥地利|奧地利|Австрия|Áo|오지리|Österreich|Austria Republic
    AU|호주|오스트레일리아|오스트렐리아|濠洲|Australia|オーストラリア|豪州|澳大利亚|澳大利亞|澳洲|Австралия|Úc|Nước Úc|Australia|오스트레일랴
    AZ|아제르바이잔|아제르바이젠|아르제바이잔|Azerbaijan|アゼルバイジャン|阿塞拜疆|亞塞拜然|Азербайджан
    BA|보스니아|보스니아헤르체고비나|보스니아 헤르체고비나|Bosnia|Bosnia and Herzegovina|Bosnia & Herzegovina|波黑|Босния|보스니아 헤르쩨고비나
    BD|방글라데시|방글라데쉬|Bangladesh|バングラデシュ|孟加拉国|孟加拉國|孟加拉|Бангладеш|People's Republic of Bangladesh|뱅글라데시|방글라데쉬인민공화국
    BE|벨기에|벨지움|Belgium|ベルギー|比利时|比利時|Бельгия|Bỉ|Belgia|백이의|Belgique
    BG|불가리아|Bulgaria|ブルガリア|保加利亚|保加利亞|Болгария|볼가리아
    BH|바레인|Bahrain|バーレーン|巴林|Бахрейн
    BN|브루나이|부르나이|브루나이다루살람|Brunei|Brunei Darussalam|ブルネイ|文莱|汶萊|Бруней
    BO|볼리비아|Bolivia|Plurinational State of Bolivia|玻利维亚|Боливия|Bolivia, Plurinational State of
    BR|브라질|Brazil|Brasil|ブラジル|巴西|Бразилия|Federative Republic of Brazil
    BY|벨라루스|벨로루시|벨로루스|백러시아|Belarus|Byelorussia|ベラルーシ|白俄罗斯|白俄羅斯|Беларусь|Белоруссия|벨라루시|Belorussia|Белорусь
    CA|캐나다|카나다|Canada|カナダ|加拿大|Канада|Gia Nã Đại|Kanada|가나다
    CD|콩고민주공화국|콩고 민주 공화국|민주콩고|DR콩고|콩고(민주)|콩고-킨샤사|DR Congo|DRC|D.R. Congo|Congo, DR|Congo DR|Congo, The Democratic Republic of the|Congo (Democratic Republic of the)|Democratic Republic of the Congo|Democratic Republic of Congo|Congo-Kinshasa|Congo (DRC)|Congo (Kinshasa)|Zaire|コンゴ民主共和国|刚果民主共和国|剛果民主共和國|刚果金|刚果(金)|ДР Конго|ДРК|Демократическая Республика Конго|Cộng hòa Dân chủ Congo|Republik Demokratik Kongo|Congo, Dem. Rep.|Dem. Rep. Congo|Dem. Rep. of the Congo|Dem Rep of Congo|자이르|The Democratic Republic of Congo|The Democratic Republic of the Congo
    CG|콩고공화국|콩고 공화국|콩고-브라자빌|콩고(공)|Republic of the Congo|Republic of Congo|Congo, Republic of the|Congo-Brazzaville|Congo (Brazzaville)|Congo (Republic)|コンゴ共和国|刚果共和国|剛果共和國|刚果布|刚果(布)|Республика Конго|Republik Kongo|Congo, Rep.|Rep. of the Congo|Rep. Congo
    CF|중앙아프리카공화국|중앙아프리카|Central African Republic|Central African Rep.|C.A.R.
    CH|스위스|스위스연방|Switzerland|Swiss|スイス|瑞士|Швейцария|Thụy Sĩ|Thụy Sỹ|Swiss|Swiss Confederation|Schweiz|Suisse
    CI|코트디부아르|코트디브와르|코트디부와르|아이보리코스트|상아해안|Ivory Coast|Cote d'Ivoire|Côte d'Ivoire|Côte d’Ivoire|コートジボワール|科特迪瓦|象牙海岸|Кот-д'Ивуар|Bờ Biển Ngà|Pantai Gading|Republic of Cote d'Ivoire|Republic of Côte d'Ivoire
    CL|칠레|Chile|チリ|智利|Чили
    CM|카메룬|Cameroon|カメルーン|喀麦隆|Камерун
    CN|중국|중화인민공화국|중공|중국본토|중국 본토|中國|中国|China|PRC|P.R.C.|PR China|P.R. China|P.R.China|China, People's Republic of|People's Republic of China|China PR|China (PRC)|Mainland China|China mainland|中华人民共和国|中華人民共和國|中国大陆|中國大陸|中国本土|Китай|КНР|Китайская Народная Республика|Китай континентальный|Trung Quốc|Trung Hoa|Cộng hòa Nhân dân Trung Hoa|Trung Quốc đại lục|Tiongkok|Cina|China|RRT|Republik Rakyat Tiongkok|Tiongkok daratan|P.R.O.C.|中|TQ|중국대륙
    CO|콜롬비아|컬럼비아|Colombia|コロンビア|哥伦比亚|哥倫比亞|Колумбия|Kolombia
    CR|코스타리카|Costa Rica|コスタリカ|哥斯达黎加|Коста-Рика
    CU|쿠바|Cuba|キューバ|古巴|Куба
    CV|카보베르데|케이프베르데|Cape Verde|Cabo Verde
    CY|키프로스|사이프러스|싸이프러스|Cyprus|キプロス|塞浦路斯|Кипр|Síp
    CZ|체코|체코공화국|첵코|Czech|Czechia|Czech Republic|The Czech Republic|チェコ|チェコ共和国|捷克|捷克共和国|Чехия|Чешская Республика|Séc|Cộng hòa Séc|Ceko|Republik Ceko|Česko|체크
    DE|독일|도이칠란트|도이치|독일연방공화국|Germany|Deutschland|Federal Republic of Germany|ドイツ|德国|德國|Германия|ФРГ|Đức|CHLB Đức|Jerman|Germany, Federal Republic of|獨逸|도이칠란드
    DK|덴마크|Denmark|デンマーク|丹麦|丹麥|Дания|Đan Mạch|덴마아크
    DO|도미니카공화국|Dominican Republic|The Dominican Republic|Dominican Rep.|Republica Dominicana|República Dominicana|도미니카공
    DZ|알제리|Algeria|アルジェリア|阿尔及利亚|Алжир|Aljazair|People's Democratic Republic of Algeria|알제리아
    EC|에콰도르|Ecuador|エクアドル|厄瓜多尔|Эквадор
    EE|에스토니아|Estonia|エストニア|爱沙尼亚|愛沙尼亞|Эстония|에스토니야
    EG|이집트|애굽|Egypt|Arab Republic of Egypt|エジプト|埃及|Египет|Ai Cập|Mesir|애급|에집트|Egypt, Arab Rep.
    ES|스페인|에스파냐|에스빠냐|Spain|España|Espana|スペイン|西班牙|Испания|Tây Ban Nha|Spanyol|서반아|스패인
    ET|이디오피아|에티오피아|에디오피아|Ethiopia|エチオピア|埃塞俄比亚|衣索比亞|Эфиопия|Federal Democratic Republic of Ethiopia|이티오피아
    FI|핀란드|Finland|フィンランド|芬兰|芬蘭|Финляндия|Phần Lan|핀랜드
    FJ|피지|Fiji|フィジー|斐济|Фиджи
    FM|미크로네시아|미크로네시아연방|Micronesia|Federated States of Micronesia|Micronesia, Federated States of|Федеративные Штаты Микронезии|Micronesia, Fed. Sts.
    FR|프랑스|불란서|France|フランス|仏国|法国|法國|Франция|Pháp|Prancis|French Republic|佛蘭西
    GB|영국|잉글랜드|스코틀랜드|그레이트브리튼|대영제국|United Kingdom|The United Kingdom|UK|U.K.|Great Britain|Britain|England|Scotland|Wales|United Kingdom of Great Britain and Northern Ireland|イギリス|英国|英國|Великобритания|Англия|Соединённое Королевство|Anh|Nước Anh|Anh Quốc|Vương quốc Anh|Inggris|Inggris Raya|Britania Raya|N. Ireland|Northern Ireland|북아일랜드|웨일스|웨일즈|영연합왕국|United Kingdom (UK)|Gt. Britain|Great Britain and Northern Ireland|Шотландия|Северная Ирландия|スコットランド|イングランド|英吉利|Британия
    GE|조지아|그루지아|그루지야|Georgia|Republic of Georgia|ジョージア|グルジア|格鲁吉亚|喬治亞|Грузия|Gruzia|Sakartvelo|조지야
    GH|가나|Ghana|ガーナ|加纳|迦納|Гана
    GR|그리스|희랍|Greece|ギリシャ|ギリシア|希腊|希臘|Греция|Hy Lạp|Yunani|Hellenic Republic|희랍공화국
    GT|과테말라|Guatemala|グアテマラ|危地马拉|Гватемала
    HK|홍콩|향항|홍콩특별행정구|중국홍콩|중국 홍콩|Hong Kong|Hongkong|H.K.|Hong Kong SAR|Hong Kong, China|Hong Kong SAR China|ホンコン|香港|中国香港|中國香港|Гонконг|Hồng Kông|Hương Cảng|Hong Kong Special Administrative Region of China|中国香港特别行政区|中國香港特別行政區|中華人民共和国香港特別行政区|Специальный административный район Гонконг|Đặc khu Hành chính Hồng Kông, Trung Quốc|Hong Kong DAK Tiongkok|홍콩SAR|홍콩차이나|HKSAR|China, Hong Kong|中國香港特區
    HR|크로아티아|Croatia|クロアチア|克罗地亚|克羅埃西亞|Хорватия|Hrvatska
    HU|헝가리|Hungary|ハンガリー|匈牙利|Венгрия|Hungaria|항가리|Magyarország
    ID|인도네시아|인니|인도네시아공화국|Indonesia|Republic of Indonesia|インドネシア|印度尼西亚|印度尼西亞|印尼|Индонезия|In-đô-nê-xi-a|Inđônêxia|Republik Indonesia|인도네시아(인니)|인도네샤
    IE|아일랜드|애란|Ireland|Republic of Ireland|Eire|アイルランド|爱尔兰|愛爾蘭|Ирландия|Ai Len|Ai-len|Irlandia|에이레|아일란드
    IL|이스라엘|Israel|イスラエル|以色列|Израиль|State of Israel
    IN|인도|인디아|印度|India|Republic of India|インド|Индия|Ấn Độ|India|Bharat
    IQ|이라크|Iraq|イラク|伊拉克|Ирак|I-rắc|Irak|이락
    IR|이란|이란이슬람공화국|Iran|Iran, Islamic Republic of|Iran (Islamic Republic of)|Islamic Republic of Iran|イラン|伊朗|Иран|I-ran|Iran, Islamic Rep.
    IS|아이슬란드|아이슬랜드|Iceland|アイスランド|冰岛|Исландия
    IT|이탈리아|이태리|이탈리|Italy|Italia|イタリア|意大利|義大利|Италия|Ý|Italia|Italian Republic|이태리아
    JO|요르단|Jordan|ヨルダン|约旦|約旦|Иордания|Hashemite Kingdom of Jordan
    JP|일본|일본국|재팬|日本|日本国|日本國|にほん|ニッポン|Japan|Nippon|Япония|Nhật Bản|Nhật|Jepang|니폰|日
    KE|케냐|Kenya|ケニア|肯尼亚|Кения|케니아
    KG|키르기스스탄|키르기즈스탄|키르키즈스탄|키르기즈|키르기스|키르기스공화국|키르기즈공화국|Kyrgyzstan|Kyrgyz|Kyrgyz Republic|The Kyrgyz Republic|Kirghizstan|キルギス|キルギスタン|キルギス共和国|吉尔吉斯斯坦|吉尔吉斯|吉爾吉斯|Киргизия|Кыргызстан|Киргизстан|키르기스탄|키르키스스탄|키르기스스탄공화국|키르키즈|Kyrgyztan|Kirgizstan|Kyrgystan|Kyrgyz Rep.|Кыргызская Республика|Киргизская Республика
    KH|캄보디아|Cambodia|Kingdom of Cambodia|Kampuchea|カンボジア|柬埔寨|Камбоджа|Campuchia|Cam-pu-chia|Kamboja|캄푸치아|크메르|캄보쟈
    KP|북한|조선민주주의인민공화국|북조선|North Korea|DPRK|D.P.R.K.|DPR Korea|Korea (North)|Korea North|Korea, North|Korea (DPR)|Korea (DPRK)|Korea DPR|Democratic People's Republic of Korea|Korea, Democratic People's Republic of|Korea (Democratic People's Republic of)|Korea (the Democratic People's Republic of)|北朝鮮|北韩|北韓|朝鲜|КНДР|Северная Корея|Triều Tiên|Bắc Triều Tiên|Korea Utara|Korea, Dem. People's Rep.|Korea, Dem. Rep.|Korea, People's Republic of|Korea, DPR of|N. Korea|朝鲜民主主义人民共和国|朝鮮民主主義人民共和国|조선인민공화국|Cộng hòa Dân chủ Nhân dân Triều Tiên|Корейская Народно-Демократическая Республика|북조선인민공화국
    KR|한국|대한민국|남한|국내|우리나라|대한민국(한국)|韓国|韓國|大韓民国|大韓民國|韩国|南韓|南韩|大韩民国|Korea|South Korea|S. Korea|S Korea|Republic of Korea|The Republic of Korea|Rep. of Korea|Rep of Korea|R.O.K.|ROK|R.O.Korea|Korea, Republic of|Korea (Republic of)|Korea (the Republic of)|Korea (South)|Korea South|Korea, South|Korea Republic of|Republik Korea|コリア|Корея|Южная Корея|Республика Корея|Hàn Quốc|Đại Hàn Dân Quốc|Nam Hàn|Korea Selatan|Korsel|Korea, Rep.|Korea, Rep. of|Korea, R.O.|Republic Korea|Rep. Korea|Korea (ROK)|남조선|So. Korea|Coree du Sud
    KW|쿠웨이트|Kuwait|クウェート|科威特|Кувейт|State of Kuwait
    KZ|카자흐스탄|카자흐|카작스탄|카작|카자크스탄|카자흐스탄공화국|카자흐스탠|Kazakhstan|Kazakstan|Republic of Kazakhstan|カザフスタン|カザフ|哈萨克斯坦|哈薩克斯坦|哈萨克|哈薩克|Казахстан|Республика Казахстан|Kazakhstan|카자흐스탄국|카자흐스딴|Kazakhstan Republic|Qazaqstan|Қазақстан|카작흐스탄|Khazakhstan|Kazahkstan
    LA|라오스|라오인민민주공화국|Laos|Lao|Lao PDR|Lao P.D.R.|Lao People's Democratic Republic|ラオス|老挝|老撾|寮國|Лаос|Lào|라오인민공화국|라오|Lao People's DR|Lao People's Dem. Rep.|Laos PDR
    LB|레바논|Lebanon|レバノン|黎巴嫩|Ливан|Li-băng|Lebanese Republic
    LK|스리랑카|Sri Lanka|Srilanka|スリランカ|斯里兰卡|斯里蘭卡|Шри-Ланка|Democratic Socialist Republic of Sri Lanka|스리랑까
    LT|리투아니아|Lithuania|リトアニア|立陶宛|Литва|Litva
    LU|룩셈부르크|룩셈부르그|Luxembourg|Luxemburg|ルクセンブルク|卢森堡|Люксембург|Grand Duchy of Luxembourg
    LV|라트비아|Latvia|ラトビア|拉脱维亚|Латвия|Latvija
    LY|리비아|Libya|リビア|利比亚|Ливия|리비야
    MA|모로코|Morocco|モロッコ|摩洛哥|Марокко|Ma-rốc|Maroko|모로꼬
    MD|몰도바|몰도바공화국|Moldova|Republic of Moldova|Moldova, Republic of|Молдова|Молдавия|몰다비아|Moldavia
    ME|몬테네그로|Montenegro|Черногория
    MG|마다가스카르|Madagascar|Мадагаскар|마다카스카르
    MK|북마케도니아|마케도니아|Macedonia|North Macedonia|Македония|Macedonia, FYR|FYR Macedonia|FYROM|구 유고 마케도니아|북마케도니아공화국
    MM|미얀마|버마|미얀마연방공화국|Myanmar|Burma|Myanmar (Burma)|ミャンマー|ビルマ|缅甸|緬甸|Мьянма|Бирма|Miến Điện|Mi-an-ma|미얀마(버마)|Burma (Myanmar)
    MN|몽골|몽고|몽골리아|Mongolia|モンゴル|モンゴル国|蒙古|蒙古国|蒙古國|外蒙古|Монголия|Mông Cổ|Монгол|Монгол Улс|몽골공화국|外蒙
    MO|마카오|마카오특별행정구|중국마카오|Macau|Macao|Macau SAR|Macao SAR|Macao SAR China|マカオ|澳门|澳門|中国澳门|Макао|Ma Cao|Makau|Macao Special Administrative Region of China|中国澳门特别行政区|中國澳門特別行政區|中華人民共和国マカオ特別行政区|Đặc khu Hành chính Macao, Trung Quốc|Makau DAK Tiongkok|마카오SAR|China, Macao|China, Macau|Macau, China|Macao, China|Macau SAR, China|澳門特別行政區
    MT|몰타|말타|Malta|マルタ|马耳他|Мальта|Malta Republic
    MV|몰디브|Maldives|モルディブ|马尔代夫|Мальдивы
    MX|멕시코|Mexico|México|メキシコ|墨西哥|Мексика|Mê-hi-cô|Meksiko|United Mexican States|Méjico|Mejico
    MY|말레이시아|말레이지아|말련|Malaysia|マレーシア|马来西亚|馬來西亞|大马|Малайзия|Ma-lai-xi-a|Malaysia|말레시아|Malasia|말레이
    MZ|모잠비크|Mozambique|モザンビーク|莫桑比克|Мозамбик|모잠비끄
    NG|나이지리아|Nigeria|ナイジェリア|尼日利亚|奈及利亞|Нигерия|나이제리아
    NL|네덜란드|네델란드|화란|홀란드|네덜란드왕국|Netherlands|The Netherlands|Holland|Kingdom of the Netherlands|オランダ|荷兰|荷蘭|Нидерланды|Голландия|Hà Lan|Belanda|홀랜드|Nederland|Holland (Netherlands)
    NO|노르웨이|Norway|ノルウェー|挪威|Норвегия|Na Uy|Norwegia
    NP|네팔|Nepal|ネパール|尼泊尔|尼泊爾|Непал|Federal Democratic Republic of Nepal|네팔연방
    NZ|뉴질랜드|뉴질란드|New Zealand|Newzealand|N.Z.|ニュージーランド|新西兰|新西蘭|紐西蘭|Новая Зеландия|Niu Di-lân|Selandia Baru|뉴질렌드|Aotearoa
    OM|오만|Oman|オマーン|阿曼|Оман|Sultanate of Oman
    PA|파나마|Panama|パナマ|巴拿马|Панама
    PE|페루|Peru|Perú|ペルー|秘鲁|秘魯|Перу|뻬루
    PG|파푸아뉴기니|Papua New Guinea|パプアニューギニア|Independent State of Papua New Guinea|P.N.G.|파푸아뉴기니아
    PH|필리핀|비율빈|Philippines|The Philippines|Philippine|Republic of the Philippines|フィリピン|菲律宾|菲律賓|Филиппины|Phi-líp-pin|Filipina|필립핀|Phillipines|Philipines|Phillippines|Phils|Pilipinas|The Philippine
    PK|파키스탄|Pakistan|パキスタン|巴基斯坦|Пакистан|Pa-ki-xtan
    PL|폴란드|파란|Poland|Polska|ポーランド|波兰|波蘭|Польша|Ba Lan|Polandia|폴랜드|波蘭共和國
    PS|팔레스타인|팔레스타인자치정부|Palestine|State of Palestine|Palestine, State of|パレスチナ|巴勒斯坦|Палестина|Palestina|West Bank and Gaza|가자지구
    PT|포르투갈|포루투갈|포루투칼|포르투칼|포르투갈공화국|Portugal|ポルトガル|葡萄牙|Португалия|Bồ Đào Nha|Portugal|Portuguese Republic|포도아|폴투갈
    PY|파라과이|Paraguay|パラグアイ|巴拉圭|Парагвай
    QA|카타르|까타르|Qatar|カタール|卡塔尔|卡達|Катар|State of Qatar|콰타르
    RO|루마니아|Romania|Rumania|ルーマニア|罗马尼亚|羅馬尼亞|Румыния|루마니야
    RS|세르비아|Serbia|セルビア|塞尔维亚|塞爾維亞|Сербия|셀비아
    RU|러시아|러시아연방|러시아 연방|노서아|러시아(연방)|Russia|Russian Federation|The Russian Federation|Russian|ロシア|ロシア連邦|俄罗斯|俄羅斯|俄罗斯联邦|俄羅斯聯邦|俄国|俄國|Россия|Российская Федерация|РФ|Р.Ф.|Nga|Liên bang Nga|Rusia|Federasi Rusia|로서아|Russia Federation|Русь|러시아공화국|俄國聯邦|露西亜
    SA|사우디아라비아|사우디|사우디아라비아왕국|Saudi Arabia|Saudi|KSA|K.S.A.|Kingdom of Saudi Arabia|サウジアラビア|サウジ|沙特阿拉伯|沙特|沙烏地阿拉伯|Саудовская Аравия|Ả Rập Xê-út|Ả Rập Saudi|Ả-rập Xê-út|Arab Saudi|사우디아라비야|Saudia Arabia|サウジアラビア王国|Королевство Саудовская Аравия
    SD|수단|Sudan|スーダン|苏丹|Судан
    SE|스웨덴|스웨던|Sweden|スウェーデン|瑞典|Швеция|Thụy Điển|Swedia|서전|스위든
    SG|싱가포르|싱가폴|싱가포로|싱가포르공화국|성가포르|Singapore|Republic of Singapore|シンガポール|新加坡|Сингапур|Xin-ga-po|Singapura|싱가포르국|싱가풀|싱카포르|Singapur|Singapore Republic|S'pore
    SI|슬로베니아|Slovenia|スロベニア|斯洛文尼亚|Словения
    SK|슬로바키아|슬로바키아공화국|Slovakia|Slovak Republic|Slovak|スロバキア|斯洛伐克|Словакия|Slovak Rep.
    SN|세네갈|Senegal|セネガル|塞内加尔|Сенегал
    SY|시리아|Syria|Syrian Arab Republic|シリア|叙利亚|Сирия|Suriah
    SZ|에스와티니|스와질란드|Swaziland|Eswatini|스와질랜드
    TH|태국|타이|타이왕국|타일랜드|Thailand|Kingdom of Thailand|タイ|タイ国|泰国|泰國|Таиланд|Тайланд|Thái Lan|Muangthai|타일란드|Siam|泰
    TJ|타지키스탄|타직스탄|타지크|Tajikistan|タジキスタン|塔吉克斯坦|塔吉克|Таджикистан|타지기스탄|Tadjikistan|Tadzhikistan
    TL|동티모르|티모르레스테|East Timor|Timor-Leste|Timor Leste|東ティモール|东帝汶|Восточный Тимор|Đông Timor|Democratic Republic of Timor-Leste|Timor, East
    TM|투르크메니스탄|투르크멘|투르크메니스탄공화국|트루크메니스탄|Turkmenistan|トルクメニスタン|土库曼斯坦|土庫曼|Туркменистан|Туркмения|투르크매니스탄|Turkmenia
    TN|튀니지|튀니지아|Tunisia|チュニジア|突尼斯|Тунис|뛰니지
    TR|튀르키예|터키|터어키|튀르키예공화국|튀르키에|Turkey|Türkiye|Turkiye|Republic of Türkiye|Republic of Turkey|トルコ|土耳其|Турция|Thổ Nhĩ Kỳ|Turki|토이기|터어끼|튀르키예(터키)|Turkiye (Turkey)|Republic of Turkiye
    TW|대만|타이완|중화민국|대만(중화민국)|자유중국|台湾|台灣|臺灣|中华民国|中華民國|中国台湾|中國台灣|中华台北|中華台北|Taiwan|Taiwan, Province of China|Taiwan, China|Taiwan (Province of China)|Taiwan ROC|Taiwan (ROC)|R.O.C.|Republic of China|Chinese Taipei|Chinese Taiwan|Тайвань|Đài Loan|Taiwan|차이니스 타이베이|중국 타이베이|중화타이베이|China, Republic of|China, Rep.|Republic of China (Taiwan)|Taiwan (Republic of China)|China Taipei|China, Taiwan|Taipei, China|Republik Tiongkok|Китайская Республика|タイワン|中華民国|대만성
    TZ|탄자니아|Tanzania|United Republic of Tanzania|Tanzania, United Republic of|タンザニア|坦桑尼亚|Танзания|탄자니야
    UA|우크라이나|우크라이너|Ukraine|The Ukraine|ウクライナ|乌克兰|烏克蘭|Украина|Ukraina|우크라이나공화국
    UG|우간다|Uganda|ウガンダ|乌干达|Уганда
    US|미국|미합중국|아메리카합중국|USA|U.S.A.|U.S.A|US|U.S.|United States|The United States|United States of America|The United States of America|The USA|The US|America|アメリカ|アメリカ合衆国|米国|美国|美國|美利坚合众国|США|Соединённые Штаты|Соединённые Штаты Америки|Америка|Hoa Kỳ|Mỹ|Nước Mỹ|Hợp chúng quốc Hoa Kỳ|Amerika|Amerika Serikat|유에스에이|USA (America)|아메리카|美|U.S. of America|Estados Unidos|EE.UU.|Etats-Unis
    UY|우루과이|Uruguay|ウルグアイ|乌拉圭|Уругвай|Eastern Republic of Uruguay
    UZ|우즈베키스탄|우즈벡|우즈백|우즈베크|우즈벡키스탄|우즈백스탄|우즈벡스탄|우즈베키스탄공화국|우즈베크스탄|우즈백키스탄|Uzbekistan|Uzbek|Republic of Uzbekistan|ウズベキスタン|ウズベク|乌兹别克斯坦|乌兹别克|烏茲別克斯坦|烏茲別克|Узбекистан|Республика Узбекистан|U-dơ-bê-ki-xtan|우즈베끼스탄|우즈베키스딴|우즈베키스탄국|O'zbekiston|Oʻzbekiston|Uzbekiston|Узбекская Республика|Uzbekstan Republic
    VA|바티칸|교황청|Vatican|Holy See|The Holy See|Ватикан
    VE|베네수엘라|베네주엘라|Venezuela|Bolivarian Republic of Venezuela|Venezuela, Bolivarian Republic of|ベネズエラ|委内瑞拉|Венесуэла|Venezuela, RB|베네쥬엘라
    VN|베트남|월남|비엣남|베트남사회주의공화국|Vietnam|Viet Nam|Viet-Nam|Socialist Republic of Vietnam|Socialist Republic of Viet Nam|S.R. Vietnam|ベトナム|ヴェトナム|越南|Вьетнам|Việt Nam|Cộng hòa Xã hội Chủ nghĩa Việt Nam|베트남국|비엣트남|웰남|SRV|CHXHCN Việt Nam|СРВ
    YE|예멘|Yemen|イエメン|也门|Йемен|Yemen, Rep.
    ZA|남아프리카공화국|남아공|남아프리카|남아프리카 공화국|South Africa|Republic of South Africa|RSA|R.S.A.|S. Africa|南アフリカ|南アフリカ共和国|南非|南非共和国|Южная Африка|ЮАР|Южно-Африканская Республика|Nam Phi|Cộng hòa Nam Phi|Afrika Selatan|Afsel|남아프리카공|남아공화국|남아연방|South African Republic|Rep. of South Africa
    ZM|잠비아|Zambia|ザンビア|赞比亚|Замбия
    ZW|짐바브웨|Zimbabwe|ジンバブエ|津巴布韦|Зимбабве
    AS|미국령 사모아|아메리칸사모아
    BQ|Bonaire, Sint Eustatius and Saba
    GS|South Georgia & South Sandwich Islands
    HM|Heard Island & McDonald Islands
    IO|영국령 인도양 지역|British Indian Ocean Territory|英領インド洋地域|英属印度洋领地|英屬印度洋領地|Британская территория в Индийском океане|Lãnh thổ Ấn Độ Dương thuộc Anh|Wilayah Inggris di Samudra Hindia
    MC|Principality of Monaco
    PN|Pitcairn
    SH|St. Helena, Ascension & Tristan da Cunha
    SL|獅子山
    TF|French Southern and Antarctic Lands
    VG|Virgin Islands, British
    VI|Virgin Islands, U.S.|Virgin Islands of the United States|미국령 버진아일랜드
    XK|코소보|Kosovo|コソボ|科索沃|Косово
    GM|Gambia, The|감비아
    GN|Guinea-Conakry|기니-코나크리
    GQ|적도기니|적도 기니
    GW|기니비사우|기니-비사우
    MF|St. Martin (French part)|Saint Martin (French part)
    SX|Sint Maarten (Dutch part)
    MP|사이판|Saipan|북마리아나
    MU|모리샤스|모리셔스공화국
    PF|타히티|Tahiti
    PR|푸에르토리코|푸에르토 리코|Puerto Rico|Porto Rico
    SS|남수단|S. Sudan|Sudan, South
    BS|Bahamas, The
    ST|상투메프린시페
    KM|코모로
    DJ|지부티
    BW|보츠와나
    MW|말라위
    GA|가봉
    TG|토고
    TD|차드
    ML|말리
    NE|니제르
    BF|부르키나파소
    BJ|베냉
    SO|Somalia, Fed. Rep.
    """

  /// Names that several countries share and that therefore name none.
  static let shared = [
    "콩고", "Congo", "The Congo", "Kongo", "コンゴ", "刚果", "剛果", "Конго", "Cộng hòa Congo", "버진아일랜드",
    "버진 제도", "Virgin Islands", "The Virgin Islands", "維京群島", "维尔京群岛", "ヴァージン諸島",
    "Виргинские острова", "Виргинские о-ва", "Kepulauan Virgin", "Quần đảo Virgin", "세인트마틴",
    "South America", "North America", "Latin America", "Central America", "남아메리카", "북아메리카", "중앙아메리카",
    "라틴아메리카",
    "Timor", "티모르", "朝鮮", "조선", "圣马丁", "聖馬丁",
  ]
}
