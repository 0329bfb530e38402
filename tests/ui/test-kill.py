#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed while somebody types, at random moments: how much of it is gone at the next start.

JM_KILLS (5) says how often; `build-aux/prove` does it 200 times. JM_SEED repeats a run.
"""

import os
import random
import re
import subprocess
import threading
import time

from editor import DATA, Editor, run

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')
KILLS = int(os.environ.get('JM_KILLS', '5'))
SEED = int(os.environ.get('JM_SEED', str(time.time_ns())))

# What is promised.
MOST_LOST = 1.0  # seconds

# Between two keys, in seconds: somebody who types fast.
PACE = 0.045

chance = random.Random(SEED)
losses = []


def type_until_killed(editor, word):
    """Sends key after key until the program is dead. Returns when it was killed, and the keys with when they were sent."""
    sent = []
    killed = []

    def kill():
        editor.process.kill()
        killed.append(time.monotonic())

    for letter in word:
        sent.append((letter, time.monotonic()))
        subprocess.run(['xdotool', 'key', letter], check=True)
    # From here on they arrive where they should.
    editor.find('^Touchpoint, ' + word)
    timer = threading.Timer(chance.uniform(1, 3.5), kill)
    timer.start()
    while not killed:
        letter = chance.choice('abcdefghijklmnopqrstuvwxyz')
        sent.append((letter, time.monotonic()))
        subprocess.run(['xdotool', 'key', letter], check=True)
        time.sleep(PACE * chance.uniform(0.2, 1.8))
    timer.join()
    editor.process.wait()
    editor.errors.close()

    return killed[0], [(letter, when) for letter, when in sent if when < killed[0]]


def measure(text, sent, killed):
    """How many characters, and of how many milliseconds, are missing."""
    typed = ''.join(letter for letter, _ in sent)
    assert typed.startswith(text) or text.startswith(typed), '%r was typed, and %r recovered' % (typed, text)
    missing = sent[len(text):]
    return len(missing), killed - missing[0][1] if missing else 0.0


def killed_while_typing():
    """at most a second of typing is lost"""
    editor = Editor(EXAMPLE, name='kill')
    path = editor.files[0]
    with open(path, 'rb') as file:
        before = file.read()

    for number in range(KILLS):
        editor.click(editor.find_at_rest('^Touchpoint, Parkeren'))
        editor.key('t')
        editor.find('^Title$', 'text')
        word = 'q' + ''.join(chr(ord('a') + int(digit)) for digit in str(number)) + 'q'
        killed, sent = type_until_killed(editor, word)

        editor = Editor(name='kill', folder=editor.folder)
        found = editor.find('^Touchpoint, ' + word)
        text = re.match('Touchpoint, ([a-z]+)', found.get_name()).group(1)
        losses.append(measure(text, sent, killed))
        assert losses[-1][1] <= MOST_LOST, 'lost %d characters, %.0f ms' % (losses[-1][0], losses[-1][1] * 1000)

    with open(path, 'rb') as file:
        assert file.read() == before, 'the file was touched'
    editor.close()
    characters = [loss[0] for loss in losses]
    times = [loss[1] * 1000 for loss in losses]
    print('# seed %d: killed %d times; lost at most %d characters and %.0f ms, on average %.1f and %.0f ms'
          % (SEED, KILLS, max(characters), max(times), sum(characters) / KILLS, sum(times) / KILLS), flush=True)


run([killed_while_typing])
