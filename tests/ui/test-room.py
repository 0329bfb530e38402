#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Room: the window is whole at every size people have, in the light and in the dark."""

import os

from editor import DATA, Editor, run, wait_for

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')
SIZES = [(1440, 900), (1000, 700), (800, 600), (560, 700), (420, 640), (360, 640), (800, 600), (1440, 900)]

# What must be within reach at every size, whatever else gives way.
ALWAYS = ['^Undo$', '^Main menu$', '^Close$', '^Properties$', '^Select$', '^Vote$', '^Zoom in$']

editor = None


def outside(width):
    """The controls around the map that stick out of the window."""
    found = []
    for name in ALWAYS:
        node = editor.look(name, 'push button')
        if node is None:
            found.append((name, 'not there'))
            continue
        x, _, wide, _ = editor.box(node)
        if x < 0 or x + wide > width:
            found.append((name, x, wide))
    return found


def open_the_map():
    """the map is seen in a window"""
    global editor
    editor = Editor(EXAMPLE, name='room')
    editor.find('^Touchpoint, ', 'list item')


def every_size():
    """nothing is cut off from 1440 down to 360 pixels, and back again"""
    for width, height in SIZES:
        def is_whole():
            # What gives way may do so after the size was there for a moment; whoever drags the corner drags on.
            editor.resize(width, height)
            return not outside(width)

        wait_for(is_whole, 'room for everything at %d × %d' % (width, height))
        editor.screenshot('room-%d' % width)


def inspector_over_the_map():
    """in a narrow window the inspector lies over the map when it is asked for"""
    editor.resize(800, 600)
    editor.click(editor.find('^Touchpoint, ', 'list item'))
    editor.key('F9')
    field = editor.find('^Title$', 'text')
    wait_for(lambda: 0 < editor.box(field)[0] < 800 - 100, 'the inspector over the map')
    editor.screenshot('room-inspector')
    editor.key('F9')


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


def dark():
    """the dark style is the desktop's"""
    global editor
    editor.close()
    os.environ['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark'
    editor = Editor(EXAMPLE, name='room-dark', size=(1440, 900))
    editor.find('^Touchpoint, ', 'list item')
    editor.click(editor.find('^Touchpoint, [^,]+, phase [^,]+, 2 of'))
    editor.find('^Channel$', 'combo box')
    editor.screenshot('room-dark')
    no_complaints()


try:
    run([open_the_map, every_size, inspector_over_the_map, no_complaints, dark])
finally:
    if editor is not None:
        editor.close()
