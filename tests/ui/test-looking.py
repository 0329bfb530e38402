#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways of looking at a map: one persona's journey, what is known in one way, and two maps beside each other."""

import os
import xml.etree.ElementTree as ElementTree

from editor import DATA, Editor, run, wait_for

NAMESPACE = '{https://example.com/ns/cjm/1}'
EXAMPLE = os.path.join(DATA, 'examples', 'airline.en.cjm')

editor = None
names = None


def choose(*items):
    """Through the main menu, which slides from one page to the next."""
    editor.click(editor.find_at_rest('^Main menu$'))
    for item in items:
        wait_for(lambda: is_offered(item), 'the menu item %r' % item)
        wait_for(lambda: step_to(item), 'the focus on %r' % item)
        editor.key('Return')


def is_offered(item):
    return any(node.get_name() == item and node.get_role_name().endswith('menu item') for node in editor.everything())


def step_to(item):
    if editor.said() == item:
        return True
    editor.key('Down')
    return False


def hide_a_persona():
    """the eye beside a persona takes the card and the curve off the map, in the file as well"""
    global editor, names
    names = [p.findtext(NAMESPACE + 'name') for p in ElementTree.parse(EXAMPLE).getroot().iter(NAMESPACE + 'persona')]
    editor = Editor(EXAMPLE, name='looking', size=(1300, 880))
    editor.find('^Persona, %s, ' % names[0])
    editor.find('^Feeling, .*%s' % names[0])
    editor.click(editor.find_at_rest('^Hide %s$' % names[0]))
    editor.gone('^Persona, %s, ' % names[0])
    editor.gone('^Feeling, .*%s' % names[0])
    editor.find('^Persona, %s, ' % names[1])
    editor.screenshot('looking-1-one-persona')
    hidden = [p.get('hidden') for p in editor.saved().iter(NAMESPACE + 'persona')]
    assert hidden == ['true', None], hidden


def show_it_again():
    """undo brings it back"""
    editor.key('ctrl+z')
    editor.find('^Persona, %s, ' % names[0])
    hidden = [p.get('hidden') for p in editor.saved().iter(NAMESPACE + 'persona')]
    assert hidden == [None, None], hidden


def what_is_measured():
    """the menu fades what is not measured and says how much that is; each touchpoint says how it is known"""
    choose('View', 'How It Is Known', 'Measured')
    editor.find('^[0-9]+ of [0-9]+ touchpoints stand out, the others are faded$')
    editor.find('^Touchpoint, .* measured')
    editor.screenshot('looking-2-measured')
    choose('View', 'How It Is Known', 'All')


def both_maps():
    """a future map is made, changed, and shown beside the one it comes from with what is better marked"""
    first = editor.window
    choose('Compare', 'Make a Future Map from This One')
    editor.window = wait_for(lambda: editor.dialog('.'), 'the window of the future map')
    assert editor.window != first
    editor.find('^Compare$')
    editor.click(editor.find_at_rest('^Touchpoint, Chooses seats', 'list item'))
    editor.key('5')
    editor.find('^[0-9]+ differences? from')
    editor.key('alt+5')
    editor.find('^Both maps: .*1.better', 'list')
    editor.screenshot('looking-3-both')
    editor.key('alt+1')
    editor.find('^Touchpoint, Chooses seats.* very good', 'list item')


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([hide_a_persona, show_it_again, what_is_measured, both_maps, no_complaints])
finally:
    if editor is not None:
        editor.close()
