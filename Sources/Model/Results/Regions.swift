extension Region {
  /// The regions that hold where a definition names none: every country of ISO 3166-1 is in one of them.
  ///
  /// They follow the geographic regions of the United Nations' "Standard Country or Area Codes for Statistical
  /// Use" (M49), joined as Korea's trade offices speak of markets: what M49 calls Eastern Asia is Northeast Asia
  /// (with Taiwan, which M49 does not list); the members of the Commonwealth of Independent States stand together
  /// as Russia and CIS, with Turkmenistan, its associate, and Ukraine and Georgia, which left it, stand with Europe, as does
  /// Cyprus; Iran stands with the Middle East, which is M49's Western Asia otherwise; Greenland, Bermuda and Saint
  /// Pierre are North America's; the Antarctic and the islands around it go with the areas that M49 counts them to, the
  /// Antarctic itself with Oceania.
  package static let builtIn: [Region] = [
    builtIn("northeast-asia", "CN HK JP KP KR MN MO TW"),
    builtIn("southeast-asia", "BN ID KH LA MM MY PH SG TH TL VN"),
    builtIn("south-asia", "AF BD BT IN LK MV NP PK"),
    builtIn("russia-cis", "AM AZ BY KG KZ MD RU TJ TM UZ"),
    builtIn("middle-east", "AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE"),
    builtIn(
      "europe",
      """
      AD AL AT AX BA BE BG CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC ME MK MT \
      NL NO PL PT RO RS SE SI SJ SK SM UA VA
      """),
    builtIn("north-america", "BM CA GL PM US"),
    builtIn(
      "latin-america",
      """
      AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS MX \
      NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI
      """),
    builtIn(
      "africa",
      """
      AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR MU MW MZ NA \
      NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW
      """),
    builtIn(
      "oceania", "AQ AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"),
  ]

  private static func builtIn(_ id: String, _ codes: String) -> Region {
    Region(id: id, countries: Set(codes.split(separator: " ").compactMap { CountryCode(String($0)) }))
  }
}

extension ReportDetails {
  /// The regions that hold: the definition's, else the built-in ones.
  package var regionsInUse: [Region] { regions.isEmpty ? Region.builtIn : regions }
}
