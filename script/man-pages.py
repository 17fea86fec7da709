"""Makes man pages from the program's own description of its commands, in the language that it is in.

    LC_ALL=ko_KR.UTF-8 tradetally --experimental-dump-help | python3 script/man-pages.py ko FOLDER
"""

import pathlib
import re
import sys

import command_tree
import man_words

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


def synopsis(command, words):
    shown = "\\fB" + escape(" ".join(command.words)) + "\\fR"
    if command.children:
        return shown + " \\fI%s\\fR [\\fI%s\\fR]" % (words.command, words.any_options)
    for argument in command.arguments:
        if argument["kind"] == "positional":
            name = title(argument) + ("\\ ..." if argument.get("isRepeating") else "")
            shown += " [" + name + "]" if argument.get("isOptional") else " " + name
    return shown + " [\\fI%s\\fR]" % words.any_options


def page(command, words):
    name = "-".join(command.words)
    lines = ['.TH "%s" 1 "" "TradeTally" "%s"' % (name.upper(), words.manual), ".ad l", ".SH " + words.name]
    lines += [escape(name) + " \\- " + escape(command.abstract.rstrip(".")), ".SH " + words.synopsis]
    lines += [synopsis(command, words), ".SH " + words.description]
    lines += prose(command.discussion or command.abstract)
    if command.arguments:
        lines.append(".SH " + words.options)
        for argument in command.arguments:
            lines += [".TP", title(argument), escape(" ".join((argument.get("abstract") or "").split()))]
    if command.children:
        lines += [".SH " + words.commands] + tagged((child.name, child.abstract) for child in command.children)
    lines += [".SH " + words.exit_status] + tagged((str(code), text) for code, text in words.statuses.items())
    top = command.words[1] if len(command.words) > 1 else ""
    files = (words.report if top in ("", "report", "trend", "run") else []) + (
        words.workspace if top in ("", "run", "history", "doctor", "init") else []) + words.documents
    lines += [".SH " + words.files] + tagged(files) + [".SH " + words.examples]
    for example in man_words.EXAMPLES.get(name, man_words.EXAMPLES["tradetally"]):
        lines += [".PP", escape(words.shown[example]), ".PP", ".nf", ".RS 4"]
        lines += [escape(man_words.EXAMPLE_COMMANDS[example]), ".RE", ".fi"]
    others = [*("-".join(child.words) for child in command.children)]
    if len(command.words) > 1:
        others.insert(0, "-".join(command.words[:-1]))
    lines += [".SH " + words.see_also, ", ".join(escape(other) + "(1)" for other in others)]
    return name, "\n".join(lines) + "\n"


def main():
    words = man_words.LANGUAGES[sys.argv[1]]
    folder = pathlib.Path(sys.argv[2])
    for command in command_tree.read(sys.stdin).all():
        name, text = page(command, words)
        (folder / (name + ".1")).write_text(text, encoding="utf-8")


main()
