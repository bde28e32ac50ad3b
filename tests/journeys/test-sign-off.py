#!/usr/bin/env python3
# test-sign-off.py
#
# An assessment is approved by its board, handed in, cannot be changed any more, and is reopened with a reason, by keyboard alone.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import journey


def make_workbook(trip):
    workbook, table = trip.home / "board.touchstone", trip.home / "table.csv"
    trip.ctl("new", workbook)
    table.write_text("code,name,kind,parent,opened,closed,successors\nZY9,Ridgeway Vale PCT,pct,,,,\n")
    trip.ctl("import", workbook, "organisations", table)
    table.write_text("organisation,year,framework,criterion,layer,assessor,level,rationale\n"
                     "ZY9,2009/10,wcc-year-2,1a,self,,2,Named first in the survey of partners\n")
    trip.ctl("import", workbook, "ratings", table)
    return workbook


def open_sign_off(program):
    program.tab_to("list item", "Overview")
    program.tab_to("list item", "Sign-off", key="Down")


def fill_dialog(program, *texts):
    """The dialog begins with what it needs, and Enter leads to what it needs next, or on."""
    for text in texts:
        program.type(text)
        program.press("Return")


def sign_off(trip):
    workbook = make_workbook(trip)
    program = trip.start(workbook)
    program.wait("list item", "Sign-off", "open")
    trip.step("the sidebar says how much is open")

    open_sign_off(program)
    program.wait("label", "Stage 1 of 8: Draft")
    program.wait("list item", "32 criteria are not rated")
    trip.step("the checklist says what is missing")

    program.tab_to("push button", "Record the Board")
    program.press("Return")
    program.enter_dialog("The Board’s Approval")
    fill_dialog(program, "Board meeting in public", "The rest comes next year")
    program.leave_dialog()
    program.wait("label", "Stage 2 of 8: Board approved")
    program.wait("label", "This is exactly what the board approved")
    trip.step("the board's approval is on record")

    program.tab_to("push button", "Submit")
    program.press("Return")
    program.enter_dialog("Submit the Assessment")
    program.press("Return")
    program.leave_dialog()
    program.wait("label", "Stage 3 of 8: Submitted")
    program.wait_kept()
    trip.step("the assessment is handed in")

    table = trip.home / "late.csv"
    program.quit()
    table.write_text("organisation,year,framework,criterion,layer,assessor,level,rationale\nZY9,2009/10,wcc-year-2,1a,self,,4,\n")
    trip.ctl("import", workbook, "ratings", table, status=1)
    if ",1a,self,,2," not in trip.ctl("export", workbook, "ratings"):
        raise journey.Missing("the level is as it was submitted")
    trip.step("nothing gets past the stage, not even an import")

    program = trip.start(workbook)
    program.wait("list item", "Sign-off")
    program.wait("label", "what the board said stays as it is")
    trip.step("every page says that nothing can be changed")
    open_sign_off(program)
    program.wait("label", "Stage 3 of 8: Submitted")
    program.tab_to("push button", "Reopen")
    program.press("Return")
    program.enter_dialog("Reopen the Assessment")
    fill_dialog(program, "The survey was misread")
    program.leave_dialog()
    program.wait("label", "Stage 1 of 8: Draft")
    program.wait("label", "The survey was misread")
    program.wait_kept()
    trip.step("it is reopened, and the reason is on record")
    program.quit()

    if "Reopened: Submitted → Draft" not in trip.ctl("export", workbook, "journal"):
        raise journey.Missing("the reopening is in the journal")
    trip.ctl("verify", workbook)
    trip.ctl("import", workbook, "ratings", table)
    trip.step("the journal has it, the workbook verifies, and can be changed again")


journey.run("sign off an assessment", sign_off)
