# SPDX-License-Identifier: GPL-3.0-or-later
"""What a test in Python needs to speak TAP."""
import sys


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, problems):
        """One test: it passes when there are no problems, and prints them otherwise."""
        self.count += 1
        problems = list(problems)
        if problems:
            self.failed += 1
        print(f"{'not ok' if problems else 'ok'} {self.count} {name}")
        for problem in problems:
            print(f'# {problem}', file=sys.stderr)

    def skip(self, name, why):
        self.count += 1
        print(f'ok {self.count} {name} # SKIP {why}')

    def end(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)
