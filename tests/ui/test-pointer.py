#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every gesture of a mouse on the map, by real events: what it does, that it is one step, and that Escape gives it up."""

import os
import re

from editor import DATA, Editor, run, wait_for
from hand import Hand

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')

editor = None
canvas = None
hand = None


def look(pattern):
    return editor.look(pattern, root=canvas)


def seen(pattern):
    return editor.find(pattern, root=canvas)


def gone(pattern):
    wait_for(lambda: look(pattern) is None, 'the end of ' + pattern)


def box(pattern):
    """Where it is, once it no longer moves."""
    boxes = []

    def rests():
        node = look(pattern)
        boxes.append(editor.box(node) if node else None)
        return boxes[-1] is not None and boxes[-1:] * 3 == boxes[-3:] and boxes[-1]

    return wait_for(rests, pattern + ' at rest')


def middle(pattern):
    x, y, width, height = box(pattern)
    return x + width // 2, y + height // 2


def drag(start, end, escape=False, button=1, hold=None, steps=10):
    hand.move(*start)
    if hold is not None:
        hand.hold(hold)
    hand.press(button)
    for step in range(1, steps + 1):
        hand.move(start[0] + (end[0] - start[0]) * step / steps, start[1] + (end[1] - start[1]) * step / steps)
    if escape:
        hand.key('Escape')
    hand.release(button)
    if hold is not None:
        hand.let_go(hold)
        hand.sync()


def undo():
    hand.key('ctrl+z')


def saved_again():
    """All is as in the file: every gesture was one step, and each was undone."""
    editor.find(r'\.cjm — saved', 'label')


def order():
    """The touchpoints, as they are read."""
    return [re.match('Touchpoint, ([^,]+), phase ([^,]+)', node.get_name()).groups()
            for node in editor.everything(canvas) if (node.get_name() or '').startswith('Touchpoint, ')]


def opens():
    """the map is seen"""
    global editor, canvas, hand
    editor = Editor(EXAMPLE, name='pointer')
    canvas = editor.find('^Touchpoint, Parking').get_parent()
    hand = Hand()
    hand.move(600, 700)
    hand.key('ctrl+9')
    editor.key('ctrl+s')
    saved_again()


def along_and_between():
    """a touchpoint is dragged into another phase, onto its heading, and given up with Escape"""
    before = order()
    x, y, width, height = box('^Touchpoint, Walking in')
    drag(middle('^Touchpoint, Forgot'), (x + width - 6, y + height // 2))
    seen('^Touchpoint, Forgot the trolley, phase Arrival, [23] of 3')
    undo()
    wait_for(lambda: order() == before, 'the order as it was')
    drag(middle('^Touchpoint, Forgot'), middle('^Phase, Arrival'))
    seen('^Touchpoint, Forgot the trolley, phase Arrival')
    undo()
    wait_for(lambda: order() == before, 'the order as it was')
    drag(middle('^Touchpoint, Forgot'), (x + width - 6, y + height // 2), escape=True)
    wait_for(lambda: order() == before, 'the order as it was')
    saved_again()


def several_and_copies():
    """several are dragged at once; Alt makes copies, and so does nothing after Escape"""
    before = order()
    hand.move(*middle('^Touchpoint, Forgot'))
    hand.click()
    hand.hold('Control_L')
    hand.move(*middle('^Touchpoint, Chair found'))
    hand.click()
    hand.let_go('Control_L')
    x, y, width, height = box('^Touchpoint, Walking in')
    drag(middle('^Touchpoint, Forgot'), (x + width - 4, y + height // 2))
    seen('^Touchpoint, Forgot the trolley, phase Arrival')
    seen('^Touchpoint, Chair found, phase Arrival')
    undo()
    wait_for(lambda: order() == before, 'the order as it was')
    hand.key('Escape')
    drag(middle('^Touchpoint, Forgot'), (x + width - 4, y + height // 2), hold='Alt_L')
    wait_for(lambda: len(order()) == len(before) + 1, 'a copy')
    undo()
    wait_for(lambda: order() == before, 'the order as it was')
    drag(middle('^Touchpoint, Forgot'), (x + width - 4, y + height // 2), hold='Alt_L', escape=True)
    wait_for(lambda: order() == before, 'the order as it was')
    saved_again()


def what_belongs_to_a_touchpoint():
    """a pain point is dragged to another touchpoint"""
    start = middle('^Pain point, ')
    name = re.match('Pain point, ([^,]+)', look('^Pain point, ').get_name()).group(1)
    target = middle('^Touchpoint, Parking')
    drag(start, (target[0], start[1]), escape=True)
    seen('^Pain point, %s.*touchpoint (?!Parking)' % re.escape(name))
    drag(start, (target[0], start[1]))
    seen('^Pain point, %s.*touchpoint Parking' % re.escape(name))
    undo()
    gone('^Pain point, %s.*touchpoint Parking' % re.escape(name))
    saved_again()


def phases():
    """a heading is dragged to move its phase, its edge to make it wider"""
    x, y, width, height = box('^Phase, Arrival')
    edge = (x + width - 3, y + height // 2)
    drag(edge, (edge[0] + 120, edge[1]))
    wait_for(lambda: box('^Phase, Arrival')[2] > width + 60, 'a wider phase')
    undo()
    wait_for(lambda: box('^Phase, Arrival')[2] == width, 'the phase as it was')
    drag(edge, (edge[0] + 120, edge[1]), escape=True)
    wait_for(lambda: box('^Phase, Arrival')[2] == width, 'the phase as it was')
    other = box('^Phase, Warehouse|^Phase, .*, 4 of')
    drag((x + 30, y + height // 2), (other[0] + other[2] - 10, y + height // 2), escape=True)
    seen('^Phase, Arrival, 1 of')
    drag((x + 30, y + height // 2), (other[0] + other[2] - 10, y + height // 2))
    seen('^Phase, Arrival, [2-9] of')
    undo()
    seen('^Phase, Arrival, 1 of')
    saved_again()


def lanes():
    """the name of a lane is dragged to reorder the lanes"""
    def lane_order():
        names = [(editor.box(node)[1], node.get_name()) for node in editor.everything(canvas)
                 if node.get_role_name() == 'row header']
        return [name for _, name in sorted(names)]

    before = lane_order()
    first, last = middle('^' + re.escape(before[0])), box('^' + re.escape(before[-1]))
    end = (first[0], last[1] + last[3] - 4)
    drag(first, end)
    wait_for(lambda: lane_order()[0] == before[1], 'another lane at the top')
    undo()
    wait_for(lambda: lane_order() == before, 'the lanes as they were')
    drag(first, end, escape=True)
    wait_for(lambda: lane_order() == before, 'the lanes as they were')
    saved_again()


def feelings():
    """a point of the curve is dragged; with the tool the whole curve is drawn in one stroke, one step"""
    before = look('^Feeling, .*touchpoint Parking').get_name()
    very_good = middle('^Feeling, very good')
    start = middle('^Feeling, .*touchpoint Parking')
    drag(start, (start[0], very_good[1]), escape=True)
    seen('^' + re.escape(before) + '$')
    drag(start, (start[0], very_good[1]))
    seen('^Feeling, very good.*touchpoint Parking')
    undo()
    seen('^' + re.escape(before) + '$')

    titles = [title for title, _ in order()]
    feelings_before = [node.get_name() for node in editor.everything(canvas) if (node.get_name() or '').startswith('Feeling')]
    first, last = box('^Touchpoint, ' + titles[0]), box('^Touchpoint, ' + titles[-1])
    height = very_good[1] + 2

    tools = editor.find('^Tools$', 'tool bar')

    def stroke(escape):
        editor.click(editor.find('^Emotion$', 'push button', tools))
        hand.move(first[0] + 4, height)
        hand.press()
        for x in range(first[0] + 4, last[0] + last[2] - 2, 8):
            hand.move(x, height)
        if escape:
            hand.key('Escape')
        hand.release()

    stroke(True)
    wait_for(lambda: [node.get_name() for node in editor.everything(canvas)
                      if (node.get_name() or '').startswith('Feeling')] == feelings_before, 'the curve as it was')
    hand.key('Escape')
    hand.key('Escape')
    stroke(False)
    for title in titles:
        seen('^Feeling, very good.*touchpoint ' + title)
    hand.key('Escape')
    undo()
    wait_for(lambda: [node.get_name() for node in editor.everything(canvas)
                      if (node.get_name() or '').startswith('Feeling')] == feelings_before, 'the curve as it was')
    hand.key('Escape')
    hand.key('Escape')
    saved_again()


def rubber_band():
    """a rubber band selects what it touches; with Shift it adds, with Ctrl it toggles; Escape takes it back"""
    hand.key('Escape')
    one, two = box('^Touchpoint, Parking'), box('^Touchpoint, Walking in')
    three = box('^Touchpoint, Forgot')
    # Below the curve there is nothing.
    lane = box('^Lane, Emotion')
    gap = lane[1] + lane[3] - 6
    drag((one[0] + 3, gap), (two[0] + 20, one[1] + 30))
    editor.find('^2 selected$')
    drag((three[0] + 2, gap), (three[0] + 30, one[1] + 30), hold='Shift_L')
    editor.find('^3 selected$')
    drag((three[0] + 2, gap), (three[0] + 30, one[1] + 30), escape=True)
    editor.find('^3 selected$')
    # The third is taken away again, and comes back.
    for left in 2, 3:
        drag((three[0] + 2, gap), (three[0] + 30, one[1] + 30), hold='Control_L')
        editor.find('^%d selected$' % left)
    drag((three[0] + 2, gap), (three[0] + 30, one[1] + 30))
    wait_for(lambda: editor.said(canvas).startswith('Touchpoint, Forgot'), 'that one alone')
    hand.key('Escape')
    saved_again()


def pan():
    """the middle button, Space with the left one, and scrolling drag the view"""
    for _ in range(5):
        hand.key('ctrl+plus')

    def distance(node):
        x, y, width, height = editor.box(node)
        return abs(x + width // 2 - 500) + abs(y + height // 2 - 400)

    hand.key('Escape')
    box('^Touchpoint, ')
    nearest = min((node for node in editor.everything(canvas) if (node.get_name() or '').startswith('Touchpoint, ')),
                  key=distance).get_name()
    one = '^' + re.escape(nearest)
    at = box(one)

    def moved(dx, dy, what):
        wait_for(lambda: (lambda now: abs(now[0] - at[0] - dx) <= 2 and abs(now[1] - at[1] - dy) <= 2)(box(one)), what)

    drag((500, 560), (440, 530), button=2)
    moved(-60, -30, 'the view dragged by the middle button')
    at = box(one)
    drag((500, 560), (540, 580), hold='space')
    moved(40, 20, 'the view dragged with Space')
    at = box(one)
    hand.click(5)
    wait_for(lambda: box(one)[1] < at[1], 'the view scrolled')
    hand.key('ctrl+9')
    saved_again()


def zoom():
    """Ctrl and the wheel zoom, and what is under the pointer stays there"""
    at = middle('^Touchpoint, Forgot')
    width = box('^Touchpoint, Forgot')[2]
    hand.move(*at)
    hand.hold('Control_L')
    for _ in range(5):
        hand.click(4)
    hand.let_go('Control_L')
    hand.sync()
    wait_for(lambda: box('^Touchpoint, Forgot')[2] > width * 1.3, 'a larger map')
    # Higher than the view the map is not yet, so that it cannot stay where it was up and down.
    now = middle('^Touchpoint, Forgot')
    assert abs(now[0] - at[0]) <= 4, (at, now)
    hand.key('ctrl+9')
    wait_for(lambda: box('^Touchpoint, Forgot')[2] == width, 'the whole map')


def edge_scrolling():
    """near the border of the view a drag scrolls it, and what is there can be reached"""
    for _ in range(8):
        hand.key('ctrl+plus')
    hand.key('Home')
    hand.key('Escape')
    hand.key('Down')
    start = middle('^Touchpoint, Parking')
    x, y, width, height = editor.box(canvas)
    hand.move(*start)
    hand.press()
    for step in range(10):
        hand.move(start[0] + (x + width - 8 - start[0]) * (step + 1) / 10, start[1])
    # It goes on by itself as long as the pointer is there.
    wait_for(lambda: look('^Touchpoint, Ice cream') is not None or look('^Touchpoint, Paying') is not None,
             'the far end of the map')
    hand.key('Escape')
    hand.release()
    hand.key('ctrl+9')
    seen('^Touchpoint, Parking, phase Arrival, 1 of 2')
    saved_again()


def copies_at_the_edge():
    """what is held with the button counts while the view scrolls by itself, too"""
    box('^Touchpoint, Parking')
    before = order()
    for _ in range(8):
        hand.key('ctrl+plus')
    hand.key('Home')
    hand.key('Escape')
    hand.key('Down')
    start = middle('^Touchpoint, Parking')
    x, y, width, height = editor.box(canvas)
    hand.move(*start)
    hand.hold('Alt_L')
    hand.press()
    for step in range(10):
        hand.move(start[0] + (x + width - 8 - start[0]) * (step + 1) / 10, start[1])
    wait_for(lambda: look('^Touchpoint, Ice cream') is not None or look('^Touchpoint, Paying') is not None,
             'the far end of the map')
    hand.release()
    hand.let_go('Alt_L')
    hand.key('ctrl+9')
    seen('^Touchpoint, Parking, phase Arrival, 1 of 2')
    wait_for(lambda: len(order()) == len(before) + 1, 'a copy')
    undo()
    wait_for(lambda: order() == before, 'the order as it was')
    saved_again()


def two_buttons():
    """a second button gives up what the first one does, and nothing of it stays behind"""
    before = order()
    hand.key('Escape')
    start, end = middle('^Touchpoint, Forgot'), middle('^Touchpoint, Walking in')
    for first, second in (1, 2), (2, 1):
        hand.move(*start)
        hand.press(first)
        hand.move(start[0] - 12, start[1])
        hand.press(second)
        hand.release(second)
        hand.move(*end)
        hand.release(first)
        hand.key('ctrl+9')
        wait_for(lambda: order() == before, 'the order as it was')
        start, end = middle('^Touchpoint, Forgot'), middle('^Touchpoint, Walking in')
    x, y, width, height = box('^Touchpoint, Walking in')
    drag(start, (x + width - 6, y + height // 2))
    seen('^Touchpoint, Forgot the trolley, phase Arrival, [23] of 3')
    undo()
    wait_for(lambda: order() == before, 'the order as it was')
    saved_again()


def space_let_go_elsewhere():
    """Space that was let go in the search field no longer drags the view"""
    hand.move(600, 700)
    hand.hold('space')
    hand.key('ctrl+f')
    editor.find('^Find in the map$')
    hand.let_go('space')
    hand.key('Escape')
    editor.gone('^Find in the map$')
    one, two = box('^Touchpoint, Parking'), box('^Touchpoint, Walking in')
    lane = box('^Lane, Emotion')
    drag((one[0] + 3, lane[1] + lane[3] - 6), (two[0] + 20, one[1] + 30))
    editor.find('^2 selected$')
    hand.key('Escape')
    saved_again()


def no_complaints():
    """GTK had nothing to complain about"""
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


TESTS = [opens, along_and_between, several_and_copies, what_belongs_to_a_touchpoint, phases, lanes, feelings, rubber_band,
         pan, zoom, edge_scrolling, copies_at_the_edge, two_buttons, space_let_go_elsewhere, no_complaints]

only = os.environ.get('JM_ONLY', '').split()
try:
    run([test for test in TESTS if not only or test.__name__ in ['opens', *only]])
finally:
    if editor is not None:
        editor.screenshot('pointer-end')
        hand.leave()
        editor.close()
