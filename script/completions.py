"""Makes completions for bash, zsh and fish from the program's own description of its commands.

    tradetally --experimental-dump-help | python3 script/completions.py ROOT

ROOT is the folder of a package: each file goes where its shell looks for it. Commands, options and the values of options
are offered; where a file or folder belongs, the shell's own completion of names is at work.
"""

import pathlib
import shlex
import sys

import command_tree


def summary(text):
    """The first sentence of a help text, on one line."""
    line = " ".join((text or "").split())
    return line.split(". ")[0].rstrip(".")


def positional(command):
    """What the arguments of a command without a name are: `dir`, `file` or nothing."""
    kinds = [command_tree.takes_path(a) for a in command.arguments if a["kind"] == "positional"]
    return next((kind for kind in kinds if kind), "")


def bash(root):
    lines = [
        "# bash completion for tradetally",
        "_tradetally() {",
        '  local cur prev words=() cword path=tradetally word',
        "  COMPREPLY=()",
        "  cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}",
        # Readline takes = for a word of its own.
        "  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi",
        "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do",
        '    case "$path $word" in',
    ]
    for command in root.all():
        for child in command.children:
            lines.append("      %s) path=%s ;;" % (shlex.quote(" ".join(child.words)), shlex.quote(" ".join(child.words))))
    lines += ["    esac", "  done", '  case "$path $prev" in']
    for command in root.all():
        for argument in command.arguments:
            names = "|".join(shlex.quote(" ".join(command.words) + " " + n) for n in command_tree.options(argument))
            if argument["kind"] != "option" or not names:
                continue
            offered, kind = command_tree.values(argument), command_tree.takes_path(argument)
            if offered:
                act = 'COMPREPLY=($(compgen -W %s -- "$cur")); return' % shlex.quote(" ".join(offered))
            elif kind:
                act = "_tradetally_names %s; return" % kind
            else:
                act = "return"
            lines.append("    %s) %s ;;" % (names, act))
    lines += ["  esac", '  case "$path" in']
    for command in root.all():
        names = [n for a in command.arguments for n in command_tree.options(a)] + ["--help"]
        if not command.children and not command.arguments:
            names = ["--help"]
        if command is root:
            names.append("--version")
        lines += [
            "    %s)" % shlex.quote(" ".join(command.words)),
            "      if [[ $cur == -* ]]; then",
            '        COMPREPLY=($(compgen -W %s -- "$cur"))' % shlex.quote(" ".join(names)),
            "      else",
        ]
        if command.children:
            words = " ".join(child.name for child in command.children)
            lines.append('        COMPREPLY=($(compgen -W %s -- "$cur"))' % shlex.quote(words))
        else:
            # Several files may follow one option, so that names are offered wherever no option stands.
            lines.append("        _tradetally_names %s" % (positional(command) or "file"))
        lines += ["      fi ;;"]
    lines += [
        "  esac",
        "}",
        "_tradetally_names() {",
        "  compopt -o filenames 2>/dev/null",
        "  local IFS=$'\\n'",
        '  if [[ $1 == dir ]]; then COMPREPLY=($(compgen -d -- "$cur")); else COMPREPLY=($(compgen -f -- "$cur")); fi',
        "}",
        "complete -F _tradetally tradetally",
    ]
    return "\n".join(lines) + "\n"


def zsh_text(text):
    """A text inside a specification of _arguments."""
    return text.replace("\\", "\\\\").replace(":", "\\:").replace("[", "(").replace("]", ")")


def zsh(root):
    lines = ["#compdef tradetally", ""]
    for command in reversed(list(root.all())):
        name = "_" + "_".join(command.words)
        lines += ["%s() {" % name]
        specs = ["'(-h --help)'{-h,--help}'[Show help information]'"]
        if command is root:
            specs.append("'--version[Show the version]'")
        for argument in command.arguments:
            if argument["kind"] == "positional":
                continue
            value = ""
            if argument["kind"] == "option":
                offered, kind = command_tree.values(argument), command_tree.takes_path(argument)
                action = "(%s)" % " ".join(offered) if offered else {"dir": "_files -/", "file": "_files"}.get(kind, " ")
                value = ":%s:%s" % (zsh_text(argument.get("valueName") or "value"), action)
            for option in command_tree.options(argument):
                star = "*" if argument.get("isRepeating") else ""
                text = star + option + "[" + zsh_text(summary(argument.get("abstract"))) + "]" + value
                specs.append(shlex.quote(text))
        if command.children:
            specs += ["'1:command:->command'", "'*::argument:->argument'"]
            lines.append("  local context state line curcontext=$curcontext")
        else:
            specs.append("'*:file:%s'" % ("_files -/" if positional(command) == "dir" else "_files"))
        lines.append("  _arguments -C \\\n    " + " \\\n    ".join(specs))
        if command.children:
            lines += ["  case $state in", "    command)", "      local -a commands=("]
            lines += [
                "        " + shlex.quote(child.name + ":" + zsh_text(summary(child.abstract)))
                for child in command.children
            ]
            lines += ["      )", "      _describe command commands ;;", "    argument)", "      case $words[1] in"]
            lines += ["        %s) _%s ;;" % (child.name, "_".join(child.words)) for child in command.children]
            lines += ["      esac ;;", "  esac"]
        lines += ["}", ""]
    lines.append('_tradetally "$@"')
    return "\n".join(lines) + "\n"


def fish(root):
    lines = ["# fish completion for tradetally"]

    def condition(command):
        if command is root:
            return "__fish_use_subcommand"
        tests = ["__fish_seen_subcommand_from " + word for word in command.words[1:]]
        if command.children:
            tests.append("not __fish_seen_subcommand_from " + " ".join(c.name for c in command.children))
        return "; and ".join(tests)

    for command in root.all():
        here = "complete -c tradetally -n " + shlex.quote(condition(command))
        for child in command.children:
            lines.append("%s -f -a %s -d %s" % (here, child.name, shlex.quote(summary(child.abstract))))
        for argument in command.arguments:
            if argument["kind"] == "positional":
                continue
            line = here
            for option in command_tree.options(argument):
                line += " -l " + option[2:] if option.startswith("--") else " -s " + option[1:]
            if argument["kind"] == "option":
                offered, kind = command_tree.values(argument), command_tree.takes_path(argument)
                if offered:
                    line += " -x -a " + shlex.quote(" ".join(offered))
                elif kind == "dir":
                    line += " -x -a '(__fish_complete_directories)'"
                else:
                    line += " -r -F" if kind else " -x"
            lines.append(line + " -d " + shlex.quote(summary(argument.get("abstract"))))
        lines.append(here + " -s h -l help -d 'Show help information'")
    lines.append("complete -c tradetally -n __fish_use_subcommand -l version -d 'Show the version'")
    return "\n".join(lines) + "\n"


def main():
    folder = pathlib.Path(sys.argv[1]) / "usr/share"
    root = command_tree.read(sys.stdin)
    for path, text in {
        "bash-completion/completions/tradetally": bash(root),
        "zsh/vendor-completions/_tradetally": zsh(root),
        "fish/vendor_completions.d/tradetally.fish": fish(root),
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


main()
