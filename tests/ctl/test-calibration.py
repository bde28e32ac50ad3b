#!/usr/bin/env python3
# test-calibration.py PROGRAM
#
# How far reviewers agree, and who scores high or low: the numbers are those of the raw scores, worked out here once more from their
# definitions. And nothing of it is there while a score is sealed.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import collections
import itertools
import sqlite3
import statistics
import zipfile

from harness import case, main

KINDS = ("agreement", "severity")


YEARS = {"2009/10": (), "2008/09": ("--year", "2008/09")}


def read_scores(test, workbook, year):
    """Levels by criterion and reviewer, of the one assessment of a year whose scores are open."""
    scores = collections.defaultdict(dict)
    organisations = set()
    for row in test.done("export", workbook, "ratings", "--layer", "reviewer", "--year", year).rows:
        if row["level"].isdigit():
            scores[row["criterion"]][row["assessor"]] = int(row["level"])
            organisations.add(row["organisation"])
    test.equal("organisations with open scores", len(organisations), 1)
    return scores


def find_alpha(units):
    """Krippendorff's, for ordered levels, from pairs of scores."""
    units = [unit for unit in units if len(unit) > 1]
    totals = collections.Counter(level for unit in units for level in unit)
    n = sum(totals.values())

    def distance(a, b):
        a, b = sorted((a, b))
        return 0 if a == b else (sum(totals[level] for level in range(a, b + 1)) - (totals[a] + totals[b]) / 2) ** 2

    found = sum(distance(a, b) / (len(unit) - 1) for unit in units for a, b in itertools.permutations(unit, 2)) / n
    expected = sum(totals[a] * totals[b] * distance(a, b) for a in totals for b in totals) / (n * (n - 1))
    return 1 - found / expected


def expect_refusal(test, code, *arguments):
    result = test.run(*arguments)
    test.equal(f"{arguments}: exit", result.code, code)
    test.expect(result.err.startswith("touchstonectl") and result.out == b"", f"{arguments}: {result.err}")
    return result.err


def expect_near(test, what, found, expected):
    test.expect(abs(float(found) - expected) < 1e-9, f"{what} is {found}, not {expected}")


def check_agreement(test, year, options):
    scores = read_scores(test, "s.touchstone", year)
    rows = test.done("export", "s.touchstone", "agreement", *options).rows
    test.equal("years", {row["year"] for row in rows}, {year})
    by_scope = collections.defaultdict(list)
    for row in rows:
        by_scope[row["scope"]].append(row)
    units = {node: list(levels.values()) for node, levels in scores.items()}
    pairs = [abs(a - b) for unit in units.values() for a, b in itertools.combinations(unit, 2)]
    whole = by_scope["round"][0]
    expect_near(test, "alpha", whole["alpha"], find_alpha(units.values()))
    expect_near(test, "exact", whole["exact"], pairs.count(0) / len(pairs))
    expect_near(test, "within one", whole["within_one"], sum(pair <= 1 for pair in pairs) / len(pairs))
    expect_near(test, "spread", whole["spread"], statistics.mean(max(unit) - min(unit) for unit in units.values()))
    test.equal("scores", int(whole["scores"]), sum(map(len, units.values())))
    test.equal("why there would be no alpha", whole["alpha_not_defined"], "")
    test.expect(float(whole["alpha_from"]) < float(whole["alpha"]) < float(whole["alpha_to"]), "alpha lies outside its interval")
    test.equal("criteria", {row["criterion"] for row in by_scope["criterion"]}, set(units))
    for row in by_scope["criterion"]:
        # Of a single assessment there is no alpha, and that is not 0.
        test.equal("alpha of " + row["criterion"], (row["alpha"], row["alpha_not_defined"]), ("", "one-unit"))
        expect_near(test, "spread of " + row["criterion"], row["spread"], max(units[row["criterion"]]) - min(units[row["criterion"]]))
    reviewers = sorted({name for levels in scores.values() for name in levels})
    test.equal("pairs", [(row["first"], row["second"]) for row in by_scope["pair"]], list(itertools.combinations(reviewers, 2)))
    for row in by_scope["pair"]:
        both = [(levels[row["first"]], levels[row["second"]]) for levels in scores.values() if row["first"] in levels and row["second"] in levels]
        for name, power in (("kappa_linear", 1), ("kappa_quadratic", 2)):
            found = sum(abs(a - b) ** power for a, b in both) / len(both)
            expected = sum(abs(a - b) ** power for a, _ in both for _, b in both) / len(both) ** 2
            expect_near(test, name, row[name], 1 - found / expected)


@case
def agreement_of_the_sample(test):
    test.done("sample", "s.touchstone")
    for year, options in YEARS.items():
        check_agreement(test, year, options)


def check_severity(test, year, options):
    scores = read_scores(test, "s.touchstone", year)
    rows = [row for row in test.done("export", "s.touchstone", "severity", *options).rows if row["scope"] == "reviewer"]
    everybody = {name for levels in scores.values() for name in levels}
    test.equal("reviewers", {row["reviewer"] for row in rows}, everybody)
    test.expect(all(set(levels) == everybody for levels in scores.values()), "somebody has not scored everything, so that this test is too simple")
    for row in rows:
        mine = statistics.mean(levels[row["reviewer"]] for levels in scores.values())
        others = statistics.mean(level for levels in scores.values() for name, level in levels.items() if name != row["reviewer"])
        expect_near(test, row["reviewer"], row["difference"], mine - others)
        test.expect(float(row["difference_from"]) <= float(row["difference"]) <= float(row["difference_to"]), "it lies outside its interval")
    text = test.done("chart", "s.touchstone", "severity", "--describe", *options).text
    for name in everybody:
        test.expect(name in text, f"{name} is not told of")
    test.expect("lower than the others" in text and "higher than the others" in text, "it is not said in words")


@case
def severity_of_the_sample(test):
    test.done("sample", "s.touchstone")
    for year, options in YEARS.items():
        check_severity(test, year, options)


@case
def formats_and_filters(test):
    test.done("sample", "s.touchstone")
    for kind in KINDS:
        table = test.done("export", "s.touchstone", kind)
        test.equal(kind + " again", test.done("export", "s.touchstone", kind).text, table.text)
        test.equal(kind + " as JSON", len(test.done("export", "s.touchstone", kind, "--format", "json").json), len(table.rows))
        test.done("export", "s.touchstone", kind, "--format", "xlsx", "-o", kind + ".xlsx")
        test.expect(zipfile.is_zipfile(test.path(kind + ".xlsx")), "no spreadsheet")
        test.done("chart", "s.touchstone", kind, "-o", kind + ".svg")
        test.expect(test.path(kind + ".svg").read_bytes().startswith(b"<?xml"), "no SVG")
        test.equal(kind + " of its year", test.done("export", "s.touchstone", kind, "--year", "2009/10", "--framework", "wcc-year-2").text, table.text)
        test.equal(kind + " of another year", {row["year"] for row in test.done("export", "s.touchstone", kind, "--year", "2008/09").rows}, {"2008/09"})
        test.equal(kind + " of nobody", test.done("export", "s.touchstone", kind, "--organisation", "ZX2").rows, [])
        test.expect("may be counted" in expect_refusal(test, 1, "chart", "s.touchstone", kind, "--describe", "--organisation", "ZX2"), "why not is not said")
        expect_refusal(test, 1, "export", "s.touchstone", kind, "--section", "nonsense")
        expect_refusal(test, 2, "export", "s.touchstone", kind, "--layer", "self")
        governance = test.done("export", "s.touchstone", kind, "--section", "governance")
        test.expect(all(row["section"] == "governance" for row in governance.rows), "another section is among them")


def check_what_if(test, year, options):
    scores = read_scores(test, "s.touchstone", year)
    rows = test.done("export", "s.touchstone", "what-if", *options).rows
    panel = {row["criterion"]: row["level"] for row in test.done("export", "s.touchstone", "ratings", "--layer", "panel", "--year", year).rows}
    # Everybody has scored everything, so that severity is how far somebody's mean is from that of all.
    grand = statistics.mean(level for levels in scores.values() for level in levels.values())
    names = {name for levels in scores.values() for name in levels}
    severity = {name: statistics.mean(levels[name] for levels in scores.values()) - grand for name in names}
    test.equal("scores", sorted((row["criterion"], row["reviewer"], int(row["original"])) for row in rows if row["scope"] == "score"),
               sorted((node, name, level) for node, levels in scores.items() for name, level in levels.items()))
    for row in rows:
        levels = scores[row["criterion"]]
        if row["scope"] == "score":
            expected = levels[row["reviewer"]] - severity[row["reviewer"]]
            test.equal("level of a score", row["original_level"], row["original"])
        else:
            expected = statistics.median(level - severity[name] for name, level in levels.items())
            test.equal("scope", row["scope"], "criterion")
            test.equal("scores", int(row["scores"]), len(levels))
            expect_near(test, "median of " + row["criterion"], row["original"], statistics.median(levels.values()))
            test.expect(float(row["original"]) - 1 < int(row["original_level"]) <= float(row["original"]), f"the panel starts at {row['original_level']}: {row}")
            test.equal("panel on " + row["criterion"], row["panel"], panel.get(row["criterion"], ""))
        expect_near(test, "adjusted, " + row["criterion"], row["adjusted"], expected)
        expect_near(test, "change, " + row["criterion"], row["change"], expected - float(row["original"]))
        test.expect(abs(int(row["adjusted_level"]) - expected) <= 0.5 + 1e-9 or not 0.5 <= expected <= 4.5, f"{row['adjusted_level']} is not the nearest level: {row}")
    test.expect(len({row["change"] for row in rows}) > 4, "hardly anything would change: the case is worth nothing")


@case
def what_if_stands_beside_what_is(test):
    test.done("sample", "s.touchstone")
    before = test.path("s.touchstone").read_bytes()
    for year, options in YEARS.items():
        check_what_if(test, year, options)
    test.expect(test.path("s.touchstone").read_bytes() == before, "asking what if has changed the workbook")


# A seal is broken past the door, as no command can: then nobody's numbers tell of any score.
@case
def nothing_while_a_score_is_sealed(test):
    test.done("sample", "s.touchstone")
    reviewers = [row["reviewer"] for row in test.done("export", "s.touchstone", "severity").rows if row["scope"] == "reviewer"]
    with sqlite3.connect(test.path("s.touchstone")) as database:
        database.execute("update review_seal set state = 'unsealed', reason = 'For a test' where assessor = ?", (reviewers[0],))
    for reader in (None, "Nobody", *reviewers):
        reads = ("--as", reader) if reader else ()
        for kind in KINDS:
            test.equal(f"{kind}, read by {reader}", test.done("export", "s.touchstone", kind, *reads).rows, [])
            test.equal(f"what if, read by {reader}", test.done("export", "s.touchstone", "what-if", *reads).rows, [])
            expect_refusal(test, 1, "chart", "s.touchstone", kind, "--describe", *reads)


main()
