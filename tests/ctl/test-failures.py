#!/usr/bin/env python3
# test-failures.py PROGRAM
#
# What touchstonectl answers to bad input and bad luck: the message, the exit status, and a workbook that is as it was.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import signal
import sqlite3

from harness import case, main

ORGANISATIONS = "code,name,kind,parent,opened,closed,successors\n"
RATINGS = "organisation,year,framework,criterion,layer,assessor,level,rationale\n"

# What is typed, and how the message begins. None of it touches a file.
NOT_UNDERSTOOD = [
    ([], "a command is missing"),
    (["frobnicate"], "there is no command “frobnicate”"),
    (["new"], "something is missing; expected WORKBOOK"),
    (["new", "a", "b"], "“b” is too much; expected WORKBOOK"),
    (["new", "--national", "a"], "Unknown option --national"),
    (["sample"], "something is missing; expected WORKBOOK"),
    (["sample", "--seed", "x", "a"], "Cannot parse integer value “x” for --seed"),
    (["sample", "--seed", "-1", "a"], "the seed must be a whole number from 0 to 4294967295"),
    (["sample", "--seed", "4294967296", "a"], "the seed must be a whole number from 0 to 4294967295"),
    (["frameworks", "a", "b"], "“b” is too much; expected [ID]"),
    (["import", "s.touchstone"], "something is missing; expected WORKBOOK KIND FILE"),
    (["import", "s.touchstone", "organisations"], "something is missing; expected WORKBOOK KIND FILE"),
    (["import", "s.touchstone", "gaps", "f.csv"], "“gaps” cannot be imported; KIND is organisations, outcomes, ratings, panels, interests or framework"),
    (["export", "s.touchstone"], "something is missing; expected WORKBOOK KIND"),
    (["export", "s.touchstone", "ranks"], "“ranks” cannot be exported; KIND is organisations, ratings, levels, gaps, ranking, agreement-of-layers, rule-effects, agreement, severity, what-if, evidence, outcomes, panels, interests, enquiry, ledger or journal"),
    (["export", "s.touchstone", "ratings", "x"], "“x” is too much; expected WORKBOOK KIND"),
    (["export", "s.touchstone", "ratings", "--format", "xml"], "“xml” is not a format; it is csv, json or xlsx"),
    (["export", "s.touchstone", "ratings", "--year", "2009"], "“2009” is not a financial year; write it as 2009/10"),
    (["export", "s.touchstone", "ratings", "--layer", "upper"],
     "“upper” is not a layer; the layers are self, desk, reviewer, panel and final"),
    (["export", "s.touchstone", "ratings", "--rule", "mean"], "--rule does not go with ratings"),
    (["export", "s.touchstone", "levels", "--rule", "median"], "“median” is not a rule; it is minimum, majority or mean"),
    (["export", "s.touchstone", "rule-effects", "--other-rule", "median"], "“median” is not a rule; it is minimum, majority or mean"),
    (["export", "s.touchstone", "levels", "--other-rule", "mean"], "--other-rule does not go with levels"),
    (["export", "s.touchstone", "rule-effects", "--criteria"], "--criteria does not go with rule-effects"),
    (["export", "s.touchstone", "journal", "--organisation", "ZX1"], "--organisation does not go with journal"),
    (["export", "s.touchstone", "organisations", "--year", "2009/10"], "--year does not go with organisations"),
    (["export", "s.touchstone", "organisations", "--framework", "x"], "--framework does not go with organisations"),
    (["export", "s.touchstone", "outcomes", "--framework", "x"], "--framework does not go with outcomes"),
    (["export", "s.touchstone", "evidence", "--layer", "self"], "--layer does not go with evidence"),
    (["export", "s.touchstone", "ratings", "-o"], "Missing argument for -o"),
    (["chart", "s.touchstone"], "something is missing; expected WORKBOOK KIND"),
    (["chart", "s.touchstone", "radar"], "something is missing; expected -o FILE or --describe"),
    (["chart", "s.touchstone", "pie", "-o", "x.svg"], "“pie” is not a chart; KIND is radar, gaps, outcome, heatmap, distribution, strip, trend, change, optimism, dumbbell, ranking, scatter, agreement or severity"),
    (["chart", "s.touchstone", "radar", "--describe", "--metric", "x"], "--metric does not go with radar"),
    (["chart", "s.touchstone", "outcome", "--describe", "--layer", "self"], "--layer does not go with outcome"),
    (["chart", "s.touchstone", "radar", "-o", "x.gif"], "“x.gif” does not say what kind of picture is wanted."),
    (["chart", "s.touchstone", "radar", "-o", "x.svg", "--size", "big"], "“big” is not a size; write it as 800x700, or 800 for a width alone, each from 100 to 10000"),
    (["chart", "s.touchstone", "radar", "-o", "x.svg", "--size", "800x"], "“800x” is not a size;"),
    (["chart", "s.touchstone", "heatmap", "--describe", "--by", "year"], "--by does not go with heatmap"),
    (["chart", "s.touchstone", "strip", "--describe", "--by", "weight"], "“weight” is nothing that rows can be; it is competency, region or year"),
    (["chart", "s.touchstone", "heatmap", "--describe", "--nearest", "3"], "--nearest says nothing without --peers-of"),
    (["chart", "s.touchstone", "heatmap", "--describe", "--peers-of", "x", "--nearest", "-3"], "“-3” is not a number of peers;"),
    (["chart", "s.touchstone", "ranking", "--describe", "--weights", "5"], "“5” are no weights;"),
    (["chart", "s.touchstone", "heatmap", "--describe", "--layer", "self", "--layer", "final"], "heatmap shows one layer; name one"),
    (["chart", "s.touchstone", "gaps", "--describe", "--highlight", "x"], "--highlight does not go with gaps"),
    (["export", "s.touchstone", "journal", "--parent", "x"], "--parent does not go with journal"),
    (["export", "s.touchstone", "levels", "--sort", "x"], "--sort does not go with levels"),
    (["chart", "s.touchstone", "radar", "-o", "x.svg", "--size", "99x700"], "“99x700” is not a size;"),
    (["chart", "s.touchstone", "radar", "-o", "x.svg", "--size", "800x700x2"], "“800x700x2” is not a size;"),
    (["export", "s.touchstone", "gaps", "--rule", "median"], "“median” is not a rule; it is minimum, majority or mean"),
    (["chart", "s.touchstone", "gaps", "-o", "x.svg", "--layer", "reviewer"], "reviewers’ own levels stand beside each other"),
    (["chart", "s.touchstone", "radar", "-o", "x.svg", "--layer", "reviewer"], "reviewers’ own levels stand beside each other"),
    (["verify"], "something is missing; expected WORKBOOK"),
]


@case
def what_is_not_understood(test):
    test.sample()
    before = test.everything("s.touchstone")
    for arguments, message in NOT_UNDERSTOOD:
        result = test.fails(2, f"touchstonectl: {message}", *arguments)
        command = f"{arguments[0]} " if arguments and arguments[0] != "frobnicate" else ""
        test.expect(result.err.endswith(f"Try “touchstonectl {command}--help”.\n"), f"{arguments}: no hint in {result.err}")
    test.equal("files", test.files(), ["s.touchstone"])
    test.expect(test.everything("s.touchstone") == before, "the workbook changed")


@case
def workbooks_that_are_none(test):
    test.write("text.touchstone", "hello\n" * 1000)
    test.write("empty.touchstone", "")
    other = sqlite3.connect(test.path("other.touchstone"))
    other.execute("create table t (x)")
    other.commit()
    other.close()
    (test.folder / "folder").mkdir()
    test.write("o.csv", ORGANISATIONS)
    for name, message in (("missing.touchstone", "does not exist"), ("text.touchstone", "is not a Touchstone workbook"),
                          ("empty.touchstone", "is empty"), ("other.touchstone", "not a Touchstone workbook"),
                          ("folder", "is a folder")):
        for arguments in (("import", name, "organisations", "o.csv"), ("export", name, "ratings"), ("verify", name),
                          ("chart", name, "radar", "-o", "x.svg")):
            result = test.fails(1, "touchstonectl: ", *arguments)
            test.expect(message in result.err, f"{arguments}: {result.err}")
    test.equal("files", test.files(), ["empty.touchstone", "folder", "o.csv", "other.touchstone", "text.touchstone"])
    test.equal("the file that is no workbook", test.path("text.touchstone").read_text(), "hello\n" * 1000)


@case
def a_workbook_from_a_newer_version(test):
    workbook = test.workbook()
    connection = sqlite3.connect(test.path(workbook))
    connection.execute("pragma user_version = 9999")
    connection.close()
    result = test.fails(1, "touchstonectl: ", "export", workbook, "ratings")
    test.expect("newer" in result.err, result.err)
    test.write("o.csv", ORGANISATIONS + "A,Alpha,pct,,,,\n")
    test.fails(1, "touchstonectl: ", "import", workbook, "organisations", "o.csv")


# A file, what kind it is, and every line of the answer but the last.
BAD_FILES = [
    ("organisations", "", ["f.csv:1: the file is empty; it must begin with the names of the columns: "
                           "code,name,kind,parent,opened,closed,successors"]),
    ("organisations", ORGANISATIONS.replace("kind", "type"), [
        "f.csv:1: the column “type” is not known; the columns are code,name,kind,parent,opened,closed,successors",
        "f.csv:1: the column “kind” is missing; the columns are code,name,kind,parent,opened,closed,successors"]),
    ("organisations", ORGANISATIONS + "A,x,pct,,,,\nB,y,pct,NO,,,\nC,z,PCT,,,,\nA,w,pct,,,,\n", [
        "f.csv:3: parent: no organisation has the code “NO”, neither in the file nor in the workbook",
        "f.csv:4: kind: “PCT” is not a kind; a kind is a short name of small letters, digits and “-”, for example pct",
        "f.csv:5: code: “A” is on line 2 already"]),
    ("organisations", ORGANISATIONS + "A,x,pct,B,,,\nB,y,pct,A,,,\n", [
        "f.csv:2: parent: “A” would be above itself: its chain of parents comes back to it"]),
    ("organisations", ORGANISATIONS + "A,x,pct\n", ["f.csv:2: found 3 fields where the first line names 7 columns"]),
    ("organisations", ORGANISATIONS.encode() + b"A,a\0b,pct,,,,\n", ["f.csv:2: there is a NUL byte"]),
    ("organisations", ORGANISATIONS.encode() + b"A,caf\xe9,pct,,,,\n", [
        "f.csv:2: the text is not valid UTF-8; save the file as “CSV UTF-8”"]),
    ("organisations", ORGANISATIONS + "A," + "n" * 10000 + ",pct,,,,\n", [
        "f.csv:2: name: the text has 10000 characters; at most 500 are kept"]),
    ("organisations", ORGANISATIONS + "A,\"x,pct,,,,\nB,y,pct,,,,\n", ["f.csv:2: the quoted field that begins on this line does not end"]),
    ("ratings", ORGANISATIONS, [
        *(f"f.csv:1: the column “{name}” is not known; the columns are " + RATINGS.strip()
          for name in ORGANISATIONS.strip().split(",")),
        *(f"f.csv:1: the column “{name}” is missing; the columns are " + RATINGS.strip()
          for name in RATINGS.strip().split(","))]),
    ("ratings", RATINGS + "XX,2009/10,wcc-year-2,1a,self,,1,\nZX1,2009-10,wcc-year-2,1a,self,,1,\nZX1,2009/10,wcc,1a,self,,1,\n"
     "ZX1,2009/10,wcc-year-2,99z,self,,1,\nZX1,2009/10,wcc-year-2,1a,own,,1,\nZX1,2009/10,wcc-year-2,1a,self,,5,\n"
     "ZX1,2009/10,wcc-year-2,1a,reviewer,,1,\nZX1,2009/10,wcc-year-2,9a,self,,1,\nZX1,2009/10,wcc-year-2,9a,self,,2,\n"
     "ZX2,2009/10,wcc-year-2,1a,self,,1,\n", [
         "f.csv:2: organisation: the workbook has none with the code “XX”",
         "f.csv:3: year: “2009-10” is not a financial year; write it as 2009/10",
         "f.csv:4: framework: “wcc” is neither in the workbook nor built in; built in are wcc-year-1, wcc-year-2",
         "f.csv:5: criterion: the framework “wcc-year-2” has no criterion, competency or area “99z”",
         "f.csv:6: layer: “own” is not one of self, desk, reviewer, panel and final",
         "f.csv:7: level: “5” is not a level of 1a; its levels are 1, 2, 3, 4, and empty for not rated",
         "f.csv:8: assessor: it is empty; the layer “reviewer” needs the reviewer’s name",
         "f.csv:10: the same rating is on line 9 already: one of the two has to go",
         "f.csv:11: layer: the assessment is at the stage “Submitted”, which locks the layer “self”; it has to be reopened first"]),
]


@case
def files_with_mistakes_change_nothing(test):
    workbook = test.sample()
    before = test.everything(workbook)
    for kind, content, problems in BAD_FILES:
        test.write("f.csv", content)
        result = test.run("import", workbook, kind, "f.csv")
        number = f"{len(problems)} problem was" if len(problems) == 1 else f"{len(problems)} problems were"
        test.equal("exit", result.code, 1)
        test.equal("standard output", result.out, b"")
        test.equal("standard error", result.err.split("\n"), [
            *(f"touchstonectl: {problem}" for problem in problems),
            f"touchstonectl: f.csv: {number} found, so nothing was imported.", ""])
    test.expect(test.everything(workbook) == before, "the workbook changed")
    test.done("verify", workbook)


# Panel 1 of the sample has ZX4, whose scores are sealed, and ZX6, which nobody has scored.
@case
def a_panel_sets_no_level_while_it_waits_for_scores(test):
    workbook = test.sample()
    before = test.everything(workbook)
    sealed, waiting = (f"{code},2009/10,wcc-year-2,1a,panel,,3,\n" for code in ("ZX4", "ZX6"))
    test.write("f.csv", RATINGS + sealed + waiting)
    test.fails(1, "touchstonectl: 4 reviewers of ZX6 have not sealed yet, so its panel sets no level. Nothing was changed. "
                  "Wait, or let the chair open the scores early and say why.\n", "import", workbook, "ratings", "f.csv")
    test.expect(test.everything(workbook) == before, "the workbook changed")
    test.write("f.csv", RATINGS + sealed)
    test.done("import", workbook, "ratings", "f.csv")
    test.equal("levels", [row["level"] for row in test.done("export", workbook, "ratings", "--layer", "panel", "--year", "2009/10",
                                                            "--organisation", "ZX4").rows if row["criterion"] == "1a"], ["3"])


@case
def the_first_fifty_problems_are_told(test):
    workbook = test.workbook()
    test.write("f.csv", ORGANISATIONS + "A B,x,pct,,,,\n" * 1000)
    result = test.fails(1, "touchstonectl: f.csv:2: ", "import", workbook, "organisations", "f.csv")
    told = result.err.split("\n")
    test.equal("lines", len(told), 50 + 3)
    test.expect(told[49].startswith("touchstonectl: f.csv:51: "), told[49])
    test.equal("how many more", told[50], "touchstonectl: and 950 more problems")
    test.equal("the last line", told[51], "touchstonectl: f.csv: 1000 problems were found, so nothing was imported.")


@case
def frameworks_with_mistakes(test):
    workbook = test.workbook()
    before = test.everything(workbook)
    framework = test.done("frameworks", "wcc-year-2", "--json").json
    del framework["sections"][0]["groups"][4]["criteria"][1]["descriptors"][3]
    test.write("f.json", json.dumps(framework))
    test.fails(1, "touchstonectl: f.json: $.sections[0].groups[4].criteria[1].descriptors: expected an array of 4 texts, one for each level "
               "of the scale “level”, found an array of 3\n", "import", workbook, "framework", "f.json")
    test.write("f.json", "{\n\n oops }")
    test.fails(1, "touchstonectl: f.json:3: expected a member’s name between quotes\n", "import", workbook, "framework", "f.json")
    test.fails(1, "touchstonectl: no.json: the file cannot be read: No such file or directory\n",
               "import", workbook, "framework", "no.json")
    test.fails(1, "touchstonectl: No framework “nope” is built in. There are: wcc-year-1, wcc-year-2\n", "frameworks", "nope")
    test.fails(1, "touchstonectl: No framework “nope” is built in.", "frameworks", "nope", "--json")
    test.expect(test.everything(workbook) == before, "the workbook changed")


@case
def files_that_cannot_be_read(test):
    workbook = test.workbook()
    (test.folder / "folder").mkdir()
    for kind in ("organisations", "outcomes", "ratings", "framework"):
        test.fails(1, "touchstonectl: no.csv: the file cannot be read: No such file or directory\n", "import", workbook, kind, "no.csv")
        test.fails(1, "touchstonectl: folder: the file cannot be read: Is a directory\n", "import", workbook, kind, "folder")


@case
def filters_that_name_nothing(test):
    workbook = test.sample()
    for kind in ("ratings", "levels", "gaps", "evidence", "outcomes", "organisations"):
        test.fails(1, "touchstonectl: The workbook has no organisation with the code “NO”.\n",
                   "export", workbook, kind, "--organisation", "NO", "-o", "x.csv")
    test.fails(1, "touchstonectl: The workbook has no framework “wcc-year-3”.\n",
               "export", workbook, "ratings", "--framework", "wcc-year-3", "-o", "x.csv")
    test.fails(1, "touchstonectl: s.touchstone: there are no levels to draw that fit what was asked for\n",
               "chart", workbook, "radar", "--year", "1999/00", "-o", "x.svg")
    test.fails(1, "touchstonectl: s.touchstone: there are no outcomes to draw that fit what was asked for\n",
               "chart", workbook, "outcome", "--metric", "nobody measures this", "--describe")
    test.fails(1, "touchstonectl: e.touchstone: there are no levels to draw", "chart", test.workbook("e.touchstone"), "radar", "--describe")
    test.equal("files", test.files(), ["e.touchstone", "s.touchstone"])


@case
def outputs_that_cannot_be_written(test):
    workbook = test.sample()
    test.write("kept.csv", "old")
    (test.folder / "folder").mkdir()
    for arguments in (("export", workbook, "levels"), ("chart", workbook, "radar", "--describe")):
        test.fails(1, "touchstonectl: no/x.csv: the file cannot be written: No such file or directory\n", *arguments, "-o", "no/x.csv")
        test.fails(1, "touchstonectl: folder: the file cannot be written: Is a directory\n", *arguments, "-o", "folder")
        test.fails(1, "touchstonectl: /dev/full: ", *arguments, "-o", "/dev/full")
    test.fails(1, "touchstonectl: The workbook has no organisation", "export", workbook, "levels", "--organisation", "NO", "-o", "kept.csv")
    test.equal("the file that was there", test.path("kept.csv").read_text(), "old")
    test.equal("files", test.files(), ["folder", "kept.csv", "s.touchstone"])


@case
def a_standard_output_that_is_full_or_gone(test):
    workbook = test.sample()
    commands = [("export", workbook, "journal"), ("export", workbook, "levels", "--format", "json"), ("chart", workbook, "radar", "-o", "-"),
                ("chart", workbook, "radar", "--describe"), ("frameworks",), ("frameworks", "--json"), ("frameworks", "wcc-year-1"),
                ("verify", workbook), ("--help",), ("export", "--help"), ("--version",)]
    for command in commands:
        with open("/dev/full", "wb") as full:
            result = test.run(*command, stdout=full)
            test.equal(f"{command} on a full disk: exit", result.code, 1)
            test.expect("No space left on device" in result.err, f"{command}: {result.err}")
        reader, writer = os.pipe()
        os.close(reader)
        result = test.run(*command, stdout=writer)
        os.close(writer)
        test.equal(f"{command} with nobody reading: exit", result.code, 1)
        test.expect("Broken pipe" in result.err, f"{command}: {result.err}")


def start_waiting_import(test, workbook):
    """An import that has begun and waits for more of its file; and the file's other end."""
    os.mkfifo(test.path("pipe"))
    process = test.start("import", workbook, "organisations", "pipe")
    pipe = test.open_pipe("pipe", process)
    pipe.write(ORGANISATIONS + "".join(f"N{i},Name,pct,,,,\n" for i in range(10000)))
    pipe.flush()
    # Only once the program has taken what the pipe cannot hold does the flush return.
    return process, pipe


@case
def interrupted_in_the_middle(test):
    for number in (signal.SIGINT, signal.SIGTERM):
        workbook = test.workbook(f"{number}.touchstone")
        before = test.everything(workbook)
        process, pipe = start_waiting_import(test, workbook)
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
        try:
            pipe.close()
        except BrokenPipeError:
            pass
        test.path("pipe").unlink()
        test.equal("exit", process.returncode, 1)
        test.equal("standard error", err.decode(), "touchstonectl: interrupted; nothing was changed\n")
        test.expect(test.everything(workbook) == before, "the workbook changed")
        test.done("verify", workbook)


@case
def killed_in_the_middle(test):
    workbook = test.workbook()
    before = test.everything(workbook)
    process, pipe = start_waiting_import(test, workbook)
    process.kill()
    process.communicate(timeout=60)
    try:
        pipe.close()
    except BrokenPipeError:
        pass
    test.expect(test.everything(workbook) == before, "the workbook changed")
    test.write("o.csv", ORGANISATIONS + "A,Alpha,pct,,,,\n")
    test.done("import", workbook, "organisations", "o.csv")
    test.done("verify", workbook)


@case
def somebody_else_works_in_the_workbook(test):
    workbook = test.workbook()
    test.write("o.csv", ORGANISATIONS + "A,Alpha,pct,,,,\n")
    process, pipe = start_waiting_import(test, workbook)
    result = test.fails(1, "touchstonectl: ", "import", workbook, "organisations", "o.csv")
    test.expect("another" in result.err.lower() or "already open" in result.err.lower(), result.err)
    # Looking on is possible all the while.
    test.equal("export meanwhile", test.done("export", workbook, "organisations").text.count("\n"), 1)
    test.done("verify", workbook)
    pipe.close()
    out, err = process.communicate(timeout=60)
    test.equal("the first import: exit", process.returncode, 0)
    test.done("import", workbook, "organisations", "o.csv")


@case
def tampering_is_found(test):
    tricks = [
        ("update rating set level = 4 where id = (select id from rating where level = 1 limit 1)", "rating"),
        ("delete from rating where id = (select id from rating limit 1)", "rating"),
        ("update change set label = 'nothing to see' where seq = 5", "5"),
        ("update content_chunk set data = zeroblob(length(data)) where content = (select content from content_chunk limit 1)", ""),
        ("delete from change_row where change = 20", "20"),
    ]
    for number, (trick, where) in enumerate(tricks):
        name = test.sample(f"{number}.touchstone")
        connection = sqlite3.connect(test.path(name))
        with connection:
            changed = connection.execute(trick).rowcount
        connection.close()
        test.expect(changed > 0, f"{trick}: changed nothing")
        result = test.fails(1, f"touchstonectl: {name}: ", "verify", name)
        test.expect(where in result.err, f"{trick}: {result.err}")


@case
def a_file_cut_short(test):
    name = test.sample()
    content = test.path(name).read_bytes()
    test.path(name).write_bytes(content[:len(content) // 2])
    test.fails(1, "touchstonectl: ", "verify", name)


@case
def a_plain_locale(test):
    workbook = test.workbook()
    test.write("f.csv", ORGANISATIONS + "A B,x,pct,,,,\n")
    result = test.run("import", workbook, "organisations", "f.csv", environment={"LC_ALL": "C"})
    test.equal("exit", result.code, 1)
    test.expect(result.err.startswith("touchstonectl: f.csv:2: code: "), result.err)
    test.equal("files in any locale", test.done("export", test.sample(), "ratings", environment={"LC_ALL": "C"}).out,
               test.done("export", "s.touchstone", "ratings").out)


@case
def names_that_are_not_utf_8(test):
    odd = os.fsencode(str(test.folder)) + b"/odd-\xff.touchstone"
    process = test.start("new", os.fsdecode(odd))
    process.communicate(timeout=60)
    test.equal("new: exit", process.returncode, 0)
    test.expect(os.path.exists(odd), "the workbook is not there under its name")
    test.done("export", os.fsdecode(odd), "ratings", "-o", os.fsdecode(os.fsencode(str(test.folder)) + b"/\xfe.csv"))
    test.fails(1, "touchstonectl: ", "import", os.fsdecode(odd), "ratings", os.fsdecode(b"no-\xff.csv"))
    result = test.run("frameworks", os.fsdecode(b"\xff"))
    test.equal("frameworks: exit", result.code, 1)


@case
def a_folder_that_cannot_be_written(test):
    if os.geteuid() == 0:
        return
    (test.folder / "closed").mkdir()
    os.chmod(test.folder / "closed", 0o500)
    test.fails(1, "touchstonectl: ", "new", "closed/w.touchstone")
    test.fails(1, "touchstonectl: ", "sample", "closed/w.touchstone")
    test.equal("files", list((test.folder / "closed").iterdir()), [])


main()
