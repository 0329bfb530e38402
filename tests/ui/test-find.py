#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding: with real keys, in a map of a visit to a shop; what is found is selected, counted and told."""

import os
import subprocess

from editor import DATA, Atspi, Editor, run, wait_for

# The inks of jm-canvas-marks.c.
MARKER, MARKER_HERE = (255, 222, 97), (255, 163, 46)

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')

editor = None


def open_the_map():
    """the map is seen in a window"""
    global editor
    editor = Editor(EXAMPLE, name='find')
    editor.find('^Touchpoint, Kar vergeten, phase Magazijn, 2 of 3')


def begin(text):
    editor.key('ctrl+f')
    field = editor.find('^Find in the map$')
    editor.wait_for_caret()
    editor.key('ctrl+a')
    editor.type(text)
    return field


def count(text):
    editor.find('^%s$' % text, 'label')


def is_selected(name):
    """Whether the item whose name begins so is the one that is selected."""
    node = editor.look('^' + name, 'list item')
    return node is not None and node.get_state_set().contains(Atspi.StateType.SELECTED)


def without_accents():
    """"geblooid" is not found, "BALLETJES" is, whatever its case"""
    begin('geblooid')
    count('Not found')
    begin('BALLETJES')
    count('1 of 1')
    wait_for(lambda: is_selected('Touchpoint, Zweedse balletjes'), 'the meatballs to be selected')
    editor.screenshot('find-1-one')


def round_and_round():
    """Enter goes on and round, Shift+Enter back"""
    begin('karren')
    editor.key('Return')
    count('1 of 2')
    wait_for(lambda: is_selected('Pain point, Geen karren in het magazijn'), 'the pain point')
    editor.key('Return')
    count('2 of 2')
    wait_for(lambda: is_selected('Opportunity, Karren bij de ingang'), 'the opportunity')
    editor.key('Return')
    count('1 of 2')
    editor.key('shift+Return')
    count('2 of 2')
    editor.key('ctrl+g')
    count('1 of 2')
    editor.key('ctrl+shift+g')
    count('2 of 2')
    editor.screenshot('find-2-several')


def marked(color):
    """How many pixels of the screen are of a marker's ink."""
    data = subprocess.run(['import', '-window', 'root', '-depth', '8', 'rgb:-'], check=True, capture_output=True).stdout
    return data.count(bytes(color))


def the_words():
    """the words themselves are marked, those that are looked at in another ink, until it is closed"""
    begin('karren')
    count('[12] of 2')
    wait_for(lambda: marked(MARKER) > 100 and marked(MARKER_HERE) > 100, 'words in both inks')
    begin('karren bij')
    count('1 of 1')
    wait_for(lambda: marked(MARKER) == 0 and marked(MARKER_HERE) > 100, 'the words that are looked at alone')
    editor.key('Escape')
    wait_for(lambda: marked(MARKER_HERE) == 0, 'the end of the marks')
    begin('karren')
    count('[12] of 2')


def an_edit_is_noticed():
    """what changes while it is open counts"""
    editor.click(editor.find('^Touchpoint, Parkeren'))
    editor.key('p')
    editor.wait_for_caret()
    editor.type('Karren staan in de weg')
    editor.key('ctrl+Return')
    count('[123] of 3')
    editor.key('ctrl+z')
    count('[12] of 2')


def escape():
    """Escape closes it, and the keyboard is on what was found"""
    begin('afrekenen')
    count('1 of [0-9]+')
    wait_for(lambda: is_selected('Touchpoint, Afrekenen'), 'the till to be selected')
    editor.key('Escape')
    editor.gone('^Find in the map$')
    wait_for(lambda: editor.said().startswith('Touchpoint, Afrekenen'), 'the focus on the till')
    editor.key('Left')
    wait_for(lambda: editor.said() and not editor.said().startswith('Touchpoint, Afrekenen'),
             'the arrows to work from there')


def again():
    """Ctrl+G takes up the last search"""
    editor.key('ctrl+g')
    editor.find('^Find in the map$')
    count('[0-9]+ of [0-9]+')
    editor.key('Escape')
    editor.gone('^Find in the map$')


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    editor.close()
    assert not complaints, '\n'.join(complaints)


run([open_the_map, without_accents, round_and_round, the_words, an_edit_is_noticed, escape, again, no_complaints])
