#!/usr/bin/env python3
# test-outcomes.py PROGRAM
#
# Outcomes in and out of a workbook, and drawn.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import xml.etree.ElementTree as ElementTree

from harness import case, main

ORGANISATIONS = "code,name,kind,parent,opened,closed,successors"
OUTCOMES = "organisation,metric,unit,direction,year,aspiration,actual"


def lines(header, *rows):
    return "".join(line + "\r\n" for line in (header, *rows))


TOLD = lines(OUTCOMES,
             "A,Few values,,up,2009/10,,5",
             "B,Life expectancy,years,up,2007/08,,79.9",
             "B,Life expectancy,years,up,2008/09,80.1,80",
             "B,Life expectancy,years,up,2009/10,80.5,80.1",
             "B,Life expectancy,years,up,2010/11,80.8,",
             "B,Gap in life expectancy,years,down,2009/10,9,9.4",
             "B,'=Smoking,%,down,2009/10,-0.5,")


def told(test):
    workbook = test.workbook()
    test.write("o.csv", lines(ORGANISATIONS, "A,Alpha,pct,,,,", "B,Beta,pct,,,,"))
    test.done("import", workbook, "organisations", "o.csv")
    test.write("told.csv", TOLD)
    result = test.done("import", workbook, "outcomes", "told.csv")
    test.equal("report", result.text,
               "Import 7 lines of outcomes from told.csv: 7 new, 0 changed, 0 taken away, 0 as they were\n")
    return workbook


@case
def outcomes_survive_the_round_trip(test):
    workbook = told(test)
    test.equal("export", test.done("export", workbook, "outcomes").text, TOLD)
    before = test.everything(workbook)
    test.done("export", workbook, "outcomes", "-o", "again.csv")
    result = test.done("import", workbook, "outcomes", "again.csv")
    test.equal("report", result.text, "Nothing to change: the workbook says all that is in again.csv.\n")
    test.expect(test.everything(workbook) == before, "importing the same again changed something")
    rows = test.done("export", workbook, "outcomes", "--format", "json", "--organisation", "B", "--year", "2009/10").json
    test.equal("JSON", rows, [
        {"organisation": "B", "metric": "Life expectancy", "unit": "years", "direction": "up", "year": "2009/10",
         "aspiration": 80.5, "actual": 80.1},
        {"organisation": "B", "metric": "Gap in life expectancy", "unit": "years", "direction": "down", "year": "2009/10",
         "aspiration": 9, "actual": 9.4},
        {"organisation": "B", "metric": "=Smoking", "unit": "%", "direction": "down", "year": "2009/10",
         "aspiration": -0.5, "actual": None}])
    test.done("verify", workbook)


@case
def a_bad_line_takes_nothing_in(test):
    workbook = told(test)
    before = test.everything(workbook)
    test.write("bad.csv", lines(OUTCOMES, "A,New,years,up,2009/10,1,", "A,New,years,up,2010/11,1;5,", "A,New,years,sideways,2011/12,1,"))
    result = test.fails(1, "touchstonectl: bad.csv:3: aspiration: “1;5” is not a number; write it as 1234.5\n",
                        "import", workbook, "outcomes", "bad.csv")
    test.expect("bad.csv:4: direction: “sideways” is neither up nor down" in result.err, "the second problem is not told")
    test.expect(test.everything(workbook) == before, "something of a bad file was taken in")


@case
def outcomes_are_drawn(test):
    workbook = told(test)
    for name in ("outcome.svg", "outcome.pdf", "outcome.png"):
        test.done("chart", workbook, "outcome", "-o", name)
        test.done("chart", workbook, "outcome", "-o", "again-" + name)
        test.expect(test.path(name).read_bytes() == test.path("again-" + name).read_bytes(), f"{name} is another each time")
    ElementTree.parse(test.path("outcome.svg"))
    text = test.done("chart", workbook, "outcome", "--describe").text
    test.expect(text.startswith("Life expectancy was 80.1 years in 2009/10, 0.4 years short of the aspiration of 80.5"), f"the sentence: {text}")
    test.equal("by a whole name", test.done("chart", workbook, "outcome", "--metric", "LIFE EXPECTANCY", "--describe").text, text)
    other = test.done("chart", workbook, "outcome", "--metric", "gap in", "--describe").text
    test.expect(other.startswith("Gap in life expectancy was 9.4 years"), f"by a part of the name: {other}")
    few = test.done("chart", workbook, "outcome", "--organisation", "A", "--describe").text
    test.expect(few.startswith("Few values was 5"), f"by organisation: {few}")
    test.fails(1, "touchstonectl: Several outcomes have “expect” in their names: “Life expectancy”, “Gap in life expectancy”.",
               "chart", workbook, "outcome", "--metric", "expect", "--describe")
    test.fails(1, "touchstonectl: w.touchstone: there are no outcomes to draw that fit what was asked for\n",
               "chart", workbook, "outcome", "--year", "1999/00", "--describe")


main()
