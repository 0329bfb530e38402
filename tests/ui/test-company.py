#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two copies of the program on one file: each says so at once, and neither replaces unasked what the other saves."""

import os

from editor import DATA, Editor, run, wait_for

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')
TOLD = 'ikea.nl.cjm.* is also open in another copy of the program, since'

first = second = None


def content():
    with open(first.files[0], encoding='utf-8') as file:
        return file.read()


def add(editor, title):
    editor.click(editor.find_at_rest('^Touchpoint, Parkeren'))
    editor.key('t')
    editor.find('^Title$', 'text')
    editor.type(title)
    editor.key('Return')
    editor.find('^Touchpoint, ' + title)


def told_when_opened():
    """both say that the map is open twice as soon as the second has opened it"""
    global first, second
    first = Editor(EXAMPLE, name='company-1')
    first.find('^Touchpoint, Parkeren')
    assert not first.look(TOLD)
    second = Editor(first.files[0], name='company-2', folder=first.folder, alone=True)
    second.find(TOLD)
    second.screenshot('company-1')
    first.find(TOLD)


def asked_before_replacing():
    """what one saves, the other is told of"""
    add(second, 'Van de tweede')
    second.key('ctrl+s')
    wait_for(lambda: 'Van de tweede' in content(), 'the map in its file')
    first.find('Somebody else changed .*ikea.nl.cjm')
    reload = first.find('^Reload$', 'push button')
    reload.get_action_iface().do_action(0)
    first.find('^Touchpoint, Van de tweede')
    first.find(TOLD)


def over_when_one_ends():
    """the other one says nothing of it any more when one has ended, however"""
    second.process.kill()
    second.process.wait()
    second.bus.kill()
    second.bus.wait()
    first.gone(TOLD)
    assert 'Van de tweede' in content()
    complaints = [line for line in first.complaints().splitlines() if 'CRITICAL' in line or 'WARNING' in line]
    first.close()
    assert not complaints, complaints


run([told_when_opened, asked_before_replacing, over_when_one_ends])
