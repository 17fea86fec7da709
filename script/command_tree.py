"""The program's own description of its commands, as `tradetally --experimental-dump-help` prints it."""

import json


class Command:
    """A command with its options and what stands below it."""

    def __init__(self, data, parents=()):
        self.name = data["commandName"]
        self.words = [*parents, self.name]
        self.abstract = data.get("abstract") or ""
        self.discussion = data.get("discussion") or ""
        self.arguments = [a for a in data.get("arguments") or [] if a.get("shouldDisplay", True)]
        self.children = [Command(c, self.words) for c in data.get("subcommands") or [] if c["commandName"] != "help"]

    def all(self):
        """The command and every one below it."""
        yield self
        for child in self.children:
            yield from child.all()


def read(file):
    return Command(json.load(file)["command"])


def options(argument):
    """The names of an option with their dashes."""
    return [("-" if n["kind"] == "short" else "--") + n["name"] for n in argument.get("names") or []]


# What stands in the name of a value for anything of its kind, not for itself.
KINDS = {"name", "dir", "definition", "path", "number", "id", "text"}


def values(argument):
    """The values that an option takes, where they are few: from its list, or from a name such as ko|en or ko,en."""
    if argument["kind"] == "flag":
        return []
    listed = argument.get("allValues") or argument.get("allValueStrings")
    if listed:
        return list(listed)
    name = argument.get("valueName") or ""
    for mark in "|,":
        if mark in name and "=" not in name and "FILE" not in name:
            return [value for value in name.split(mark) if value not in KINDS]
    return ["json"] if name == "json" else []


def takes_path(argument):
    """Whether a value is, or may be, a file or folder; `dir` where it can be a folder only."""
    name = argument.get("valueName") or ""
    if name == "dir":
        return "dir"
    parts = set(name.split("|"))
    return "file" if parts & {"file", "path", "definition"} and not values(argument) else ""
