# tap.py
#
# The few lines of the Test Anything Protocol that the tests of the project itself need.
#
# Copyright: The Touchstone authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Report test cases as TAP: one line each, and the plan at the end."""

import sys


class Report:
    """Collects the outcome of each case; finish() prints the plan and leaves with the right exit code."""

    def __init__(self):
        self.count = 0
        self.failures = 0

    def case(self, name, problems=()):
        """A case passes when it has no problems; each problem is printed as a diagnostic line."""
        self.count += 1
        problems = list(problems)
        if problems:
            self.failures += 1
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name}")
        for problem in problems:
            for line in str(problem).rstrip("\n").split("\n"):
                print(f"# {line}")

    def skip(self, name, reason):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {reason}")

    def finish(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failures else 0)
