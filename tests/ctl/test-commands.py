#!/usr/bin/env python3
# test-commands.py PROGRAM
#
# Every command of touchstonectl, doing what it is for.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import hashlib
import json
import os
import pty
import random
import stat
import struct
import time
import xml.etree.ElementTree as ElementTree

from harness import SOURCE, case, main

COMMANDS = ("new", "sample", "frameworks", "import", "export", "chart", "verify")
ORGANISATIONS = "code,name,kind,parent,opened,closed,successors"
GAPS = "organisation,year,framework,node,layer,level,target,gap,previous_year_level,change"
RATINGS = "organisation,year,framework,criterion,layer,assessor,level,rationale"


def lines(header, *rows):
    return "".join(line + "\r\n" for line in (header, *rows))


REGION = lines(ORGANISATIONS,
               'A1,"First, the PCT",pct,Z9,2006-10-01,2010-04-01,A2;B1',
               "A2,Second PCT,pct,Z9,2010-04-01,,",
               'B1,"A ""quoted"" council",council,,,,',
               "B2,'=SUM(A1),council,,1999-01-01,1999-01-01,",
               "Z9,שלום SHA,sha,,2006-07-01,2013-03-31,")

HOSTILE = ["=1+1", "+1", "-1", "@x", "'=x", "''", "'tis", '"', 'a "b" c', "a,b", ";", "line\nline", "line\r\nline", "\ttab",
           "\u202eright to left\u202c שלום", "\u200f", "\U0001f600", "é", " space ", "r" * 10000, "\\", "null", "1e5"]


@case
def help_is_there(test):
    result = test.done("--help")
    for command in COMMANDS:
        test.expect(f"  {command} " in result.text, f"--help does not name {command}")
        for flag in ("--help", "-h"):
            text = test.done(command, flag).text
            test.expect(text.startswith(f"Usage:\n  touchstonectl {command} "), f"{command} {flag}: {text[:60]}")
    for kind in ("organisations", "outcomes", "ratings", "framework"):
        test.expect(kind in test.done("import", "--help").text, f"import --help does not name {kind}")
    for kind in ("organisations", "ratings", "levels", "gaps", "evidence", "outcomes", "journal"):
        test.expect(kind in test.done("export", "--help").text, f"export --help does not name {kind}")
    test.expect(test.done("--version").text.startswith("touchstonectl "), "--version says something else")


@case
def new_makes_a_workbook_and_never_overwrites(test):
    test.workbook()
    before = test.path("w.touchstone").read_bytes()
    test.done("verify", "w.touchstone")
    test.fails(1, "touchstonectl: ", "new", "w.touchstone")
    test.equal("the workbook", test.path("w.touchstone").read_bytes(), before)
    test.write("notes.txt", "mine")
    test.fails(1, "touchstonectl: ", "new", "notes.txt")
    test.equal("the other file", test.path("notes.txt").read_text(), "mine")
    test.equal("files", test.files(), ["notes.txt", "w.touchstone"])


@case
def sample_is_the_same_each_time(test):
    for name, seed in (("a", ()), ("b", ()), ("c", ("--seed", "1")), ("d", ("--seed=2",))):
        test.done("sample", *seed, name)
        test.done("verify", name)
    journals = [test.done("export", name, "journal").out for name in "abcd"]
    test.expect(journals[0] == journals[1] == journals[2], "the same seed gives another journal")
    test.expect(journals[3] != journals[0], "another seed gives the same journal")
    test.equal("the tables of another seed", test.done("export", "d", "ratings").out, test.done("export", "a", "ratings").out)
    test.equal("the bytes", test.path("a").read_bytes(), test.path("b").read_bytes())
    test.fails(1, "touchstonectl: ", "sample", "a")
    test.equal("files", test.files(), list("abcd"))


@case
def frameworks_are_listed_and_printed(test):
    text = test.done("frameworks").text
    test.expect("wcc-year-1" in text and "wcc-year-2" in text, "a framework is not listed")
    listed = test.done("frameworks", "--json").json
    test.equal("the list", [(row["id"], row["year"]) for row in listed], [("wcc-year-1", "2008/09"), ("wcc-year-2", "2009/10")])
    for row, competencies in zip(listed, (10, 11)):
        printed = test.done("frameworks", row["id"], "--json")
        kept = (SOURCE / "data" / "frameworks" / f"{row['id']}.json").read_bytes()
        test.equal(f"{row['id']} as JSON", printed.out, kept)
        groups = printed.json["sections"][0]["groups"]
        test.equal(f"competencies of {row['id']}", len(groups), competencies)
        text = test.done("frameworks", row["id"]).text
        for group in groups:
            for criterion in group["criteria"]:
                for part in (criterion["title"], criterion["definition"], criterion["evidence-prompt"], *criterion["descriptors"]):
                    test.expect(part in text, f"{row['id']} as text lacks “{part}”")


@case
def organisations_survive_the_round_trip(test):
    workbook = test.workbook()
    test.write("region.csv", REGION)
    result = test.done("import", workbook, "organisations", "region.csv")
    test.equal("report", result.text, "Import 5 organisations from region.csv: 5 new, 0 changed, 0 taken away, 0 as they were\n")
    test.equal("export", test.done("export", workbook, "organisations").text, REGION)
    before = test.everything(workbook)
    test.done("export", workbook, "organisations", "-o", "again.csv")
    test.equal("again.csv", test.path("again.csv").read_bytes(), REGION.encode())
    result = test.done("import", workbook, "organisations", "again.csv")
    test.equal("report", result.text, "Nothing to change: the workbook says all that is in again.csv.\n")
    test.expect(test.everything(workbook) == before, "importing the same again changed something")
    test.done("verify", workbook)


@case
def column_order_line_ends_and_mark_do_not_matter(test):
    workbook = test.workbook()
    test.write("a.csv", "\ufeffname,kind,closed,opened,successors,parent,code\nAlpha,pct,,,,,A\n\n")
    test.done("import", workbook, "organisations", "a.csv")
    test.equal("export", test.done("export", workbook, "organisations").text, lines(ORGANISATIONS, "A,Alpha,pct,,,,"))


@case
def any_text_survives_the_round_trip(test):
    workbook = test.workbook()
    test.write("o.csv", lines(ORGANISATIONS, "A,Alpha,pct,,,,"))
    test.done("import", workbook, "organisations", "o.csv")
    criteria = [f"{number}{letter}" for number in range(1, 12) for letter in "abc"]
    rows = [f'A,2009/10,wcc-year-2,{criterion},self,,2,"{text.replace(chr(34), chr(34) * 2)}"'
            for criterion, text in zip(criteria, HOSTILE)]
    # Quoted, so none of it is guarded: as a file from elsewhere may be.
    guarded = [row.replace(',"\'', ',"\'\'', 1) if "'=x" in row else row for row in rows]
    test.write("r.csv", lines(RATINGS, *guarded))
    test.done("import", workbook, "ratings", "r.csv")
    exported = test.done("export", workbook, "ratings")
    for row, text in zip(exported.rows, HOSTILE):
        found = row["rationale"]
        if found.lstrip("'")[:1] in tuple("=+-@\t\r") and found.lstrip("'"):
            test.expect(found.startswith("'"), f"{found!r} is not guarded")
            found = found[1:]
        test.equal("rationale", found, text)
    as_json = test.done("export", workbook, "ratings", "--format", "json").json
    test.equal("as JSON", [row["rationale"] for row in as_json], HOSTILE)
    test.write("again.csv", exported.out)
    test.expect("Nothing to change" in test.done("import", workbook, "ratings", "again.csv").text, "the export says something new")


@case
def ratings_bring_what_they_need(test):
    workbook = test.workbook()
    test.write("o.csv", REGION)
    test.write("r.csv", lines(RATINGS, "A1,2008/09,wcc-year-1,5b,self,,2,why", "A1,2009/10,wcc-year-2,strategy.1,desk,Ann,amber,",
                              "A2,2009/10,wcc-year-2,5,final,,3,"))
    test.done("import", workbook, "organisations", "o.csv")
    result = test.done("import", workbook, "ratings", "r.csv")
    test.equal("report", result.text, "Import 3 ratings from r.csv: 3 new, 0 changed, 0 taken away, 0 as they were\n")
    test.equal("export", test.done("export", workbook, "ratings").text, test.path("r.csv").read_bytes().decode())
    test.write("less.csv", lines(RATINGS, "A1,2008/09,wcc-year-1,5b,self,,,", "A1,2009/10,wcc-year-2,strategy.1,desk,Ann,green,"))
    result = test.done("import", workbook, "ratings", "less.csv")
    test.equal("report", result.text, "Import 2 ratings from less.csv: 0 new, 1 changed, 1 taken away, 0 as they were\n")
    test.done("verify", workbook)


@case
def filters_choose(test):
    workbook = test.sample()
    everything = test.done("export", workbook, "ratings").rows

    def chosen(*options):
        return test.done("export", workbook, "ratings", *options).rows

    for options, wanted in (
            (("--organisation", "ZX2"), lambda row: row["organisation"] == "ZX2"),
            (("--organisation", "ZX2", "--organisation=ZX5"), lambda row: row["organisation"] in ("ZX2", "ZX5")),
            (("--year", "2008/09"), lambda row: row["year"] == "2008/09"),
            (("--framework", "wcc-year-2"), lambda row: row["framework"] == "wcc-year-2"),
            (("--layer", "final"), lambda row: row["layer"] == "final"),
            (("--layer", "final", "--layer", "self", "--organisation", "ZX1", "--year", "2008/09"),
             lambda row: row["organisation"] == "ZX1" and row["year"] == "2008/09" and row["layer"] in ("final", "self")),
            (("--layer", "desk"), lambda row: row["layer"] == "desk")):
        expected = [row for row in everything if wanted(row)]
        test.expect(options[0] == "--layer" or expected, f"{options} choose nothing: the case is worth nothing")
        test.equal(f"{options}", chosen(*options), expected)


@case
def levels_follow_the_rule(test):
    workbook = test.workbook()
    test.write("o.csv", lines(ORGANISATIONS, "A,Alpha,pct,,,,"))
    test.write("r.csv", lines(RATINGS, *(f"A,2009/10,wcc-year-2,{criterion},self,,{level}," for criterion, level in
                                         (("1a", 1), ("1b", 3), ("1c", 4), ("2a", 2), ("3a", 1), ("3b", 1), ("3c", 1), ("3", 4)))))
    test.done("import", workbook, "organisations", "o.csv")
    test.done("import", workbook, "ratings", "r.csv")

    def levels(*options):
        rows = test.done("export", workbook, "levels", *options).rows
        return {row["node"]: (row["level"], row["basis"], row["rule"]) for row in rows}

    test.equal("by the framework’s rule", levels(), {
        "1": ("3", "rolled-up", "majority"), "1a": ("1", "stated", ""), "1b": ("3", "stated", ""), "1c": ("4", "stated", ""),
        "2": ("", "incomplete", "majority"), "2a": ("2", "stated", ""),
        "3": ("4", "stated", ""), "3a": ("1", "stated", ""), "3b": ("1", "stated", ""), "3c": ("1", "stated", "")})
    test.equal("by the minimum", levels("--rule", "minimum")["1"], ("1", "rolled-up", "minimum"))
    test.equal("by the mean", levels("--rule=mean")["1"], ("3", "rolled-up", "mean"))


def work_out_gaps(test, workbook, rule):
    """The table of gaps, from the ratings, the journal and the frameworks alone."""

    def roll_up(levels):
        if not levels or None in levels:
            return None
        if rule == "minimum":
            return min(levels)
        if rule == "majority":
            return sorted(levels, reverse=True)[len(levels) // 2]
        return (2 * sum(levels) + len(levels)) // (2 * len(levels))

    ratings = {}
    for row in test.done("export", workbook, "ratings").rows:
        if row["layer"] == "reviewer":
            continue
        test.equal("assessor", row["assessor"], "")
        ratings.setdefault((row["organisation"], row["year"], row["framework"]), {})[row["criterion"], row["layer"]] = row["level"]

    rows = {"organisation": {}, "framework": {}, "assessment": {}, "target": {}}
    for row in test.done("export", workbook, "journal", "--format", "json").json:
        if row["entity"] in rows:
            rows[row["entity"]][row["row"]] = row["after"]
    targets = {}
    for target in filter(None, rows["target"].values()):
        assessment = rows["assessment"][target["assessment"]]
        if target["year"] == assessment["year"]:
            key = (rows["organisation"][assessment["organisation"]]["code"], f"{target['year']}/{(target['year'] + 1) % 100:02}",
                   rows["framework"][assessment["framework"]]["code"])
            targets.setdefault(key, {})[target["node"]] = target["level"]

    frameworks = {row["id"]: test.done("frameworks", row["id"], "--json").json for row in test.done("frameworks", "--json").json}
    levels = {}
    order = []
    for key in sorted(ratings):
        scales = {scale["id"]: [level["token"] for level in scale["levels"]] for scale in frameworks[key[2]]["scales"]}
        for section in frameworks[key[2]]["sections"]:
            for group in section.get("groups", ()):
                parts = [part["id"] for part in group.get("criteria", ())]
                tokens = scales[section["scale"]]
                for node in (group["id"], *parts):
                    order.append((key, node, tokens))
                for layer in ("self", "desk", "panel", "final"):
                    for node in (group["id"], *parts):
                        token = ratings[key].get((node, layer), "")
                        if token:
                            levels[key, node, layer] = tokens.index(token) + 1
                    rolled = roll_up([levels.get((key, part, layer)) for part in parts])
                    if rolled:
                        levels.setdefault((key, group["id"], layer), rolled)

    table = []
    for key, node, tokens in order:
        spoken = {layer for _, layer in (name for name, token in ratings[key].items() if token)}
        before = next((other for other in ratings if other[0] == key[0] and int(other[1][:4]) + 1 == int(key[1][:4])), None)
        previous = next(filter(None, (levels.get((before, node, layer)) for layer in ("final", "panel", "self"))), None)
        if targets.get(key) or not spoken:
            spoken.add("self")
        for layer in ("self", "desk", "panel", "final"):
            level, target = levels.get((key, node, layer)), targets.get(key, {}).get(node)
            begun = any(ratings[key].get((other, layer)) for _, other, _ in order if other.startswith(node))
            if layer not in spoken or not (level or target or previous or begun):
                continue
            table.append(dict(zip(GAPS.split(","), (
                *key, node, layer, *(tokens[value - 1] if value else "" for value in (level, target)),
                str(target - level) if level and target else "", tokens[previous - 1] if previous else "",
                str(level - previous) if level and previous else ""))))
    return table


@case
def gaps_are_what_they_are_worked_out_to_be(test):
    workbook = test.sample()
    by_rule = {}
    for rule in ("minimum", "majority", "mean"):
        by_rule[rule] = test.done("export", workbook, "gaps", "--rule", rule).rows
        expected = work_out_gaps(test, workbook, rule)
        for column in ("level", "target", "gap", "previous_year_level", "change"):
            test.expect(any(row[column] for row in expected), f"no row has anything for {column}: the case is worth nothing")
        test.equal(f"gaps by {rule}", by_rule[rule], expected)
    test.expect(by_rule["minimum"] != by_rule["majority"], "the rules make no difference: the case is worth nothing")
    test.equal("by the framework’s rule", test.done("export", workbook, "gaps").rows, by_rule["majority"])
    as_json = test.done("export", workbook, "gaps", "--format", "json").json
    test.equal("as JSON", [{name: str(value) if value is not None else "" for name, value in row.items()} for row in as_json],
               by_rule["majority"])
    test.expect({type(row["gap"]) for row in as_json} == {int, type(None)}, "gaps are not numbers in JSON")
    chosen = test.done("export", workbook, "gaps", "--organisation=ZX1", "--year", "2009/10", "--layer", "self").rows
    test.equal("chosen", chosen, [row for row in by_rule["majority"] if row["organisation"] == "ZX1" and row["year"] == "2009/10"
                                  and row["layer"] == "self"])


@case
def evidence_names_its_files(test):
    workbook = test.sample()
    rows = test.done("export", workbook, "evidence").rows
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (SOURCE / "data" / "sample" / "evidence").iterdir()}
    for row in rows:
        if row["file_name"]:
            # A file that was carried forward is in two years' rows.
            test.equal(row["file_name"], row["sha256"], files[row["file_name"]])
            test.expect(row["address"] == "" and int(row["size"]) > 0, f"{row['file_name']}: address or size")
        else:
            test.expect(row["address"].startswith("https://") and row["sha256"] == "" and row["size"] == "", f"{row['title']}: address")
    test.equal("files in the table", {row["file_name"] for row in rows if row["file_name"]}, set(files))
    minutes = next(row for row in rows if row["kind"] == "minutes")
    test.expect("6b (section 7)" in minutes["criteria"].split("; "), f"criteria: {minutes['criteria']}")
    test.expect(all(type(row["size"]) in (int, type(None)) for row in test.done("export", workbook, "evidence", "--format=json").json),
                "sizes are not numbers in JSON")


@case
def journal_tells_every_row(test):
    workbook = test.sample()
    rows = test.done("export", workbook, "journal").rows
    test.equal("columns", list(rows[0]), ["seq", "time", "author", "label", "entity", "row", "before", "after", "hash"])
    sequences = [int(row["seq"]) for row in rows]
    test.equal("sequences", sorted(set(sequences)), list(range(1, max(sequences) + 1)))
    test.expect(sequences == sorted(sequences), "the journal is out of order")
    test.expect(all(row["time"] < following["time"] for row, following in zip(rows, rows[1:]) if row["seq"] != following["seq"]),
                "time runs backwards")
    test.expect(all("(fictional)" in row["author"] for row in rows), "an author does not say that he is fictional")
    as_json = test.done("export", workbook, "journal", "--format", "json").json
    test.equal("rows as JSON", len(as_json), len(rows))
    for row, same in zip(rows, as_json):
        for side in ("before", "after"):
            test.expect((json.loads(row[side]) if row[side] else None) == same[side], f"{row['seq']}: {side} differs")
    test.expect(all(row["before"] == "" for row in rows if row["seq"] == "1"), "the first change has something before it")


@case
def the_ledger_goes_back_to_a_day(test):
    workbook = test.sample()
    utc = {"environment": {"TZ": "UTC"}}
    journal = test.done("export", workbook, "journal").rows

    def replay(day):
        """Ratings and dissents as the journal tells of them, up to the end of a day."""
        rows = {}
        for row in journal:
            if row["entity"] in ("rating", "dissent") and row["time"][:10] <= day:
                rows[row["row"]] = row["after"] and json.loads(row["after"])
        kept = [row for row in rows.values() if row and row.get("carried") is None]
        return sorted((row["node"], row.get("layer", "dissent"), row.get("rationale", row.get("note")) or "") for row in kept)

    sizes = set()
    for day in ("2008-08-31", "2008-11-20", "2009-01-14", "2009-02-16", "2009-02-17", "2009-11-01", "2010-01-13", "2030-01-01"):
        rows = test.done("export", workbook, "ledger", "--as-of", day, **utc).rows
        test.equal(day, sorted((row["criterion"], row["layer"], row["rationale"]) for row in rows), replay(day))
        sizes.add(len(rows))
    test.expect(len(sizes) >= 7, f"the days hardly differ: {sizes}")
    test.equal("today", test.done("export", workbook, "ledger", "--as-of", "2030-01-01").out, test.done("export", workbook, "ledger").out)
    test.fails(2, "touchstonectl: “2009-02-30” is not a day", "export", workbook, "ledger", "--as-of", "2009-02-30")
    test.fails(2, "touchstonectl: --as-of does not go with ratings", "export", workbook, "ratings", "--as-of", "2009-02-28")


@case
def a_framework_can_be_brought(test):
    workbook = test.workbook()
    framework = test.done("frameworks", "wcc-year-1", "--json").json
    framework["id"] = "our-own"
    framework["title"] = "Our own"
    test.write("own.json", json.dumps(framework))
    test.write("o.csv", lines(ORGANISATIONS, "A,Alpha,pct,,,,"))
    test.write("r.csv", lines(RATINGS, "A,2012/13,our-own,5b,self,,2,"))
    test.done("import", workbook, "organisations", "o.csv")
    result = test.done("import", workbook, "framework", "own.json")
    test.equal("report", result.text, "Import framework Our own: 1 new, 0 changed, 0 taken away, 0 as they were\n")
    test.done("import", workbook, "ratings", "r.csv")
    test.equal("export", test.done("export", workbook, "ratings", "--framework", "our-own").text, test.path("r.csv").read_bytes().decode())
    test.equal("again", test.done("import", workbook, "framework", "own.json").text,
               "Nothing to change: the workbook has this framework already.\n")


@case
def charts_are_drawn(test):
    workbook = test.sample()
    for name in ("radar.svg", "radar.pdf", "radar.png"):
        test.done("chart", workbook, "radar", "-o", name)
        test.done("chart", workbook, "radar", "-o", "again-" + name)
        test.equal(name + " drawn twice", test.path(name).read_bytes(), test.path("again-" + name).read_bytes())
    root = ElementTree.fromstring(test.path("radar.svg").read_bytes())
    test.equal("svg", root.tag, "{http://www.w3.org/2000/svg}svg")
    test.expect(test.path("radar.pdf").read_bytes().startswith(b"%PDF-"), "radar.pdf is no PDF")
    picture = test.path("radar.png").read_bytes()
    test.expect(picture.startswith(b"\x89PNG\r\n\x1a\n"), "radar.png is no PNG")
    test.equal("size", struct.unpack(">II", picture[16:24]), (800, 700))
    test.done("chart", workbook, "radar", "-o", "small.png", "--size", "400x300")
    test.equal("asked size", struct.unpack(">II", test.path("small.png").read_bytes()[16:24]), (400, 300))
    test.equal("on the standard output", test.done("chart", workbook, "radar", "-o", "-").out, test.path("radar.svg").read_bytes())


@case
def charts_are_described(test):
    workbook = test.sample()
    text = test.done("chart", workbook, "radar", "--describe").text
    sentence, table = text.split("\n\n", 1)
    test.expect("11 competencies" in sentence, f"sentence: {sentence}")
    test.expect("2009/10 · Self" in table and "Target" in table and "2008/09 · Final" in table, f"table: {table}")
    test.expect("not rated" in table, "what is not rated is not said to be so")
    # The defaults: the organisation told most fully and its latest year; and what the filters leave.
    test.equal("defaults", test.done("chart", workbook, "radar", "--describe", "--organisation", "ZX1", "--year", "2009/10").text, text)
    test.expect("2008/09 · Self" in test.done("chart", workbook, "radar", "--describe", "--year", "2008/09").text, "--year is not followed")
    test.expect("2008/09 · Final" in test.done("chart", workbook, "radar", "--describe", "--layer=final").text, "--layer is not followed")
    test.done("chart", workbook, "radar", "--describe", "-o", "words.txt")
    test.equal("in a file", test.path("words.txt").read_text(), text)


@case
def the_gap_chart_says_what_the_table_says(test):
    workbook = test.sample()
    for name in ("gaps.svg", "gaps.pdf", "gaps.png"):
        test.done("chart", workbook, "gaps", "-o", name)
        test.done("chart", workbook, "gaps", "-o", "again-" + name)
        test.equal(name + " drawn twice", test.path(name).read_bytes(), test.path("again-" + name).read_bytes())
    text = test.done("chart", workbook, "gaps", "--describe").text
    sentence, table = text.split("\n\n", 1)
    rows = {row["node"]: row for row in test.done("export", workbook, "gaps", "--organisation", "ZX1", "--year", "2009/10",
                                                  "--layer", "self").rows}
    competencies = [str(number) for number in range(1, 12)]
    rated = [node for node in competencies if rows[node]["level"]]
    short = [node for node in rated if rows[node]["gap"] and int(rows[node]["gap"]) > 0]
    test.expect(0 < len(short) < len(rated) < 11, "the sample shows too little: the case is worth nothing")
    test.expect(f"{len(short)} of {len(rated)} rated competencies" in sentence, f"sentence: {sentence}")
    for node in competencies:
        line = next(line for line in table.splitlines() if line.startswith(f"{node} "))
        gap, change = rows[node]["gap"], rows[node]["change"]
        wanted = ["not rated"] if not rows[node]["level"] else [{"0": "met", "1": "1 level short", "-1": "1 level above"}[gap]] if gap else []
        wanted += [{"0": "no change", "1": "up 1 level", "-1": "down 1 level"}[change]] if change else []
        test.expect(wanted and all(words in line for words in wanted), f"{wanted} not in {line}")
    test.equal("defaults", test.done("chart", workbook, "gaps", "--describe", "--organisation", "ZX1", "--year", "2009/10").text, text)
    test.expect("Starting" in test.done("chart", workbook, "gaps", "--describe", "--layer=final", "--year", "2008/09").text, "--layer is not followed")


@case
def outputs_appear_whole(test):
    workbook = test.sample()
    test.write("kept.csv", "old")
    os.chmod(test.path("kept.csv"), 0o640)
    (test.folder / "link.csv").symlink_to("target.csv")
    test.write("target.csv", "old")
    expected = test.done("export", workbook, "levels").out
    for name in ("new.csv", "kept.csv", "link.csv"):
        test.done("export", workbook, "levels", "-o", name)
        test.equal(name, test.path(name).read_bytes(), expected)
    test.expect(test.path("link.csv").is_symlink(), "the link was replaced")
    test.equal("what the link points at", test.path("target.csv").read_bytes(), expected)
    test.equal("rights of a file that was there", stat.S_IMODE(test.path("kept.csv").stat().st_mode), 0o640)
    test.equal("on the standard output", test.done("export", workbook, "levels", "-o", "-").out, expected)
    test.done("export", workbook, "levels", "-o", "/dev/null")
    test.expect(stat.S_ISCHR(os.stat("/dev/null").st_mode), "/dev/null was replaced by a file")
    test.equal("files", test.files(), ["kept.csv", "link.csv", "new.csv", "s.touchstone", "target.csv"])


@case
def many_ratings_at_once(test):
    workbook = test.workbook()
    numbers = random.Random(2)
    test.write("o.csv", lines(ORGANISATIONS, *(f"N{i},Name {i},pct,,,," for i in range(60))))
    rows = [f"N{i},{year},wcc-year-2,{number}{letter},self,,{numbers.randint(1, 4)},"
            for i in range(60) for year in ("2009/10", "2010/11") for number in range(1, 12) for letter in "abc"]
    ordered = lines(RATINGS, *rows)
    numbers.shuffle(rows)
    test.write("r.csv", lines(RATINGS, *rows))
    test.done("import", workbook, "organisations", "o.csv")
    test.done("import", workbook, "ratings", "r.csv")
    test.equal("rows", len(test.done("export", workbook, "ratings").rows), len(rows))
    test.equal("sorted", sorted(test.done("export", workbook, "ratings").text.split("\r\n")), sorted(ordered.split("\r\n")))
    test.done("verify", workbook)


@case
def progress_is_shown_on_a_terminal(test):
    workbook = test.workbook()
    os.mkfifo(test.path("pipe"))
    leader, follower = pty.openpty()
    process = test.start("import", workbook, "organisations", "pipe", stderr=follower)
    os.close(follower)
    with test.open_pipe("pipe", process) as pipe:
        pipe.write(lines(ORGANISATIONS))
        for i in range(60000):
            pipe.write(f"N{i},Name,pct,,,,\n")
            if i in (30000, 59000):
                pipe.flush()
                time.sleep(0.8)
    out, _ = process.communicate(timeout=60)
    test.equal("exit", process.returncode, 0)
    test.expect(out.startswith(b"Import 60000 organisations"), out.decode())
    try:
        shown = os.read(leader, 65536).decode()
    except OSError:
        shown = ""
    os.close(leader)
    test.expect(shown.startswith("\r\033[K"), f"shown: {shown[:80]!r}")
    test.expect(shown.endswith("\r\033[K"), "the bar stays")


main()
