/// Short texts, each with the bytes that Python's codecs make of it.
struct EncodingFixture: Sendable {
  let encoding: String
  let text: String
  let base64: String

  static let all: [EncodingFixture] = [
    EncodingFixture(
      encoding: "CP949",
      text: "기업명,업종,바이어,상담액\n"
        + "㈜젠셀,배터리·소재,ORACLE B&H,120000\n"
        + "양포어장,수산물,Handycart,85000\n"
        + "경도공업,기계,똠방각하상사,30000\n",
      base64: "seK+97jtLL73wb4sudnAzL7uLLvztOO+1wqi38GovL8suejFzbiuoaS80sDnLE9SQUNMRSBCJkgsMTIwMDAwCr7n"
        + "xve+7sDlLLz2u+q5sCxIYW5keWNhcnQsODUwMDAKsOa1tbD4vvcsseKw6CyMY7nmsKLHz7vzu+csMzAwMDAK"),
    EncodingFixture(
      encoding: "CP949",
      text: "이름,금액\n"
        + "김,100\n",
      base64: "wMy4pyyx3b7XCrHoLDEwMAo="),
    EncodingFixture(
      encoding: "GB18030",
      text: "企业名称,行业,国家,金额\n"
        + "上海新能源有限公司,电池材料,俄罗斯,120000\n"
        + "青岛海洋食品有限公司,水产,越南,85000\n",
      base64: "xvPStcP7s8Ys0NDStSy5+rzSLL3wtu4Kyc+6o9DCxNzUtNPQz965q8u+LLXns9iyxMHPLLbtwt7LuSwxMjAwMDAK"
        + "x+C1urqj0fPKs8a309DP3rmry74sy66y+izUvcTPLDg1MDAwCg=="),
    EncodingFixture(
      encoding: "GB18030",
      text: "名称,金额\n"
        + "北京,100\n",
      base64: "w/uzxiy98LbuCrGxvqksMTAwCg=="),
    EncodingFixture(
      encoding: "CP932",
      text: "企業名,業種,国名,金額\n"
        + "東京商事株式会社,食品,ロシア,120000\n"
        + "さくら水産,水産物,ベトナム,85000\n",
      base64: "iumLxpa8LIvGju0sjZGWvCyL4Ip6CpOMi56PpI6WipSOronvjtAskEiVaSyDjYNWg0EsMTIwMDAwCoKzgq2C55CF"
        + "jlkskIWOWZWoLIN4g2eDaYOALDg1MDAwCg=="),
    EncodingFixture(
      encoding: "CP932",
      text: "ｺｰﾄﾞ,ｼﾁｮｳｿﾝ,市町村\n"
        + "01101,ｻｯﾎﾟﾛｼ,札幌市中央区\n",
      base64: "urDE3iy8wa6zv90sjnOSrJG6CjAxMTAxLLuvzt/bvCyORJZ5jnOShombi+YK"),
    EncodingFixture(
      encoding: "EUC-JP",
      text: "企業名,業種,国名,金額\n"
        + "東京商事株式会社,食品,ロシア,120000\n"
        + "さくら水産,水産物,ベトナム,85000\n",
      base64: "tOu2yMy+LLbIvO8sufHMviy24rPbCsXstf6+prv2s/S8sLLxvNIsv6nJyiyl7aW3paIsMTIwMDAwCqS1pK+k6b/l"
        + "u7osv+W7usqqLKXZpcilyqXgLDg1MDAwCg=="),
    EncodingFixture(
      encoding: "Big5",
      text: "公司名稱,行業,國家,金額\n"
        + "臺灣電子股份有限公司,電池材料,俄羅斯,120000\n"
        + "高雄水產有限公司,水產,越南,85000\n",
      base64: "pL2lcaZXutkspua3fiyw6q5hLKr3w0IKu0/GV7lxpGyq0aX3prOtraS9pXEsuXGmwKf3rsYsq1jDubS1LDEyMDAw"
        + "MAqwqravpPSyo6azra2kvaVxLKT0sqMstlarbiw4NTAwMAo="),
    EncodingFixture(
      encoding: "windows-1251",
      text: "Организация;Страна;Сумма\n"
        + "ООО Ромашка;Россия;120000\n"
        + "ЗАО Вектор;Казахстан;85000\n",
      base64: "zvDj4O3o5+D26P870fLw4O3gO9Hz7OzgCs7OziDQ7uzg+OrgO9Du8fHo/zsxMjAwMDAKx8DOIMLl6vLu8DvK4Ofg"
        + "9fHy4O07ODUwMDAK"),
    EncodingFixture(
      encoding: "KOI8-R",
      text: "Организация;Страна;Сумма\n"
        + "ООО Ромашка;Россия;120000\n"
        + "ЗАО Вектор;Казахстан;85000\n",
      base64: "79LHwc7J2sHDydE789TSwc7BO/PVzc3BCu/v7yDyz83B28vBO/LP09PJ0TsxMjAwMDAK+uHvIPfFy9TP0jvrwdrB"
        + "yNPUwc47ODUwMDAK"),
    EncodingFixture(
      encoding: "windows-1252",
      text: "société;pays;montant\n"
        + "Café de Paris;Suisse;1200 €\n"
        + "Hôtel Élysée;Belgique;850 €\n"
        + "Müller & Söhne;Österreich;90 €\n",
      base64: "c29jael06TtwYXlzO21vbnRhbnQKQ2Fm6SBkZSBQYXJpcztTdWlzc2U7MTIwMCCACkj0dGVsIMlseXPpZTtCZWxn"
        + "aXF1ZTs4NTAggApN/GxsZXIgJiBT9mhuZTvWc3RlcnJlaWNoOzkwIIAK"),
    EncodingFixture(
      encoding: "windows-1250",
      text: "firma;miasto;kwota\n"
        + "Łódzkie Zakłady;Łódź;1200\n"
        + "Gdańska Spółka;Gdańsk;850\n"
        + "Święty Mikołaj;Żory;90\n",
      base64: "ZmlybWE7bWlhc3RvO2t3b3RhCqPzZHpraWUgWmFrs2FkeTuj82SfOzEyMDAKR2Rh8XNrYSBTcPOza2E7R2Rh8XNr"
        + "Ozg1MAqMd2nqdHkgTWlrb7Nhajuvb3J5OzkwCg=="),
    EncodingFixture(
      encoding: "UTF-16LE",
      text: "이름,금액\n"
        + "김영희,100\n"
        + "이철수,200\n",
      base64: "dMeEuSwACK5hxQoAQK4BxmzXLAAxADAAMAAKAHTHoMwYwiwAMgAwADAACgA="),
    EncodingFixture(
      encoding: "UTF-16BE",
      text: "name,amount\n"
        + "Kim,100\n"
        + "Lee,200\n",
      base64: "AG4AYQBtAGUALABhAG0AbwB1AG4AdAAKAEsAaQBtACwAMQAwADAACgBMAGUAZQAsADIAMAAwAAo="),
    EncodingFixture(
      encoding: "UTF-8",
      text: "이름,금액\n"
        + "김영희,100\n"
        + "Müller,200\n",
      base64: "7J2066aELOq4iOyVoQrquYDsmIHtnawsMTAwCk3DvGxsZXIsMjAwCg=="),
  ]
}
