#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Typing keeps up with talking: a whole map with real keys and no pointer, undone, redone and saved, every key counted."""

import os
import re
import subprocess
import tempfile

from editor import Editor, run, wait_for, xdotool

EXPECTED = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'expected', 'typed-map.cjm')
EMPTY = ('<?xml version="1.0" encoding="UTF-8"?>\n'
         '<journey-map xmlns="https://example.com/ns/cjm/1" version="1.0" kind="current-state" xml:lang="en">\n'
         '  <title>By keys</title>\n'
         '</journey-map>\n')
PHASES, STEPS, PAINS = 5, 4, 8
ITEMS = PHASES + 2 * PHASES * STEPS + PAINS

editor = None
canvas = None
steps = 0


class Typist:
    """Counts the keys that are not text."""

    def __init__(self):
        self.keys = 0

    def press(self, *keys):
        self.keys += len(keys)
        editor.key(*keys)

    def write(self, text):
        # A person looks whether there is a caret before typing; so does this.
        editor.wait_for_caret(canvas)
        editor.type(text)

    def hear(self, beginning):
        wait_for(lambda: editor.said(canvas).startswith(beginning), 'the focus at ' + beginning)


def read():
    with open(editor.files[0], encoding='utf-8') as file:
        return file.read()


def canonical(text):
    """The same ids each time, in the order in which they stand: those that are made are drawn by lot."""
    names = {}

    def rename(match):
        return '%s="%s"' % (match.group(1), names.setdefault(match.group(2), 'id-%d' % (len(names) + 1)))

    return re.sub(r'\b(id|lane|persona|resolves|from|to)="([^"]*)"', rename, text)


def type_the_map():
    """5 phases, 20 touchpoints, 20 feelings and 8 pain points by keys alone, at most two keys an item beside the text"""
    global editor, canvas
    folder = tempfile.mkdtemp(prefix='journeymap-ui-')
    path = os.path.join(folder, 'by-keys.cjm')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(EMPTY)
    editor = Editor(path, name='typed-map', folder=folder)
    canvas = editor.find('^Map, By keys').get_parent()
    xdotool('mousemove', 640, 500)
    typist = Typist()

    typist.press('f')
    for phase in range(1, PHASES + 1):
        typist.write(f'Phase {phase}')
        typist.press('Return')
    # An empty one ends it.
    typist.press('Return')
    typist.hear('Phase, Phase 5')
    typist.press(*['Left'] * (PHASES - 1))
    typist.hear('Phase, Phase 1')

    pains = 0
    for phase in range(1, PHASES + 1):
        typist.press('t')
        for step in range(1, STEPS + 1):
            typist.write(f'Step {phase}.{step}')
            typist.press(f'ctrl+{1 + (phase + step) % 5}')
            if step in (1, 3) and pains < PAINS:
                pains += 1
                typist.press('ctrl+Return', 'p')
                typist.write(f'Pain {pains}')
                # Kept; the empty next one returns to the touchpoint.
                typist.press('Return', 'Return')
                typist.hear(f'Touchpoint, Step {phase}.{step}')
                if step < STEPS:
                    typist.press('t')
            elif step < STEPS:
                typist.press('Return')
            else:
                typist.press('ctrl+Return')
        if phase < PHASES:
            typist.hear(f'Touchpoint, Step {phase}.{STEPS}')
            typist.press('Up')
            typist.hear(f'Phase, Phase {phase}')
            typist.press('Right')
            typist.hear(f'Phase, Phase {phase + 1}')

    print(f'# {typist.keys} keys beside the text for {ITEMS} items: {typist.keys / ITEMS:.2f} an item')
    assert typist.keys <= 2 * ITEMS, typist.keys


def save():
    """Ctrl+S writes the expected bytes"""
    editor.key('ctrl+s')
    editor.find(r'by-keys\.cjm — saved', 'label')
    with open(EXPECTED, encoding='utf-8') as file:
        expected = file.read()
    found = canonical(read())
    if found != expected:
        folder = os.environ.get('JM_SCREENSHOTS', tempfile.gettempdir())
        os.makedirs(folder, exist_ok=True)
        actual = os.path.join(folder, 'typed-map.cjm')
        with open(actual, 'w', encoding='utf-8') as file:
            file.write(found)
        difference = subprocess.run(['diff', '-u', EXPECTED, actual], capture_output=True, text=True).stdout
        raise AssertionError('another map than expected, kept as %s:\n%s' % (actual, difference))
    subprocess.run([os.environ['CJM'], 'check', editor.files[0]], check=True)


def undo_all():
    """Ctrl+Z takes it back step by step, to the empty map, and the focus is always seen"""
    global steps
    while editor.look('^(Phase|Touchpoint), ', root=canvas) is not None:
        assert steps < 2 * ITEMS, 'no end of steps'
        said = editor.everything_said(canvas)
        editor.key('ctrl+z')
        steps += 1
        wait_for(lambda: editor.everything_said(canvas) != said, 'step %d to be undone' % steps)
        assert editor.focused(canvas) is not None, 'no focus after step %d' % steps
    print('# %d steps' % steps)
    editor.key('ctrl+s')
    editor.find(r'by-keys\.cjm — saved', 'label')
    wait_for(lambda: '<phase' not in read(), 'the empty map in the file')


def redo_all():
    """Ctrl+Shift+Z makes it again, to the same bytes"""
    for step in range(steps):
        said = editor.everything_said(canvas)
        editor.key('ctrl+shift+z')
        wait_for(lambda: editor.everything_said(canvas) != said, 'step %d to be made again' % (step + 1))
    editor.key('ctrl+s')
    wait_for(lambda: 'Step 5.4' in read(), 'the whole map in the file')
    with open(EXPECTED, encoding='utf-8') as file:
        assert canonical(read()) == file.read()


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([type_the_map, save, undo_all, redo_all, no_complaints])
finally:
    if editor is not None:
        editor.screenshot('typed-map-end')
        editor.close()
