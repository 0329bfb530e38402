#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to a touchpoint or a phase, dragged with a mouse to another one, and what lies below something else."""

import os
import re

from editor import DATA, Editor, run, wait_for
from hand import Hand

NAMESPACE = '{https://example.com/ns/cjm/1}'

editor = None
canvas = None
hand = None


def opens(example):
    global editor, canvas, hand
    if editor is not None:
        hand.leave()
        editor.close()
    editor = Editor(os.path.join(DATA, 'examples', example + '.en.cjm'), name='belongings', size=(1440, 900))
    canvas = editor.find('^Touchpoint').get_parent()
    hand = Hand()
    editor.key('ctrl+9')
    editor.key('ctrl+s')
    saved_again()


def saved_again():
    editor.find(r'\.cjm — saved', 'label')


def look(pattern):
    return editor.look(pattern, root=canvas)


def names(pattern):
    return sorted(node.get_name() for node in editor.everything(canvas) if re.search(pattern, node.get_name() or ''))


def box(pattern):
    return editor.box(editor.wait_for_rest(lambda: look(pattern), pattern))


def middle(pattern):
    x, y, width, height = box(pattern)
    return x + width // 2, y + height // 2


def drag(start, end, escape=False, hold=None):
    hand.move(*start)
    if hold is not None:
        hand.hold(hold)
    hand.press()
    for step in range(1, 11):
        hand.move(start[0] + (end[0] - start[0]) * step / 10, start[1] + (end[1] - start[1]) * step / 10)
    if escape:
        hand.key('Escape')
    hand.release()
    if hold is not None:
        hand.let_go(hold)
        hand.sync()


def goes(what, name, to, end):
    """Drags something to another place, and back by undo; not when Escape is pressed; and a copy with Alt."""
    pattern = '^%s, %s' % (what, re.escape(name))
    there = pattern + '.*' + to
    before = names('^%s, ' % what)
    start = middle(pattern)
    drag(start, end)
    wait_for(lambda: look(there) and len(names('^%s, ' % what)) == len(before), '%s, dragged to %s' % (name, to))
    hand.key('ctrl+z')
    wait_for(lambda: names('^%s, ' % what) == before, 'it to be back')
    drag(start, end, escape=True)
    drag(start, end, hold='Alt_L')
    wait_for(lambda: look(there) and len(names('^%s, ' % what)) == len(before) + 1, 'a copy of %s at %s' % (name, to))
    wait_for(lambda: editor.said(canvas).startswith('%s, %s' % (what, name)), 'the copy to be selected')
    hand.key('ctrl+z')
    wait_for(lambda: names('^%s, ' % what) == before, 'the copy to be gone')
    saved_again()


def thoughts_and_opportunities():
    """a thought and an opportunity are dragged to a touchpoint of another phase; Alt copies, Escape gives up"""
    opens('ikea')
    parking = middle('^Touchpoint, Parking')[0]
    goes('Thought', 'Oh no, the trolley', 'touchpoint Parking', (parking, middle('^Thought, Oh no')[1]))
    goes('Opportunity', 'Show shortcuts', 'touchpoint Parking', (parking, middle('^Opportunity, Show')[1]))
    goes('Pain point', 'No shorter route', 'touchpoint Parking', (parking, middle('^Pain point, No shorter')[1]))


def several():
    """two that are selected are dragged at once, and back in one step"""
    before = names('^Opportunity, ')
    hand.move(*middle('^Opportunity, Show'))
    hand.click()
    hand.hold('Control_L')
    hand.move(*middle('^Opportunity, Send'))
    hand.click()
    hand.let_go('Control_L')
    editor.find('^2 selected$')
    drag(middle('^Opportunity, Send'), (middle('^Touchpoint, Parking')[0], middle('^Opportunity, Send')[1]))
    wait_for(lambda: len(names('^Opportunity, .*touchpoint Parking')) == 2, 'both at the other touchpoint')
    hand.key('ctrl+z')
    wait_for(lambda: names('^Opportunity, ') == before, 'both to be back')
    saved_again()


def notes():
    """a note is dragged to another touchpoint, and into another lane"""
    opens('bicycle-repair')
    pays = middle('^Note, Till, accounts')
    goes('Note', 'Nobody yet', 'touchpoint Pays', (pays[0], middle('^Note, Nobody yet')[1]))
    drag(middle('^Note, Nobody yet'), (middle('^Note, Nobody yet')[0], pays[1]))
    lanes = {note.text: note.get('lane') for note in editor.saved().iter(NAMESPACE + 'note')}
    assert lanes['Nobody yet'] == lanes['Till, accounts'], lanes


def notes_of_phases():
    """a message of a phase is dragged to another phase"""
    opens('airline')
    care = middle('^Note, On the way')
    goes('Note', 'We were voted', 'phase Care', care)


def below_something_else():
    """what lies below something else is selected by clicking once more, and then the upper one again"""
    feeling = '^Feeling, neutral, .*Banner about the award'
    assert len(names(feeling)) == 2
    x, y = middle(feeling)
    said = []
    for beside in 4, -4, 4:
        # Two clicks in one place, one soon after the other, are a double click.
        hand.move(x + beside, y)
        hand.click()
        said.append(wait_for(lambda: re.search(feeling, editor.said(canvas)) and
                             editor.said(canvas) not in said[-1:] and editor.said(canvas), 'the other one'))
    assert said[0] == said[2] != said[1], said
    saved_again()


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([thoughts_and_opportunities, several, notes, notes_of_phases, below_something_else, no_complaints])
finally:
    if editor is not None:
        editor.screenshot('belongings-end')
        hand.leave()
        editor.close()
