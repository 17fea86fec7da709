import Model

/// The currency codes of ISO 4217.
enum Currencies {
  /// The codes in force, list one of the ISO 4217 maintenance agency (2025), without XXX (no currency) and
  /// XTS (test), and those that were replaced since 2000 and still turn up in old sheets.
  static let codes: Set<String> = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
    CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
    GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW
    KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN
    NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL
    SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES
    VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWG ZWL
    ATS BEF BYR CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MRO MTL NLG PTE ROL RUR SIT SKK STD TRL
    VEF YUM ZMK
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { String($0) })

  /// Currencies whose amounts Chinese ends with 元, whatever stands before.
  static let yuans: Set<String> = [
    "CNY", "USD", "TWD", "HKD", "JPY", "SGD", "AUD", "CAD", "NZD", "KRW", "MOP", "EUR",
  ]

  /// Currencies that are called dollars, beside whose code a `$` may stand.
  static let dollars: Set<String> = [
    "USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "BND", "FJD", "JMD", "TTD", "BSD", "BZD", "GYD", "LRD",
    "NAD", "SBD", "SRD", "XCD", "KYD", "BMD", "BBD", "MXN", "CLP", "COP", "ARS", "BRL",
  ]
}
