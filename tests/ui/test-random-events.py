#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a person does: random keys and gestures, after which the editor is alive, the focus is seen and the map is valid.

JM_RANDOM_EVENTS says how many events (1,500), JM_RANDOM_SEED which (1); the seed is told, and the same one does the same
again. The long form, with the sanitizers and another seed each time, is build-aux/random.
"""

import os
import random
import shutil
import subprocess
import sys
import time

from editor import DATA, Atspi, Editor, Failure, GLib, run, wait_for, xdotool
from hand import Hand

EVENTS = int(os.environ.get('JM_RANDOM_EVENTS', '1500'))
SEED = int(os.environ.get('JM_RANDOM_SEED') or 1)
BATCH = 100
EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')
MODIFIERS = {'shift': 'Shift_L', 'ctrl': 'Control_L', 'alt': 'Alt_L'}

# What is never pressed: it opens dialogs of the system, prints, or ends the program, which is no fault then.
MAKE = 't f p o q n'.split()
STATE = '0 1 2 3 4 5 plus minus m l'.split()
GO = 'Left Right Up Down Tab shift+Tab Home End Page_Up Page_Down'.split()
TEXT = list('abcdefghijklmnoprstuvwxyz') + ['space', 'BackSpace', 'period', 'shift+Left', 'shift+Home', 'ctrl+Left']
END = 'Return Return Return Escape ctrl+Return F2 shift+Return'.split()
EDIT = ('Delete Delete ctrl+d ctrl+c ctrl+x ctrl+v ctrl+v ctrl+z ctrl+z ctrl+z ctrl+shift+z ctrl+a alt+Left alt+Right '
        'alt+Up alt+Down ctrl+1 ctrl+5').split()
VIEW = 'ctrl+0 ctrl+9 ctrl+plus ctrl+minus F5 F7 F9 alt+2 alt+3 alt+4 alt+1 ctrl+f Menu shift+F10 ctrl+Tab'.split()

editor = None
hand = None
xid = None


class Person:
    """Does random things; each call of do() is one or more events, and they are counted."""

    def __init__(self, chance, area):
        self.chance = chance
        self.area = area
        self.events = 0
        self.log = []
        self.doings = ([self.key] * 50 + [self.write] * 8 + [self.move] * 8 + [self.click] * 10 + [self.drag] * 12 +
                       [self.scroll] * 4 + [self.pan] * 3 + [self.menu] * 1)

    def note(self, *what):
        self.events += 1
        self.log.append('%d: %s' % (self.events, ' '.join(map(str, what))))
        del self.log[:-60]

    def do(self):
        self.chance.choice(self.doings)()

    def press(self, key):
        self.note('key', key)
        hand.key(key)

    def key(self):
        kinds = [MAKE] * 5 + [STATE] * 4 + [GO] * 8 + [TEXT] * 4 + [END] * 7 + [EDIT] * 6 + [VIEW]
        self.press(self.chance.choice(self.chance.choice(kinds)))

    def write(self):
        """A word at the speed of a machine."""
        for _ in range(self.chance.randrange(2, 12)):
            self.press(self.chance.choice(TEXT))

    def somewhere(self):
        left, top, right, bottom = self.area
        # Mostly on the map, now and then in what stands around it.
        if self.chance.random() < 0.9:
            return self.chance.randrange(left, right - 340), self.chance.randrange(top, bottom)
        return self.chance.randrange(left, right), self.chance.randrange(top, bottom)

    def go(self, x, y):
        self.note('move', x, y)
        hand.move(x, y)

    def move(self):
        self.go(*self.somewhere())

    def with_modifier(self):
        name = self.chance.choice([None] * 6 + list(MODIFIERS))
        if name is not None:
            self.note('hold', name)
            hand.hold(MODIFIERS[name])
        return name

    def without(self, name):
        if name is not None:
            self.note('let go', name)
            hand.let_go(MODIFIERS[name])

    def click(self):
        self.move()
        modifier = self.with_modifier()
        times = self.chance.choice([1, 1, 1, 2, 3])
        self.note('click', times)
        hand.click(1, times)
        self.without(modifier)

    def drag(self):
        """With something else in between now and then, as when two hands are at it."""
        self.move()
        modifier = self.with_modifier()
        self.note('press')
        hand.press()
        for _ in range(self.chance.randrange(1, 14)):
            self.move()
            if self.chance.random() < 0.04:
                self.press(self.chance.choice(['Escape', 'ctrl+z', 'ctrl+v', 'Delete', 't', 'ctrl+shift+z', 'Return',
                                               'F9', 'ctrl+a', 'space', 'F5', 'alt+2']))
        if self.chance.random() < 0.1:
            self.without(modifier)
            modifier = None
        self.note('release')
        hand.release()
        self.without(modifier)

    def scroll(self):
        modifier = self.chance.choice([None, 'ctrl', 'ctrl', 'shift'])
        if modifier:
            hand.hold(MODIFIERS[modifier])
        for _ in range(self.chance.randrange(1, 6)):
            button = self.chance.choice([4, 5, 6, 7])
            self.note('scroll', modifier or '', button)
            hand.click(button)
        if modifier:
            hand.let_go(MODIFIERS[modifier])

    def pan(self):
        self.move()
        self.note('press middle')
        hand.press(2)
        for _ in range(self.chance.randrange(1, 5)):
            self.move()
        self.note('release middle')
        hand.release(2)

    def menu(self):
        self.move()
        self.note('click right')
        hand.click(3)
        for _ in range(self.chance.randrange(0, 4)):
            self.press(self.chance.choice(['Down', 'Up', 'Escape', 'Return']))


def alive(patience=0):
    """Fails when the editor has ended; it may be on its way to that."""
    try:
        status = editor.process.wait(patience)
    except subprocess.TimeoutExpired:
        return
    raise Failure('the editor ended with status %d' % status)


def other_windows():
    """Dialogs and menus that stand before the map."""
    desktop = Atspi.get_desktop(0)
    found = []
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is not None and application.get_process_id() == editor.process.pid:
            found += [application.get_child_at_index(j) for j in range(application.get_child_count())]
    return [window for window in found if window is not None and window != editor.window]


def who_has_it():
    """In words, who has the focus, among what is not seen too."""
    said = ['windows: %s' % [window.get_name() for window in other_windows()],
            'active: %s' % editor.window.get_state_set().contains(Atspi.StateType.ACTIVE)]
    stack = [editor.window]
    while stack:
        node = stack.pop()
        if node is None:
            continue
        if node.get_state_set().contains(Atspi.StateType.FOCUSED):
            said.append('%s “%s”, which is not seen' % (node.get_role_name(), node.get_name()))
        stack += [node.get_child_at_index(i) for i in range(node.get_child_count())]
    return '; '.join(said)


def come_to_rest():
    """Lets go of all, gives up what is under way and closes what stands before the map; the keyboard is at the map."""
    hand.open()
    middle = (500, 400)
    for _ in range(12):
        alive()
        hand.move(*middle)
        hand.key('Escape')
        try:
            if not other_windows() and editor.look('^Tools$', 'tool bar') is not None:
                break
        except GLib.Error:
            alive(10)
    # Nobody else does here.
    hand.focus(xid)
    hand.key('alt+1')
    hand.key('ctrl+9')


def check(number):
    come_to_rest()
    for _ in range(3):
        hand.key('Escape')
    # What comes after an empty selection is the first item.
    hand.key('Down')

    def has_focus():
        alive()
        return editor.focused() is not None

    try:
        wait_for(has_focus, 'the focus')
    except Failure:
        raise Failure('the focus is lost; %s' % who_has_it()) from None

    hand.key('ctrl+s')

    def saved():
        alive()
        return editor.look(r'\.cjm — saved|^saved', 'label') is not None

    wait_for(saved, 'the map to be saved')
    result = subprocess.run([os.environ['CJM'], 'check', editor.files[0]], capture_output=True, text=True)
    if result.returncode != 0:
        raise Failure('the map is not valid:\n' + result.stdout + result.stderr)


def random_events():
    """random keys and gestures leave the editor alive, the focus seen and the map valid"""
    global editor, hand, xid
    editor = Editor(EXAMPLE, name='random')
    editor.find('^Touchpoint, Kar vergeten')
    hand = Hand()
    xid = xdotool('search', '--onlyvisible', '--pid', editor.process.pid, '--name', '.').split()[0]
    chance = random.Random(SEED)
    x, y, width, height = editor.box(editor.window)
    # Below the header bar, whose buttons close the window.
    person = Person(chance, (x + 4, y + 60, x + width - 4, y + height - 4))
    begun = time.monotonic()
    print('# seed %d, %d events' % (SEED, EVENTS), flush=True)

    try:
        while person.events < EVENTS:
            end = min(person.events + BATCH, EVENTS)
            while person.events < end:
                person.do()
                alive()
            check(person.events)
            if person.events // 1000 != (person.events - BATCH) // 1000:
                print('# %d events, %.0f s' % (person.events, time.monotonic() - begun), flush=True)
    except Exception:
        print('# failed with seed %d after event %d; the last events were' % (SEED, person.events))
        for line in person.log:
            print('#   ' + line)
        folder = os.environ.get('JM_SCREENSHOTS')
        if folder:
            os.makedirs(folder, exist_ok=True)
            if os.path.exists(editor.files[0]):
                shutil.copyfile(editor.files[0], os.path.join(folder, 'random.cjm'))
            editor.screenshot('random-failed')
        for line in editor.complaints().splitlines()[-120:]:
            print('# ' + line)
        sys.stdout.flush()
        raise
    print('# %d events in %.0f s' % (person.events, time.monotonic() - begun))


def no_complaints():
    """nobody complained of a programmer's mistake"""
    lines = editor.complaints().splitlines()
    for line in lines:
        if 'WARNING' in line:
            print('# ' + line)
    complaints = [line for line in lines if 'CRITICAL' in line or 'runtime error' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([random_events, no_complaints])
finally:
    if hand is not None:
        hand.leave()
    if editor is not None:
        editor.close()
