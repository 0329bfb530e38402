#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters that are on no key, typed into a text where it stands: by dead keys, by number and from the emoji. What is not
finished yet stands in the text but is no part of the map, and Escape drops that alone."""

import os
import re
import subprocess

from editor import DATA, Atspi, Editor, run, wait_for
from hand import Hand

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')

editor = None
canvas = None
hand = None
box = None


def title():
    """What the touchpoint is called in the map."""
    node = editor.look('^Touchpoint, Parking', root=canvas)
    return re.match('Touchpoint, (.*), phase Arrival', node.get_name()).group(1) if node is not None else None


def titled(text):
    wait_for(lambda: title() == text, 'the title %r; it is %r' % (text, title()))


def letters():
    """How many columns of the title have ink in them, so that a caret that blinks makes no difference to speak of."""
    x, y, width, height = box
    data = subprocess.run(['import', '-window', 'root', '-crop', '%dx%d+%d+%d' % (width, height, x, y), '+repage',
                           '-colorspace', 'gray', '-depth', '8', 'gray:-'], check=True, capture_output=True).stdout
    rows = [data[row * width:(row + 1) * width] for row in range(height)]
    return sum(any(row[column] < 150 for row in rows) for column in range(width))


def longer(width):
    """Waits until what is in the text is longer than before, and the map says nothing of it."""
    wait_for(lambda: letters() > width + 3, 'what is not finished to be seen')
    assert title() == 'Parking', title()


def as_long(width):
    wait_for(lambda: abs(letters() - width) <= 2, 'the end of what is not finished')
    editor.wait_for_caret(canvas)


def opens():
    """the title of a touchpoint is edited"""
    global editor, canvas, hand, box
    # An international keyboard, on which an apostrophe waits for the letter that it belongs on.
    subprocess.run(['setxkbmap', 'us', 'intl'], check=True)
    # Also where there is another input method.
    os.environ['GTK_IM_MODULE'] = 'gtk-im-context-simple'
    editor = Editor(EXAMPLE, name='input-methods', size=(1400, 880))
    canvas = editor.find('^Touchpoint, Parking').get_parent()
    hand = Hand()
    hand.key('Down')
    for _ in range(8):
        hand.key('ctrl+plus')
    node = editor.find_at_rest('^Touchpoint, Parking')
    x, y, width, height = editor.box(node)
    box = x + 104, y + 24, width - 112, 60
    hand.move(x + width // 2, y + height // 2)
    hand.click()
    wait_for(lambda: editor.said(canvas).startswith('Touchpoint, Parking'), 'the focus')
    hand.move(620, 870)
    begin()


def begin():
    hand.key('F2')
    editor.wait_for_caret(canvas)
    hand.key('End')
    # All of it was selected until then.
    wait_for(lambda: Atspi.Text.get_n_selections(editor.focused(canvas)) == 0, 'no selection')


def back():
    """Escape, which puts back what was there."""
    hand.key('Escape')
    titled('Parking')
    wait_for(lambda: editor.said(canvas).startswith('Touchpoint, Parking'), 'the focus on the touchpoint')


def dead_keys():
    """an accent stands in the text until its letter comes; Escape drops it alone"""
    width = letters()
    hand.key('dead_acute')
    longer(width)
    hand.key('Escape')
    as_long(width)
    hand.key('dead_acute')
    hand.key('e')
    titled('Parkingé')
    hand.key('shift+dead_diaeresis')
    hand.key('i')
    titled('Parkingéï')
    hand.key('ctrl+z')
    wait_for(lambda: title() in ('Parkingé', 'Parking'), 'a letter to be taken back')
    back()


def by_number():
    """Ctrl+Shift+U and a number; Escape drops the number alone"""
    begin()
    width = letters()
    hand.key('ctrl+shift+u')
    for digit in '1f600':
        hand.key(digit)
    longer(width)
    hand.key('Escape')
    as_long(width)
    hand.key('ctrl+shift+u')
    for digit in '1f600':
        hand.key(digit)
    hand.key('space')
    titled('Parking😀')
    back()


def emoji():
    """Ctrl+. opens the emoji, of which one is chosen, or none; the caret is in the text again"""
    begin()
    hand.key('ctrl+period')
    wait_for(lambda: editor.focused() is not None and editor.focused().get_role_name() == 'entry', 'the emoji')
    hand.key('Escape')
    wait_for(lambda: editor.focused(canvas) is not None and editor.focused(canvas).get_role_name() == 'text', 'the caret')
    hand.key('x')
    titled('Parkingx')
    back()


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([opens, dead_keys, by_number, emoji, no_complaints])
finally:
    if editor is not None:
        editor.screenshot('input-methods-end')
        hand.leave()
        editor.close()
