"""Runs the benchmark and writes docs/performance.md; script/bench calls it.

Everything is measured as a whole process: wall time, processor time and peak resident memory as the system accounts
for them. What is compared runs in turn (A B C A B C ...), and ratios are of medians within one call.
"""

import argparse
import importlib.util
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

import sheets

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCRATCH = ROOT / ".build-bench"
PEERS = {"DuckDB": ("duckdb", "duckdb_peer.py"), "Polars": ("polars", "polars_peer.py"),
         "pandas": ("pandas", "pandas_peer.py")}


class Run:
    """What one process took."""

    def __init__(self, command):
        before = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        message = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - before
        if process.returncode != 0:
            sys.exit("bench: %s ended with %d:\n%s" % (command[0], process.returncode, message.decode()[-2000:]))
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / (1 if sys.platform == "darwin" else 1024) / (
            1 << 20 if sys.platform == "darwin" else 1)


class Bench:
    def __init__(self, options):
        self.options = options
        self.lines = []
        self.peers = [name for name, (module, _) in PEERS.items() if importlib.util.find_spec(module)
                      and importlib.util.find_spec("xlsxwriter")]

    # Data

    def data(self, rows, registrations, files=1, columns=14, flagged=0, quoted=False, encoding=None):
        name = "-".join(map(str, [rows, registrations, files, columns, flagged, int(quoted), encoding or "utf8"]))
        folder = SCRATCH / "data" / name
        if not (folder / "done").exists():
            shutil.rmtree(folder, ignore_errors=True)
            command = [self.options.maker, "data", str(folder), "--rows", str(rows), "--registrations",
                       str(registrations), "--files", str(files), "--columns", str(columns), "--flagged",
                       str(flagged)] + (["--quoted"] if quoted else [])
            subprocess.run(command, check=True)
            if encoding:
                # Line by line: the memory of a process counts what this one had when it began it.
                for path in folder.glob("*.csv"):
                    recoded = path.with_suffix(".recoded")
                    with open(path, encoding="utf-8", newline="") as text, \
                            open(recoded, "w", encoding=encoding, newline="") as output:
                        output.writelines(text)
                    recoded.replace(path)
            (folder / "done").touch()
        return folder

    def own(self, folder, command="report", threads=2, more=()):
        # Not where the data are: what is written must not push them out of memory.
        files = sorted(str(path) for path in folder.glob("consultations-*.csv"))
        arguments = [self.options.program, command, "--threads", str(threads), "--registrations",
                     str(folder / "registrations.csv"), "--consultations", *files, "--name", "bench"]
        if command == "report":
            arguments += ["--output", str(SCRATCH / "out"), *more]
        return arguments

    def peer(self, name, folder, more=()):
        return [sys.executable, str(ROOT / "Benchmarks" / "peers" / PEERS[name][1]), str(folder),
                str(SCRATCH / ("peer-" + name)), *more]

    # Measuring

    def turns(self, commands, runs):
        """Runs each command `runs` times in turn, after one uncounted round."""
        found = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                run = Run(command)
                if turn > 0:
                    found[name].append(run)
        return found

    def say(self, text=""):
        print(text, flush=True)
        self.lines.append(text)

    def check_peers(self, folder):
        """Stops where a peer counts otherwise than the program."""
        Run(self.own(folder, more=["--format", "json"]))
        own = json.loads((SCRATCH / "out" / "bench.json").read_text(encoding="utf-8"))
        for name in self.peers:
            Run(self.peer(name, folder))
            theirs = json.loads((SCRATCH / ("peer-" + name) / "peer.json").read_text(encoding="utf-8"))
            keys = {"total": (), "by_country": ("country",), "by_sector": ("sector",),
                    "by_country_and_sector": ("country", "sector"), "by_quarter": ("quarter",),
                    "by_event": ("event",), "by_mode": ("mode",)}
            for table, key in keys.items():
                measures = [m for m in theirs["total"]]
                pick = lambda row: tuple([row[k] for k in key] + [row[m] for m in measures])
                mine = [own[table]] if table == "total" else own[table]
                other = [theirs[table]] if table == "total" else theirs[table]
                left = sorted((pick(row) for row in mine), key=repr)
                right = sorted((tuple(round(v, 2) if isinstance(v, float) else v for v in pick(row))
                                for row in other), key=repr)
                if [tuple(map(str_number, row)) for row in left] != [tuple(map(str_number, row)) for row in right]:
                    wrong = [pair for pair in zip(left, right) if tuple(map(str_number, pair[0])) !=
                             tuple(map(str_number, pair[1]))][:2]
                    sys.exit("bench: %s counts otherwise in %s: %s" % (name, table, wrong))
            if len(own["mous"]) != len(theirs["mous"]):
                sys.exit("bench: %s lists %d MOUs instead of %d" % (name, len(theirs["mous"]), len(own["mous"])))

    # Sections

    def against_peers(self, sizes, runs):
        self.say("## Beside others\n")
        if not self.peers:
            self.say("No peer was installed.\n")
            return
        self.say("Twice: once for the measures alone (read both files, drop duplicates, resolve ids, measure by "
                 "country, sector, both, quarter, event and mode with exact distinct counts, write JSON), and once "
                 "for all documents (and the MOUs by name, and one workbook a language; the program writes its "
                 "texts, problems, notes and charts as well). The peers are written as their best users would: "
                 "columns read in their own types, organisations as integers; DuckDB counts all groups in one query "
                 "over grouping sets, Polars plans lazily and collects all groups at once. What they do not do is "
                 "read spellings, currencies and units, judge rows, and account for them. All results were compared "
                 "before anything was timed. Median of the runs, lowest and highest in brackets; memory is the "
                 "peak.\n")
        for title, own, theirs in [("Measures alone", ["--format", "json"], ["measures"]), ("All documents", [], [])]:
            self.say("### %s\n" % title)
            self.say("| rows | | wall s | cpu s | MB | times this program |")
            self.say("| ---: | --- | ---: | ---: | ---: | ---: |")
            for rows, registrations in sizes:
                folder = self.data(rows, registrations)
                commands = {"TradeTally": self.own(folder, more=own)}
                commands |= {name: self.peer(name, folder, theirs) for name in self.peers}
                count = max(2, runs // 2) if rows > 1_000_000 else runs
                found = self.turns(commands, count)
                base = statistics.median(run.wall for run in found["TradeTally"])
                for name, timed in found.items():
                    walls = [run.wall for run in timed]
                    self.say("| %s | %s | %s (%s–%s) | %s | %d | %s |" % (
                        grouped(rows), name, number(statistics.median(walls)), number(min(walls)),
                        number(max(walls)), number(statistics.median(run.cpu for run in timed)),
                        max(run.memory for run in timed), number(statistics.median(walls) / base)))
            self.say()

    def budget(self, rows, registrations, runs):
        folder = self.data(rows, registrations)
        few = self.data(100, registrations)
        count = max(2, runs // 2)
        found = self.turns({
            "wc": ["wc", "-l", str(folder / "consultations-1.csv")],
            "sum": ["sha256sum", str(folder / "consultations-1.csv")],
            "registrations": self.own(few, "check"),
            "read1": self.own(folder, "check", threads=1), "read2": self.own(folder, "check"),
            "json": self.own(folder, more=["--format", "json"]), "report": self.own(folder)}, count)
        wall = {name: statistics.median(run.wall for run in timed) for name, timed in found.items()}
        self.say("## Where the time goes\n")
        self.say("%s rows with %s registrations. `check` reads and measures as `report` does, without documents.\n"
                 % (grouped(rows), grouped(registrations)))
        self.say("| | wall s |")
        self.say("| --- | ---: |")
        for label, name in [("`wc -l` of the consultations", "wc"), ("`sha256sum` of them, which every report states", "sum"),
                            ("registrations only, two threads", "registrations"),
                            ("reading and measuring, one thread", "read1"),
                            ("reading and measuring, two threads", "read2"),
                            ("and JSON", "json"), ("and all documents", "report")]:
            self.say("| %s | %s |" % (label, number(wall[name])))
        self.say()
        self.say("Two threads read %s times as fast as one. The report takes %s times as long as `wc -l`, and %s "
                 "times as long as `sha256sum`.\n" % (
                     number(wall["read1"] / wall["read2"]), number(wall["report"] / wall["wc"]),
                     number(wall["report"] / wall["sum"])))
        self.say("Parts of it, each alone and on one thread:\n")
        self.say("| part | |")
        self.say("| --- | ---: |")
        for line in subprocess.run([self.options.maker, "micro"], check=True, capture_output=True,
                                   text=True).stdout.splitlines():
            name, value, unit = line.split("\t")
            self.say("| %s | %s %s |" % (name, grouped(int(value)), unit))
        self.say()

    def growth(self, runs):
        quick = self.options.quick
        middle = 100_000 if quick else 1_000_000
        many = 24_000 if quick else 240_000
        sizes = [10 ** power for power in range(2, 6 if quick else 8)]
        self.say("## How it grows\n")
        self.say("All documents, two threads; microseconds a row beyond what a report on 100 rows takes.\n")
        self.say("| | wall s | µs a row | MB |")
        self.say("| --- | ---: | ---: | ---: |")
        plot = []
        cases = [("%s rows, %s registrations" % (grouped(rows), grouped(min(many, max(40, rows // 4)))),
                  dict(rows=rows, registrations=min(many, max(40, rows // 4)))) for rows in sizes]
        cases += [("%s rows, %s registrations" % (grouped(middle), grouped(10 ** power)),
                   dict(rows=middle, registrations=10 ** power)) for power in range(2, 5 if quick else 7)]
        cases += [("the same rows in %d files" % files, dict(rows=middle, registrations=many, files=files))
                  for files in (1, 10, 200)]
        cases += [("%d columns" % columns, dict(rows=middle, registrations=many, columns=columns))
                  for columns in (14, 30, 60)]
        cases += [("in CP949", dict(rows=middle, registrations=many, encoding="cp949")),
                  ("all cells quoted", dict(rows=middle, registrations=many, quoted=True)),
                  ("5 % of rows flagged", dict(rows=middle, registrations=many, flagged=5))]
        base = None
        for label, options in cases:
            count = max(2, runs // 2) if options["rows"] > 1_000_000 else min(3, runs)
            timed = self.turns({"": self.own(self.data(**options))}, count)[""]
            wall = statistics.median(run.wall for run in timed)
            base = base if base is not None else wall
            self.say("| %s | %s | %s | %d |" % (
                label, number(wall), number((wall - base) / options["rows"] * 1e6) if wall > base else "–",
                max(run.memory for run in timed)))
            if len(plot) < len(sizes):
                plot.append((options["rows"], wall))
        self.say()
        self.say("![Wall time by rows](performance.svg)\n")
        return plot

    def write(self, plot):
        if self.options.no_write:
            return
        page = ROOT / "docs" / "performance.md"
        # What sheets.py has written stays.
        kept = sheets.section_of(page.read_text(encoding="utf-8")) if page.exists() else ""
        text = "\n".join(self.lines).rstrip() + "\n"
        page.write_text(sheets.with_section(text, kept) if kept else text, encoding="utf-8")
        (ROOT / "docs" / "performance.svg").write_text(svg(plot), encoding="utf-8")


def str_number(value):
    """Numbers as text, so that 5 and 5.0 are the same."""
    return repr(float(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else repr(value)


def grouped(value):
    return format(value, ",")


def number(value):
    """Three significant digits."""
    return "%.0f" % value if value >= 100 else "%.1f" % value if value >= 10 else "%.2f" % value if value >= 0.1 \
        else "%.3f" % value


def svg(points):
    """Wall time by rows, both logarithmic, with the line along which time grows as rows do."""
    import math
    width, height, left, bottom = 640, 400, 70, 50
    xs = [math.log10(rows) for rows, _ in points]
    ys = [math.log10(wall) for _, wall in points]
    low, high = math.floor(min(ys)), math.ceil(max(ys))

    def place(x, y):
        return (left + (x - xs[0]) / (xs[-1] - xs[0]) * (width - left - 20),
                height - bottom - (y - low) / (high - low) * (height - bottom - 20))

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">'
             % (width, height), "<title>Wall time of a report by its number of rows</title>",
             '<rect width="%d" height="%d" fill="white"/>' % (width, height)]
    for power in range(low, high + 1):
        x, y = place(xs[0], power)
        parts.append('<path d="M%.1f %.1fH%d" stroke="#ccc"/>' % (x, y, width - 20))
        parts.append('<text x="%.1f" y="%.1f" text-anchor="end">%g s</text>' % (x - 8, y + 4, 10 ** power))
    for (rows, _), x in zip(points, xs):
        parts.append('<text x="%.1f" y="%d" text-anchor="middle">%s</text>' % (place(x, low)[0], height - 28, grouped(rows)))
    parts.append('<text x="%d" y="%d" text-anchor="middle">rows</text>' % ((width + left) // 2, height - 8))
    first, last = place(xs[0], ys[-1] - (xs[-1] - xs[0])), place(xs[-1], ys[-1])
    if ys[-1] - (xs[-1] - xs[0]) < low:
        first = place(xs[-1] - (ys[-1] - low), low)
    parts.append('<path d="M%.1f %.1fL%.1f %.1f" stroke="#888" stroke-dasharray="6 4"/>' % (*first, *last))
    parts.append('<path d="M%s" fill="none" stroke="#1f5fa8" stroke-width="2"/>'
                 % "L".join("%.1f %.1f" % place(x, y) for x, y in zip(xs, ys)))
    for x, y in zip(xs, ys):
        parts.append('<circle cx="%.1f" cy="%.1f" r="4" fill="#1f5fa8"/>' % place(x, y))
    return "\n".join(parts + ["</svg>"]) + "\n"


def processor():
    try:
        for line in open("/proc/cpuinfo", encoding="utf-8"):
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--maker", required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-write", action="store_true")
    options = parser.parse_args()
    bench = Bench(options)
    bench.say("# Performance\n")
    bench.say("Written by `script/bench`, which makes the data from a seed. Whole processes on %s with %d processors, "
              "%s; the machine is shared, so compare ratios, not seconds.\n"
              % (processor(), os.cpu_count(), "files in the system's cache"))
    largest = (100_000, 24_000) if options.quick else (10_000_000, 240_000)
    sizes = [(100, 40), (100_000, 24_000)] if options.quick else [(100, 40), (1_000_000, 240_000), largest]
    bench.check_peers(bench.data(20_000, 4_000, flagged=0))
    bench.against_peers(sizes, options.runs)
    bench.budget(*largest, options.runs)
    plot = bench.growth(options.runs)
    bench.write(plot)


main()
