#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fingers and a pen on the map, by real events of a touch screen: what they do, that it is one step, and what gives it up."""

import functools
import os
import re

from editor import DATA, Atspi, Editor, Failure, run, wait_for, xdotool
from fingers import Fingers, Pen

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')

editor = None
canvas = None
fingers = None
pen = None


def look(pattern):
    return editor.look(pattern, root=canvas)


def seen(pattern):
    return editor.find(pattern, root=canvas)


def box(pattern):
    """Where it is, once it no longer moves."""
    return editor.box(editor.wait_for_rest(lambda: look(pattern), pattern))


def middle(pattern):
    x, y, width, height = box(pattern)
    return x + width // 2, y + height // 2


def slide(start, end, steps=10, finger=1):
    """A finger that is down, along a line."""
    for step in range(1, steps + 1):
        fingers.move(start[0] + (end[0] - start[0]) * step / steps, start[1] + (end[1] - start[1]) * step / steps, finger)


def drag(start, end, escape=False):
    fingers.put(*start)
    slide(start, end)
    if escape:
        editor.key('Escape')
    fingers.lift()


def undo():
    editor.key('ctrl+z')


def saved_again():
    """All is as in the file: every gesture was one step, and each was undone."""
    editor.find(r'\.cjm — saved', 'label')


def order():
    """The touchpoints, as they are read."""
    return [re.match('Touchpoint, ([^,]+), phase ([^,]+)', node.get_name()).groups()
            for node in editor.everything(canvas) if (node.get_name() or '').startswith('Touchpoint, ')]


def feelings():
    return [node.get_name() for node in editor.everything(canvas) if (node.get_name() or '').startswith('Feeling')]


def below_the_curve():
    """A place where there is nothing but the page."""
    x, y, width, height = box('^Touchpoint, Swedish')
    faces = box('^Feeling, very bad')
    return x + width // 2, faces[1] + faces[3] - 4


def zoom_in(steps):
    for _ in range(steps):
        editor.key('ctrl+plus')


def opens():
    """the map is seen"""
    global editor, canvas, fingers, pen
    editor = Editor(EXAMPLE, name='touch', size=(1400, 880), still=False)
    canvas = editor.find('^Touchpoint, Parking').get_parent()
    fingers, pen = Fingers(), Pen()
    editor.key('ctrl+9')
    editor.key('ctrl+s')
    saved_again()


def tapping():
    """a tap selects; two taps, though not on the same pixel, edit; a tap elsewhere keeps what was typed"""
    x, y = middle('^Touchpoint, Forgot')
    fingers.tap(x, y - 12)
    wait_for(lambda: editor.said(canvas).startswith('Touchpoint, Forgot'), 'it to be selected')
    fingers.tap(*below_the_curve())
    wait_for(lambda: not editor.said(canvas).startswith('Touchpoint'), 'nothing to be selected')
    fingers.tap(x, y - 12)
    fingers.tap(x + 20, y - 22)
    editor.wait_for_caret(canvas)
    editor.key('End')
    editor.type('!')
    fingers.tap(*below_the_curve())
    seen('^Touchpoint, Forgot the trolley!')
    undo()
    seen('^Touchpoint, Forgot the trolley,')
    saved_again()


def moving():
    """a finger drags a touchpoint; Escape and a second finger give it up"""
    before = order()
    x, y, width, height = box('^Touchpoint, Walking in')
    end = (x + width - 6, y + height // 2)
    drag(middle('^Touchpoint, Forgot'), end)
    seen('^Touchpoint, Forgot the trolley, phase Arrival')
    undo()
    wait_for(lambda: order() == before, 'the order as it was')
    drag(middle('^Touchpoint, Forgot'), end, escape=True)
    wait_for(lambda: order() == before, 'the order as it was')

    start = middle('^Touchpoint, Forgot')
    fingers.put(*start)
    slide(start, end)
    # A screen reader is told at the end, but the inspector shows it at once.
    editor.find('^Arrival · 3 of 3$')
    fingers.put(end[0] + 200, end[1] + 100, 2)
    editor.find('^Warehouse · 2 of 3$')
    wait_for(lambda: order() == before, 'the order as it was')
    fingers.lift_all()
    drag(middle('^Phase, Warehouse'), middle('^Phase, Showroom'))
    wait_for(lambda: order()[2] == ('Looking up the aisle', 'Warehouse'), 'another order of phases')
    undo()
    wait_for(lambda: order() == before, 'the order as it was')
    saved_again()


def dragging_the_view():
    """on the page a finger drags the view, which glides on when it is thrown, and stops under a finger"""
    zoom_in(4)
    start = below_the_curve()
    at = box('^Touchpoint, Swedish')
    fingers.put(*start)
    slide(start, (start[0] - 120, start[1]))
    wait_for(lambda: abs(box('^Touchpoint, Swedish')[0] - at[0] + 120) <= 2, 'the view dragged')
    # It rested there for longer than a swing.
    fingers.lift()
    assert abs(box('^Touchpoint, Swedish')[0] - at[0] + 120) <= 2, 'it glides, though it was put there'
    assert not (editor.look('selected$')), 'a rubber band'

    def throw():
        """On a busy machine a finger may seem to have rested."""
        start = below_the_curve()
        at = box('^Touchpoint, Swedish')
        fingers.put(*start)
        slide(start, (start[0] + 30, start[1]), 3)
        fingers.lift()
        return box('^Touchpoint, Swedish')[0] > at[0] + 40

    wait_for(throw, 'the view to glide on')
    editor.key('ctrl+9')
    saved_again()


def two_fingers():
    """two fingers zoom, and drag what is between them along"""
    x, y, width, height = box('^Touchpoint, Forgot')
    left, right = (x - 30, y + height // 2), (x + width + 30, y + height // 2)
    fingers.put(*left, 1)
    fingers.put(*right, 2)
    for step in range(1, 11):
        fingers.move(left[0] - 8 * step - 10 * step, left[1], 1)
        fingers.move(right[0] + 8 * step - 10 * step, right[1], 2)
    # The distance between the two has grown by 160 pixels, and their middle went 100 to the left.
    grown = (right[0] - left[0] + 160) / (right[0] - left[0])
    wait_for(lambda: abs(editor.box(seen('^Touchpoint, Forgot'))[2] - width * grown) <= 2, 'a larger map')
    now = box('^Touchpoint, Forgot')
    assert abs(now[0] + now[2] / 2 - (x + width / 2 - 100)) <= 3, (x, width, now)
    fingers.lift_all()
    assert box('^Touchpoint, Forgot') == now
    assert look('^Touchpoint, Forgot').get_name().count('phase Warehouse')
    editor.key('ctrl+9')
    wait_for(lambda: box('^Touchpoint, Forgot')[2] == width, 'the whole map')
    saved_again()


def in_menu(name):
    """Where an entry is on the screen: a menu is a window of its own."""
    entry = editor.wait_for_rest(lambda: editor.look(name, 'menu item'), name)
    extents = entry.get_extents(Atspi.CoordType.WINDOW)
    windows = xdotool('search', '--onlyvisible', '--pid', editor.process.pid).split()
    for window in windows:
        x, y, width, height = map(int, re.findall(r'\w+=(-?\d+)', xdotool('getwindowgeometry', '--shell', window))[1:5])
        if 1 < width < 700:
            return x + extents.x + extents.width // 2, y + extents.y + extents.height // 2
    raise Failure('no window of a menu among %s' % windows)


def presenting():
    """two fingers zoom, and one drags, what is presented, too"""
    working = editor.box(canvas)[2]
    editor.key('F5')
    editor.gone('^Tools$', 'tool bar')
    x, y, width, height = box('^Touchpoint, Forgot')
    left, right = (x - 30, y + 200), (x + width + 30, y + 200)
    fingers.put(*left, 1)
    fingers.put(*right, 2)
    for step in range(1, 11):
        fingers.move(left[0] - 8 * step, left[1], 1)
        fingers.move(right[0] + 8 * step, right[1], 2)
    fingers.lift_all()
    wait_for(lambda: box('^Touchpoint, Forgot')[2] > width * 1.5, 'a larger map')
    at = box('^Touchpoint, Forgot')
    fingers.put(*left)
    slide(left, (left[0] - 60, left[1]))
    wait_for(lambda: abs(box('^Touchpoint, Forgot')[0] - at[0] + 60) <= 2, 'the view dragged')
    fingers.lift()
    editor.key('Escape')
    editor.find('^Tools$', 'tool bar')
    # What is beside the map slides in, and the whole map is to fit into what is left.
    wait_for(lambda: editor.box(canvas)[2] == working, 'the panel beside the map')
    editor.key('ctrl+9')
    saved_again()


def staying():
    """a finger that stays opens the menu of what it is on, whose entries are tapped"""
    fingers.put(*middle('^Touchpoint, Chair found'))
    editor.find('^Edit Title$', 'menu item')
    fingers.lift()
    fingers.tap(*in_menu('^Edit Title$'))
    editor.wait_for_caret(canvas)
    editor.key('Escape')
    wait_for(lambda: editor.said(canvas).startswith('Touchpoint, Chair'), 'the focus to be back')
    saved_again()


def what_is_small():
    """handles are met by a fingertip beside them: the plus, a point of the curve, the edge of a phase"""
    before = order()
    fingers.tap(*middle('^Touchpoint, Forgot'))
    wait_for(lambda: editor.said(canvas).startswith('Touchpoint, Forgot'), 'it to be selected')
    x, y, width, height = box('^Touchpoint, Forgot')
    fingers.tap(x + width + 8, y + height // 2 + 15)
    editor.wait_for_caret(canvas)
    editor.type('New')
    editor.key('ctrl+Return')
    wait_for(lambda: [title for title, _ in order()][6:9] == ['Forgot the trolley', 'New', 'Chair found'], 'a new one')
    undo()
    wait_for(lambda: order() == before, 'the order as it was')

    very_good = middle('^Feeling, very good')
    start = middle('^Feeling, .*touchpoint Parking')
    feelings_before = feelings()
    drag((start[0] + 16, start[1] + 14), (start[0] + 16, very_good[1] + 14))
    seen('^Feeling, very good.*touchpoint Parking')
    undo()
    wait_for(lambda: feelings() == feelings_before, 'the curve as it was')

    x, y, width, height = box('^Phase, Restaurant')
    edge = (x + width - 9, y + height // 2)
    drag(edge, (edge[0] + 60, edge[1]))
    wait_for(lambda: abs(editor.box(seen('^Phase, Restaurant'))[2] - width - 60) <= 12, 'a wider phase')
    undo()
    wait_for(lambda: editor.box(seen('^Phase, Restaurant'))[2] == width, 'the phase as it was')
    saved_again()


def drawing():
    """the curve is drawn in one stroke, with a finger and with a pen that is pressed more and less"""
    titles = [title for title, _ in order()]
    feelings_before = feelings()
    height = middle('^Feeling, very good')[1] + 2
    first, last = box('^Touchpoint, ' + titles[0]), box('^Touchpoint, ' + titles[-1])
    start, end = (first[0] + 4, height), (last[0] + last[2] - 4, height)
    tools = editor.find('^Tools$', 'tool bar')

    def take_up():
        fingers.tap(*editor.middle(editor.find('^Emotion$', 'push button', tools)))

    def is_drawn():
        for title in titles:
            seen('^Feeling, very good.*touchpoint ' + title)

    def is_undone():
        wait_for(lambda: feelings() == feelings_before, 'the curve as it was')

    take_up()
    fingers.put(*start)
    slide(start, end, 60)
    fingers.lift()
    is_drawn()
    undo()
    is_undone()

    # A second finger, in the middle of it: nothing was drawn, and the view is zoomed instead.
    fingers.put(*start)
    slide(start, end, 30)
    fingers.put(end[0], end[1] + 200, 2)
    fingers.lift_all()
    is_undone()
    editor.key('ctrl+9')

    pen.near()
    pen.move(*start)
    pen.press()
    for step in range(1, 61):
        pen.move(start[0] + (end[0] - start[0]) * step / 60, height, 100 + 12 * step)
    pen.release()
    is_drawn()
    undo()
    is_undone()
    editor.key('Escape')
    editor.key('Escape')
    saved_again()


def pen_as_mouse():
    """a pen selects, moves and edits as the mouse does"""
    before = order()
    start = middle('^Touchpoint, Forgot')
    x, y, width, height = box('^Touchpoint, Walking in')
    pen.move(*start)
    pen.press()
    for step in range(1, 13):
        pen.move(start[0] + (x + width - 6 - start[0]) * step / 12, start[1], 300)
    pen.release()
    seen('^Touchpoint, Forgot the trolley, phase Arrival')
    undo()
    wait_for(lambda: order() == before, 'the order as it was')
    pen.move(*middle('^Touchpoint, Chair found'))
    for _ in range(2):
        pen.press()
        pen.release()
    editor.wait_for_caret(canvas)
    editor.key('Escape')
    pen.near(False)
    saved_again()


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


def letting_go(test):
    """The next test begins with no finger down, also when this one stops in the middle of a gesture."""
    @functools.wraps(test)
    def wrapped():
        try:
            test()
        finally:
            if fingers is not None:
                fingers.lift_all()
    return wrapped


TESTS = [opens, tapping, moving, dragging_the_view, two_fingers, presenting, staying, what_is_small, drawing, pen_as_mouse,
         no_complaints]

only = os.environ.get('JM_ONLY', '').split()
try:
    run([letting_go(test) for test in TESTS if not only or test.__name__ in ['opens', *only]])
finally:
    if editor is not None:
        editor.screenshot('touch-end')
        editor.close()
    for device in fingers, pen:
        if device is not None:
            device.leave()
