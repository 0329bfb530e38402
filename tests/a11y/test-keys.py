#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Without a mouse and without looking: where the focus goes, and what is said there."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'ui'))
from editor import DATA, Editor, Failure, run, wait_for, xdotool  # noqa: E402

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')
OF_THE_MAP = ('list item', 'heading', 'row header', 'image')

editor = None


def has(node, state):
    return node.get_state_set().contains(state)


def focused():
    return editor.focused()


def said():
    return editor.said()


def press(*keys):
    editor.key(*keys)


def press_until(key, pattern, most=80):
    """Presses a key until something is said, and returns all that was said on the way."""
    heard = [said()]
    for _ in range(most):
        before = heard[-1]
        press(key)
        try:
            wait_for(lambda: said() not in ('', before), 'the focus to move', 3)
        except Failure:
            raise Failure(f'{key} leads no further than {heard[-3:]}') from None
        heard.append(said())
        if re.search(pattern, heard[-1]):
            return heard
    raise Failure(f'{most} times {key}, and no {pattern}: {heard}')


def opens():
    """the map is opened, and the first item has the focus after one key"""
    global editor
    editor = Editor(EXAMPLE, name='keys')
    editor.find('^Touchpoint, Parking', 'list item')
    xdotool('mousemove', 640, 500)
    press('Right')
    wait_for(lambda: said().startswith('Touchpoint, Parking'), 'the first touchpoint to be spoken of')


def walk_along_the_lane():
    """the arrows go along the lane of touchpoints, in the order of the journey"""
    heard = press_until('Right', '^Touchpoint, Ice cream')
    steps = [re.match(r'Touchpoint, ([^,]+),', one).group(1) for one in heard]
    assert steps == ['Parking', 'Walking in', 'Through the showroom', 'Trying the chair', 'Swedish meatballs',
                     'Looking up the aisle', 'Forgot the trolley', 'Chair found', 'Paying', 'Ice cream for a euro'], steps
    press_until('Left', '^Touchpoint, Forgot')


def walk_down_the_column():
    """Tab goes down the column of one touchpoint, through all that belongs to it, and Shift+Tab back up"""
    heard = press_until('Tab', '^Opportunity, Trolleys')
    kinds = [one.split(',')[0] for one in heard]
    assert kinds == ['Touchpoint', 'Feeling', 'Pain point', 'Thought', 'Opportunity'], heard
    assert all('Forgot the trolley' in one for one in heard[1:]), heard
    back = press_until('shift+Tab', '^Touchpoint, ')
    assert back == heard[::-1], back


def hear_what_changed():
    """what has changed is in what is said of the item, at once"""
    press('5')
    wait_for(lambda: 'feeling very good' in said(), 'the new feeling')
    press('m')
    wait_for(lambda: 'moment of truth' in said().lower(), 'the moment of truth')
    press_until('Tab', '^Pain point')
    before = said()
    assert 'severity 3 of 3' in before, before
    press('minus')
    wait_for(lambda: 'severity 2 of 3' in said(), 'the severity')
    press('ctrl+z', 'ctrl+z', 'ctrl+z')
    wait_for(lambda: editor.look('^Touchpoint, Forgot.*feeling very bad') is not None, 'the feeling as it was')
    press_until('shift+Tab', '^Touchpoint, Forgot')


def items_are_described():
    """every item of the map has a role, a name and a description"""
    items, lacking = 0, []
    for node in editor.everything():
        if node.get_role_name() in OF_THE_MAP and has(node, Atspi.StateType.FOCUSABLE):
            items += 1
            if not (node.get_name() and node.get_description()):
                lacking.append((node.get_role_name(), node.get_name()))
    print(f'# {items} items of the map, {100 - 100 * len(lacking) / items:.0f} % with role, name and description')
    assert items >= 40 and not lacking, (items, lacking)


def every_stop_has_a_name():
    """Ctrl+Tab goes round by the header, the map and the inspector, and says a name at each stop"""
    stops, described = [], 0
    editor.key('Escape')
    for _ in range(200):
        before = focused()
        press('ctrl+Tab')
        node = wait_for(lambda: focused() not in (None, before) and focused(), 'the focus to move')
        name = node.get_name() or ''
        if stops and (name, node.get_role_name()) == stops[0][:2] and len(stops) > 3:
            break
        if not stops or stops[-1][:2] != (name, node.get_role_name()):
            stops.append((name, node.get_role_name()))
            described += bool(node.get_description())
    print(f'# {len(stops)} stops of the focus, {described} with a description beside their name')
    nameless = [stop for stop in stops if re.match(r'^$|^(Gtk|Adw|Jm)[A-Z]', stop[0])]
    assert not nameless, nameless
    names = [name for name, _ in stops]
    for expected in ('Open', 'Main menu', 'Zoom in', 'Title'):
        assert expected in names, (expected, names)


try:
    run([opens, walk_along_the_lane, walk_down_the_column, hear_what_changed, items_are_described, every_stop_has_a_name])
finally:
    if editor is not None:
        editor.screenshot('keys-end')
        editor.close()
