#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The start page: with the keyboard alone from a template to a map that is saved, and back to it among the recent ones."""

import os
import xml.etree.ElementTree as ElementTree

from editor import Editor, run, wait_for

NAMESPACE = '{https://example.com/ns/cjm/1}'

editor = None
target = None


def offer():
    """templates and examples are offered, the first template has the focus"""
    global editor
    editor = Editor(name='start-page', size=(1200, 800))
    editor.find('^Which journey are we mapping')
    editor.find('^Customer journey$', 'table cell')
    editor.find('^Examples$')
    editor.screenshot('start-page-1')


def choose_a_template():
    """an arrow and Enter make a map of the second template, whose title is edited at once"""
    editor.key('Right', 'Return')
    editor.find('^Untitled Map$', 'label')
    editor.find('^Phase, Orientation, 1 of 5', 'heading')
    editor.type('A day at the library')
    editor.find('^Map, A day at the library', 'heading')
    editor.key('ctrl+Return')
    editor.find('^A day at the library$', 'label')
    editor.screenshot('start-page-2-new')


def save_it():
    """saving asks for a file, and suggests the title"""
    global target
    editor.key('ctrl+s')
    editor.dialog('^Save the Map$')
    target = os.path.join(editor.folder, 'library.cjm')
    editor.key('ctrl+a')
    editor.type(target)
    editor.key('Return')
    wait_for(lambda: os.path.exists(target), 'the file')
    editor.find('^library.cjm — saved', 'label')
    root = ElementTree.parse(target).getroot()
    assert root.findtext(NAMESPACE + 'title') == 'A day at the library'
    assert root.get('date'), root.attrib


def find_it_again():
    """a new window lists it among the recent maps, and opens it in the window that has it"""
    first = editor.window
    editor.key('ctrl+n')
    second = editor.dialog('^JourneyMap$')
    row = editor.find('^A day at the library$', 'list item', root=second)
    assert row is not None and first != second
    editor.screenshot('start-page-3-recent')


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([offer, choose_a_template, save_it, find_it_again, no_complaints])
finally:
    if editor is not None:
        editor.close()
