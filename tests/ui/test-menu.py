#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of what is on the map: by the right button and by the keyboard, with what it does and the key beside it."""

import os
import xml.etree.ElementTree as ElementTree

from editor import DATA, Atspi, Editor, run, wait_for, xdotool

NAMESPACE = '{https://example.com/ns/cjm/1}'
EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')

editor = None


def open_the_map():
    """the map is seen in a window"""
    global editor
    editor = Editor(EXAMPLE, name='menu')
    editor.find_at_rest('^Touchpoint, Kar vergeten, phase Magazijn, 2 of 3')


def right_click(name, role=None):
    xdotool('mousemove', *editor.middle(editor.find_at_rest(name, role)), 'click', 3)


def entries():
    """The entries of the open menu that can be chosen, from top to bottom."""
    nodes = [node for node in editor.everything() if node.get_role_name() == 'menu item' and
             node.get_state_set().contains(Atspi.StateType.SENSITIVE)]
    return [node.get_name() for node in nodes]


def choose(*names):
    """Goes through the open menu, and its submenus, with the keyboard."""
    xdotool('mousemove', 2, 2)
    for name in names:
        # The first entry has the focus as soon as the menu is there.
        there = wait_for(lambda: name in entries() and entries(), 'the entry %r' % name)
        wait_for(lambda: editor.said() in there, 'the focus in the menu')

        def is_there():
            now = editor.said()
            if now == name:
                return True
            # A submenu comes after the menu, and has its own name for a first entry, which leads back.
            steps = there[::-1].index(now) - there[::-1].index(name) if now in there else 1
            editor.key(*['Down' if steps > 0 else 'Up'] * abs(steps))
            return False

        wait_for(is_there, 'the menu to reach %r' % name)
        editor.key('Return')


def lanes():
    """The lanes as they are shown, from top to bottom."""
    nodes = [node for node in editor.everything() if node.get_role_name() == 'row header']
    nodes.sort(key=lambda node: editor.box(node)[1])
    return [node.get_name().split(', ')[1] for node in nodes]


def has_the_keys():
    """the menu of a touchpoint says everything, with the key beside each entry"""
    right_click('^Touchpoint, Kar vergeten')
    for name in ('Edit Title', 'Edit Description', 'New', 'Feeling', 'Moment of Truth', 'Move Earlier', 'Copy',
                 'Delete', 'Properties'):
        editor.find('^%s$' % name, 'menu item')
    for key in 'Alt\\+Left', 'Ctrl\\+C', 'Delete', 'Return':
        editor.find('^%s$' % key, 'label')
    editor.screenshot('menu-1-touchpoint')
    editor.key('Escape')
    editor.gone('^Edit Title$', 'menu item')
    wait_for(lambda: editor.said().startswith('Touchpoint, Kar vergeten'), 'the focus on the touchpoint again')


def feeling_from_the_menu():
    """a feeling is chosen in a menu that the keyboard opened, and undone"""
    editor.key('shift+F10')
    choose('Feeling', 'Good')
    editor.find('^Feeling, good, .*touchpoint Kar vergeten')
    wait_for(lambda: editor.said().startswith('Touchpoint, Kar vergeten'), 'the focus on the touchpoint again')
    editor.key('ctrl+z')
    editor.find('^Feeling, very bad, .*touchpoint Kar vergeten')


def before_a_phase():
    """a phase is made before another one, named at once, and coloured"""
    right_click('^Phase, Magazijn')
    choose('New Phase Before')
    editor.wait_for_caret()
    editor.type('Bocht')
    editor.key('ctrl+Return')
    editor.find('^Phase, Bocht, 4 of 6')
    editor.key('Menu')
    choose('Color', 'Pink')
    editor.key('ctrl+s')
    wait_for(lambda: 'Bocht' in open(editor.files[0], encoding='utf-8').read(), 'the file')
    phase = next(p for p in ElementTree.parse(editor.files[0]).getroot().iter(NAMESPACE + 'phase')
                 if p.findtext(NAMESPACE + 'title') == 'Bocht')
    assert phase.get('color') == 'pink', phase.attrib
    editor.key('Delete')
    editor.gone('^Phase, Bocht')


def lanes_come_and_go():
    """a lane is hidden and shown again, moved, and another one made below it"""
    before = lanes()
    assert 'Pijnpunten' in before and 'Gedachten' in before, before
    right_click('^Lane, Pijnpunten', 'row header')
    choose('Hide')
    wait_for(lambda: 'Pijnpunten' not in lanes(), 'the lane to go')
    wait_for(lambda: editor.said().startswith('Lane, '), 'the focus on a lane that is left')

    editor.key('Menu')
    choose('Show Lane', 'Pijnpunten')
    wait_for(lambda: lanes() == before, 'the lane to be back')
    wait_for(lambda: editor.said().startswith('Lane, Pijnpunten'), 'the focus on it')

    editor.key('alt+Down')
    at = before.index('Pijnpunten')
    wait_for(lambda: lanes()[at:at + 2] == [before[at + 1], 'Pijnpunten'], 'the lane to go down')
    editor.key('alt+Up')
    wait_for(lambda: lanes() == before, 'the lane to go up again')

    editor.key('Menu')
    choose('New Lane Below', 'Notes, with a Name of Your Own')
    editor.wait_for_caret()
    editor.key('ctrl+a')
    editor.type('Vragen')
    editor.key('ctrl+Return')
    wait_for(lambda: lanes()[at + 1] == 'Vragen', 'the new lane')
    editor.screenshot('menu-2-lanes')
    editor.key('Delete')
    wait_for(lambda: lanes() == before, 'the new lane to go')


def on_the_page():
    """on an empty place the menu is about the map"""
    x, y, _, _ = editor.box(editor.find('^Map$'))
    xdotool('mousemove', x + 6, y + 10, 'click', 3)
    editor.find('^Undo: Delete lane$', 'menu item')
    choose('Select All')
    editor.find('^10 ', 'label')
    editor.key('Menu')
    for name in 'Cut', 'Duplicate', 'Delete':
        editor.find('^%s$' % name, 'menu item')
    editor.key('Escape')


def says_what_is_undone():
    """the main menu says what it undoes, and does again"""
    editor.key('F10')
    editor.find('^Undo: Delete lane$', 'menu item')
    editor.key('u')
    editor.find('^Lane, Vragen', 'row header')
    editor.key('F10')
    editor.find('^Redo: Delete lane$', 'menu item')
    editor.key('d')
    wait_for(lambda: 'Vragen' not in lanes(), 'the lane to be gone again')


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    editor.close()
    assert not complaints, '\n'.join(complaints)


run([open_the_map, has_the_keys, feeling_from_the_menu, before_a_phase, lanes_come_and_go, on_the_page,
     says_what_is_undone, no_complaints])
