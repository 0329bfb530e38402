#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that takes its time: people work on meanwhile, and a window that is closed waits for it."""

import contextlib
import os
import tempfile

from editor import DATA, Editor, run, wait_for

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')
FOLDER = tempfile.mkdtemp(prefix='journeymap-disk-')
SLOW = os.path.join(FOLDER, 'slow')
BROKEN = os.path.join(FOLDER, 'broken')

editor = None


def content():
    with open(editor.files[0], encoding='utf-8') as file:
        return file.read()


@contextlib.contextmanager
def disk(way):
    """As long as it is SLOW or BROKEN."""
    open(way, 'w').close()
    try:
        yield
    finally:
        os.unlink(way)


def add_a_touchpoint(title):
    editor.click(editor.find_at_rest('^Touchpoint, Parkeren'))
    editor.key('t')
    editor.find('^Title$', 'text')
    editor.type(title)
    editor.key('Return')
    editor.find('^Touchpoint, %s' % title)


def begin():
    global editor
    os.environ.update(LD_PRELOAD=os.environ['SLOW_DISK_LIBRARY'], SLOW_DISK=SLOW, BROKEN_DISK=BROKEN)
    editor = Editor(EXAMPLE, name='slow-disk')
    del os.environ['LD_PRELOAD']
    editor.find('^Touchpoint, Parkeren')


def closed_while_it_fails():
    """a window that is closed during a save is still there to tell that this failed, also when nothing was changed"""
    begin()
    with disk(BROKEN):
        with disk(SLOW):
            editor.key('ctrl+s')
            editor.find('saving…')
            editor.key('ctrl+w')
            # It listens still: nothing but a key that is answered shows that the one before was, too.
            editor.key('ctrl+f')
            editor.find('^Find in the map$')
        editor.find('ikea.nl.cjm.* was not saved')


def saved_twice():
    """what was changed during a save is in the file when it is saved once more, and nobody else is blamed"""
    editor.key('Escape')
    with disk(SLOW):
        editor.key('ctrl+s')
        editor.find('saving…')
        add_a_touchpoint('Meteen daarna')
        editor.key('ctrl+s')
    editor.find(' — saved, ')
    assert 'Meteen daarna' in content()
    editor.gone('was not saved')
    assert not editor.look('Somebody else')


def closed_while_it_is_saved():
    """a window that is closed during a save goes when the map is in the file"""
    add_a_touchpoint('Tot slot')
    with disk(SLOW):
        editor.key('ctrl+s')
        editor.find('saving…')
        editor.key('ctrl+w')
        editor.key('ctrl+f')
        editor.find('^Find in the map$')
        assert 'Tot slot' not in content()
    wait_for(lambda: editor.process.poll() is not None, 'the end of the editor')
    assert editor.process.returncode == 0, editor.process.returncode
    assert 'Tot slot' in content()


def nothing_was_complained_of():
    """the program had nothing to complain of"""
    complaints = [line for line in editor.complaints().splitlines() if 'CRITICAL' in line or 'WARNING' in line]
    assert not complaints, complaints


run([closed_while_it_fails, saved_twice, closed_while_it_is_saved, nothing_was_complained_of])
