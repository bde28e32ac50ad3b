#!/usr/bin/env python3
# test-report.py PROGRAM
#
# Documents made from a workbook: what their text holds, how they are made up, and what happens when they cannot be.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import sqlite3
import subprocess
import xml.etree.ElementTree

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


# All that somebody wrote about an assessment on the way from the desk to the report, straight from the tables.
COMMENTS = """
SELECT 'the ' || layer || '’s reason on ' || node, rationale FROM rating WHERE assessment = ?1 AND layer IN ('desk', 'reviewer', 'panel', 'final')
UNION ALL SELECT 'a strength on ' || node, strengths FROM rating WHERE assessment = ?1
UNION ALL SELECT 'what to develop on ' || node, development FROM rating WHERE assessment = ?1
UNION ALL SELECT 'a reviewer', assessor FROM rating WHERE assessment = ?1 AND layer = 'reviewer' AND coalesce(rationale, strengths, development) IS NOT NULL
UNION ALL SELECT 'dissent on ' || node, dissent.note FROM dissent WHERE assessment = ?1
UNION ALL SELECT 'who dissents', name || ' does not agree' FROM dissent JOIN person ON person.id = dissent.person WHERE assessment = ?1
UNION ALL SELECT 'a question on ' || node, question FROM enquiry WHERE assessment = ?1
UNION ALL SELECT 'for whom', addressee FROM enquiry WHERE assessment = ?1
UNION ALL SELECT 'an answer on ' || node, answer FROM enquiry WHERE assessment = ?1
UNION ALL SELECT 'a finding on ' || node, note FROM evidence_review WHERE assessment = ?1
UNION ALL SELECT 'a passage', passage FROM reply WHERE assessment = ?1
UNION ALL SELECT 'an answer to a passage', answer FROM reply WHERE assessment = ?1
UNION ALL SELECT 'what was made of an answer', response FROM reply WHERE assessment = ?1
UNION ALL SELECT 'the report, ' || section, body FROM report_text WHERE assessment = ?1
"""


def comments_of(test, workbook, organisation, year):
    """What somebody wrote of an assessment, paragraph by paragraph, each with what it is."""
    with sqlite3.connect(test.path(workbook)) as tables:
        assessments = tables.execute("SELECT assessment.id FROM assessment JOIN organisation ON organisation.id = assessment.organisation "
                                     "WHERE organisation.code = ? AND assessment.year = ?", (organisation, year)).fetchall()
        test.equal("assessments", len(assessments), 1)
        rows = tables.execute(COMMENTS, assessments[0]).fetchall()
    return [(what, paragraph) for what, text in rows if text for paragraph in text.split("\n") if paragraph]


def outline_of(test, name):
    """The outline of a PDF: each title with its page and its depth, from 1."""
    done = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", test.path(name)], stdout=subprocess.PIPE, check=True)
    # What stands on the pages is not always XML; the outline after them is.
    outline = re.search(r"<outline>.*</outline>", done.stdout.decode("utf-8"), re.DOTALL)
    found = []

    def walk(element, depth):
        for child in element:
            if child.tag == "outline":
                walk(child, depth + 1)
            else:
                found.append((depth, squeeze(child.text), int(child.get("page"))))

    if outline:
        walk(xml.etree.ElementTree.fromstring(outline[0]), 1)
    return found


@case
def a_panel_report_holds_every_comment(test):
    workbook = test.sample()
    test.done("report", workbook, "panel", "-o", "a.pdf")
    text = text_of(test, "a.pdf")
    comments = comments_of(test, workbook, re.search(r"Organisation (\S+)", text)[1], 2008)
    kinds = {re.sub(r" on .*|,.*", "", what) for what, _ in comments}
    test.expect(len(comments) > 120 and len(kinds) == 17, f"the sample says too little: {len(comments)} comments of {sorted(kinds)}")
    found = re.sub(r"\s", "", text)
    for what, comment in comments:
        test.expect(re.sub(r"\s", "", comment) in found, f"{what} is missing: “{comment}”")
    test.expect("Not written yet" not in text and "Not explained yet" not in text and "Not answered" not in text, "the sample’s report has a hole")


@case
def a_panel_report_leads_to_each_part(test):
    workbook = test.sample()
    test.done("report", workbook, "panel", "-o", "a.pdf")
    info = info_of(test, "a.pdf")
    for field, words in (("Title", "Northmoor PCT: Panel report"), ("Subject", "2008/09"), ("Author", "Panel 1"), ("Keywords", "Published"), ("Tagged", "yes")):
        test.expect(words in info.get(field, ""), f"{field}: {info.get(field)}")
    done = subprocess.run(["pdftotext", "-raw", test.path("a.pdf"), "-"], stdout=subprocess.PIPE, check=True)
    pages = done.stdout.decode("utf-8").split("\f")[:-1]
    test.equal("pages", len(pages), int(info["Pages"]))
    test.expect("17 February 2009, 10:20" in pages[0], f"the first page does not say when the panel met: {pages[0]}")
    for number, page in list(enumerate(pages, 1))[1:]:
        test.expect(re.search(rf"^Page {number} of {len(pages)}$", page, re.MULTILINE), f"page {number} has no number")
        test.expect(len(squeeze(page)) > 400, f"page {number} is nearly empty")
    outline = outline_of(test, "a.pdf")
    test.equal("chapters", [title for depth, title, _ in outline if depth == 1],
               ["Overall impression", "Main recommendations", "Potential for improvement", "Self-assessment and panel", "Commentary by area",
                "Lines of enquiry", "Findings on evidence", "Right of reply"])
    # Each competency with a commentary, and each criterion of which something was said.
    with sqlite3.connect(test.path(workbook)) as tables:
        commented = tables.execute("SELECT count(*) FROM report_text WHERE section LIKE 'commentary/%'").fetchone()[0]
        spoken = tables.execute("SELECT count(DISTINCT node) FROM (SELECT node FROM rating JOIN assessment ON assessment.id = rating.assessment "
                                "WHERE year = 2008 AND layer IN ('desk', 'reviewer', 'panel') AND coalesce(rationale, strengths, development) IS NOT NULL "
                                "UNION SELECT node FROM dissent) WHERE node GLOB '[0-9]*[a-c]'").fetchone()[0]
    test.equal("areas", sum(depth == 2 for depth, _, _ in outline), commented + 1)
    test.equal("criteria", sum(depth == 3 for depth, _, _ in outline), spoken)
    for _, title, page in outline:
        test.expect(re.sub(r"\s", "", title) in re.sub(r"\s", "", pages[page - 1]), f"“{title}” is not on page {page}")


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
