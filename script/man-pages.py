"""Makes man pages from the program's own description of its commands.

    tradetally --experimental-dump-help | python3 script/man-pages.py FOLDER
"""

import json
import pathlib
import sys


def escape(text):
    """Text for roff: backslashes, and dots and quotes at the beginning of a line, stand for themselves."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def title(argument):
    """The names of an option or argument with its value."""
    names = []
    for name in argument.get("names") or []:
        dashes = "-" if name["kind"] == "short" else "--"
        names.append("\\fB" + escape(dashes + name["name"]) + "\\fR")
    value = argument.get("valueName") or ""
    shown = ", ".join(names)
    if argument["kind"] == "option":
        shown += " \\fI" + escape(value) + "\\fR"
    elif argument["kind"] == "positional":
        shown = "\\fI" + escape(value) + "\\fR"
    return shown


def page(command, parents):
    """One page for a command."""
    words = parents + [command["commandName"]]
    name = "-".join(words)
    lines = ['.TH "%s" 1 "" "TradeTally" "User Commands"' % name.upper()]
    lines += [".SH NAME", escape(name) + " \\- " + escape(command.get("abstract", "").rstrip("."))]
    lines += [".SH SYNOPSIS", "\\fB" + escape(" ".join(words)) + "\\fR [\\fIoptions\\fR]"]
    if command.get("discussion"):
        lines += [".SH DESCRIPTION", ".nf", escape(command["discussion"]), ".fi"]
    arguments = [a for a in command.get("arguments") or [] if a.get("shouldDisplay", True)]
    if arguments:
        lines.append(".SH OPTIONS")
        for argument in arguments:
            lines += [".TP", title(argument), escape(argument.get("abstract") or "")]
    children = [c for c in command.get("subcommands") or [] if c["commandName"] != "help"]
    if children:
        lines.append(".SH COMMANDS")
        for child in children:
            lines += [".TP", "\\fB" + escape(child["commandName"]) + "\\fR", escape(child.get("abstract", ""))]
        lines += [".SH SEE ALSO", ", ".join(escape(name + "-" + c["commandName"]) + "(1)" for c in children)]
    yield name, "\n".join(lines) + "\n"
    for child in children:
        yield from page(child, words)


def main():
    folder = pathlib.Path(sys.argv[1])
    for name, text in page(json.load(sys.stdin)["command"], []):
        (folder / (name + ".1")).write_text(text, encoding="utf-8")


main()
