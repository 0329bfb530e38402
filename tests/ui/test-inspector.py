#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector: what is typed, chosen and clicked there is in the map, as one step each."""

import base64
import os
import subprocess

from editor import DATA, Editor, run, wait_for

NAMESPACE = '{https://example.com/ns/cjm/1}'
EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')

editor = None


def touchpoint(root, title):
    for element in root.iter(NAMESPACE + 'touchpoint'):
        if element.findtext(NAMESPACE + 'title') == title:
            return element
    raise AssertionError('no touchpoint %r' % title)


def open_the_map():
    """the page of the map is shown while nothing is selected"""
    global editor
    editor = Editor(EXAMPLE, name='inspector')
    editor.find('^Touchpoint, ')
    editor.find('^Scenario$', 'text')
    editor.find('^Add Persona$', 'push button')
    editor.find('^Hide ', 'push button')


def type_a_title():
    """a title typed letter by letter is one step"""
    card = editor.find('^Touchpoint, [^,]+, phase [^,]+, 1 of')
    old = card.get_name().split(', ')[1]
    editor.click(card)
    editor.find('^Channel$', 'combo box')
    editor.click(editor.find('^Title$', 'text'))
    editor.key('ctrl+a')
    editor.type('Leaving home')
    editor.find('^Touchpoint, Leaving home, ', 'list item')
    editor.screenshot('inspector-1-title')
    editor.key('ctrl+z')
    editor.find('^Touchpoint, %s, ' % old, 'list item')
    editor.key('ctrl+shift+z')
    editor.find('^Touchpoint, Leaving home, ', 'list item')


def click_a_face():
    """a click on a face sets the feeling, another one takes it away"""
    editor.click(editor.find('^Very bad$'))
    editor.find('^Feeling, very bad.*, touchpoint Leaving home')
    editor.click(editor.find('^Very bad$'))
    editor.gone('^Feeling, .*touchpoint Leaving home')
    editor.click(editor.find('^Good$'))
    editor.find('^Feeling, good.*, touchpoint Leaving home')


def add_an_opportunity():
    """an opportunity is added and weighed"""
    editor.click(editor.find('^Add Opportunity$', 'push button'))
    editor.find('^What could be done$', 'text')
    editor.type('Send a reminder')
    editor.find('^Opportunity, Send a reminder', 'list item')
    more = editor.find('^Votes: one more$', 'push button')
    editor.click(more)
    editor.find('^Opportunity, Send a reminder, 1 vote,', 'list item')
    editor.click(more)
    editor.find('^Opportunity, Send a reminder, 2 votes', 'list item')
    editor.screenshot('inspector-2-opportunity')


def jump_between_items():
    """a row of the touchpoint's page leads to the item"""
    editor.click(editor.find('^Touchpoint, Leaving home, ', 'list item'))
    editor.click(editor.find('^Opportunity, Send a reminder, 2 votes', 'push button'))
    editor.find('^What could be done$', 'text')


def double_and_delete():
    """the buttons below a page double the item and take the copy away again"""
    def are(count):
        copies = [node for node in editor.everything()
                  if (node.get_name() or '').startswith('Opportunity, Send a reminder') and
                  node.get_role_name() == 'list item']
        return len(copies) == count

    editor.click(editor.find('^Duplicate$', 'push button'))
    wait_for(lambda: are(2), 'a second opportunity')
    editor.click(editor.find('^Delete$', 'push button'))
    wait_for(lambda: are(1), 'the end of the copy')
    editor.find('^Deleted opportunity', 'label')


def read_the_file():
    """the file holds all of it"""
    root = editor.saved()
    element = touchpoint(root, 'Leaving home')
    assert element.find(NAMESPACE + 'emotion').get('value') == '1'
    idea = next(o for o in element.iter(NAMESPACE + 'opportunity') if o.text == 'Send a reminder')
    assert idea.get('votes') == '2', idea.attrib


def phase_duration():
    """a duration is understood as it is said"""
    editor.click(editor.find('^Phase, [^,]+, 1 of'))
    field = editor.find('^Duration$', 'text')
    editor.click(field)
    editor.key('ctrl+a')
    editor.type('1,5 hours')
    editor.key('Return')
    root = editor.saved()
    phase = next(root.iter(NAMESPACE + 'phase'))
    assert phase.get('duration') == 'PT1H30M', phase.attrib
    editor.screenshot('inspector-3-phase')


def add_a_picture():
    """a picture is taken in, and its lane is shown"""
    path = os.path.join(editor.folder, 'photo.png')
    editor.resize(1440, 900)
    subprocess.run(['convert', '-size', '320x200', 'gradient:skyblue-orange', path], check=True)
    editor.click(editor.find('^Touchpoint, Leaving home, ', 'list item'))
    editor.find('^Channel$', 'combo box')
    area = editor.find('^Drop a photo or drawing here$', 'push button')
    editor.click(area)
    editor.dialog('^Choose a Picture$')
    editor.type(path)
    editor.key('Return')
    editor.find('^Lane, Pictures', 'row header')
    root = editor.saved()
    picture = touchpoint(root, 'Leaving home').find(NAMESPACE + 'picture')
    assert picture.get('media-type') == 'image/png', picture.attrib
    with open(path, 'rb') as file:
        assert base64.b64decode(picture.text) == file.read()
    editor.screenshot('inspector-4-picture')


def hide_a_lane():
    """a lane is hidden and shown again"""
    editor.key('Escape', 'Escape')
    editor.find('^5 phases · ', 'label')
    hide = editor.find('^Hide Thoughts$', 'push button')
    editor.click(hide)
    editor.gone('^Thought, ', 'list item')
    editor.click(editor.find('^Show Thoughts$', 'push button'))
    editor.find('^Thought, ', 'list item')


def hide_a_persona():
    """a persona is hidden and shown again, and the focus stays at her eye"""
    eye = editor.find('^Hide ', 'push button')
    name = eye.get_name()[len('Hide '):]
    editor.click(eye)
    wait_for(lambda: editor.said() == 'Show ' + name, 'the focus at the eye')
    editor.key('space')
    wait_for(lambda: editor.said() == 'Hide ' + name, 'the focus at the eye')


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([open_the_map, type_a_title, click_a_face, add_an_opportunity, jump_between_items, double_and_delete,
         read_the_file, phase_duration, add_a_picture, hide_a_lane, hide_a_persona, no_complaints])
finally:
    if editor is not None:
        editor.screenshot('inspector-5-end')
        editor.close()
