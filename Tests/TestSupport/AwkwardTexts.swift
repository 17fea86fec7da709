/// Texts that files may bring and that no document may be harmed by.
package enum AwkwardTexts {
  /// Texts that try to be more than text: markup, commands, formulas, and characters that are not seen.
  package static let hostile = [
    "<script>alert(1)</script>", "</style><script>alert(2)</script>", "\" onmouseover=\"alert(3)",
    "' onload='alert(4)", "javascript:alert(5)", "&lt;img src=x onerror=alert(6)&gt;",
    "<!-- --> ]]> <![CDATA[", "\u{202E}abc\u{2066}def\u{0}\u{1B}[31m", "\u{E000}\u{F0000}x",
    "a\r\nb\tc\u{2028}d", "{{7*7}} ${x}", "</title></head><body onload=alert(7)>",
    "--><svg/onload=alert(8)>", "</hp:t></hp:run><hp:run><hp:t>끼어든 글", "]]>&amp;&lt;\"'",
    "=HYPERLINK(\"http://x\")", "a\u{0}b\u{1B}[31mc\u{8}", "\u{202E}gnp.exe", "\u{2066}격리\u{2069}",
    "줄\n바꿈\r\n과\t탭", "\u{FFFE}\u{FFFF}\u{FEFF}끝", "&#x0;&#38;#60;",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "<?xml version='1.0'?>",
    "\u{E0001}\u{E0041}태그",
  ]

  /// Names of more than two hundred characters in scripts that break their lines in different ways.
  package static let long = [
    String(repeating: "가나다라마바사아자차", count: 20), String(repeating: "Donaudampfschifffahrt", count: 10),
    String(repeating: "漢字貿易會社", count: 34), String(repeating: "Торговая компания ", count: 12),
    String(repeating: "شركة التجارة ", count: 16), String(repeating: "บริษัทการค้า", count: 17),
    String(repeating: "व्यापार कंपनी ", count: 15), String(repeating: "Công ty Thương mại ", count: 11),
    String(repeating: "🇰🇷👨‍👩‍👧‍👦🚢", count: 20), String(repeating: "חברת סחר ", count: 22),
    String(repeating: "株式会社テスト商事", count: 22), String(repeating: "a b ", count: 50),
    String(repeating: "Wow", count: 70),
  ]
}
