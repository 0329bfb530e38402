#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A text that is being edited stands where it will stand afterwards, as large and in the same colour, and its card grows."""

import os
import re
import subprocess

from editor import DATA, Editor, run, wait_for
from hand import Hand

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')

editor = None
canvas = None
hand = None


def picture(box):
    """The brightness of what is on the screen there, row by row."""
    x, y, width, height = box
    data = subprocess.run(['import', '-window', 'root', '-crop', '%dx%d+%d+%d' % (width, height, x, y), '+repage',
                           '-colorspace', 'gray', '-depth', '8', 'gray:-'], check=True, capture_output=True).stdout
    assert len(data) == width * height, (len(data), width, height)
    return [data[row * width:(row + 1) * width] for row in range(height)]


def ink(rows):
    """Where the letters are: their left edge, upper edge and lower edge, and how dark they are."""
    paper = max(max(row) for row in rows)
    dark = [(x, y) for y, row in enumerate(rows) for x, value in enumerate(row) if value < paper - 90]
    if not dark:
        return None
    return min(x for x, _ in dark), min(y for _, y in dark), max(y for _, y in dark), min(min(row) for row in rows)


def at_rest(box):
    """Two pictures in a row that are the same: nothing moves or blinks."""
    seen = []

    def same():
        seen.append(picture(box))
        return len(seen) > 1 and seen[-1] == seen[-2] and seen[-1]

    return wait_for(same, 'a picture at rest')


def box_of(pattern):
    seen = []

    def rests():
        node = editor.look(pattern, root=canvas)
        seen.append(editor.box(node) if node is not None else None)
        return len(seen) > 2 and seen[-1] is not None and seen[-1:] * 3 == seen[-3:] and seen[-1]

    return wait_for(rests, pattern + ' at rest')


def opens():
    """a map at its actual size"""
    global editor, canvas, hand
    editor = Editor(EXAMPLE, name='in-place')
    canvas = editor.find('^Touchpoint, Parking').get_parent()
    hand = Hand()
    hand.move(620, 860)
    hand.key('Down')
    hand.key('ctrl+0')
    box_of('^Touchpoint, Parking')


def compare(pattern, inside):
    """Edits a text and keeps it; inside cuts the text out of the box of its item."""
    x, y, width, height = box_of(pattern)
    hand.move(x + width // 2, y + height // 2)
    hand.click()
    wait_for(lambda: re.search(pattern, editor.said(canvas)), 'the focus')
    hand.move(620, 860)
    hand.key('F2')
    editor.wait_for_caret(canvas)
    # Nothing is selected any more, and the caret is behind what is compared.
    hand.key('ctrl+End')
    left, top, wide, high = inside
    part = (x + left, y + top, wide, high)
    wait_for(lambda: min(min(row) for row in picture(part)) < 128 and ink(at_rest(part)), 'letters without a selection')
    editing = ink(at_rest(part))
    hand.key('ctrl+Return')
    wait_for(lambda: editor.look('', 'text', canvas) is None, 'the end of the caret')
    kept = ink(at_rest(part))
    print('# %s: left, top, bottom, darkest while editing %s, afterwards %s' % (pattern, editing, kept))
    assert editing is not None and kept is not None
    for a, b in zip(editing[:3], kept[:3]):
        assert abs(a - b) <= 1, (editing, kept)
    assert abs(editing[3] - kept[3]) <= 60, (editing, kept)


def stays_where_it_is():
    """the title of a touchpoint and a pain point stay where they are, to a pixel"""
    compare('^Touchpoint, Parking', (44, 8, 30, 26))
    compare('^Pain point, ', (34, 8, 30, 22))


def grows():
    """the card grows while one types, and shrinks again"""
    before = box_of('^Touchpoint, Parking')
    hand.move(before[0] + before[2] // 2 + 6, before[1] + before[3] // 2)
    hand.click()
    wait_for(lambda: editor.said(canvas).startswith('Touchpoint, Parking'), 'the focus')
    hand.move(620, 860)
    hand.key('F2')
    editor.wait_for_caret(canvas)
    hand.key('End')
    for _ in range(6):
        for key in 'space', 'l', 'o', 'n', 'g', 'e', 'r':
            hand.key(key)
    wait_for(lambda: box_of('^Touchpoint, Parking')[3] > before[3] + 20, 'a higher card')
    hand.key('Escape')
    wait_for(lambda: box_of('^Touchpoint, Parking')[3] == before[3], 'the card as it was')


try:
    run([opens, stays_where_it_is, grows])
finally:
    if editor is not None:
        editor.screenshot('in-place-end')
        hand.leave()
        editor.close()
