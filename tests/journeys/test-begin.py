#!/usr/bin/env python3
# test-begin.py
#
# From the welcome page to the first assessment: a new workbook, a new organisation, the year, and all of it there after a
# restart.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import journey


def begin(trip):
    workbook = trip.home / "board.touchstone"
    program = trip.start()
    program.wait("push button", "New Workbook")
    trip.step("the program welcomes who has no workbook")

    program.tab_to("push button", "New Workbook")
    program.press("Return")
    program.choose_file("New Workbook", workbook)
    # The button is there from the start, but does something only once there is a workbook.
    journey.wait_for("a workbook to begin in",
                     lambda: any(program.has(node, "SENSITIVE") for node in program.find_all("push button", "New Assessment")))
    trip.step("a workbook is made where the file chooser says")

    program.press("Control", "n")
    program.enter_dialog("New Assessment")
    program.wait("text", "Name")
    program.type("Ridgeway Vale PCT")
    program.press("Tab")
    program.type("zy 9")
    program.wait("label", "A code has 1 to 32 letters")
    trip.step("a code that cannot be one is refused while it is typed")

    program.press("Control", "a")
    program.type("ZY9")
    program.wait_gone("label", "A code has 1 to 32 letters")
    program.press("Return")
    program.leave_dialog()
    program.wait("list item", "11 ", "no level yet")
    program.wait_kept()
    trip.step("the assessment begins, and its competencies are in the sidebar")

    if "Ridgeway Vale PCT · 2009/10" not in program.frame.get_name():
        raise journey.Missing(f"the title names the assessment; it says “{program.frame.get_name()}”")
    trip.step("the title names organisation and year")

    program.quit()
    exported = trip.ctl("export", workbook, "organisations")
    if "ZY9,Ridgeway Vale PCT,pct" not in exported:
        raise journey.Missing(f"the organisation is in the workbook, which has: {exported}")
    trip.ctl("verify", workbook)
    trip.step("the workbook has the organisation, and verifies")

    program = trip.start()
    program.wait("push button", "Assessment: Ridgeway Vale PCT, 2009/10")
    trip.step("the next start opens it again")
    program.quit()


journey.run("begin an assessment", begin)
