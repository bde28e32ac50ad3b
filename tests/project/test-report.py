#!/usr/bin/env python3
# test-report.py
#
# Sees that the line which ends "./dev test" tells the truth.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import subprocess
import sys
import tempfile

import tap

REPORTER = pathlib.Path(__file__).resolve().parents[2] / "build-aux" / "report-tests.py"

# Protocol, result of the whole, output; then what it has to count as, and the exit status.
CASES = [
    ("cases are counted one by one", [("tap", "OK", "ok 1 /a\nok 2 - b\n1..2\n")], "2 passed, 0 failed, 0 skipped", 0),
    ("a failed case", [("tap", "FAIL", "ok 1 /a\nnot ok 2 - b\n1..2\n")], "1 passed, 1 failed, 0 skipped", 1),
    ("a skipped case is not a passed one", [("tap", "OK", "ok 1 /a\nok 2 /b # SKIP no display\n1..2\n")],
     "1 passed, 0 failed, 1 skipped", 0),
    ("a program that dies after its last case", [("tap", "ERROR", "ok 1 /a\n")], "1 passed, 1 failed, 0 skipped", 1),
    ("a program that dies at once", [("tap", "ERROR", "")], "0 passed, 1 failed, 0 skipped", 1),
    ("a program that hangs", [("tap", "TIMEOUT", "ok 1 /a\n")], "1 passed, 1 failed, 0 skipped", 1),
    ("a program skipped as a whole", [("exitcode", "OK", ""), ("tap", "SKIP", "1..0 # SKIP no display\n")],
     "1 passed, 0 failed, 1 skipped", 0),
    ("a program without cases", [("exitcode", "OK", "ok nothing\n"), ("exitcode", "FAIL", "")],
     "1 passed, 1 failed, 0 skipped", 1),
    ("comments and indented lines are no cases", [("tap", "OK", "# ok 1\n  ok 2\nokay\nok 1 /a\n1..1\n")],
     "1 passed, 0 failed, 0 skipped", 0),
    ("that nothing ran is a failure", [], "0 passed, 0 failed, 0 skipped", 1),
]

report = tap.Report()
for name, tests, expected, status in CASES:
    with tempfile.TemporaryDirectory(prefix="touchstone-report-") as directory:
        build = pathlib.Path(directory)
        (build / "meson-info").mkdir()
        (build / "meson-logs").mkdir()
        (build / "meson-info" / "intro-tests.json").write_text(
            json.dumps([{"name": str(number), "protocol": test[0]} for number, test in enumerate(tests)]))
        (build / "meson-logs" / "testlog.json").write_text(
            "".join(json.dumps({"name": f"touchstone:core / {number}", "result": test[1], "stdout": test[2]}) + "\n"
                    for number, test in enumerate(tests)))
        done = subprocess.run([sys.executable, str(REPORTER), directory], capture_output=True, text=True)
        right = done.stdout.splitlines()[-1:] == [expected] and done.returncode == status
        report.case(name, [] if right else [f"exit {done.returncode}: {done.stdout}{done.stderr}"])
report.finish()
