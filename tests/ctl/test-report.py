#!/usr/bin/env python3
# test-report.py PROGRAM
#
# Documents made from a workbook: what their text holds, how they are made up, and what happens when they cannot be.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import subprocess

from harness import case, main

HINT = "“touchstonectl report --help”"


def text_of(test, name):
    """The words of a PDF in reading order, without what stands in the margins."""
    done = subprocess.run(["pdftotext", "-raw", test.path(name), "-"], stdout=subprocess.PIPE, check=True)
    pages = done.stdout.decode("utf-8").split("\f")[:-1]
    words = []
    for page in pages:
        lines = [line for line in page.splitlines() if not re.match(r"Page \d+ of \d+$", line)]
        words += [line for line in lines if line not in margins_of(pages)]
    return " ".join(" ".join(words).split())


def margins_of(pages):
    """Lines that more than half of the pages have: the running header and the stamp."""
    lines = [set(page.splitlines()) for page in pages]
    return {line for line in set().union(*lines) if sum(line in page for page in lines) > max(len(pages) / 2, 2)}


def info_of(test, name):
    done = subprocess.run(["pdfinfo", test.path(name)], stdout=subprocess.PIPE, check=True)
    return dict(line.split(":", 1) for line in done.stdout.decode("utf-8").splitlines() if ":" in line)


def squeeze(text):
    return " ".join(text.split())


def expect_texts(test, text, wanted):
    # A line may end after a hyphen or a slash; then a space stands in the file that was not in the text.
    found = re.sub(r"\s", "", text)
    for one in wanted:
        test.expect(re.sub(r"\s", "", one) in found, f"the document lacks “{one}”")


@case
def a_submission_holds_every_word(test):
    workbook = test.sample()
    before = test.path(workbook).read_bytes()
    result = test.done("report", workbook, "submission", "-o", "a.pdf")
    test.equal("standard output", result.out, b"")
    text = text_of(test, "a.pdf")
    organisation = re.search(r"Organisation (\S+)", text)[1]
    filters = ("--organisation", organisation, "--year", "2009/10")
    ratings = test.done("export", workbook, "ratings", *filters, "--layer", "self").rows
    reasons = [squeeze(row["rationale"]) for row in ratings if row["rationale"]]
    test.expect(len(reasons) > 15, f"only {len(reasons)} reasons")
    expect_texts(test, text, reasons)
    evidence = test.done("export", workbook, "evidence", *filters).rows
    used = [row for row in evidence if row["criteria"]]
    test.expect(len(used) > 5, f"only {len(used)} items of evidence")
    expect_texts(test, text, [row["title"] for row in used] + [row["file_name"] or row["address"] for row in used])
    outcomes = test.done("export", workbook, "outcomes", "--organisation", organisation, "--year", "2009/10").rows
    # One that has been given up has values of the year and is no part of it.
    told = [metric for metric in {row["metric"] for row in outcomes} if metric in text]
    test.expect(len(told) >= 7, f"only these outcomes are told: {told}")
    test.expect(test.path(workbook).read_bytes() == before, "making a document changed the workbook")


@case
def a_document_is_well_made(test):
    workbook = test.sample()
    test.done("report", workbook, "submission", "-o", "a.pdf")
    test.done("report", workbook, "submission", "-o", "b.pdf")
    test.expect(test.path("a.pdf").read_bytes() == test.path("b.pdf").read_bytes(), "the same workbook gave two different files")
    piped = test.done("report", workbook, "submission", "-o", "-")
    test.expect(piped.out == test.path("a.pdf").read_bytes(), "the standard output gets another file")
    info = info_of(test, "a.pdf")
    test.expect("Submission" in info["Title"], f"title: {info['Title']}")
    test.expect(int(info["Pages"]) > 10, f"pages: {info['Pages']}")
    test.expect("A4" in info["Page size"], f"paper: {info['Page size']}")
    test.done("report", workbook, "submission", "--paper", "letter", "-o", "c.pdf")
    test.equal("tagged", info["Tagged"].strip(), "yes")
    test.expect("letter" in info_of(test, "c.pdf")["Page size"], "--paper letter gave another paper")
    data = test.path("a.pdf").read_bytes()
    test.expect(b"/Outlines" in data and b"/Link" in data, "no outline, or no links from the contents")


@case
def a_document_can_be_read_aloud(test):
    """By its tags alone every reason is there as it was written, and headings are headings."""
    workbook = test.sample()
    test.done("report", workbook, "submission", "-o", "a.pdf")
    done = subprocess.run(["pdfinfo", "-struct-text", test.path("a.pdf")], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    lines = done.stdout.decode("utf-8").splitlines()
    headings = [lines[i + 1].strip().strip('"').strip() for i, line in enumerate(lines) if re.match(r" *H1 ", line)]
    test.equal("headings", headings[:3], ["Contents", "Summary", "Competencies"])
    organisation = re.search(r"Organisation (\S+)", text_of(test, "a.pdf"))[1]
    reasons = test.done("export", workbook, "ratings", "--organisation", organisation, "--year", "2009/10", "--layer", "self").rows
    said = squeeze(" ".join(line.strip().strip('"') for line in lines))
    test.expect("Ensure efficiency and effectiveness of spend" in said, "a ligature has swallowed letters")
    # A reason on two pages has its end in a tag of its own.
    whole = [row["rationale"] for row in reasons if row["rationale"] and squeeze(row["rationale"]) in said]
    test.expect(len(whole) > 15, f"only {len(whole)} reasons can be read in one go")


@case
def the_contents_name_the_right_pages(test):
    workbook = test.sample()
    test.done("report", workbook, "submission", "-o", "a.pdf")
    done = subprocess.run(["pdftotext", "-layout", test.path("a.pdf"), "-"], stdout=subprocess.PIPE, check=True)
    pages = done.stdout.decode("utf-8").split("\f")
    contents = re.findall(r"^ *(\S.*?) {2,}(\d+)$", pages[1], re.MULTILINE)
    test.expect(len(contents) > 12, f"contents: {contents}")
    for title, number in contents:
        found = squeeze(pages[int(number) - 1])
        test.expect(squeeze(title) in found, f"“{title}” is not on page {number}")


@case
def a_panel_report_sets_self_against_panel(test):
    workbook = test.sample()
    test.done("report", workbook, "panel", "-o", "a.pdf")
    text = text_of(test, "a.pdf")
    for heading in ("Overall impression", "Main recommendations", "Potential for improvement", "Self-assessment and panel",
                    "Where they differ, and why", "Commentary by area"):
        test.expect(text.count(heading) >= 2, f"“{heading}” is not in the contents and the text")
    test.expect("Published" in text, "the stage is missing")


@case
def the_register_of_interests_prints(test):
    workbook = test.sample()
    test.done("report", workbook, "interests", "-o", "a.pdf")
    text = text_of(test, "a.pdf")
    for heading in ("Register of interests", "Conflicts not decided", "Conflicts decided", "Declared interests"):
        test.expect(heading in text, f"“{heading}” is missing")


@case
def a_comparison_names_everybody(test):
    test.done("sample", "--national", "n.touchstone")
    test.done("report", "n.touchstone", "comparison", "-o", "a.pdf")
    text = text_of(test, "a.pdf")
    ranking = test.done("export", "n.touchstone", "ranking").rows
    codes = {row["organisation"] for row in ranking}
    test.expect(len(codes) == 152, f"{len(codes)} organisations are ranked")
    for code in codes:
        test.expect(text.count(code) >= 3, f"{code} is not in heat map, ranking and table")
    for words in ("How far levels depend on the rule", "How far judgements agree", "Majority"):
        test.expect(words in text, f"“{words}” is missing")
    info = info_of(test, "a.pdf")
    test.expect(int(info["Pages"]) < 40, "too many pages")
    test.expect("not for league tables" in info["Keywords"], "the permitted use is missing")
    test.done("report", "n.touchstone", "comparison", "--year", "2008/09", "--layer", "self", "-o", "b.pdf")
    test.expect("2008/09" in text_of(test, "b.pdf"), "the year is not the one that was asked for")
    test.done("report", "n.touchstone", "comparison", "--peers-of", ranking[0]["organisation"], "--nearest", "7", "--rule", "minimum", "-o", "c.pdf")
    text = text_of(test, "c.pdf")
    test.expect("Minimum" in text, "the rule is not the one that was asked for")
    listed = [code for code in codes if code in text]
    test.expect(len(listed) == 8 and ranking[0]["organisation"] in listed, f"not one organisation and its seven peers: {listed}")
    test.fails(2, "touchstonectl: --rule does not go with submission", "report", "n.touchstone", "submission", "--rule", "mean", "-o", "d.pdf")
    test.fails(1, "touchstonectl:", "report", "n.touchstone", "comparison", "--section", "nothing", "-o", "d.pdf")


@case
def what_cannot_be_is_refused(test):
    workbook = test.sample()
    test.fails(2, "touchstonectl: “poster” is not a report", "report", workbook, "poster", "-o", "a.pdf")
    test.fails(2, "touchstonectl: something is missing; expected -o FILE", "report", workbook, "submission")
    test.fails(2, "touchstonectl: “a5” is not a size of paper", "report", workbook, "submission", "-o", "a.pdf", "--paper", "a5")
    test.fails(2, "touchstonectl: --layer does not go with submission", "report", workbook, "submission", "-o", "a.pdf", "--layer", "self")
    test.fails(2, "touchstonectl: reviewers’ own levels", "report", workbook, "comparison", "-o", "a.pdf", "--layer", "reviewer")
    test.fails(2, "touchstonectl: comparison shows one layer", "report", workbook, "comparison", "-o", "a.pdf", "--layer", "self", "--layer", "final")
    test.fails(1, "touchstonectl:", "report", "nothing.touchstone", "submission", "-o", "a.pdf")
    test.fails(1, "touchstonectl:", "report", workbook, "submission", "--organisation", "NOBODY", "-o", "a.pdf")
    test.fails(1, "touchstonectl: ", "report", workbook, "panel", "--year", "2009/10", "-o", "a.pdf")
    test.expect(not test.path("a.pdf").exists(), "a failure left a file")
    empty = test.workbook("empty.touchstone")
    for kind in ("submission", "panel", "comparison"):
        test.fails(1, "touchstonectl: empty.touchstone: there is nothing to report", "report", empty, kind, "-o", "a.pdf")
    help_text = test.done("report", "--help").text
    for kind in ("submission", "panel", "comparison"):
        test.expect(kind in help_text, f"the help does not name {kind}")


@case
def a_file_that_is_there_is_replaced_whole_or_not_at_all(test):
    workbook = test.sample()
    test.write("a.pdf", "before")
    test.fails(1, "touchstonectl:", "report", workbook, "submission", "--organisation", "NOBODY", "-o", "a.pdf")
    test.equal("what was there", test.path("a.pdf").read_bytes(), b"before")
    test.done("report", workbook, "submission", "-o", "a.pdf")
    test.expect(test.path("a.pdf").read_bytes().startswith(b"%PDF-"), "the file was not replaced")
    test.fails(1, "touchstonectl:", "report", workbook, "submission", "-o", "no/such/folder/a.pdf")
    test.equal("files", sorted(os.listdir(test.folder)), ["a.pdf", workbook])


main()
