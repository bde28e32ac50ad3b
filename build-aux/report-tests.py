#!/usr/bin/env python3
# report-tests.py BUILD...
#
# Shows what each failed test of the last run in each build directory said, and ends with one line that adds up all cases.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import re
import sys

CASE = re.compile(r"^(?P<not>not )?ok\b[^#]*(?:#\s*(?P<directive>skip|todo)\b)?", re.IGNORECASE)
# How many lines of each stream of a failed test to show.
LONGEST = 150
PASSED = re.compile(r"^ok\b")

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


def show_failure(build, record):
    """Meson keeps the output of tests that speak TAP to itself; here is the end of it."""
    print(f"\n{'─' * 20} {build}: {record['name']}: {record['result']}, exit {record.get('returncode')}")
    for stream in ("stdout", "stderr"):
        lines = [line for line in (record.get(stream) or "").splitlines() if not PASSED.match(line)]
        if len(lines) > LONGEST:
            print(f"[{len(lines) - LONGEST} lines before these stand in {build}/meson-logs/testlog.txt]")
        print("\n".join(lines[-LONGEST:]))


def report_build(build):
    """The counts of one build directory, after showing what failed in it."""
    protocols = {test["name"]: test["protocol"]
                 for test in json.loads((build / "meson-info/intro-tests.json").read_text())}
    log = build / "meson-logs/testlog.json"
    if not log.exists():
        print(f"\nNo test ran in {build}.")
        return 0, 1, 0
    total = [0, 0, 0]
    # Each line of the log is one test.
    for line in log.read_text(errors="replace").split("\n"):
        if not line.strip():
            continue
        record = json.loads(line)
        # The log puts the suite before the name when there are several: "touchstone:core / core/level".
        counts = count_test(record, protocols.get(record["name"].rpartition(" / ")[2]) == "tap")
        if counts[1]:
            show_failure(build, record)
        total = [sum(pair) for pair in zip(total, counts)]
    return total


def main():
    total = [0, 0, 0]
    for build in sys.argv[1:]:
        total = [sum(pair) for pair in zip(total, report_build(pathlib.Path(build)))]
    # After what failed, an empty line sets the sum apart.
    if total[1]:
        print()
    print("{} passed, {} failed, {} skipped".format(*total))
    # That nothing at all ran is no success either.
    return 1 if total[1] or not total[0] else 0


if __name__ == "__main__":
    sys.exit(main())
