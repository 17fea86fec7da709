/// The files of a new workspace.
struct WorkspaceTemplates {
  /// The workspace's absolute path.
  let folder: String
  /// Where the program stands.
  let program: String

  var files: [(path: String, text: String)] {
    [
      ("README.md", readme), ("reports/event.yaml", definition), ("data/registrations.csv", registrations),
      ("data/consultations.csv", consultations), ("crontab.example", crontab),
      ("systemd/tradetally.service", service), ("systemd/tradetally.timer", timer),
    ]
  }

  /// Excel takes a file for UTF-8 only if it begins so.
  private static let mark = "\u{FEFF}"

  private var registrations: String {
    Self.mark + "행사코드,등록번호,구분,기업명,사업자등록번호,국가,업종,참가상태,등록일\r\n"
  }

  private var consultations: String {
    Self.mark
      + "행사코드,상담번호,참가기업번호,참가기업,바이어번호,바이어,국가,업종,상담일시,상담방식,진행상태,상담결과,상담액(USD),계약추진액(USD),MOU금액(USD),계약액(USD),MOU체결일\r\n"
  }

  private var definition: String {
    """
    # 한 행사의 무역상담회 결과 보고. The report on the trade consultation meeting of one event.
    # All keys: docs/definitions.md

    kind: post-event                # 보고서 종류: post-event(행사 결과) | trend(분기 추이)
    name: event                     # 보고서 이름; 결과 폴더와 파일의 이름이 됩니다
    title:                          # 언어별 제목
      ko: 수출상담회 결과
      en: Results of the trade consultation meeting
    status: provisional             # 잠정(provisional) | 확정(final)
    # publisher: {ko: ○○시 국제통상과, en: "International Trade Division, City of …"}   # 발행
    # contact: 000-0000-0000        # 문의처(담당 부서)
    # next_release: 2027-04-30      # 다음 발표일
    # host: ○○시                   # 주최
    # venue: ○○컨벤션센터          # 장소
    event: event                    # 행사코드가 없는 행의 행사. The event of rows that name none.
    # as_of: 2026-10-30             # 기준일: 이 날짜 뒤의 상담과 협약은 집계하지 않습니다

    inputs:                         # 입력 파일; 경로는 이 파일이 있는 폴더를 기준으로 합니다
      registrations: ../data/registrations.csv   # 참가 신청(참가기업과 바이어)
      consultations: ../data/consultations.csv   # 상담일지
      # 엑셀로 적는 경우. Where the workbook is filled in instead:
      # registrations: ../data/form.xlsx#참가신청
      # consultations: ../data/form.xlsx#상담일지

    base_currency: USD              # 기준 통화
    # rates:                        # 환율: 1원이 몇 달러인지. One won in dollars, with its source.
    #   KRW: {rate: 0.00072, source: 한국은행 매매기준율}

    # second_currency: KRW          # 금액 뒤 괄호에 적는 통화. Needs its rate above.
    # display_unit: {ko: 만 달러, en: USD thousand}   # 표의 금액 단위
    # targets: {held: 100, buyers: 45, consulted_amount: 1000만 달러, mous: 5}   # 목표
    # events:                       # 문서에 쓰는 행사 이름. The event's name in documents.
    #   - {id: event, title: {ko: 2026 수출상담회, en: Trade consultation meeting 2026}}

    languages: [ko, en]             # 언어
    output: ../out                  # 결과를 둘 폴더
    retention: 12                   # 보관할 이전 판의 수
    when_empty: publish             # 상담이 없을 때: publish(0으로 작성) | skip(만들지 않음) | fail(오류)
    # freshness: {warn_after: 40d}  # 입력 파일이 이보다 오래되면 doctor가 알립니다
    # schedule: {note: 매일 아침, every: daily}

    """
  }

  /// A path as a word of a shell.
  private func word(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/._-".unicodeScalars.contains(scalar)
    }
    return isPlain
      ? path
      : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// A percent sign ends a command in a crontab unless a backslash stands before it.
  private func crontabWord(_ path: String) -> String {
    word(path).split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\\%")
  }

  private var crontab: String {
    """
    # Every morning at 06:10: all reports of this workspace. Errors go to MAILTO; nothing is said of what went well.
    # 매일 06:10에 모든 보고서를 만듭니다. 오류가 있을 때만 MAILTO로 메일이 갑니다.
    # Install with: crontab crontab.example    (replaces your crontab; or copy the lines with "crontab -e")
    MAILTO=bureau@example.invalid
    10 6 * * * \(crontabWord(program)) run \(crontabWord(folder + "/reports")) >/dev/null
    # Every Monday: is the workspace healthy?
    20 6 * * 1 \(crontabWord(program)) doctor --workspace \(crontabWord(folder)) >/dev/null || echo "tradetally doctor: look into \(crontabWord(folder))"

    """
  }

  /// A path as a word of a unit file, where a percent sign and a dollar begin something else.
  private func unitWord(_ path: String) -> String {
    var text = ""
    for character in path {
      switch character {
      case "%": text += "%%"
      case "$": text += "$$"
      case "\"", "\\": text += "\\\(character)"
      default: text.append(character)
      }
    }
    return "\"\(text)\""
  }

  private var service: String {
    """
    # systemd service: copy both files to ~/.config/systemd/user/ and run
    #   systemctl --user daemon-reload && systemctl --user enable --now tradetally.timer
    # "loginctl enable-linger" lets them run while you are not logged in.
    [Unit]
    Description=TradeTally reports

    [Service]
    Type=oneshot
    ExecStart=\(unitWord(program)) run \(unitWord(folder + "/reports")) --wait --log json
    Nice=10

    """
  }

  private var timer: String {
    """
    # systemd timer: every morning, and after the machine was off at that time.
    [Unit]
    Description=TradeTally reports, every morning

    [Timer]
    OnCalendar=*-*-* 06:10:00
    Persistent=true

    [Install]
    WantedBy=timers.target

    """
  }

  private var readme: String {
    """
    # 수출상담회 보고 작업 폴더

    1. `data/registrations.csv`(참가 신청)와 `data/consultations.csv`(상담일지)를 엑셀로 열어 첫 줄 아래에 자료를 넣고, **CSV UTF-8** 형식으로 저장합니다. 쓰지 않는 열은 비워 두거나 지워도 됩니다. 목록에서 고를 수 있는 엑셀 양식 `data/form.xlsx`에 적어도 됩니다. 그때는 `reports/event.yaml`의 입력 파일을 바꿉니다.
       - 구분: 참가기업, 바이어 · 참가상태: 확정, 대기, 취소 · 진행상태: 완료, 노쇼, 취소, 예정 · 상담결과: 후속상담, MOU, 계약, 없음
       - 연락처와 비고는 넣어도 읽지 않으며 결과에 나오지 않습니다.
    2. `tradetally run reports`를 실행합니다. 보고서는 `out/event/`에 생기고, 이전 판은 `out/.editions/event/`에 남습니다. 바뀐 것이 없으면 아무것도 만들지 않습니다.
    3. 제목, 행사코드, 환율, 기준일은 `reports/event.yaml`에서 고칩니다. 보고서마다 파일 하나를 둡니다.
    4. 매일 저절로 만들려면 `crontab.example`이나 `systemd/`의 파일을 씁니다.
    5. `tradetally history`는 언제 무엇을 발표했는지, `tradetally doctor`는 문제가 없는지 보여 줍니다.

    `tradetally.sqlite`는 발표 기록입니다. 지우지 말고 함께 백업하십시오.

    # A workspace for trade consultation reports

    1. Open `data/registrations.csv` and `data/consultations.csv` in Excel, fill in the rows below the header, and save as **CSV UTF-8**. Columns that you do not need can stay empty or be removed; English headers serve as well ("tradetally columns" lists them). Or fill in `data/form.xlsx`, which offers the words in lists, and name it in `reports/event.yaml`; any other workbook will do, too.
       - role: supplier, buyer · registration status: confirmed, waitlisted, cancelled · consultation status: completed, no_show, cancelled, scheduled · outcome: follow_up, mou, contract, none
       - Contacts and remarks are not read and come into no report.
    2. Run `tradetally run reports`. The report stands in `out/event/`, earlier editions in `out/.editions/event/`. Where nothing has changed nothing is made.
    3. Title, event, exchange rates and the as-of date stand in `reports/event.yaml`; one file a report.
    4. To have it made every morning, use `crontab.example` or the files in `systemd/`.
    5. `tradetally history` says what was published when, `tradetally doctor` whether all is well.

    `tradetally.sqlite` is the record of what was published: keep it, and back it up with the rest.

    """
  }
}
