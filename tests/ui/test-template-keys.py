#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start page to the first touchpoint of a chosen template: how many keys that takes."""

from editor import Editor, run, wait_for, xdotool

# What it is called, its first touchpoint, which may have no name yet, and how many keys it may take: a letter as often as
# templates before it begin with it, Enter and Tab.
TEMPLATES = [
    ('Touch, tell, sell, care', '^Touchpoint, .*phase Touch, 1 of', 4),
    ('Service blueprint', '^Touchpoint, .*phase Before, 1 of', 4),
    ('As-is: Current state', '^Touchpoint, .*phase Before, 1 of', 4),
    ('To-be: Future state', '^Touchpoint, .*phase Before, 1 of', 4),
    ('Brief consumer journey', '^Touchpoint, .*phase Awareness, 1 of', 4),
]

editor = None


def open_a_window(first):
    global editor
    if first:
        editor = Editor(name='template-keys', size=(1200, 800))
    else:
        # A window with a map has the start page in the next one.
        before = editor.window
        editor.key('ctrl+n')
        editor.window = wait_for(lambda: editor.dialog('^JourneyMap$'), 'another window')
        assert editor.window != before
    editor.find('^Service blueprint$', 'table cell')
    wait_for(lambda: editor.focused() is not None and editor.focused().get_role_name() == 'table cell',
             'the focus on a template')


def reach(title, touchpoint, most, first):
    open_a_window(first)
    keys = 0
    while editor.said() != title:
        assert keys < 8, editor.said()
        before = editor.said()
        editor.key(title[0].lower())
        keys += 1
        wait_for(lambda: editor.said() != before, 'the next template')
    editor.key('Return')
    editor.find('^Untitled Map$', 'label')
    editor.wait_for_caret()
    editor.key('Tab')
    keys += 2
    editor.find(touchpoint, 'list item')
    editor.wait_for_caret()
    editor.type('First of all')
    editor.find('^Touchpoint, First of all', 'list item')
    editor.key('ctrl+Return')
    print('# %s: %d keys' % (title, keys), flush=True)
    assert keys <= most, '%s takes %d keys' % (title, keys)


def touch_tell():
    """to the first touchpoint of touch, tell, sell, care"""
    reach(*TEMPLATES[0], first=True)


def go_on():
    """Enter goes on to what the template has next, and makes a new touchpoint after the last"""
    editor.key('Return')
    editor.wait_for_caret()
    editor.key('Return')
    editor.type('Second')
    editor.find('^Touchpoint, Second, phase Touch, 2 of 2', 'list item')
    editor.key('Return')
    editor.type('Third')
    editor.find('^Touchpoint, Third, phase Touch, 3 of 3', 'list item')
    editor.key('ctrl+Return')


def after_the_title():
    """after the title of an empty map Enter begins with the first touchpoint, as the map says"""
    open_a_window(first=False)
    editor.key('Home', 'Return')
    editor.find('^Untitled Map$', 'label')
    editor.wait_for_caret()
    editor.type('Mending')
    editor.key('Return')
    wait_for(lambda: editor.said().startswith('Touchpoint, '), 'the first touchpoint')
    editor.key('Return')
    editor.wait_for_caret()
    editor.type('Flat tyre')
    editor.find('^Touchpoint, Flat tyre, phase Phase 1$', 'list item')
    editor.key('Escape')
    wait_for(lambda: editor.said() == 'Touchpoint, phase Phase 1', 'the end of typing')
    editor.key('Escape')
    wait_for(lambda: not editor.said().startswith('Touchpoint'), 'nothing selected')
    editor.key('Return')
    editor.wait_for_caret()
    editor.type('Puncture')
    editor.find('^Touchpoint, Puncture, phase Phase 1$', 'list item')


def answer_the_phase():
    """a double click where a template suggests something for a whole phase writes it there, and not at a touchpoint"""
    x, y, width, height = editor.box(editor.find_at_rest('^Phase, Tell'))
    lane = editor.box(editor.find_at_rest('^Lane, Message'))
    xdotool('mousemove', x + width * 3 // 4, lane[1] + lane[3] // 2, 'click', '--repeat', 2, '--delay', 40, 1)
    editor.wait_for_caret()
    editor.type('More room')
    editor.find('^Note, More room, phase Tell$', 'list item')
    editor.key('ctrl+Return')


def blueprint():
    """to the first touchpoint of the service blueprint"""
    reach(*TEMPLATES[1], first=False)


def current():
    """to the first touchpoint of the current state, which is not among the first templates"""
    reach(*TEMPLATES[2], first=False)


def future():
    """to the first touchpoint of the future state"""
    reach(*TEMPLATES[3], first=False)


def brief():
    """to the first touchpoint of the brief consumer journey"""
    reach(*TEMPLATES[4], first=False)


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([touch_tell, go_on, answer_the_phase, blueprint, current, future, brief, after_the_title, no_complaints])
finally:
    if editor is not None:
        editor.close()
