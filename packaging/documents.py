"""Copies the manual into a package, with links that work there: python3 packaging/documents.py FOLDER

A link to what the package has elsewhere is turned to that place; of a link to what it has not, the words stay.
"""

import os
import pathlib
import re
import sys

# Where the package has what the project has.
PLACES = {"reports": "examples/reports", "fixtures": "examples/fixtures", "LICENSE": "copyright",
          "CHANGELOG.md": "changelog.gz"}


def place(path):
    """The place of one of the project's files below the package's documents; nothing where it has none."""
    parts = path.parts
    if path.as_posix() in PLACES:
        return PLACES[path.as_posix()]
    if parts and parts[0] in PLACES:
        return "/".join([PLACES[parts[0]], *parts[1:]])
    return path.as_posix() if parts and (parts[0] == "docs" or path.as_posix() == "README.md") else None


def main():
    folder = pathlib.Path(sys.argv[1])
    sources = [pathlib.Path("README.md"), *sorted(path for path in pathlib.Path("docs").rglob("*") if path.is_file())]
    for source in sources:
        target = folder / source
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix != ".md":
            target.write_bytes(source.read_bytes())
            continue

        def moved(match):
            words, link = match.group(1), match.group(2)
            if re.match(r"[a-z]+:|#", link):
                return match.group(0)
            path, _, anchor = link.partition("#")
            there = place(pathlib.Path(os.path.normpath(source.parent / path)))
            if there is None:
                return words
            return f"[{words}]({os.path.relpath(there, source.parent)}{'#' + anchor if anchor else ''})"

        target.write_text(re.sub(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)", moved, source.read_text(encoding="utf-8")),
                          encoding="utf-8")


main()
