#!/usr/bin/env python3
# count-tests.py BUILD...
#
# Adds up what the last test run in each build directory did, case by case, and prints it on one line.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import re
import sys

CASE = re.compile(r"^(?P<not>not )?ok\b[^#]*(?:#\s*(?P<directive>skip|todo)\b)?", re.IGNORECASE)
BAD = {"FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS"}


def count_cases(output):
    """Passed, failed and skipped cases in the TAP that a test program printed."""
    passed = failed = skipped = 0
    for line in output.splitlines():
        match = CASE.match(line)
        if match is None:
            continue
        directive = (match["directive"] or "").lower()
        if directive == "skip":
            skipped += 1
        elif match["not"] and directive != "todo":
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def count_test(record, speaks_tap):
    """The same for one test of Meson's log: a program that does not report cases is one case."""
    result = record["result"]
    passed, failed, skipped = count_cases(record.get("stdout") or "") if speaks_tap else (0, 0, 0)
    # A program that died or was stopped counts as failed even if each case it got to had passed.
    if result in BAD and failed == 0:
        failed = 1
    if passed + failed + skipped == 0:
        passed, skipped = int(result != "SKIP"), int(result == "SKIP")
    return passed, failed, skipped


def count_build(build):
    protocols = {test["name"]: test["protocol"]
                 for test in json.loads((build / "meson-info/intro-tests.json").read_text())}
    # Each line of the log is one test.
    lines = (build / "meson-logs/testlog.json").read_text(errors="replace").split("\n")
    counts = [count_test(record, protocols.get(record["name"]) == "tap")
              for record in (json.loads(line) for line in lines if line.strip())]
    return [sum(column) for column in zip(*counts)] or [0, 0, 0]


def main():
    total = [sum(column) for column in zip(*(count_build(pathlib.Path(build)) for build in sys.argv[1:]))] or [0, 0, 0]
    print("{} passed, {} failed, {} skipped".format(*total))
    # That nothing at all ran is no success either.
    return 1 if total[1] or not total[0] else 0


if __name__ == "__main__":
    sys.exit(main())
