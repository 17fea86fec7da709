"""Runs the program on tables in some form, and compares what it says of them."""

import csv
import json
import os
import re
import resource
import subprocess
import tempfile
import threading
from pathlib import Path

# How many seconds of the processor a run may take, whatever it is given; far longer on a busy machine.
SECONDS = 60


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(program, arguments, seconds=SECONDS * 10):
    """(exit code, output, messages, largest memory in MiB, seconds of the processor); the code is "time" where it did
    not end."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as messages:
        process = subprocess.Popen([program, *arguments], stdin=subprocess.DEVNULL, stdout=output, stderr=messages,
                                   preexec_fn=limited, env=os.environ | {"LC_ALL": "C.UTF-8"})
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        late = not timer.is_alive()
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        messages.seek(0)
        late |= process.returncode in (-24, -9)
        return ("time" if late else process.returncode, output.read().decode("utf-8", "replace"),
                messages.read().decode("utf-8", "replace"), usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


OWN = {"file", "sha256", "encoding", "delimiter", "sheet"}


def figures(program, registrations, consultations, lines=None, event="e"):
    """What a report says, but for what is the file's own; where `lines` is given, its lines as rows of the sheet."""
    with tempfile.TemporaryDirectory() as folder:
        code, _, messages, memory, spent = run(program, [
            "report", *(["--registrations", *registrations] if registrations else []), "--consultations", *consultations,
            "--event", event, "--name", "r", "--rate", "KRW=1/1200", "--format", "json", "--output", folder])
        if code != 0:
            return code, messages, memory, spent
        found = json.loads(Path(folder, "r.json").read_text(encoding="utf-8"))
        for number, one in enumerate(found["inputs"]):
            for key in OWN:
                one.pop(key, None)
            if lines:
                one["header_line"] = lines[number][one["header_line"]]
                for total in one.get("stated_totals", []):
                    total["line"] = lines[number][total["line"]]
        with open(Path(folder, "r.rejects.csv"), newline="", encoding="utf-8-sig") as file:
            rejects = list(csv.DictReader(file))
        names = [Path(path.split("#")[0]).name for path in [*registrations, *consultations]]
        for row in rejects:
            row.pop("sheet", None)
            file = row.pop("file")
            # Names of files, and what libraries make of a time, are the form's own.
            at = lines[names.index(file)] if lines else None
            row["explanation"] = re.sub(r"\S*\.(?:csv|xlsx|ods)(?:#\S+)? (\d+)", lambda found: str(at[int(found[1])] if at else found[1]),
                                        row["explanation"])
            for key, text in row.items():
                row[key] = re.sub(r"^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:00)?$", r"\1 \2", text)
            if lines:
                row["line"] = str(lines[names.index(file)][int(row["line"])])
        return code, {"report": found, "rejects": rejects}, memory, spent


def lines_of(path):
    """For each line of a CSV at which a record begins its number, both from 1."""
    found, before = {}, 0
    with open(path, newline="", encoding="utf-8-sig") as file:
        reader = csv.reader(file)
        for number, _ in enumerate(reader, 1):
            found[before + 1] = number
            before = reader.line_num
    return found


def difference(one, other, path=""):
    """The first place at which two values differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in [*one, *(key for key in other if key not in one)]:
            found = difference(one.get(key), other.get(key), f"{path}/{key}")
            if found:
                return found
        return None
    if isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return f"{path}: {len(one)} and {len(other)} of them"
        return next((found for number, pair in enumerate(zip(one, other)) if (found := difference(*pair, f"{path}/{number}"))), None)
    return None if one == other else f"{path}: {one!r} and {other!r}"
