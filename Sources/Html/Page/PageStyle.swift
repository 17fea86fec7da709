/// How pages look: on a telephone, on a screen and on A4, in light and in dark.
enum PageStyle {
  /// The digest of `sheet` in Base64, by which the page's policy allows this style and no other.
  static let sha256 = "aVB2MxsFwoZWM5R+fKOO2tpmUC2FkiNigNI5tfVJE78="

  /// The style sheet.
  static let sheet = """

    :root {
      --paper: #ffffff; --tint: #f2f6fa; --ink: #1a222c; --muted: #545f6b; --line: #d3dae2; --grid: #dde3ea;
      --brand: #1f4e79; --accent: #a8480b; --bar: #5488b5; --pale: #c6d9ea; --warn: #fff6e5; --warn-line: #b26a00;
      --s1: #1f4e79; --s2: #c2570c; --s3: #5b9bc9; --s4: #6d6f78; --s5: #1b7f6b; --s6: #9a6fb0; --s7: #937a10; --s8: #8c96a3;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #11171e; --tint: #1a232d; --ink: #e9eef4; --muted: #aab6c3; --line: #36434f; --grid: #2b3641;
        --brand: #93c1ea; --accent: #f2a469; --bar: #6aa0d0; --pale: #2c4a66; --warn: #2b2413; --warn-line: #e0a445;
        --s1: #93c1ea; --s2: #f0924c; --s3: #4f86b8; --s4: #b3bac3; --s5: #4fc0a6; --s6: #c39bdb; --s7: #d4b640; --s8: #7d8894;
      }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; scroll-padding-top: 4rem; }
    body { margin: 0; font: 1rem/1.6 "Malgun Gothic", "맑은 고딕", "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", sans-serif;
      overflow-wrap: anywhere; }
    :lang(en) body { font-family: Calibri, "Segoe UI", "Helvetica Neue", "Noto Sans", "Noto Sans CJK KR", sans-serif; }
    :lang(ko) { word-break: keep-all; }
    a { color: var(--brand); }
    a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: 1rem; top: -5rem; z-index: 9; padding: 0.6rem 1rem; background: var(--brand); color: var(--paper); }
    .skip:focus { top: 0.5rem; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .top, main, footer { max-width: 66rem; margin: 0 auto; padding: 0 1rem; }
    .top { padding-top: 1.5rem; }
    .kind { margin: 0; color: var(--brand); font-weight: 700; letter-spacing: 0.02em; }
    h1 { margin: 0.15rem 0 0.6rem; font-size: 1.7rem; line-height: 1.3; letter-spacing: -0.01em; }
    h1.long { font-size: 1.3rem; }
    h2 { margin: 0 0 0.8rem; font-size: 1.25rem; line-height: 1.35; }
    h3 { margin: 0 0 0.6rem; font-size: 1.08rem; line-height: 1.4; }
    p { margin: 0 0 0.7rem; }
    ul, ol { margin: 0 0 0.7rem; padding-left: 1.2rem; }
    .facts { margin: 0 0 1rem; font-size: 0.92rem; }
    .facts div { display: flex; gap: 0.8rem; padding: 0.12rem 0; }
    .facts dt { flex: 0 0 6.5rem; color: var(--muted); }
    .facts dd { margin: 0; flex: 1 1 0; min-width: 0; }
    .warnings { margin: 0 0 1rem; padding: 0.8rem 1rem; background: var(--warn); border-left: 4px solid var(--warn-line); }
    .warnings h2 { margin: 0 0 0.3rem; font-size: 1rem; }
    .warnings ul { margin: 0; font-size: 0.95rem; }
    nav { position: sticky; top: 0; z-index: 5; background: var(--paper); border-top: 2px solid var(--brand); border-bottom: 1px solid var(--line);
      overflow-x: auto; }
    nav ol { display: flex; width: max-content; margin: 0 auto; padding: 0 0.5rem; list-style: none; }
    nav a { display: block; padding: 0.65rem 0.6rem; white-space: nowrap; font-size: 0.92rem; color: var(--ink); text-decoration: none; }
    nav a:hover { color: var(--brand); text-decoration: underline; }
    nav span.cut { display: block; max-width: 14rem; overflow: hidden; text-overflow: ellipsis; }
    main > section, .appendix > section { padding: 1.5rem 0 1.2rem; border-bottom: 1px solid var(--line); }
    #summary p { font-size: 1.12rem; }
    .figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.6rem; margin: 0 0 0.8rem; }
    .figures div { padding: 0.8rem 0.8rem 0.7rem; background: var(--tint); border-top: 3px solid var(--brand); }
    .figures div:last-child:nth-child(odd) { grid-column: 1 / -1; }
    .figures dt { color: var(--muted); font-size: 0.9rem; }
    .figures dd { margin: 0; }
    .figures .value { color: var(--brand); font-size: 1.75rem; font-weight: 700; line-height: 1.25; letter-spacing: -0.02em; }
    .figures .value.long { font-size: 1.3rem; line-height: 1.35; padding: 0.15rem 0; }
    .figures .detail { color: var(--muted); font-size: 0.82rem; line-height: 1.45; }
    .press { max-width: 46rem; }
    .press .headline { font-size: 1.2rem; font-weight: 700; line-height: 1.45; }
    .press .words { padding-left: 1rem; border-left: 4px solid var(--brand); font-size: 1.05rem; line-height: 1.8; }
    .scroll { overflow-x: auto; margin: 0 0 0.7rem; }
    table { border-collapse: collapse; width: 100%; font-size: 0.9rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
    caption { padding: 0 0 0.4rem; text-align: left; font-weight: 700; }
    caption.bare { padding: 0; font-size: 0; line-height: 0; }
    caption > span { display: inline-block; }
    caption .unit { margin-left: 0.8rem; color: var(--muted); font-weight: 400; font-size: 0.85rem; }
    caption .unseen + .unit { margin-left: 0; }
    th, td { padding: 0.42rem 0.55rem; text-align: right; vertical-align: top; border-bottom: 1px solid var(--grid); overflow-wrap: normal; }
    thead th { vertical-align: bottom; border-top: 2px solid var(--brand); border-bottom: 1px solid var(--brand); font-weight: 700; min-width: 3.4rem; }
    th.t, td.t { text-align: left; min-width: 5.5rem; max-width: 16rem; overflow-wrap: anywhere; }
    th.l, td.l { text-align: left; min-width: 8rem; max-width: 26rem; overflow-wrap: anywhere; }
    tbody th { font-weight: 400; }
    tbody th.first, thead th.first, tfoot th.first { position: sticky; left: 0; background: var(--paper); }
    td.n { white-space: nowrap; }
    tr.head th, tr.head td { font-weight: 700; background: var(--tint); }
    tr.rest th, tr.rest td { color: var(--muted); }
    tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--brand); border-bottom: 2px solid var(--brand); }
    td.none { color: var(--muted); }
    .mark { margin-left: 0.3em; color: var(--accent); font-size: 0.85em; white-space: nowrap; }
    .note { margin-left: 0.3em; color: var(--muted); font-size: 0.88em; }
    td .bar { width: 3.6rem; height: 0.75rem; margin-right: 0.5rem; vertical-align: -0.05rem; }
    td .bar rect { fill: var(--bar); }
    td .bar rect.track { fill: var(--tint); }
    .remarks, .marks { padding: 0; list-style: none; color: var(--muted); font-size: 0.85rem; line-height: 1.5; }
    .remarks li::before { content: "※ "; }
    .marks .mark { margin: 0 0.3em 0 0; }
    figure { margin: 0 0 1rem; max-width: 46rem; }
    figcaption { margin: 0 0 0.5rem; font-weight: 700; line-height: 1.45; }
    .key { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0 0 0.4rem; padding: 0; list-style: none; font-size: 0.85rem; }
    .key svg { width: 1.5rem; height: 0.75rem; margin-right: 0.4rem; vertical-align: -0.05rem; }
    .chart { display: block; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
    .chart text { fill: var(--ink); }
    .chart .axis, .chart .tick { fill: var(--muted); font-size: 12px; }
    .chart .value { font-weight: 700; }
    .chart .bounds { fill: var(--muted); font-weight: 400; }
    .chart .small { font-size: 12px; }
    .chart .grid { stroke: var(--grid); stroke-width: 1; }
    .chart .base { stroke: var(--muted); stroke-width: 1; }
    .chart .track { fill: var(--tint); }
    .chart .span { fill: var(--pale); stroke: var(--brand); stroke-width: 1; }
    .chart .lower { fill: var(--bar); stroke: var(--brand); stroke-width: 1; }
    .chart .rate { stroke: var(--ink); stroke-width: 3; }
    .e1 { fill: var(--accent); }
    .f1 { fill: var(--s1); } .f2 { fill: var(--s2); } .f3 { fill: var(--s3); } .f4 { fill: var(--s4); }
    .f5 { fill: var(--s5); } .f6 { fill: var(--s6); } .f7 { fill: var(--s7); } .f8 { fill: var(--s8); }
    .l1, .l2, .l3, .l4, .l5, .l6, .l7, .l8 { stroke-width: 2.5; stroke-linecap: round; }
    .l1 { stroke: var(--s1); } .l2 { stroke: var(--s2); stroke-dasharray: 7 5; } .l3 { stroke: var(--s3); }
    .l4 { stroke: var(--s4); stroke-dasharray: 2 5; } .l5 { stroke: var(--s5); stroke-dasharray: 9 4 2 4; } .l6 { stroke: var(--s6); }
    .l7 { stroke: var(--s7); stroke-dasharray: 7 5; } .l8 { stroke: var(--s8); stroke-dasharray: 2 5; }
    .wide1 { min-width: 34rem; } .wide2 { min-width: 52rem; } .wide3 { min-width: 80rem; }
    details { margin: 0 0 1rem; }
    summary { padding: 0.35rem 0; color: var(--brand); font-size: 0.92rem; cursor: pointer; }
    .back { margin: 0.4rem 0 0; font-size: 0.85rem; text-align: right; }
    .back a { display: inline-block; padding: 0.3rem 0; color: var(--muted); }
    .list { columns: 2; font-size: 0.95rem; }
    .list a { display: inline-block; padding: 0.2rem 0; }
    .appendix { padding: 2rem 0 0; }
    .appendix > section { font-size: 0.95rem; }
    footer { padding-top: 1rem; padding-bottom: 3rem; color: var(--muted); }
    @media screen and (min-width: 46rem) {
      nav ol { flex-wrap: wrap; width: auto; max-width: 66rem; padding: 0 1.4rem; }
      .top, main, footer { padding-left: 2rem; padding-right: 2rem; }
      .top { padding-top: 2.5rem; }
      h1 { font-size: 2.2rem; } h1.long { font-size: 1.6rem; }
      h2 { font-size: 1.45rem; }
      .figures { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.8rem; }
      .figures div { padding: 1rem 1.1rem; }
      .figures div:last-child:nth-child(odd) { grid-column: auto; }
      .figures .value { font-size: 2.2rem; }
      .figures .value.long { font-size: 1.6rem; }
      .top .facts { columns: 2; column-gap: 2rem; }
      .facts div { break-inside: avoid; }
      main > section, .appendix > section { padding: 2.2rem 0 1.6rem; }
    }
    @media screen { thead th.w, th.s, td.s { white-space: nowrap; } thead th.x { min-width: 9.5rem; } }
    @media screen and (min-width: 64rem) {
      main { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 3rem; }
      main > .whole, main > .press, main > .appendix { grid-column: 1 / -1; }
      .pairs { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 3rem; }
      .pairs > * { grid-column: 1 / -1; }
      .pairs > .drawn { grid-column: auto; }
      .of4 { grid-template-columns: repeat(4, minmax(0, 1fr)); }
      .of5 { grid-template-columns: repeat(5, minmax(0, 1fr)); }
      .of5 .value { font-size: 1.9rem; } .of5 .value.long { font-size: 1.35rem; }
    }
    @page { size: A4; margin: 16mm 14mm 16mm; }
    @page across { size: A4 landscape; margin: 14mm; }
    @media print {
      body { font-size: 9.5pt; line-height: 1.5; }
      nav, .skip, .back, details summary, .list { display: none; }
      .top, main, footer { max-width: none; padding: 0; }
      main > section { clear: both; }
      main > .half { float: left; clear: none; width: 48%; break-inside: avoid; }
      main > .half + .half { margin-left: 4%; }
      main > .half + .half + .half { clear: both; margin-left: 0; }
      .top { border-top: 2pt solid #1f4e79; padding-top: 5mm; }
      h1 { font-size: 19pt; } h1.long { font-size: 13pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; }
      h1, h2, h3, caption, figcaption { break-after: avoid; }
      main > section, .appendix > section { padding: 5mm 0 2mm; border: 0; }
      .top .facts { columns: 2; }
      .facts, .facts div, .warnings, .figures div, figure { break-inside: avoid; }
      .figures { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 3mm; }
      .of4 { grid-template-columns: repeat(4, minmax(0, 1fr)); } .of5 { grid-template-columns: repeat(5, minmax(0, 1fr)); }
      .figures div { border: 0.5pt solid #d3dae2; border-top: 2pt solid #1f4e79; padding: 2.5mm; }
      .figures div:last-child:nth-child(odd) { grid-column: auto; }
      .figures .value { font-size: 15pt; } .figures .value.long { font-size: 11pt; }
      .figures .detail, .remarks, .marks { font-size: 8pt; }
      .warnings { border: 0.5pt solid #b26a00; border-left-width: 4pt; }
      .scroll { overflow: visible; }
      table { font-size: 9pt; line-height: 1.3; }
      table.tight { font-size: 8pt; }
      table.tight th, table.tight td { padding: 0.3rem 0.25rem; }
      thead { display: table-header-group; }
      tfoot { display: table-row-group; }
      tr { break-inside: avoid; }
      thead, tbody tr:first-child { break-after: avoid; }
      tbody tr:last-child { break-before: avoid; }
      thead th { min-width: 0; }
      tbody th.first, thead th.first, tfoot th.first { position: static; }
      th.t, td.t { min-width: 4.5em; } th.l, td.l { min-width: 7em; }
      table.short { break-inside: avoid; }
      footer.bare { display: none; }
      footer { break-inside: avoid; }
      .across { page: across; }
      .across table { font-size: 8pt; }
      .across figure { max-width: 180mm; }
      td.s, th.s { white-space: nowrap; }
      figure.tall, .drawn.tall { break-inside: auto; } svg { break-inside: avoid; }
      .wide1, .wide2, .wide3 { min-width: 0; }
      figure { max-width: 130mm; }
      .drawn { break-inside: avoid; }
      .pairs > .drawn { display: inline-block; width: 48%; margin-right: 1.5%; vertical-align: top; }
      .pairs > .drawn > figure { max-width: none; }
      .half figure { max-width: none; }
      .press { max-width: none; break-inside: avoid; }
      .appendix { break-before: page; padding: 0; }
    }

    """
}
