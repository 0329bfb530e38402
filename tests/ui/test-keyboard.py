#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every key of the map, on every kind of item, from left to right and from right to left: what it does, and where the focus
is afterwards."""

import os
import re
import subprocess
import tempfile

from editor import Editor, Failure, run, wait_for, xdotool
from hand import Hand

MAP = '''<?xml version="1.0" encoding="UTF-8"?>
<journey-map xmlns="https://example.com/ns/cjm/1" version="1.0" xml:lang="%s" kind="current-state">
  <title>Keys</title>
  <persona id="ann"><name>Ann</name></persona>
  <lane id="steps" kind="touchpoints"/>
  <lane id="feeling" kind="emotion"/>
  <lane id="pains" kind="pain-points"/>
  <lane id="thoughts" kind="thoughts"/>
  <lane id="ideas" kind="opportunities"/>
  <lane id="notes" kind="notes"><title>Notes</title></lane>
  <lane id="measures" kind="measures"/>
  <phase id="a"><title>Alpha</title>
    <measure id="ma" value="4">Count</measure>
    <touchpoint id="a1"><title>One</title><emotion value="0">so so</emotion><pain-point id="pa">Wet</pain-point>
      <opportunity id="oa">Roof</opportunity><thought id="ta">Hm</thought><note id="na" lane="notes">Ask</note></touchpoint>
    <touchpoint id="a2"><title>Two</title><emotion value="1"/><pain-point id="pb">Cold</pain-point>
      <thought id="tb">Brr</thought></touchpoint>
  </phase>
  <phase id="b"><title>Beta</title>
    <touchpoint id="b1"><title>Three</title><emotion value="2"/><opportunity id="ob">Tea</opportunity>
      <note id="nb" lane="notes">Who</note></touchpoint>
    <touchpoint id="b2"><title>Four</title></touchpoint>
  </phase>
</journey-map>
'''

# What each item is called when it has the focus.
ITEMS = {
    'phase': '^Phase, Alpha', 'touchpoint': '^Touchpoint, One', 'feeling': '^Feeling, .*touchpoint One',
    'pain point': '^Pain point, Wet', 'thought': '^Thought, Hm', 'opportunity': '^Opportunity, Roof', 'note': '^Note, Ask',
    'measure': '^Measure, Count',
}

editor = None
canvas = None
hand = None
rtl = False
aside = [4]


def press(*keys):
    for key in keys:
        hand.key(key)


def onward():
    return 'Left' if rtl else 'Right'


def back():
    return 'Right' if rtl else 'Left'


def hear(pattern):
    """Waits until what has the focus is called so."""
    try:
        return wait_for(lambda: re.search(pattern, editor.said(canvas)), 'the focus at ' + pattern)
    except Failure:
        raise Failure('waited in vain for the focus at %r; it is at %r' % (pattern, editor.said())) from None


def caret(name=''):
    """Waits until a text is being edited on the map."""
    editor.wait_for_caret(canvas)
    wait_for(lambda: re.search(name, editor.said(canvas)), 'a caret in ' + name)


def no_caret():
    wait_for(lambda: editor.look('', 'text', canvas) is None, 'the end of the caret')


def seen(pattern):
    editor.find(pattern, root=canvas)


def gone(pattern):
    wait_for(lambda: editor.look(pattern, root=canvas) is None, 'the end of ' + pattern)


def at(pattern):
    """Clicks an item, so that each test begins where it wants to."""
    boxes = [None]

    def rests():
        node = editor.look(pattern, root=canvas)
        boxes.append(editor.box(node) if node is not None else None)
        return boxes[-1] is not None and boxes[-1] == boxes[-2]

    wait_for(rests, pattern + ' at rest')
    x, y, width, height = boxes[-1]
    # Twice at the same place would be a double click.
    aside[0] = -aside[0]
    hand.move(x + width // 2 + aside[0], y + height // 2)
    hand.click()
    hear(pattern)
    hand.move(620, 860)


def nothing_selected():
    """The map itself has the focus."""
    try:
        wait_for(lambda: re.search('^Map$', editor.said(canvas)), 'no selection')
    except Failure:
        raise Failure('something is selected still: %r' % editor.said(canvas)) from None


def opens():
    global editor, canvas, hand
    language = 'he' if rtl else 'en'
    folder = tempfile.mkdtemp(prefix='journeymap-ui-')
    path = os.path.join(folder, 'keys.cjm')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(MAP % language)
    editor = Editor(path, name='keyboard-' + language, folder=folder)
    canvas = editor.find('^Touchpoint, One').get_parent()
    hand = Hand()
    hand.move(620, 860)
    press('ctrl+9')
    editor.find_at_rest('^Touchpoint, One')


def arrows():
    """arrows: along the lane, to the lanes above and below, on every kind of item"""
    at('^Touchpoint, One')
    press(onward())
    hear('^Touchpoint, Two')
    press(onward())
    hear('^Touchpoint, Three')
    press(back(), back())
    hear('^Touchpoint, One')
    for kind, first, second in (('Feeling', 'touchpoint One', 'touchpoint Two'), ('Pain point', 'Wet', 'Cold'),
                                ('Thought', 'Hm', 'Brr'), ('Opportunity', 'Roof', 'Tea'), ('Note', 'Ask', 'Who'),
                                ('Phase', 'Alpha', 'Beta')):
        at('^%s, .*%s' % (kind, first))
        press(onward())
        hear('^%s, .*%s' % (kind, second))
        press(back())
        hear('^%s, .*%s' % (kind, first))
    press('Down')
    hear('^(Touchpoint, (One|Two)|Measure)')
    at('^Touchpoint, One')
    for kind in 'Feeling', 'Pain point', 'Thought', 'Opportunity', 'Note':
        press('Down')
        hear('^%s, ' % kind)
    for kind in 'Opportunity', 'Thought', 'Pain point', 'Feeling', 'Touchpoint', 'Phase':
        press('Up')
        hear('^%s, ' % kind)


def edit():
    """Enter and F2 edit the selected item, whatever it is; Escape puts back what was there"""
    for key in 'Return', 'F2':
        for name, pattern in ITEMS.items():
            at(pattern)
            press(key)
            caret()
            editor.type('x')
            press('Escape')
            no_caret()
            hear(pattern)


def keep():
    """Enter keeps and starts the next of the same kind, on an empty one it stops; Ctrl+Enter keeps and stops"""
    for name in 'touchpoint', 'pain point', 'thought', 'opportunity', 'note', 'phase', 'measure':
        at(ITEMS[name])
        press('F2')
        caret()
        press('End')
        editor.type('kept')
        press('Return')
        kept = '^%s, [A-Za-z]+kept' % name.capitalize()
        seen(kept)
        caret()
        press('Return')
        no_caret()
        wait_for(lambda: editor.focused(canvas) is not None, 'the focus after an empty %s' % name)
        press('ctrl+z')
        gone(kept)
        at(ITEMS[name])
        press('F2')
        caret()
        press('End')
        editor.type('kept')
        press('ctrl+Return')
        no_caret()
        hear(kept)
        press('ctrl+z')
        gone(kept)
        hear(ITEMS[name])


def make():
    """T, F, P, O, Q, N make something here, editing at once; Enter on the empty next one returns"""
    for key, kind in ('p', 'Pain point'), ('o', 'Opportunity'), ('q', 'Thought'), ('n', 'Note'):
        at('^Touchpoint, Four')
        press(key)
        caret()
        editor.type('new')
        press('Return')
        seen('^%s, new' % kind)
        caret()
        press('Return')
        hear('^Touchpoint, Four')
        press('ctrl+z')
        gone('^%s, new' % kind)
    at('^Touchpoint, One')
    press('t')
    caret()
    editor.type('new')
    press('ctrl+Return')
    hear('^Touchpoint, new, phase Alpha, 2 of 3')
    press('f')
    caret()
    editor.type('newer')
    press('ctrl+Return')
    hear('^Phase, newer, 2 of 3')
    press('ctrl+z')
    gone('^Phase, newer')
    press('ctrl+z')
    gone('^Touchpoint, new')
    wait_for(lambda: editor.focused(canvas) is not None, 'the focus after undo')


def feel():
    """1 … 5 are feelings, 0 clears it, Ctrl+1 … Ctrl+5 while typing, Alt+Up and Alt+Down half a step"""
    words = 'very bad', 'bad', 'neutral', 'good', 'very good'
    at('^Touchpoint, Four')
    for number, word in enumerate(words, 1):
        press(str(number))
        hear('^Touchpoint, Four.*feeling ' + word)
    press('0')
    wait_for(lambda: 'feeling' not in editor.said(canvas), 'no feeling')
    press('F2')
    caret()
    for number, word in enumerate(words, 1):
        press('ctrl+%d' % number)
        seen('^Feeling, %s, touchpoint Four' % word)
    press('Escape')
    hear('^Touchpoint, Four')
    press('alt+Down', 'alt+Down')
    seen('^Feeling, good, touchpoint Four')
    press('alt+Up', 'alt+Up')
    seen('^Feeling, very good, touchpoint Four')
    press('0')
    gone('^Feeling, .*touchpoint Four')
    at('^Feeling, neutral, .*touchpoint One')
    press('4')
    hear('^Feeling, good, .*touchpoint One')
    press('alt+Down', 'alt+Down')
    hear('^Feeling, neutral, .*touchpoint One')


def weigh():
    """+ and - change the severity of a pain point and the votes of an opportunity, M the moment of truth"""
    at('^Pain point, Wet')
    press('plus')
    hear('severity 2 of 3')
    press('minus')
    hear('severity 1 of 3')
    at('^Opportunity, Roof')
    press('plus', 'plus')
    hear('2 votes')
    press('minus', 'minus')
    wait_for(lambda: 'vote' not in editor.said(canvas) or '0 votes' in editor.said(canvas), 'no votes')
    at('^Touchpoint, One')
    press('m')
    hear('[Mm]oment of truth')
    press('m')
    wait_for(lambda: 'oment of truth' not in editor.said(canvas), 'no moment of truth')


def tab():
    """Tab and Shift+Tab: the next and the previous lane, and while typing the text in it"""
    at('^Touchpoint, One')
    for kind in 'Feeling', 'Pain point', 'Thought', 'Opportunity', 'Note':
        press('Tab')
        hear('^%s, ' % kind)
    for kind in 'Opportunity', 'Thought', 'Pain point', 'Feeling', 'Touchpoint':
        press('shift+Tab')
        hear('^%s, ' % kind)
    press('F2')
    caret('Touchpoint')
    for kind in 'Feeling', 'Pain point', 'Thought', 'Opportunity', 'Note':
        press('Tab')
        caret(kind)
    for kind in 'Opportunity', 'Thought', 'Pain point', 'Feeling', 'Touchpoint', 'Phase':
        press('shift+Tab')
        caret(kind)
    press('Escape')
    hear('^Phase, Alpha')


def move():
    """Alt+Left and Alt+Right move an item one place, across phases; a phase among the phases"""
    at('^Touchpoint, Two')
    press('alt+' + onward())
    hear('^Touchpoint, Two, phase Beta, 1 of 3')
    press('alt+' + back())
    hear('^Touchpoint, Two, phase Alpha, 2 of 2')
    press('alt+' + back())
    hear('^Touchpoint, Two, phase Alpha, 1 of 2')
    press('alt+' + onward())
    for kind, text in ('Pain point', 'Wet'), ('Thought', 'Hm'), ('Opportunity', 'Roof'), ('Note', 'Ask'):
        at('^%s, %s' % (kind, text))
        press('alt+' + onward())
        hear('^%s, %s.*touchpoint Two' % (kind, text))
        press('alt+' + back())
        hear('^%s, %s.*touchpoint One' % (kind, text))
    at('^Phase, Alpha')
    press('alt+' + onward())
    hear('^Phase, Alpha, 2 of 2')
    press('alt+' + back())
    hear('^Phase, Alpha, 1 of 2')


def delete():
    """Delete, and undo: the focus goes to what is beside it, and back"""
    for name, pattern in ITEMS.items():
        at(pattern)
        press('Delete')
        gone(pattern)
        wait_for(lambda: editor.focused(canvas) is not None and editor.said(canvas), 'the focus after deleting a ' + name)
        press('ctrl+z')
        seen(pattern)
        wait_for(lambda: editor.focused(canvas) is not None and editor.said(canvas), 'the focus after undoing that')
        press('ctrl+shift+z')
        gone(pattern)
        wait_for(lambda: editor.focused(canvas) is not None and editor.said(canvas), 'the focus after redoing that')
        press('ctrl+z')
        seen(pattern)


def copy():
    """Ctrl+X, C, V and D: what comes has the focus"""
    at('^Touchpoint, Two')
    press('ctrl+d')
    hear('^Touchpoint, Two, phase Alpha, 3 of 3')
    press('ctrl+z')
    wait_for(lambda: editor.look('^Touchpoint, Two, phase Alpha, 2 of 2', root=canvas), 'one less')
    at('^Touchpoint, Two')
    press('ctrl+c')
    at('^Touchpoint, Four')
    press('ctrl+v')
    hear('^Touchpoint, Two, phase Beta, 3 of 3')
    press('ctrl+z')
    gone('^Touchpoint, Two, phase Beta')
    for kind, text in ('Pain point', 'Wet'), ('Thought', 'Hm'), ('Opportunity', 'Roof'), ('Note', 'Ask'), ('Phase', 'Alpha'):
        at('^%s, %s' % (kind, text))
        press('ctrl+x')
        gone('^%s, %s' % (kind, text))
        wait_for(lambda: editor.focused(canvas) is not None and editor.said(canvas), 'the focus after cutting a ' + kind)
        at('^Touchpoint, Four' if kind != 'Phase' else '^Phase, Beta')
        press('ctrl+v')
        hear('^%s, %s' % (kind, text))
        press('ctrl+z')
        gone('^%s, %s' % (kind, text))
        press('ctrl+z')
        seen('^%s, %s' % (kind, text))


def escape():
    """Escape clears the selection; a click on the empty page too, and the keys still go to the map"""
    at('^Touchpoint, One')
    press('Escape')
    nothing_selected()
    press('Down')
    hear('^Touchpoint, One')
    hand.move(150, 770)
    hand.click()
    nothing_selected()
    press('Down')
    hear('^Touchpoint, One')


def zoom():
    """Ctrl+0, Ctrl++, Ctrl+- and Ctrl+9: actual size, in, out, the whole map"""
    def level():
        node = editor.look(r'^\d+\s?%$')
        return int(re.match(r'\d+', node.get_name()).group()) if node else None

    press('ctrl+0')
    wait_for(lambda: level() == 100, '100 %')
    press('ctrl+plus')
    wait_for(lambda: (level() or 0) > 100, 'larger')
    press('ctrl+0')
    wait_for(lambda: level() == 100, '100 %')
    press('ctrl+minus')
    wait_for(lambda: (level() or 100) < 100, 'smaller')
    press('ctrl+9')
    wait_for(lambda: level() is not None and level() != 100, 'the whole map')


def of_the_window():
    """F5 presents, F9 shows the inspector, Ctrl+F finds, F10 opens the menu; after each the focus is where it was"""
    at('^Touchpoint, One')
    press('F5')
    editor.gone('^Tools$', 'tool bar')
    press('Escape')
    editor.find('^Tools$', 'tool bar')
    hear('^Touchpoint, One')
    press('ctrl+9')
    editor.find_at_rest('^Touchpoint, One')
    width = editor.box(canvas)[2]
    press('F9')
    wait_for(lambda: editor.box(canvas)[2] > width + 200, 'the inspector to go')
    hear('^Touchpoint, One')
    press('F9')
    wait_for(lambda: editor.box(canvas)[2] == width, 'the inspector to come back')
    hear('^Touchpoint, One')
    press('ctrl+f')
    wait_for(lambda: editor.said() == 'Find in the map', 'the focus in the search')
    press('Escape')
    hear('^Touchpoint, One')
    press('F10')
    editor.find('^About')
    press('Escape')
    hear('^Touchpoint, One')
    # The keys go to the map again.
    press(onward())
    hear('^Touchpoint, Two')


def windows(name='.'):
    found = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(editor.process.pid),
                            '--name', name],
                           capture_output=True, text=True).stdout
    return found.split()


def opens_windows():
    """Ctrl+N, O, E, P, Ctrl+Shift+S and Ctrl+? open a window each, after which the focus is where it was"""
    for key, name, end in (('ctrl+o', '^Open a Map', 'Escape'), ('ctrl+shift+s', '^Save the Map', 'Escape'),
                           ('ctrl+e', '^Export', 'Escape'), ('ctrl+p', '^Print', 'Escape'),
                           ('ctrl+shift+question', '^Keyboard Shortcuts', 'Escape'), ('ctrl+n', '^JourneyMap$', 'ctrl+w')):
        at('^Touchpoint, One')
        main, = windows()
        press(key)
        window = wait_for(lambda: windows(name), 'the window %s' % name)[0]
        dialog = editor.dialog(name)

        def has_the_keyboard():
            # As a window manager does, once the window is there.
            hand.focus(window)
            return editor.focused(dialog) is not None

        wait_for(has_the_keyboard, 'the keyboard in %s' % name)
        press(end)
        wait_for(lambda: not windows(name), 'the end of %s' % name)
        hand.focus(main)
        hear('^Touchpoint, One')


def input_methods():
    """dead keys, letters beyond the keyboard and an emoji are typed where they stand"""
    at('^Touchpoint, Four')
    press('F2')
    caret()
    press('End')
    xdotool('key', '--delay', 60, 'dead_acute', 'e', 'dead_diaeresis', 'u')
    editor.type('ß🙂')
    seen('^Touchpoint, Fouréüß🙂')
    press('Escape')
    hear('^Touchpoint, Four,')


def unchanged():
    """after all that, undone or put back, every item is there as before, and GTK had nothing to complain about"""
    for pattern in ITEMS.values():
        seen(pattern)
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


TESTS = [arrows, edit, keep, make, feel, weigh, tab, move, delete, copy, escape, zoom, of_the_window,
         opens_windows, input_methods, unchanged]


def in_direction(test, is_rtl):
    def run_it():
        global rtl, editor
        if is_rtl != rtl and editor is not None:
            hand.leave()
            editor.close()
            editor = None
        rtl = is_rtl
        if editor is None:
            opens()
        test()

    run_it.__doc__ = ('right to left: ' if is_rtl else '') + test.__doc__
    return run_it


try:
    only = os.environ.get('JM_ONLY', '').split()
    run([in_direction(test, is_rtl) for is_rtl in (False, True) for test in TESTS if not only or test.__name__ in only])
finally:
    if editor is not None:
        editor.screenshot('keyboard-end')
        hand.leave()
        editor.close()
