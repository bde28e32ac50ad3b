#!/usr/bin/env python3
# run.py --build DIR [--quick] [NAME]...
#
# Measures what the person at the window waits for, each time against a baseline that does only what has to be done. Both are
# measured in turns in the same run, and medians are compared, so that a slow machine is slow for both. Nothing is
# asserted: times are for people to look at.
#
#   start    the first page of the sample on the screen; baseline: an empty window of libadwaita
#   rate     one rating, kept durably; baseline: one bare insert with the same durability
#   attach   1 GB of evidence taken in; baseline: cp of the file, and sha256sum of it
#   import   100,000 ratings from a CSV file; baseline: the same rows inserted by bare SQLite into the same schema
#   search   10,000 items of evidence and 100,000 reasons, typed letter by letter; baseline: the bare query of the index
#   history  a million changes opened, filtered by criterion, person and day; baseline: bare statements for the same page. And the assessment
#            as it stood a year ago; baseline: the assessment as it is now
#   compare  each page that sets organisations side by side, to its first complete frame, on the national sample, on 211 organisations × 10 years × 6
#            layers, and on 5,000 × 10 × 2; the aim is 100 ms on the first two. These are processor times. A heat map scrolled, frame by frame.
#            Each chart as PDF; baseline: gnuplot drawing the same numbers. Levels of the country exported; baseline: sqlite3 adding up the same rows
#   compare-pages  the same pages of the same workbooks in a window, from the key to the first complete frame, and again when one comes back; how much of
#            that was of the processor, and for how long the main loop was away; frames of the map scrolled; baseline: an empty window of libadwaita in
#            the same process, and a frame of it
#   organisations  5,000 organisations imported, on the screen, and filtered while somebody types; baseline: the same with 50
#   review   a round of 152 assessments, ten panels of six and 33 criteria: an agenda, agreement, severity and pairs with 1,000 draws for each interval;
#            baseline: bare statements for the same rows, and the same numbers without intervals
#   report   a document of some sixty pages of text and tables, as a PDF; baseline: LibreOffice making one of the same, where it is installed
#
# Peak memory is the largest resident size of the process. With --quick all is smaller and done fewer times. Files are made
# below the build directory and removed: on a file system in memory nothing is durable, and everything fast.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import argparse
import hashlib
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = sorted((ROOT / "data/schema").glob("*.sql"))
MEGABYTE = 1 << 20


def processor_seconds():
    """Of all programs that were run and have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Run:
    """A program that was run: how long, how much of the processor and of memory, and what it printed."""

    def __init__(self, launcher, memory_file, *command, until=None, env=None, quiet=False):
        used = processor_seconds()
        started = time.monotonic()
        process = subprocess.Popen([str(part) for part in (launcher, memory_file, *command)], stdout=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL, env=env, stderr=subprocess.DEVNULL if quiet else None)
        lines = []
        self.seconds = None
        for line in process.stdout:
            lines.append(line.decode())
            if until and self.seconds is None and lines[-1].startswith(until):
                self.seconds = time.monotonic() - started
        code = process.wait()
        if until is None:
            self.seconds = time.monotonic() - started
        if code or self.seconds is None:
            raise SystemExit(f"bench: failed (exit {code}): {' '.join(map(str, command))}")
        self.processor = processor_seconds() - used
        self.output = "".join(lines)
        self.megabytes = int(memory_file.read_text()) / 1024


def median_of(runs):
    return statistics.median(run.seconds for run in runs)


def processor_of(runs):
    return statistics.median(run.processor for run in runs)


def peak_of(runs):
    return max(run.megabytes for run in runs)


def in_words(seconds):
    if seconds < 0.01:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


class Bench:
    def __init__(self, build, folder, quick):
        self.build, self.folder, self.quick = build, folder, quick
        self.here = build / "tests/bench"
        self.ctl = build / "src/ctl/touchstonectl"
        self.rows = []

    def run(self, *command, **options):
        return Run(self.here / "bench-run", self.folder / "memory", *command, **options)

    def remove(self, *names):
        for name in names:
            for path in self.folder.glob(f"*{name}*"):
                path.unlink()

    def report(self, what, ours, baseline_name, baseline, aim, our_memory, baseline_memory, note=""):
        ratio = f"{ours / baseline:.2f} ×"
        self.rows.append((what, in_words(ours), baseline_name, in_words(baseline), ratio, aim, f"{our_memory:.0f} MB",
                          f"{baseline_memory:.0f} MB" if baseline_memory else ""))
        print(f"{what}: {in_words(ours)}; {baseline_name}: {in_words(baseline)}; {ratio} (aim {aim}){note}", flush=True)

    # --- What is measured ---

    def start(self):
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            print("start: not measured, because there is no display (./dev bench makes one)", file=sys.stderr)
            return
        sample = self.folder / "start.touchstone"
        self.run(self.ctl, "sample", sample)
        environment = os.environ | {"GSETTINGS_SCHEMA_DIR": str(self.build / "data"), "GSETTINGS_BACKEND": "memory"}
        window = lambda: self.run(self.here / "bench-window", until="first frame", env=environment)
        program = lambda: self.run(self.build / "src/app/touchstone", "--exit-after-first-frame", sample, until="first frame",
                              env=environment)
        # The first start of each reads what the others find in memory.
        window(), program()
        empty, ours = [], []
        for _ in range(5 if self.quick else 21):
            empty.append(window())
            ours.append(program())
        self.report("First page of the sample", median_of(ours), "empty window", median_of(empty), "1.5 ×", peak_of(ours),
                    peak_of(empty))

    def rate(self):
        n_ratings = 50 if self.quick else 200
        ours, bare, our_runs, bare_runs = [], [], [], []
        sample = self.folder / "rate.touchstone"
        self.run(self.ctl, "sample", sample)
        for turn in range(1 if self.quick else 5):
            bare_runs.append(self.run(self.here / "bench-sqlite", "insert", self.folder / f"rate-{turn}.sqlite", n_ratings))
            our_runs.append(self.run(self.here / "bench-store", "rate", sample, n_ratings))
            bare += map(int, bare_runs[-1].output.split())
            ours += map(int, our_runs[-1].output.split())
        self.report("One rating kept", statistics.median(ours) / 1e6, "one bare insert", statistics.median(bare) / 1e6,
                    "2 ×", peak_of(our_runs), peak_of(bare_runs))
        self.remove("rate")

    def attach(self):
        n_megabytes = 64 if self.quick else 1024
        source, copy = self.folder / "attach-source", self.folder / "attach-copy"
        digest = hashlib.sha256()
        with open(source, "wb") as file:
            for _ in range(n_megabytes):
                piece = os.urandom(MEGABYTE)
                digest.update(piece)
                file.write(piece)
        self.run("sync", source)
        ours, copies, sums, flushed = [], [], [], []
        for turn in range(1 if self.quick else 3):
            copies.append(self.run("cp", source, copy))
            copy.unlink()
            flushed.append(self.run("dd", f"if={source}", f"of={copy}", "bs=1M", "conv=fsync", "status=none"))
            copy.unlink()
            sums.append(self.run("sha256sum", source))
            workbook = self.folder / f"attach-{turn}.touchstone"
            self.run(self.ctl, "new", workbook)
            ours.append(self.run(self.here / "bench-store", "attach", workbook, source))
            if ours[-1].output.split() != [digest.hexdigest(), str(n_megabytes * MEGABYTE)]:
                raise SystemExit("bench: what was attached is not what is in the file")
            workbook.unlink()
        size = "1 GB" if n_megabytes == 1024 else f"{n_megabytes} MB"
        both = median_of(copies) + median_of(sums)
        self.report(f"Attaching {size}", median_of(ours), "cp and sha256sum", both, "1.5 ×", peak_of(ours), peak_of(copies))
        self.report(f"Attaching {size}, which is on the disk then", median_of(ours), "the same, the copy flushed",
                    median_of(flushed) + median_of(sums), "—", peak_of(ours), peak_of(flushed))
        self.remove("attach")

    def write_ratings(self, n_ratings):
        """Organisations and years as many as it takes; every criterion of wcc-year-2 once for each."""
        organisations, ratings = self.folder / "import-organisations.csv", self.folder / "import-ratings.csv"
        criteria = [f"{group}{part}" for group in range(1, 12) for part in "abc"]
        years = list(range(1990, 2010))
        n_organisations = -(-n_ratings // (len(criteria) * len(years)))
        with open(organisations, "w", newline="\r\n") as file:
            file.write("code,name,kind,parent,opened,closed,successors\n")
            for i in range(n_organisations):
                file.write(f"ZZ{i:04d},Fictional {i} PCT,pct,,,,\n")
        count = 0
        with open(ratings, "w", newline="\r\n") as file:
            file.write("organisation,year,framework,criterion,layer,assessor,level,rationale\n")
            for i in range(n_organisations):
                for year in years:
                    for criterion in criteria:
                        if count == n_ratings:
                            break
                        count += 1
                        file.write(f"ZZ{i:04d},{year}/{(year + 1) % 100:02d},wcc-year-2,{criterion},self,,{1 + count % 4},"
                                   f"Shown by item {count} of the record\n")
        return organisations, ratings

    def do_import(self):
        n_ratings = 5000 if self.quick else 100000
        organisations, ratings = self.write_ratings(n_ratings)
        ours, bare = [], []
        for turn in range(1 if self.quick else 3):
            database = self.folder / f"import-{turn}.sqlite"
            self.run(self.here / "bench-sqlite", "create", database, *SCHEMA)
            bare.append(self.run(self.here / "bench-sqlite", "import", database, ratings))
            workbook = self.folder / f"import-{turn}.touchstone"
            self.run(self.ctl, "new", workbook)
            self.run(self.ctl, "import", workbook, "organisations", organisations)
            ours.append(self.run(self.ctl, "import", workbook, "ratings", ratings))
        self.report(f"Importing {n_ratings:,} ratings", median_of(ours), "the same rows, bare", median_of(bare), "4 ×",
                    peak_of(ours), peak_of(bare))
        self.remove("import")

    def search(self):
        n_evidence, n_reasons = (1000, 10000) if self.quick else (10000, 100000)
        workbook = self.folder / "search.touchstone"
        self.run(self.here / "bench-search", "make", workbook, n_evidence, n_reasons)
        found = self.run(self.here / "bench-search", "type", workbook)
        lines = [line.split(" ", 3) for line in found.output.splitlines()]
        first, everywhere, bare = ([int(line[i]) / 1e6 for line in lines] for i in range(3))
        median = statistics.median
        self.report("First hits, one’s own organisation", median(first), "the bare query", median(bare), "1 ×", found.megabytes, None)
        self.report("Hits in the whole workbook", median(everywhere), "the bare query", median(bare), "2 ×", found.megabytes, None)
        self.report("… at worst", max(everywhere), "the bare query at worst", max(bare), "2 ×", found.megabytes, None)
        self.remove("search")

    def history(self):
        n_changes = 50000 if self.quick else 1000000
        titles = {"open": "History opened", "criterion": "… of a criterion", "person": "… of a person", "rare-person": "… of one seldom there",
                  "day": "… of a day", "past": "As it stood a year ago"}
        workbook = self.folder / "history.touchstone"
        self.run(self.ctl, "sample", workbook)
        self.run(self.here / "bench-history", "make", workbook, n_changes)
        read = self.run(self.here / "bench-history", "read", workbook)
        for line in read.output.splitlines():
            name, ours, baseline = line.split()
            self.report(titles[name], int(ours) / 1e6, "as it is now" if name == "past" else "bare statements", int(baseline) / 1e6,
                        "2 ×" if name == "past" else "—", read.megabytes, None)
        self.remove("history")

    def compare(self):
        titles = {"map": "Map", "trends": "Trends", "gaps": "Gaps", "optimism": "… optimism", "spread": "Spread", "spread-by-year": "… by year",
                  "totals": "… of totals", "ranking": "Ranking", "two-measures": "Two measures", "change": "Change", "radar": "Radar with peers"}
        workbooks = (("the country", "country", None), ("211 × 10 × 6", "b211", (211, 10, 6)), ("5,000 × 10 × 2", "b5000", (500 if self.quick else 5000, 10, 2)))
        program = self.here / "bench-compare"
        for name, file, size in workbooks:
            workbook = self.folder / f"compare-{file}.touchstone"
            if size is None:
                self.run(self.ctl, "sample", workbook, "--national")
            else:
                self.run(program, "make", workbook, *size)
            pages = self.run(program, "pages", workbook)
            for line in pages.output.splitlines():
                page, *parts = line.split()
                read, make, layout, paint, whole = (int(part) / 1e6 for part in parts)
                self.report(f"{titles[page]}, {name}", whole, "of it, reading", read, "100 ms" if file != "b5000" else "linear", pages.megabytes, None)
            scroll = self.run(program, "scroll", workbook)
            middle, most, longest = (int(part) / 1e6 for part in scroll.output.split())
            self.report(f"A frame of the map scrolled, {name}", middle, "the 95th of 100", most, "16 ms", scroll.megabytes, None,
                        f"; the longest {in_words(longest)}")
        country = self.folder / "compare-country.touchstone"
        if shutil.which("gnuplot"):
            self.pictures(program, country)
        else:
            print("compare: charts are not compared with gnuplot's, because it is not there (package gnuplot-nox)", file=sys.stderr)
        table = self.folder / "compare.csv"
        turns = 3 if self.quick else 7
        ours = [self.run(self.ctl, "export", country, "levels", "-o", table) for _ in range(turns)]
        query = ("select assessment.year, rating.layer, rating.node, count(*), sum(rating.level) from rating join assessment on assessment.id = "
                 "rating.assessment group by 1, 2, 3")
        bare = [self.run("sqlite3", country, query) for _ in range(turns)]
        self.report("Levels of the country exported", median_of(ours), "sqlite3 adding up the rows", median_of(bare), "—", peak_of(ours), peak_of(bare))
        self.remove("compare")

    def compare_pages(self):
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            print("compare-pages: not measured, because there is no display (./dev bench makes one)", file=sys.stderr)
            return
        titles = {"map": "Map", "trends": "Trends", "gaps": "Gaps", "spread": "Spread", "ranking": "Ranking", "measures": "Two measures", "rules": "Rules"}
        environment = os.environ | {"GSETTINGS_SCHEMA_DIR": str(self.build / "data"), "GSETTINGS_BACKEND": "memory"}
        workbooks = (("the country", None), ("211 × 10 × 6", (211, 10, 6)), ("5,000 × 10 × 2", (500 if self.quick else 5000, 10, 2)))
        for name, size in workbooks:
            workbook = self.folder / "compare-pages.touchstone"
            if size is None:
                self.run(self.ctl, "sample", workbook, "--national")
            else:
                self.run(self.here / "bench-compare", "make", workbook, *size)
            shown = self.run(self.here / "bench-compare-pages", workbook, env=environment)
            taken = {}
            # What the accessibility bus says of itself on the same output has other words.
            for words in map(str.split, shown.output.splitlines()):
                if len(words) > 1 and all(word.isdigit() for word in words[1:]):
                    taken.setdefault(words[0], []).append([int(word) / 1e6 for word in words[1:]])
            middles = {what: [statistics.median(column) for column in zip(*rows)] for what, rows in taken.items()}
            empty, empty_frame = middles["empty"][0], middles["empty-frame"][0]
            aim = "linear" if size and size[0] > 211 else "100 ms"
            for page, title in titles.items():
                for what, words in ((page, f"{title} on the screen, {name}"), (f"{page}-again", "… once more")):
                    on_the_wall, processor, away = middles[what]
                    self.report(words, on_the_wall, "an empty window", empty, "100 ms" if what != page else aim, shown.megabytes, None,
                                f"; of the processor {in_words(processor)}; the main loop was away for {in_words(away)} of it at most")
            frames = sorted(row[0] for row in taken["scroll"])
            self.report(f"A frame of the map scrolled, {name}", statistics.median(frames), "a frame of an empty window", empty_frame, "16 ms",
                        shown.megabytes, None, f"; the 95th of 100 {in_words(frames[94])}, the longest {in_words(frames[-1])}")
            self.remove("compare-pages")

    def review(self):
        titles = {"agenda": ("Agenda of an assessment", "a bare statement for its ratings", "20 ms"),
                  "reading": ("Scores of a round read", "a bare statement for them", "200 ms"),
                  "agreement": ("Agreement on 33 criteria and all", "without intervals", "500 ms"),
                  "severity": ("Severity of 60 reviewers", "without intervals", "500 ms"),
                  "pairs": ("Kappa of pairs, and panels", "without intervals", "1 s")}
        workbook = self.folder / "review.touchstone"
        program = self.here / "bench-review"
        self.run(self.ctl, "sample", workbook, "--national")
        self.run(program, "make", workbook, 10, 6)
        pages = self.run(program, "pages", workbook)
        for line in pages.output.splitlines():
            page, ours, bare = line.split()
            title, baseline, aim = titles[page]
            self.report(title, int(ours) / 1e6, baseline, int(bare) / 1e6, aim, pages.megabytes, None)
        self.remove("review")

    # What gnuplot is told for each chart: the same numbers in the same manner, without words. Columns are those of the chart's table, from 2 on.
    PLOTS = {
        "map": ("heatmap", "set palette defined (0 'white', 1 'grey', 4 'blue'); plot for [i=4:14] 'DATA' using (i):1:i with points pt 5 palette"),
        "trends": ("trend", "unset key; plot for [r=0:152] 'DATA' every ::r::r using (0):2:(1):($3-$2) with vectors nohead"),
        "gaps": ("dumbbell", "plot 'DATA' using 3:1 pt 7, '' using 4:1 pt 5, '' using 6:1 pt 9"),
        "optimism": ("optimism", "plot 'DATA' using 4:1:($5-$4):(0) with vectors nohead, '' using 4:1 pt 7, '' using 5:1 pt 6"),
        "spread": ("distribution", "set style data histograms; set style histogram rowstacked; set style fill solid; plot for [i=2:6] 'DATA' using i"),
        "totals": ("strip", "plot 'DATA' using 3:1 with points pt 7"),
        "ranking": ("ranking", "plot for [i=3:5] 'DATA' using i:1 with points pt 7, for [i=3:5] '' using i:1:(20) with xerrorbars"),
        "two-measures": ("scatter", "plot 'DATA' using 3:4 with points pt 7"),
        "change": ("change", "plot 'DATA' matrix with image"),
        "radar": ("radar", "set polar; plot 'DATA' using ($1*2*pi/11):2 with filledcurves, '' using ($1*2*pi/11):4 with lines"),
    }

    def pictures(self, program, workbook):
        data, script, picture = (self.folder / name for name in ("compare.dat", "compare.gp", "compare.pdf"))
        turns = 3 if self.quick else 7
        for page, (chart, plot) in self.PLOTS.items():
            self.run(program, "data", workbook, page, data)
            script.write_text(f"set terminal pdfcairo size 11in,7.5in; set output '{picture}'; {plot.replace('DATA', str(data))}\n")
            options = ("--of", "ZY001") if chart == "radar" else ()
            ours, theirs, drawing = [], [], []
            for _ in range(turns):
                ours.append(self.run(self.ctl, "chart", workbook, chart, "-o", picture, "--size", "1056x720", *options))
                theirs.append(self.run("gnuplot", script))
            drawing = [int(part) / 1e6 for part in self.run(program, "pdf", workbook, page).output.split()]
            self.report(f"{chart} as PDF, from the workbook", median_of(ours), "gnuplot, from a file", median_of(theirs), "1 ×", peak_of(ours), peak_of(theirs),
                        f"; of the processor {in_words(processor_of(ours))} and {in_words(processor_of(theirs))}; laying out and drawing alone "
                        f"{in_words(drawing[0])}")

    def organisations(self):
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            print("organisations: not measured, because there is no display (./dev bench makes one)", file=sys.stderr)
            return
        environment = os.environ | {"GSETTINGS_SCHEMA_DIR": str(self.build / "data"), "GSETTINGS_BACKEND": "memory"}
        many, few = {}, {}
        for n_organisations, times in ((50, few), (500 if self.quick else 5000, many)):
            table, workbook = self.folder / "organisations.csv", self.folder / "organisations.touchstone"
            with open(table, "w", newline="\r\n") as file:
                file.write("code,name,kind,parent,opened,closed,successors\n")
                for i in range(n_organisations):
                    closed, successor = ("2013-03-31", f"ZZ{i + 1:05d}") if i % 3 == 0 and i + 1 < n_organisations else ("", "")
                    file.write(f"ZZ{i:05d},Fictional {i} PCT,{'sha' if i < 10 else 'pct'},{f'ZZ{i % 10:05d}' if i >= 10 else ''},2006-10-01,"
                               f"{closed},{successor}\n")
            self.run(self.ctl, "new", workbook)
            times["import"] = self.run(self.ctl, "import", workbook, "organisations", table).seconds
            page = self.run(self.here / "bench-organisations", workbook, env=environment)
            times["memory"] = page.megabytes
            for what in ("open", "type"):
                taken = [[int(part) / 1e6 for part in line.split()[1:]] for line in page.output.splitlines() if line.startswith(what)]
                times[what] = statistics.median(time for time, _ in taken)
                times[f"{what} longest"] = statistics.median(longest for _, longest in taken)
            self.remove("organisations")
        number = f"{500 if self.quick else 5000:,} organisations"
        for what, key in ((f"{number} imported", "import"), (f"{number} on the screen", "open"), ("… the longest step", "open longest"),
                          ("… filtered", "type"), ("… the longest step", "type longest")):
            self.report(what, many[key], "50 organisations", few[key], "—", many["memory"], few["memory"])

    def do_report(self):
        office = shutil.which("soffice")
        pdf, odt, profile = self.folder / "report.pdf", self.folder / "report.fodt", self.folder / "office"
        ours = [self.run(self.here / "bench-report", "pdf", pdf) for _ in range(1 if self.quick else 5)]
        n_pages, laying_out, painting = map(int, self.run(self.here / "bench-report", "layout").output.split())
        what = f"A report of {n_pages} pages"
        print(f"{what}: of these {in_words(laying_out / 1e9)} to lay it out, {in_words(painting / 1e9)} to paint it")
        if office is None:
            print(f"{what}: {in_words(median_of(ours))}; not compared, because LibreOffice is not installed (libreoffice-writer-nogui)")
            self.remove("report")
            return
        self.run(self.here / "bench-report", "odt", odt)
        convert = lambda: self.run(office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf:writer_pdf_Export",
                                   "--outdir", self.folder / "office-out", odt, quiet=True)
        # The first start makes a profile.
        convert()
        baseline = [convert() for _ in range(1 if self.quick else 5)]
        made = (self.folder / "office-out" / "report.pdf").read_bytes()
        if not made.startswith(b"%PDF-"):
            raise SystemExit("bench: LibreOffice made no PDF")
        self.report(what, median_of(ours), "LibreOffice, the same text", median_of(baseline), "1 ×", peak_of(ours), peak_of(baseline))
        for folder in ("office", "office-out"):
            shutil.rmtree(self.folder / folder)
        self.remove("report")

    def print_table(self):
        head = ("", "Touchstone", "baseline", "", "ratio", "aim", "peak memory", "of the baseline")
        rows = [head, *self.rows]
        widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
        print()
        for row in rows:
            print("  ".join(f"{cell:<{width}}" if i in (0, 2) else f"{cell:>{width}}"
                            for i, (cell, width) in enumerate(zip(row, widths))).rstrip())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--quick", action="store_true", help="smaller and fewer: to see that it works")
    parser.add_argument("names", nargs="*", metavar="NAME", help="start, rate, attach, import, search, history, organisations, compare, compare-pages, review or report; all if none is given")
    arguments = parser.parse_args()
    build = arguments.build.resolve()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=build))
    try:
        bench = Bench(build, folder, arguments.quick)
        measures = {"start": bench.start, "rate": bench.rate, "attach": bench.attach, "import": bench.do_import,
                    "search": bench.search, "history": bench.history, "organisations": bench.organisations,
                    "compare": bench.compare, "compare-pages": bench.compare_pages, "review": bench.review, "report": bench.do_report}
        for name in arguments.names or measures:
            if name not in measures:
                parser.error(f"there is no “{name}”")
            measures[name]()
        bench.print_table()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
