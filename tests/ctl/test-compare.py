#!/usr/bin/env python3
# test-compare.py PROGRAM
#
# Organisations side by side, drawn: the numbers are those of the raw ratings, counted here once more.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import collections
import csv
import io
import json
import re
import resource
import signal
import statistics
import xml.etree.ElementTree as tree
import zipfile

from harness import case, main

KINDS = ("heatmap", "distribution", "strip", "trend", "change", "optimism", "dumbbell", "ranking", "scatter")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def final_levels(test, workbook, year):
    """Counts of levels by competency: the stated one, else the middle of three."""
    parts = collections.defaultdict(dict)
    for row in test.done("export", workbook, "ratings", "--year", year, "--layer", "final").rows:
        parts[row["organisation"]][row["criterion"]] = row["level"]
    counts = collections.defaultdict(collections.Counter)
    for rated in parts.values():
        for number in map(str, range(1, 12)):
            three = [rated.get(number + letter) for letter in "abc"]
            if number in rated:
                counts[number][rated[number]] += 1
            elif all(three):
                counts[number][sorted(three)[1]] += 1
    return counts


@case
def charts_of_the_country(test):
    test.done("sample", "n.touchstone", "--national")
    for kind in KINDS:
        test.done("chart", "n.touchstone", kind, "-o", kind + ".svg")
        test.expect(test.path(kind + ".svg").read_bytes().startswith(b"<?xml"), f"{kind}.svg is no SVG")
    for year in ("2008/09", "2009/10"):
        expected = final_levels(test, "n.touchstone", year)
        text = test.done("chart", "n.touchstone", "distribution", "--describe", "--year", year, "--layer", "final").text
        found = {}
        for line in text.splitlines()[4:]:
            words = line.split()
            shown = [word for word in words if word.isdigit()]
            if words:
                found[words[0]] = shown[1:5]
        test.equal(year, found, {number: [str(expected[number][level]) for level in "1234"] for number in expected})
    ranks = test.done("export", "n.touchstone", "ranking", "--year", "2008/09").rows
    test.equal("ranks", collections.Counter(row["weighting"] for row in ranks), {"sum": 152, "map": 152, "governance-first": 152})
    scores = {row["organisation"]: float(row["score"]) for row in ranks if row["weighting"] == "sum"}
    for row in ranks:
        if row["weighting"] == "sum":
            score = scores[row["organisation"]]
            above = sum(other > score for other in scores.values())
            alike = sum(other == score for other in scores.values())
            test.equal(row["organisation"], float(row["rank"]), above + (alike + 1) / 2)
            test.expect(float(row["rank_from"]) <= float(row["rank"]) <= float(row["rank_to"]), f"interval of {row['organisation']}")
    test.fails(1, "touchstonectl: n.touchstone: there are no two years to draw that fit what was asked for\n",
               "chart", "n.touchstone", "change", "--describe", "--year", "2008/09")



def table(test, *arguments):
    """The table of a chart, as lists of texts: columns are told apart by where the rule under the header is broken."""
    lines = test.done("chart", "n.touchstone", *arguments, "--describe").text.split("\n\n", 1)[1].splitlines()
    places = [match.span() for match in re.finditer("-+", lines[1])]
    return [[line[begin:end].strip() for begin, end in places] for line in lines[:1] + lines[2:] if line]


def levels_of(test, year, layer="final"):
    """The level of each organisation and competency, worked out from the raw ratings."""
    parts = collections.defaultdict(dict)
    for row in test.done("export", "n.touchstone", "ratings", "--year", year, "--layer", layer).rows:
        if row["level"].isdigit():
            parts[row["organisation"]][row["criterion"]] = int(row["level"])
    levels = collections.defaultdict(dict)
    for code, rated in parts.items():
        for number in map(str, range(1, 12)):
            three = [rated.get(number + letter) for letter in "abc"]
            if number in rated:
                levels[code][number] = rated[number]
            elif all(three):
                levels[code][number] = sorted(three)[1]
    return levels


@case
def charts_exports_and_raw_ratings_agree(test):
    test.done("sample", "n.touchstone", "--national")
    levels = {year: levels_of(test, year) for year in ("2008/09", "2009/10")}
    own = levels_of(test, "2009/10", "self")
    last = levels["2009/10"]
    parents = {row["code"]: row["parent"] for row in test.done("export", "n.touchstone", "organisations").rows}
    names = {row["code"]: row["name"] for row in test.done("export", "n.touchstone", "organisations").rows}
    sha = sorted(code for code in set(parents.values()) if code)[3]

    def total(code, year="2009/10"):
        found = levels[year][code]
        return sum(found.values()) if len(found) == (10 if year == "2008/09" else 11) else None

    exported = {(row["organisation"], row["node"]): row["level"]
                for row in test.done("export", "n.touchstone", "levels", "--year", "2009/10", "--layer", "final").rows}
    test.equal("levels", {key: int(level) for key, level in exported.items() if level and key[1].isdigit()},
               {(code, node): level for code, found in last.items() for node, level in found.items()})

    rows = table(test, "heatmap", "--sort", "7")[1:]
    test.equal("rows of the heat map", len(rows), 152)
    for row in rows:
        for number in range(1, 12):
            level = last.get(row[0], {}).get(str(number))
            test.equal(f"{row[0]} {number}", row[2 + number].split(" ")[0] if level else row[2 + number], str(level) if level else row[2 + number])
            test.expect(level or row[2 + number].startswith(("not rated", "too little rated")), f"{row[0]} {number} is missing")
        test.expect(row[14].split(" ")[0] == str(total(row[0])) or total(row[0]) is None, f"total of {row[0]}: {row[14]}")
    order = [last.get(row[0], {}).get("7", 0) for row in rows]
    test.equal("sorted by 7", order, sorted(order, reverse=True))

    named = {row[0]: row[1] for row in table(test, "heatmap", "--parent", sha, "--sort", "name")[1:]}
    test.equal("of one SHA", set(named), {code for code, parent in parents.items() if parent == sha})
    test.equal("by name", list(named.values()), sorted(named.values()))
    for kind in ("levels", "gaps", "ranking", "outcomes", "organisations"):
        codes = {row.get("organisation", row.get("code")) for row in test.done("export", "n.touchstone", kind, "--parent", sha).rows}
        test.expect(codes and codes <= set(named), f"{kind} of one SHA has {codes - set(named)}")

    # Like for like: of 2009/10 only the ten competencies that there were the year before.
    standing = set.intersection(*({node for found in levels[year].values() for node in found} for year in levels))
    test.equal("stand in both years", standing, set(map(str, range(1, 11))))

    def standing_total(code, year):
        found = levels[year][code]
        return sum(found[node] for node in standing) if standing <= set(found) else None

    rows = table(test, "trend")[1:]
    for row in rows[:-1]:
        code = row[0].split(" ")[0]
        test.equal("trend of " + code, row[1:], [str(standing_total(code, year) or "no value") for year in ("2008/09", "2009/10")])
    for column, year in ((1, "2008/09"), (2, "2009/10")):
        totals = [standing_total(code, year) for code in levels[year]]
        test.equal("median", rows[-1][column], f"{statistics.median(total for total in totals if total):g}")
    both = [[standing_total(code, year) for year in ("2008/09", "2009/10")] for code in names]
    both = [pair for pair in both if all(pair)]
    rose, fell = sum(a < b for a, b in both), sum(a > b for a, b in both)
    finding = (f"From 2008/09 to 2009/10, of {len(both)} organisations with both, {rose} rose, {fell} fell, {len(both) - rose - fell} stayed the same, "
               "going by the 10 competencies that stand in both years; ")
    told = test.done("chart", "n.touchstone", "trend", "--describe").text
    test.expect(told.startswith(finding), f"expected “{finding}”, found “{told[:200]}”")
    test.expect(rose < len(both) and fell > 0, "all rose")
    test.done("chart", "n.touchstone", "trend", "-o", "trend.svg")
    by_year = {(row[0], row[1].split(" ")[0]): row[2] for row in table(test, "strip", "--by", "year")[1:]}
    test.equal("strip by year", {key: value for key, value in by_year.items() if value.isdigit()},
               {(year, code): str(standing_total(code, year)) for year in levels for code in levels[year] if standing_total(code, year)})
    for row in table(test, "distribution", "--by", "year")[1:]:
        counts = collections.Counter(found[node] for found in levels[row[0]].values() for node in standing if node in found)
        test.equal("distribution of " + row[0], [int(cell.split(" ")[0]) for cell in row[1:5]], [counts[level] for level in (1, 2, 3, 4)])

    strip = {row[1].split(" ")[0]: row[2] for row in table(test, "strip")[1:]}
    test.equal("strip", strip, {code: str(total(code)) for code in last if total(code) is not None})
    scatter = {row[0]: (row[2], row[3]) for row in table(test, "scatter", "--x", "5", "--y", "total")[1:]}
    test.equal("scatter", {code: pair[1] for code, pair in scatter.items()}, strip)
    test.equal("level on an axis", {code: pair[0] for code, pair in scatter.items()}, {code: str(last[code]["5"]) for code in strip})

    for row in table(test, "dumbbell")[1:]:
        both = [(own[code][row[0]], last[code][row[0]]) for code in last if row[0] in last[code] and row[0] in own[code]]
        test.equal("dumbbell " + row[0], (float(row[2].split(" ")[0]), float(row[5].split(" ")[0])),
                   tuple(float(f"{statistics.mean(pair[i] for pair in both) + 1e-9:.1f}") for i in (1, 0)))

    agreement = test.done("export", "n.touchstone", "agreement-of-layers", "--year", "2009/10").rows
    for row in agreement:
        if (row["first"], row["second"]) == ("self", "final"):
            both = [(own[code][row["node"]], last[code][row["node"]]) for code in last if row["node"] in last[code] and row["node"] in own[code]]
            test.equal("agreement " + row["node"], [int(row[name]) for name in ("organisations", "same", "within_one")],
                       [len(both), sum(a == b for a, b in both), sum(abs(a - b) <= 1 for a, b in both)])
            test.expect(abs(float(row["mean_difference"]) - sum(a - b for a, b in both) / len(both)) < 1e-12, "mean difference")
    test.expect(len(agreement) >= 11 * 3, "pairs of layers")

    own_rank = [row for row in test.done("export", "n.touchstone", "ranking", "--weights", "5=2,7=1").rows if row["weighting"] == "own"]
    for row in own_rank:
        found = last.get(row["organisation"], {})
        if row["score"]:
            test.expect(abs(float(row["score"]) - 100 * (2 * found["5"] + found["7"]) / 12) < 1e-9, f"own score of {row['organisation']}")
    code = next(iter(strip))
    radar = table(test, "radar", "--of", code)
    peers = [last[other] for other in last if other != code]
    test.equal("median of peers", [row[3].split(" ")[0] for row in radar[1:]],
               [f"{statistics.median(found[str(i)] for found in peers if str(i) in found):g}" for i in range(1, 12)])
    test.expect(names[code] in radar[0][1], "the radar is of another")


@case
def effects_of_another_rule_are_those_of_the_raw_ratings(test):
    test.done("sample", "n.touchstone", "--national")
    parts = collections.defaultdict(dict)
    for row in test.done("export", "n.touchstone", "ratings", "--year", "2009/10", "--layer", "final").rows:
        if row["level"].isdigit():
            parts[row["organisation"]][row["criterion"]] = int(row["level"])
    rules = {"minimum": min, "majority": statistics.median_low, "mean": lambda three: int(statistics.mean(three) + 0.5)}

    def effects(own, others, among=None):
        found = []
        for other in others:
            for code in sorted(among or parts):
                for number in map(str, range(1, 12)):
                    three = [parts[code].get(number + letter) for letter in "abc"]
                    if number in parts[code] or not all(three):
                        continue
                    before, after = rules[own](three), rules[other](three)
                    if before != after:
                        found.append((code, "2009/10", number, "final", own, str(before), other, str(after), str(after - before)))
        return found

    def exported(*arguments):
        return [tuple(row.values()) for row in test.done("export", "n.touchstone", "rule-effects", *arguments).rows]

    expected = effects("majority", ("minimum", "majority", "mean"))
    test.expect({row[6] for row in expected} == {"minimum", "mean"}, "the sample cannot tell")
    test.equal("every rule", exported(), expected)
    test.equal("one rule", exported("--other-rule", "minimum", "--year", "2009/10", "--layer", "final"), effects("majority", ("minimum",)))
    test.equal("the rule that is used", exported("--other-rule", "majority"), [])
    test.equal("against another", exported("--rule", "minimum", "--other-rule", "mean"), effects("minimum", ("mean",)))
    parents = {row["code"]: row["parent"] for row in test.done("export", "n.touchstone", "organisations").rows}
    sha = sorted(code for code in set(parents.values()) if code)[3]
    test.equal("of one SHA", exported("--parent", sha), effects("majority", rules, {code for code in parts if parents[code] == sha}))
    rows = json.loads(test.done("export", "n.touchstone", "rule-effects", "--format", "json", "--other-rule", "mean").text)
    test.equal("as JSON", [tuple(map(str, row.values())) for row in rows], effects("majority", ("mean",)))


def cells(path):
    """The texts of the first sheet of a spreadsheet, row by row, and its second sheet's."""
    sheets = []
    with zipfile.ZipFile(path) as file:
        for number in (1, 2):
            rows = []
            for row in tree.fromstring(file.read(f"xl/worksheets/sheet{number}.xml")).iter(SHEET + "row"):
                found = {}
                for cell in row.iter(SHEET + "c"):
                    column = re.match("[A-Z]+", cell.get("r"))[0]
                    text = "".join(part.text or "" for part in cell.iter(SHEET + "t")) if cell.get("t") == "inlineStr" else cell.find(SHEET + "v").text
                    found[column] = (text, cell.get("t") == "inlineStr")
                    if cell.find(SHEET + "f") is not None:
                        raise ValueError("a formula")
                rows.append(found)
            sheets.append(rows)
        sheets.append(file.read("xl/worksheets/sheet1.xml").decode())
    return sheets


@case
def spreadsheets_have_the_cells_of_csv(test):
    test.done("sample", "s.touchstone")
    test.write("o.csv", "code,name,kind,parent,opened,closed,successors\n"
               "Z1,=1+1,pct,,,,\nZ2,+44,pct,,,,\nZ3,-x,pct,,,,\nZ4,@x,pct,,,,\nZ5,<b>&amp; ☃,pct,,,,\n")
    test.done("import", "s.touchstone", "organisations", "o.csv")
    environment = {"environment": {"SOURCE_DATE_EPOCH": "1269993600"}}
    for kind in ("organisations", "ratings", "levels", "gaps", "ranking", "agreement-of-layers", "rule-effects", "evidence", "outcomes", "journal"):
        rows = list(csv.reader(io.StringIO(test.done("export", "s.touchstone", kind).text, newline="")))
        test.done("export", "s.touchstone", kind, "--format", "xlsx", "-o", kind + ".xlsx", **environment)
        first = test.path(kind + ".xlsx").read_bytes()
        test.done("export", "s.touchstone", kind, "--format", "xlsx", "-o", kind + ".xlsx", **environment)
        test.expect(test.path(kind + ".xlsx").read_bytes() == first, f"{kind}: not the same bytes")
        sheet, about, markup = cells(test.path(kind + ".xlsx"))
        test.equal(f"rows of {kind}", len(sheet), len(rows))
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                found, is_text = sheet[i].get(chr(ord("A") + j), ("", True))
                wanted = text[1:] if re.match("'[=+@-]", text) else text
                if not is_text:
                    test.expect(abs(float(found) - float(wanted)) <= 1e-14 * abs(float(wanted)), f"{kind} {i} {j}: {found} for {wanted}")
                elif found.replace("\r\n", "\n") != wanted.replace("\r\n", "\n") and "…" not in found:
                    test.equal(f"{kind} {i} {j}", found, wanted)
        told = {row["A"][0]: row["B"][0] for row in about}
        test.equal(f"{kind}: source and time", (told["Source"], told["Made"]), ("s.touchstone", "2010-03-31 00:00 UTC"))
        test.expect(told["Command"].startswith("touchstonectl export s.touchstone " + kind), f"{kind}: command")
        test.expect("Permitted use" in told and ("Rolled up by" in told) == (kind in ("levels", "gaps", "ranking", "agreement-of-layers", "rule-effects")), f"{kind}: about")
        test.expect('state="frozen"' in markup and "<autoFilter" in markup and "customWidth" in markup, f"{kind}: header, filter or widths")
    sheet = cells(test.path("levels.xlsx"))[0]
    test.expect(not sheet[1]["F"][1], "a level is no number")
    names = {row["A"][0]: row["B"][0] for row in cells(test.path("organisations.xlsx"))[0]}
    test.equal("texts that look like formulas", [names[f"Z{i}"] for i in range(1, 6)], ["=1+1", "+44", "-x", "@x", "<b>&amp; ☃"])
    told = {row["A"][0]: row["B"][0] for row in cells(test.path("levels.xlsx"))[1]}
    test.equal("everything", told["What is in it"], "Everything")
    test.done("export", "s.touchstone", "levels", "--year", "2009/10", "--layer", "final", "--rule", "minimum", "--format", "xlsx", "-o", "l.xlsx")
    told = {row["A"][0]: row["B"][0] for row in cells(test.path("l.xlsx"))[1]}
    test.equal("some", told["What is in it"], "Year: 2009/10; Layer: final")
    test.expect("lowest" in told["Rolled up by"], "the rule is not told")


def limit_files(size):
    """For a program that is about to start: no file may grow beyond SIZE, as on a disk that is full."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


@case
def a_spreadsheet_is_whole_or_none(test):
    test.done("sample", "s.touchstone")
    folder = test.path("tmp")
    folder.mkdir()
    environment = {"SOURCE_DATE_EPOCH": "1269993600", "TMPDIR": str(folder)}
    arguments = ("export", "s.touchstone", "levels", "--format", "xlsx", "-o", "l.xlsx")
    test.done(*arguments, environment=environment)
    whole = test.path("l.xlsx").read_bytes()
    n_failed = n_made = 0
    sizes = [0, 1, 100, 4095, 4096, *range(5000, len(whole) + 40000, 7000), len(whole) - 1, len(whole), 1 << 20]
    for size in sizes:
        test.write("l.xlsx", "kept")
        # The workbook is only read, and takes no room.
        result = test.run(*arguments, environment=environment, preexec_fn=limit_files(size))
        if result.code == 0:
            n_made += 1
            test.expect(test.path("l.xlsx").read_bytes() == whole, f"at most {size} bytes: not whole, and nothing said so")
        else:
            n_failed += 1
            test.equal(f"at most {size} bytes: exit", result.code, 1)
            test.expect(result.err.startswith("touchstonectl: ") and result.err.count("\n") == 1, f"at most {size} bytes: {result.err}")
            test.equal(f"at most {size} bytes", test.path("l.xlsx").read_bytes(), b"kept")
        test.equal(f"at most {size} bytes: left behind", [str(path) for path in folder.iterdir()], [])
    test.expect(n_failed >= 5 and n_made >= 1, f"{n_failed} failed, {n_made} were made")

    test.write("l.xlsx", "kept")
    gone = {**environment, "TMPDIR": str(test.path("gone"))}
    test.fails(1, f"touchstonectl: The spreadsheet could not be made: its temporary files cannot be written in “{test.path('gone')}”: No such file or directory. "
               "Nothing was written. ", *arguments, environment=gone)
    test.equal("without a folder for temporary files", test.path("l.xlsx").read_bytes(), b"kept")


main()
