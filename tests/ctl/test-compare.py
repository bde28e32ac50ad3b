#!/usr/bin/env python3
# test-compare.py PROGRAM
#
# Organisations side by side, drawn: the numbers are those of the raw ratings, counted here once more.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import collections

from harness import case, main

KINDS = ("heatmap", "distribution", "optimism", "ranking", "change")


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


main()
