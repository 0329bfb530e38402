#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The method in the window: the checklist beside the map, other pictures of it, transitions, templates."""

import os

from editor import DATA, Editor, run, wait_for

NAMESPACE = '{https://example.com/ns/cjm/1}'
EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')

editor = None


def check_the_map():
    """F7 lists what is missing, and the button in the header bar counts it"""
    global editor
    editor = Editor(EXAMPLE, name='method')
    editor.find('^Touchpoint, ')
    editor.find(r'^Check the map, \d+ remarks$')
    editor.key('F7')
    editor.find('^To talk about next$', 'label')
    editor.find('^Arrival$', 'list item')
    editor.screenshot('method-1-check')


def go_to_a_remark():
    """Enter on a remark goes to its item, with its properties below the list"""
    editor.key('Return')
    editor.find('^Duration$', 'text')
    editor.click(editor.find('^Goal$', 'text'))
    editor.type('A space near the entrance')
    editor.key('F7')
    editor.gone('^To talk about next$', 'label')
    goals = [phase.findtext(NAMESPACE + 'goal') for phase in editor.saved().iter(NAMESPACE + 'phase')]
    assert goals[0] == 'A space near the entrance', goals


def put_right():
    """a remark is put right with its button, and left out with the key Delete, in the file as well"""
    editor.key('F7')
    editor.find('^Showroom$', 'list item')
    editor.key('Delete')
    editor.gone('^Showroom$', 'list item')
    # The one before the five channels.
    editor.key('End', *['Up'] * 5, 'Tab', 'space')
    editor.gone('^Scanner does not know the chair$', 'list item')
    editor.type('Know every article')
    editor.key('ctrl+Return')
    editor.find('^Opportunity, Know every article', 'list item')
    editor.key('F7')
    root = editor.saved()
    dismissed = root.find(NAMESPACE + 'dismissed')
    assert dismissed.get('check') == 'phase-without-goal', dismissed.attrib
    added = [o for o in root.iter(NAMESPACE + 'opportunity') if o.text == 'Know every article']
    assert len(added) == 1 and added[0].get('resolves'), added


def look_otherwise():
    """Alt+2 shows effort and impact, and Enter on an item goes to its place on the map"""
    editor.key('alt+2')
    editor.find('^Opportunities by effort and impact$', 'list')
    editor.screenshot('method-2-matrix')
    editor.key('Return')
    editor.find('^What could be done$', 'text')
    editor.find('^Forgot the trolley · 1 of 1$', 'label')


def lead_on():
    """L, the arrows and Enter make a transition; Escape gives it up"""
    editor.key('ctrl+9')
    editor.click(editor.find_at_rest('^Touchpoint, Parking, ', 'list item'))
    editor.find('^Channel$', 'combo box')
    editor.key('l', 'Right', 'Escape')
    editor.find('^Title$', 'text')
    editor.key('l', 'Right', 'Right', 'Return')
    editor.find('^Text at the arrow$', 'text')
    editor.key('Return')
    editor.type('Straight on')
    editor.screenshot('method-3-transition')
    transition = editor.saved().find(NAMESPACE + 'transition')
    assert transition.get('from') == 'parking' and transition.text == 'Straight on', transition.attrib


def keep_a_template():
    """the map is kept as a template, without what was found"""
    editor.find_at_rest('^Touchpoint, Parking, ', 'list item')
    editor.key('F10')
    editor.find('^Save as Template…$', 'menu item')
    # New, Open, Save, Save As.
    editor.key(*['Down'] * 4, 'Return')
    editor.gone('^Save as Template…$', 'menu item')
    dialog = editor.dialog('')
    editor.find('^With what was found', root=dialog)
    editor.screenshot('method-4-template')
    editor.key('ctrl+a')
    editor.type('Shopping trip')
    editor.key('Return')
    path = os.path.join(editor.folder, 'data', 'journeymap', 'templates', 'shopping-trip.en.cjm')
    wait_for(lambda: os.path.exists(path), 'the template')
    with open(path, encoding='utf-8') as file:
        text = file.read()
    assert '<emotion' not in text and '<title>Shopping trip</title>' in text, text[:400]


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([check_the_map, go_to_a_remark, put_right, look_otherwise, lead_on, keep_a_template,
         no_complaints])
finally:
    if editor is not None:
        editor.close()
