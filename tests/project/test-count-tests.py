#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of build-aux/test tells the truth: given this log of meson's, these are the counts.

    test-count-tests.py SOURCE-ROOT
"""
import json
import os
import subprocess
import sys
import tempfile

from tap import Tap

PASS = {'name': 'pass', 'result': 'OK', 'returncode': 0, 'stdout': '1..2\nok 1 /a\n# a remark\nok 2 /b\n'}
FAIL = {'name': 'fail', 'result': 'ERROR', 'returncode': 1, 'stdout': '1..2\nok 1 /a\nnot ok 2 /b - ERROR: it broke\n'}
CRASH = {'name': 'crash', 'result': 'ERROR', 'returncode': -6, 'stdout': '1..3\nok 1 /a\n'}
LATE = {'name': 'late', 'result': 'TIMEOUT', 'returncode': -15, 'stdout': ''}
CUT = {'name': 'cut', 'result': 'INTERRUPT', 'returncode': -15}
SKIP = {'name': 'skip', 'result': 'SKIP', 'returncode': 0, 'stdout': '1..0 # SKIP no display\n'}
PART = {'name': 'part', 'result': 'OK', 'returncode': 0, 'stdout': '1..2\nok 1 /a # SKIP no font\nok 2 /b\n'}
PLAIN = {'name': 'plain', 'result': 'OK', 'returncode': 0, 'stdout': 'all is well\n'}
PLAIN_FAIL = {'name': 'plain', 'result': 'FAIL', 'returncode': 1, 'stdout': ''}

CASES = [
    ('every test of a program counts', [[PASS]], '2 passed, 0 failed', 0),
    ('a failure is counted once', [[PASS, FAIL]], '3 passed, 1 failed', 1),
    ('a crash is a failure', [[CRASH]], '1 passed, 1 failed', 1),
    ('so is a test that took too long', [[PASS, LATE]], '2 passed, 1 failed', 1),
    ('and one that was broken off', [[PASS, CUT]], '2 passed, 1 failed', 1),
    ('what is skipped is neither', [[SKIP, PART]], '1 passed, 0 failed', 0),
    ('a program without TAP counts as one', [[PLAIN, PLAIN_FAIL]], '1 passed, 1 failed', 1),
    ('several logs are added up', [[PASS], [PLAIN]], '3 passed, 0 failed', 0),
    ('a run without a test is a failure', [[PASS], []], '2 passed, 1 failed', 1),
    ('a run without a log is a failure', [[PASS], None], '2 passed, 1 failed', 1),
    ('nothing but skipped tests is no success', [[SKIP]], '0 passed, 0 failed', 1),
]


def problems_of_case(script, logs, line, status):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, runs in enumerate(logs):
            paths.append(os.path.join(folder, f'build-{number}', 'meson-logs', 'testlog.json'))
            if runs is not None:
                os.makedirs(os.path.dirname(paths[-1]))
                with open(paths[-1], 'w', encoding='utf-8') as log:
                    log.writelines(json.dumps(run) + '\n' for run in runs)
        done = subprocess.run([sys.executable, script, *paths], capture_output=True, text=True)
    if done.stdout.splitlines()[-1:] != [line]:
        yield f'expected the last line "{line}", not: {done.stdout.strip()} {done.stderr.strip()}'
    # Why something was skipped is said.
    if any(runs and SKIP in runs for runs in logs) and 'no display' not in done.stdout:
        yield f'expected the reason for skipping in: {done.stdout.strip()}'
    if done.returncode != status:
        yield f'expected the exit status {status}, not {done.returncode}'


def main():
    script = os.path.join(sys.argv[1], 'build-aux', 'count-tests')
    tap = Tap()
    for name, logs, line, status in CASES:
        tap.check(name, problems_of_case(script, logs, line, status))
    tap.end()


main()
