"""Makes man pages from the program's own description of its commands.

    tradetally --experimental-dump-help | python3 script/man-pages.py FOLDER
"""

import pathlib
import re
import sys

import command_tree

EXIT_STATUS = [
    ("0", "Done, or nothing had changed."),
    ("64", "Called wrongly, or an output would replace an input."),
    ("65", "The data are unusable, rows are rejected where none may be, or a final report would change."),
    ("66", "A definition or an input is missing or unreadable."),
    ("70", "A fault of the program."),
    ("73", "An output, the ledger or a lock cannot be created."),
    ("74", "Reading or writing failed part way."),
    ("75", "Another run is at work, or the clock went back."),
    ("78", "A definition is wrong."),
]

WORKSPACE = [
    ("tradetally.sqlite", "The ledger of a workspace: what was run and published."),
    ("reports/*.yaml", "The definitions of a workspace."),
    ("OUTPUT/.editions", "Earlier editions of reports."),
    ("/etc/tradetally/USER.conf", "Which definitions the nightly service of a user runs."),
]

DOCUMENTS = [("/usr/share/doc/tradetally", "The manual in full, and examples.")]

REPORT = [
    ("NAME.LANGUAGE.xlsx, NAME.LANGUAGE.txt, NAME.json", "The documents, in the folder that --output names."),
    ("NAME.rejects.csv", "Rows that were not counted, each with its reason."),
]

EXAMPLES = {
    "tradetally": [
        ("A first report:", "tradetally report --registrations registrations.csv \\\n"
         "    --consultations consultations.csv --event forum-2024 --output out"),
        ("A workspace with definitions, and its reports:", "tradetally init bureau\ntradetally run bureau/reports"),
    ],
    "tradetally-report": [
        ("Workbooks and texts in Korean and English:",
         "tradetally report --registrations registrations.csv \\\n"
         "    --consultations consultations.csv --event forum-2024 --output out"),
        ("What another program writes, in English only:",
         "export-meetings | tradetally report --consultations /dev/stdin \\\n"
         "    --event forum-2024 --language en --output out"),
    ],
    "tradetally-trend": [
        ("Five years of a forum:", "tradetally trend --consultations consultations-*.csv --name forum --output out")],
    "tradetally-check": [
        ("What becomes of every row:", "tradetally check --consultations consultations.csv"),
        ("The same for programs:", "tradetally check --consultations consultations.csv --json"),
    ],
    "tradetally-clean": [
        ("A sheet as plain CSV, with reasons:", "tradetally clean export.txt --explain --output sheet.csv"),
        ("A table whose header takes two rows:", "tradetally clean export.csv --header-rows 2"),
    ],
    "tradetally-run": [
        ("All definitions of a workspace:", "tradetally run bureau/reports"),
        ("A report for each quarter of four years:", "tradetally run trend.yaml --from 2019Q1 --to 2022Q4"),
    ],
    "tradetally-history": [("The last runs, and one of them:",
                            "tradetally history --workspace bureau\ntradetally history show 17 --workspace bureau")],
    "tradetally-history-list": [("The last ten runs:", "tradetally history list --limit 10 --workspace bureau")],
    "tradetally-history-show": [("A run with its inputs and figures:", "tradetally history show 17 --workspace bureau")],
    "tradetally-history-diff": [("What changed between two runs:", "tradetally history diff 16 17 --workspace bureau")],
    "tradetally-doctor": [("Is all well?", "tradetally doctor --workspace bureau")],
    "tradetally-init": [("A workspace to begin with:", "tradetally init bureau")],
    "tradetally-columns": [("All headers and words that are recognised:", "tradetally columns")],
}


def escape(text):
    """Text for roff: backslashes, and dots and quotes at the beginning of a line, stand for themselves."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def prose(text):
    """Paragraphs that are wrapped by the reader's width; what is indented stands as it is."""
    lines = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        rows = block.split("\n")
        filled = []
        for row in rows:
            if row.startswith("  "):
                if filled:
                    lines += [escape(" ".join(filled))]
                    filled = []
                lines += [".nf", ".RS 4", escape(row.strip()), ".RE", ".fi"]
            else:
                filled.append(row.strip())
        if filled:
            lines.append(escape(" ".join(filled)))
        lines.append(".PP")
    return [line for line in "\n".join(lines[:-1]).replace(".RE\n.fi\n.nf\n.RS 4\n", "").split("\n")]


def tagged(entries):
    lines = []
    for tag, text in entries:
        lines += [".TP", "\\fB" + escape(tag) + "\\fR", escape(text)]
    return lines


def title(argument):
    """The names of an option or argument with its value."""
    shown = ", ".join("\\fB" + escape(name) + "\\fR" for name in command_tree.options(argument))
    value = "\\fI" + escape(argument.get("valueName") or "") + "\\fR"
    if argument["kind"] == "positional":
        return value
    return shown + " " + value if argument["kind"] == "option" else shown


def synopsis(command):
    shown = "\\fB" + escape(" ".join(command.words)) + "\\fR"
    if command.children:
        return shown + " \\fIcommand\\fR [\\fIoptions\\fR]"
    for argument in command.arguments:
        if argument["kind"] == "positional":
            name = title(argument) + ("\\ ..." if argument.get("isRepeating") else "")
            shown += " [" + name + "]" if argument.get("isOptional") else " " + name
    return shown + " [\\fIoptions\\fR]"


def page(command):
    name = "-".join(command.words)
    lines = ['.TH "%s" 1 "" "TradeTally" "User Commands"' % name.upper(), ".ad l", ".SH NAME"]
    lines += [escape(name) + " \\- " + escape(command.abstract.rstrip(".")), ".SH SYNOPSIS", synopsis(command)]
    lines += [".SH DESCRIPTION"] + prose(command.discussion or command.abstract)
    if command.arguments:
        lines.append(".SH OPTIONS")
        for argument in command.arguments:
            lines += [".TP", title(argument), escape(" ".join((argument.get("abstract") or "").split()))]
    if command.children:
        lines += [".SH COMMANDS"] + tagged((child.name, child.abstract) for child in command.children)
    lines += [".SH EXIT STATUS"] + tagged(EXIT_STATUS)
    top = command.words[1] if len(command.words) > 1 else ""
    files = (REPORT if top in ("", "report", "trend", "run") else []) + (
        WORKSPACE if top in ("", "run", "history", "doctor", "init") else []) + DOCUMENTS
    lines += [".SH FILES"] + tagged(files) + [".SH EXAMPLES"]
    for what, example in EXAMPLES.get(name, EXAMPLES["tradetally"]):
        lines += [".PP", escape(what), ".PP", ".nf", ".RS 4", escape(example), ".RE", ".fi"]
    others = [*("-".join(child.words) for child in command.children)]
    if len(command.words) > 1:
        others.insert(0, "-".join(command.words[:-1]))
    lines += [".SH SEE ALSO", ", ".join(escape(other) + "(1)" for other in others)]
    return name, "\n".join(lines) + "\n"


def main():
    folder = pathlib.Path(sys.argv[1])
    for command in command_tree.read(sys.stdin).all():
        name, text = page(command)
        (folder / (name + ".1")).write_text(text, encoding="utf-8")


main()
