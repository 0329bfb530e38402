#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first map, the whole path: given the visit to IKEA, after these gestures, this is the file."""

import os
import subprocess
import xml.etree.ElementTree as ElementTree

from editor import DATA, Editor, run, wait_for

NAMESPACE = '{https://example.com/ns/cjm/1}'
EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')

editor = None


def tag(name):
    return NAMESPACE + name


def read():
    return ElementTree.parse(editor.files[0]).getroot()


def titles(root, phase):
    for element in root.iter(tag('phase')):
        if element.findtext(tag('title')) == phase:
            return [touchpoint.findtext(tag('title')) for touchpoint in element.iter(tag('touchpoint'))]
    return None


def touchpoint(root, title):
    return next(t for t in root.iter(tag('touchpoint')) if t.findtext(tag('title')) == title)


def open_the_map():
    """the map is seen in a window"""
    global editor
    editor = Editor(EXAMPLE, name='first-map')
    editor.find('^Touchpoint, Kar vergeten, phase Magazijn, 2 of 3')
    editor.screenshot('first-map-1-opened')


def drag_a_touchpoint():
    """a touchpoint is dragged into another phase"""
    card = editor.find('^Touchpoint, Kar vergeten')
    target = editor.find('^Touchpoint, Binnenkomen')
    x, y, width, height = editor.box(target)
    editor.drag(editor.middle(card), (x + width - 4, y + height // 2))
    editor.find('^Touchpoint, Kar vergeten, phase Aankomst, [23] of 3')
    editor.screenshot('first-map-2-moved')


def lift_the_curve():
    """a point of the emotion curve is lifted"""
    point = editor.find('^Feeling, neutral, .*touchpoint Parkeren')
    better = editor.find('^Feeling, very good')
    x, y = editor.middle(point)
    editor.drag((x, y), (x, editor.middle(better)[1]))
    editor.find('^Feeling, very good, .*touchpoint Parkeren')
    editor.screenshot('first-map-3-lifted')


def add_a_pain_point():
    """a pain point is added with the keyboard: P, the text, Enter, Enter"""
    editor.click(editor.find('^Touchpoint, Parkeren'))
    editor.find('^Title$', 'text')
    editor.key('p')
    editor.find('^What hurts$', 'text')
    editor.type('Slagboom blijft dicht, alweer')
    editor.key('Return')
    editor.find('^Pain point, Slagboom blijft dicht, alweer, severity 1 of 3, touchpoint Parkeren', 'list item')
    editor.key('Return')
    editor.find('^Touchpoint, Parkeren.* 1 pain point')
    editor.screenshot('first-map-4-pain-point')


def undo_and_redo():
    """undo takes the last step back, redo does it again"""
    editor.key('3')
    editor.find('^Feeling, neutral, .*touchpoint Parkeren')
    editor.key('ctrl+z')
    editor.find('^Feeling, very good, .*touchpoint Parkeren')
    editor.key('ctrl+z')
    editor.gone('^Pain point, Slagboom', 'list item')
    editor.key('ctrl+shift+z')
    editor.find('^Pain point, Slagboom', 'list item')


def save():
    """Ctrl+S saves, and the window says so"""
    editor.find('not saved', 'label')
    editor.key('ctrl+s')
    editor.find(r'ikea\.nl\.cjm — saved, \d\d:\d\d', 'label')
    editor.gone('not saved', 'label')


def read_the_file():
    """the file holds what was done and everything else as it was"""
    root = read()
    before = ElementTree.parse(EXAMPLE).getroot()

    assert 'Kar vergeten' in titles(root, 'Aankomst'), titles(root, 'Aankomst')
    assert titles(root, 'Aankomst')[0] == 'Parkeren'
    assert titles(root, 'Magazijn') == ['Vak opzoeken', 'Stoel gevonden'], titles(root, 'Magazijn')

    parking = touchpoint(root, 'Parkeren')
    assert float(parking.find(tag('emotion')).get('value')) == 2, ElementTree.tostring(parking)
    pains = [pain.text for pain in parking.iter(tag('pain-point'))]
    assert pains == ['Slagboom blijft dicht, alweer'], pains

    # What moved came along with everything in it.
    assert ElementTree.tostring(touchpoint(root, 'Kar vergeten')).strip() == \
        ElementTree.tostring(touchpoint(before, 'Kar vergeten')).strip()
    assert len(list(root.iter())) == len(list(before.iter())) + 1

    subprocess.run([os.environ['CJM'], 'check', editor.files[0]], check=True)


def export():
    """the map is exported to SVG through the dialog"""
    target = os.path.join(editor.folder, 'picture.svg')
    editor.key('ctrl+e')
    dialog = editor.dialog('^Export$')
    editor.find('^Format$', root=dialog)
    editor.find('Export…$', 'push button', root=dialog)
    editor.key('Return')
    editor.dialog('^Export the Map$')
    editor.key('ctrl+a')
    editor.type(target)
    editor.key('Return')
    wait_for(lambda: os.path.exists(target), 'the exported file')
    editor.find('^Exported as picture.svg', 'label')
    editor.screenshot('first-map-5-exported')

    root = ElementTree.parse(target).getroot()
    assert root.tag == '{http://www.w3.org/2000/svg}svg'
    text = ' '.join(''.join(element.itertext()) for element in root.iter('{http://www.w3.org/2000/svg}text'))
    assert 'Slagboom' in text, text


def delete_and_undo_by_toast():
    """Delete removes what is selected; the message offers to undo it"""
    editor.click(editor.find('^Touchpoint, Afrekenen|^Touchpoint, Vak opzoeken'))
    editor.key('Delete')
    # The message slides in, and goes by itself: nothing else is looked through for its button.
    message = editor.find('^Deleted touchpoint', 'label').get_parent().get_parent()
    editor.click(editor.wait_for_rest(lambda: editor.look('Undo', 'push button', message), 'the button of the message'))
    editor.find('^Touchpoint, Vak opzoeken')
    editor.find(r'ikea\.nl\.cjm — saved', 'label')


def present():
    """F5 shows the map alone, arrows and a clicker go from phase to phase, and Escape ends where it began"""
    def look(name='^Phase, Winkel'):
        return editor.box(editor.find_at_rest(name))

    before = look()
    editor.key('F5')
    editor.gone('^Tools$', 'tool bar')
    editor.screenshot('first-map-6-presented')
    whole = look()
    editor.key('Right')
    wait_for(lambda: look()[2] > whole[2] * 1.1, 'the first phase, larger')
    editor.key('Next')
    left, _, width, _ = wait_for(lambda: look()[0] < whole[0] + whole[2] and look(), 'the second phase')
    assert 0 <= left and left + width <= 1280, (left, width)
    editor.key('F9')
    editor.key('Home')
    wait_for(lambda: look() == whole, 'the whole map, and no panel beside it')
    editor.key('Escape')
    editor.find('^Tools$', 'tool bar')
    wait_for(lambda: look() == before, 'the map where it was')


def close_asks():
    """closing a changed map asks first; Cancel keeps it open"""
    editor.click(editor.find('^Touchpoint, Parkeren'))
    editor.key('2')
    editor.find('^Feeling, bad, .*touchpoint Parkeren')
    editor.key('ctrl+w')
    dialog = editor.dialog('')
    editor.find('Save the Changes', root=dialog)
    editor.screenshot('first-map-7-asked')
    editor.key('Escape')
    editor.find('not saved', 'label')
    assert editor.process.poll() is None


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([open_the_map, drag_a_touchpoint, lift_the_curve, add_a_pain_point, undo_and_redo, save, read_the_file, export,
         delete_and_undo_by_toast, present, close_asks, no_complaints])
finally:
    if editor is not None:
        editor.screenshot('first-map-8-end')
        editor.close()
