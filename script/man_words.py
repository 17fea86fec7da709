"""What man pages say besides the program's own help, in each language."""

import collections

Words = collections.namedtuple(
    "Words", "manual name synopsis description options commands exit_status files examples see_also command "
    "any_options statuses report workspace documents shown")

EXAMPLE_COMMANDS = {
    "report": "tradetally report --registrations registrations.csv \\\n"
              "    --consultations consultations.csv --event forum-2024 --output out",
    "workspace": "tradetally init bureau\ntradetally run bureau/reports",
    "pipe": "export-meetings | tradetally report --consultations /dev/stdin \\\n"
            "    --event forum-2024 --language en --output out",
    "trend": "tradetally trend --consultations consultations-*.csv --name forum --output out",
    "check": "tradetally check --consultations consultations.csv",
    "check-json": "tradetally check --consultations consultations.csv --json",
    "clean": "tradetally clean export.txt --explain --output sheet.csv",
    "clean-header": "tradetally clean export.csv --header-rows 2",
    "run": "tradetally run bureau/reports",
    "run-quarters": "tradetally run trend.yaml --from 2019Q1 --to 2022Q4",
    "history": "tradetally history --workspace bureau\ntradetally history show 17 --workspace bureau",
    "list": "tradetally history list --limit 10 --workspace bureau",
    "show": "tradetally history show 17 --workspace bureau",
    "diff": "tradetally history diff 16 17 --workspace bureau",
    "doctor": "tradetally doctor --workspace bureau",
    "init": "tradetally init bureau",
    "columns": "tradetally columns",
}

# The examples of a page; a page that is not named here has those of the program.
EXAMPLES = {
    "tradetally": ["report", "workspace"],
    "tradetally-report": ["report", "pipe"],
    "tradetally-trend": ["trend"],
    "tradetally-check": ["check", "check-json"],
    "tradetally-clean": ["clean", "clean-header"],
    "tradetally-run": ["run", "run-quarters"],
    "tradetally-history": ["history"],
    "tradetally-history-list": ["list"],
    "tradetally-history-show": ["show"],
    "tradetally-history-diff": ["diff"],
    "tradetally-doctor": ["doctor"],
    "tradetally-init": ["init"],
    "tradetally-columns": ["columns"],
}

ENGLISH = Words(
    manual="User Commands",
    name="NAME", synopsis="SYNOPSIS", description="DESCRIPTION", options="OPTIONS", commands="COMMANDS",
    exit_status="EXIT STATUS", files="FILES", examples="EXAMPLES", see_also="SEE ALSO",
    command="command", any_options="options",
    statuses={
        0: "Done, or nothing had changed.",
        64: "Called wrongly, or an output would replace an input.",
        65: "The data are unusable, rows are rejected where none may be, or a final report would change.",
        66: "A definition or an input is missing or unreadable.",
        70: "A fault of the program.",
        73: "An output, the ledger or a lock cannot be created.",
        74: "Reading or writing failed part way.",
        75: "Another run is at work, or the clock went back.",
        78: "A definition is wrong.",
    },
    report=[
        ("NAME.LANGUAGE.xlsx, NAME.LANGUAGE.txt, NAME.json", "The documents, in the folder that --output names."),
        ("NAME.rejects.csv", "Rows that were not counted, each with its reason."),
    ],
    workspace=[
        ("tradetally.sqlite", "The ledger of a workspace: what was run and published."),
        ("reports/*.yaml", "The definitions of a workspace."),
        ("OUTPUT/.editions", "Earlier editions of reports."),
        ("/etc/tradetally/USER.conf", "Which definitions the nightly service of a user runs."),
    ],
    documents=[("/usr/share/doc/tradetally", "The manual in full, and examples.")],
    shown={
        "report": "Workbooks and texts in Korean and English:",
        "workspace": "A workspace with definitions, and its reports:",
        "pipe": "What another program writes, in English only:",
        "trend": "Five years of a forum:",
        "check": "What becomes of every row:",
        "check-json": "The same for programs:",
        "clean": "A sheet as plain CSV, with reasons:",
        "clean-header": "A table whose header takes two rows:",
        "run": "All definitions of a workspace:",
        "run-quarters": "A report for each quarter of four years:",
        "history": "The last runs, and one of them:",
        "list": "The last ten runs:",
        "show": "A run with its inputs and figures:",
        "diff": "What changed between two runs:",
        "doctor": "Is all well?",
        "init": "A workspace to begin with:",
        "columns": "All headers and words that are recognised:",
    })

KOREAN = Words(
    manual="사용자 명령",
    name="이름", synopsis="사용법", description="설명", options="옵션", commands="명령",
    exit_status="종료 코드", files="파일", examples="예", see_also="같이 보기",
    command="명령", any_options="옵션",
    statuses={
        0: "완료, 또는 바뀐 것이 없음.",
        64: "잘못된 명령줄, 또는 결과 파일이 입력 파일을 덮어쓰게 됨.",
        65: "자료를 쓸 수 없음, 제외된 행이 없어야 하는데 있음, 또는 확정 보고서가 달라짐.",
        66: "정의 파일이나 입력 파일이 없거나 읽을 수 없음.",
        70: "프로그램의 오류.",
        73: "결과 파일, 원장 또는 잠금 파일을 만들 수 없음.",
        74: "읽거나 쓰는 도중 실패.",
        75: "다른 실행이 진행 중이거나 시계가 뒤로 감.",
        78: "정의의 오류.",
    },
    report=[
        ("이름.언어.xlsx, 이름.언어.txt, 이름.json", "보고서 문서. --output으로 지정한 폴더에 있습니다."),
        ("이름.rejects.csv", "집계하지 않은 행과 그 까닭."),
    ],
    workspace=[
        ("tradetally.sqlite", "작업 폴더의 원장: 무엇을 실행하고 발표했는지 남습니다."),
        ("reports/*.yaml", "작업 폴더의 보고서 정의."),
        ("결과폴더/.editions", "보고서의 앞선 판."),
        ("/etc/tradetally/사용자.conf", "밤마다 도는 서비스가 사용자마다 실행할 정의."),
    ],
    documents=[("/usr/share/doc/tradetally", "전체 설명서와 예제.")],
    shown={
        "report": "한국어와 영어로 된 통합 문서와 텍스트:",
        "workspace": "정의가 든 작업 폴더와 그 보고서:",
        "pipe": "다른 프로그램의 출력을 읽어 영어로만:",
        "trend": "한 포럼의 다섯 해:",
        "check": "행을 어떻게 처리했는지:",
        "check-json": "같은 내용을 프로그램용으로:",
        "clean": "표준 CSV로, 판단한 까닭과 함께:",
        "clean-header": "머리글이 두 줄인 표:",
        "run": "작업 폴더의 모든 정의:",
        "run-quarters": "네 해의 분기마다 보고서 하나:",
        "history": "최근 실행들, 그리고 그 가운데 하나:",
        "list": "최근 실행 열 개:",
        "show": "한 실행의 입력 파일과 수치:",
        "diff": "두 실행 사이에 달라진 것:",
        "doctor": "이상이 없는지:",
        "init": "처음 쓰는 작업 폴더:",
        "columns": "인식하는 머리글과 낱말 모두:",
    })

LANGUAGES = {"en": ENGLISH, "ko": KOREAN}
