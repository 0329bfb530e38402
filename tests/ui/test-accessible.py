#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: every control has a name, every item of the map a role and a sentence."""

import os
import re

from editor import DATA, Editor, run

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')
CONTROLS = ('push button', 'toggle button', 'check box', 'combo box', 'text', 'entry', 'switch', 'spin button')

# How the items speak; the first word says what it is.
SENTENCES = {
    'list item': r'^(Touchpoint, .+, phase .+, \d+ of \d+|Pain point, .+, severity [123] of 3|Opportunity, .+|Thought, .+)',
    'image': r'^Feeling, (very bad|bad|neutral|good|very good)',
}

editor = None


def is_inside(node, role):
    parent = node.get_parent()
    while parent is not None:
        if parent.get_role_name() == role:
            return True
        parent = parent.get_parent()
    return False


def open_the_map():
    """the map is on the accessibility bus"""
    global editor
    editor = Editor(EXAMPLE, name='accessible')
    editor.find('^Touchpoint, ', 'list item')


def controls_have_names():
    """every control of the window and of the inspector's pages has a name for people"""
    nameless = []
    for pattern in (None, '^Touchpoint, ', '^Phase, ', '^Pain point, ', '^Opportunity, '):
        if pattern is not None:
            editor.click(editor.find(pattern))
            editor.find({'^Touchpoint, ': '^Channel$', '^Phase, ': '^Duration$', '^Pain point, ': '^What hurts$',
                         '^Opportunity, ': '^What could be done$'}[pattern])
        for node in editor.everything():
            # Without a name of its own a widget is called after its type.
            if node.get_role_name() in CONTROLS and re.match(r'^$|^(Gtk|Adw|Jm)[A-Z]', node.get_name() or ''):
                if not is_inside(node, 'combo box'):
                    nameless.append((pattern, node.get_role_name(), node.get_name(), node.get_description()))
        editor.key('Escape')
    assert not nameless, nameless


def items_speak():
    """each item of the map says what it is, where and how"""
    found = {role: 0 for role in SENTENCES}
    for node in editor.everything():
        name, role = node.get_name() or '', node.get_role_name()
        if role in SENTENCES and not name.startswith(('Gtk', 'Jm')):
            if re.match(SENTENCES[role], name):
                found[role] += 1
    assert found['list item'] >= 15 and found['image'] >= 7, found
    editor.find(r'^Phase, .+, 1 of 5, \d touchpoints?$', 'heading')
    editor.find(r'^Map, ', 'heading')
    editor.find(r'^Lane, .+', 'row header')
    editor.find('^Tools$', 'tool bar')


def keyboard_reaches_them():
    """arrows go from touchpoint to touchpoint, and the inspector follows"""
    first = editor.find('^Touchpoint, [^,]+, phase [^,]+, 1 of 2')
    editor.click(first)
    editor.find('1 of 2$', 'label')
    editor.key('Right')
    editor.find('2 of 2$', 'label')


try:
    run([open_the_map, controls_have_names, items_speak, keyboard_reaches_them])
finally:
    if editor is not None:
        editor.close()
