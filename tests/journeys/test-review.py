#!/usr/bin/env python3
# test-review.py
#
# A panel reviews a submission by keyboard alone: the desk looks at it, five reviewers score it, each on their own, and one has a conflict of
# interest. They seal, agree and dissent, the level is calibrated, the organisation may reply, and the panel's report has what they wrote.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import shutil
import subprocess

import journey

CHAIR = "Asha Rao"
MEMBERS = ("Ben Okoro", "Cara Lind", "Dev Patel", "Eve Marsh")
CONFLICTED = "Eve Marsh"
LEVELS = {CHAIR: "2", "Ben Okoro": "2", "Cara Lind": "3", "Dev Patel": "2"}
WRITTEN = {"Cara Lind": ("Strengths", "Partners name it unasked"), "Dev Patel": ("Areas to develop", "Ask the hospitals too")}
IMPRESSION = "A board that knows its partners"


def make_workbook(trip):
    workbook, table = trip.home / "panel.touchstone", trip.home / "table.csv"
    trip.ctl("new", workbook)
    table.write_text("code,name,kind,parent,opened,closed,successors\nZY9,Ridgeway Vale PCT,pct,,,,\n")
    trip.ctl("import", workbook, "organisations", table)
    table.write_text("organisation,year,framework,criterion,layer,assessor,level,rationale\n"
                     "ZY9,2009/10,wcc-year-2,1a,self,,3,Named first in the survey of partners\n")
    trip.ctl("import", workbook, "ratings", table)
    return workbook


def sit_down(trip, workbook, name):
    """Somebody else opens the workbook, as who they are."""
    settings = trip.home / "config/glib-2.0/settings/keyfile"
    text = settings.read_text()
    settings.write_text(re.sub(r"person-name='[^']*'", f"person-name='{name}'", text))
    program = trip.start(workbook)
    program.wait("list", "Places")
    program.press("Control", "2")
    return program


def show(program, place, current="Prepare"):
    """The list of places is one stop for Tab, at the place that is shown."""
    program.wait("list item", place)
    program.tab_to("list item", current)
    program.tab_to("list item", place, key="Down")


def push(program, role, *words):
    program.tab_to(role, *words)
    program.press("Return")


def prepare(trip, workbook):
    program = sit_down(trip, workbook, CHAIR)
    program.wait("label", "No Round of Review Yet")
    trip.step("an empty place says what a round is")
    push(program, "push button", "New Round")
    program.enter_dialog("New Round")
    push(program, "push button", "Begin")
    program.leave_dialog()
    program.wait("label", "Assurance 2009/10")
    trip.step("a round begins with the assessments of its year")

    push(program, "push button", "New Panel")
    program.enter_dialog("New Panel")
    program.type("North")
    program.press("Return")
    program.leave_dialog()
    for name in (CHAIR, *MEMBERS):
        push(program, "push button", "Add a member to North")
        program.enter_dialog("New Member")
        program.type(name)
        program.press("Return")
        program.leave_dialog()
        program.wait("list item", name)
    push(program, "push button", "Assign Automatically")
    program.wait("push button", "Take Ridgeway Vale PCT from this panel")
    program.wait_kept()
    program.quit()
    trip.step("a panel has its members and its assessment")


def declare(trip, workbook):
    program = sit_down(trip, workbook, CONFLICTED)
    show(program, "Interests")
    push(program, "push button", "Declare an Interest")
    program.enter_dialog("Declare an Interest")
    # Whose and which organisation are filled in: there is only one.
    program.type("adviser")
    program.press("Return")
    program.leave_dialog()
    program.wait("label", "adviser of Ridgeway Vale PCT")
    show(program, "My Scores", "Interests")
    program.wait("label", "A Conflict of Interest")
    program.wait_kept()
    program.quit()
    trip.step("whoever has a conflict sees why the submission stays closed")

    program = sit_down(trip, workbook, CHAIR)
    program.wait("list item", "Interests, 1")
    show(program, "Interests")
    push(program, "push button", "Stays without scoring")
    program.wait("label", "decided by Asha Rao")
    program.wait_kept()
    program.quit()
    trip.step("the chair decides about it")


def look(trip, workbook):
    program = sit_down(trip, workbook, CHAIR)
    show(program, "Desk Analysis")
    program.tab_to("list item", "1a")
    program.type("2")
    program.wait("list item", "1a", "board 3 · desk 2")
    push(program, "push button", "New Line of Enquiry")
    program.enter_dialog("New Line of Enquiry")
    program.type("Which partners?")
    program.press("Return")
    program.leave_dialog()
    program.wait("label", "Which partners?")
    program.wait_kept()
    program.quit()
    trip.step("the desk gives its level, and a line of enquiry for the day")


def score(trip, workbook, name, level):
    program = sit_down(trip, workbook, name)
    show(program, "My Scores")
    program.tab_to("list item", "1a")
    program.wait("label", "Named first in the survey of partners")
    program.type(level)
    program.wait("list item", "1a", f", {level}")
    if name in WRITTEN:
        program.tab_to("text", WRITTEN[name][0])
        program.type(WRITTEN[name][1])
        program.wait_kept()
    push(program, "push button", "Seal My Scores")
    program.enter_dialog("Seal Your Scores?")
    program.press("Return")
    program.leave_dialog()
    program.wait("label", "scores are sealed")
    if name != list(LEVELS)[-1]:
        program.wait("label", "Not sealed yet")
    program.wait_kept()
    program.quit()


def agree(trip, workbook):
    program = sit_down(trip, workbook, CHAIR)
    show(program, "Consensus")
    program.wait("label", "median 2")
    trip.step("the open scores come with their median and spread")
    program.tab_to("text", "Which partners?")
    program.type("All of the six")
    push(program, "push button", "Dissent")
    program.enter_dialog("Record Dissent")
    # What is written in a row is not told of as what has the focus; it is the next stop.
    program.tab_to("combo box", "Would give")
    program.press("Tab")
    program.type("They showed more")
    program.press("Return")
    program.leave_dialog()
    program.wait("label", "does not agree", "They showed more")
    push(program, "push button", "Agree and Next")
    program.wait("list item", "1a", "agreed 2")
    trip.step("an enquiry is answered, a dissent recorded by name, and a level agreed")

    show(program, "Calibration", "Consensus")
    program.wait("label", "There are open scores of one panel only")
    push(program, "list item", "Reviewers")
    program.wait("label", "Severity of reviewers")
    program.tab_to("list item", "1a")
    program.type("3")
    program.tab_to("text", "Reason")
    program.type("As with its neighbours")
    push(program, "push button", "Set the Final Level")
    program.wait("list item", "1a", "2 → 3")
    trip.step("what deserves it comes first, and gets a final level with a reason")

    show(program, "Reply", "Calibration")
    program.tab_to("text", "New passage")
    program.type("The survey named six partners")
    push(program, "push button", "Put Up for Reply")
    program.wait_gone("label", "Nothing has been put up for reply")
    trip.step("a passage is put up for the organisation to check")

    show(program, "Report", "Reply")
    program.wait("label", "board 3 Strong, panel 2 Developing")
    program.wait("label", "The board has not handed it in yet")
    program.tab_to("text", "Overall impression")
    program.type(IMPRESSION)
    program.wait_kept()
    trip.step("the report is begun beside the facts, and says what its stage waits for")
    return program


def words_of(document):
    text = subprocess.run(["pdftotext", "-raw", document, "-"], capture_output=True, text=True, check=True).stdout
    return "".join(text.split())


def report(trip, workbook, program):
    """The report as a PDF: saved in the window, and made by the command."""
    saved, made = trip.home / "saved.pdf", trip.home / "made.pdf"
    program.press("Control", "Shift", "p")
    program.choose_file("Save as PDF", saved)
    journey.wait_for("the PDF", saved.exists)
    program.quit()
    trip.step("the report is saved as PDF by keyboard")

    trip.ctl("report", workbook, "panel", "-o", made)
    if shutil.which("pdftotext"):
        for document in (saved, made):
            words = words_of(document)
            for text in (IMPRESSION, *(part for name, (_, said) in WRITTEN.items() for part in (name, said))):
                if "".join(text.split()) not in words:
                    raise journey.Missing(f"“{text}” in {document.name}")
    trip.ctl("verify", workbook)
    trip.step("both have all that was written, and the workbook verifies")


def review(trip):
    workbook = make_workbook(trip)
    prepare(trip, workbook)
    declare(trip, workbook)
    look(trip, workbook)
    for name, level in LEVELS.items():
        score(trip, workbook, name, level)
    trip.step("four score on their own, and seal")
    report(trip, workbook, agree(trip, workbook))


journey.run("review on a panel", review)
