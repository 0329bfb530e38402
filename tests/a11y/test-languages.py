#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in a language that nobody speaks, from right to left, and with letters twice as large.

The first is made here out of every message of the program: each stands in brackets and is much longer than in English.
What is seen without brackets was never marked for translation; what sticks out of the window has no room to be longer.
"""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'ui'))
from editor import DATA, Editor, run, wait_for  # noqa: E402

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

SOURCE = os.environ['JM_SOURCE']
EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')
HEBREW = os.path.join(SOURCE, 'tests', 'a11y', 'maps', 'hebrew.cjm')
SCRIPTS = os.path.join(SOURCE, 'tests', 'pictures', 'maps', 'scripts.cjm')
SEEN = ('label', 'push button', 'toggle button', 'check box', 'heading', 'text', 'list item', 'row header', 'image')
CONTROLS = ('push button', 'toggle button', 'check box', 'combo box', 'text', 'switch', 'spin button')

# Not ours to translate: the program's name, GTK's own words, and what GTK calls widgets without a name.
OF_OTHERS = re.compile(r'^(JourneyMap|Minimize.*|Maximize.*|Close|Close the window|Restore|[A-Z][a-z]+(Gtk|Adw|Jm).*|(Gtk|Adw|Jm)[A-Z].*)$')

# What a map without its own names says in its own language, whatever that of the program is.
WORDS_OF_A_MAP = ('Touchpoints', 'Channel', 'Device', 'Emotion', 'Pain points', 'Thoughts', 'Opportunities', 'Measures',
                  '21 November 2026', 'English', '4 minutes')

folder = tempfile.mkdtemp(prefix='journeymap-languages-')


def make_pseudo():
    """Makes the catalogue, by the names that the program looks for."""
    with open(os.path.join(SOURCE, 'po', 'POTFILES.in'), encoding='utf-8') as file:
        sources = [line.strip() for line in file if line.strip() and not line.startswith('#')]
    template, catalogue = os.path.join(folder, 'all.pot'), os.path.join(folder, 'xx.po')
    subprocess.run(['xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
                    '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3', '-o', template, *sources], cwd=SOURCE,
                   check=True)
    with open(template, encoding='utf-8') as file:
        text = file.read()
    text = text.replace('charset=CHARSET', 'charset=UTF-8').replace(
        'nplurals=INTEGER; plural=EXPRESSION;', 'nplurals=2; plural=(n != 1);')
    with open(template, 'w', encoding='utf-8') as file:
        file.write(text)
    subprocess.run(['msgen', '-o', catalogue, template], check=True)
    one_line = subprocess.run(['msgcat', '--no-wrap', catalogue], check=True, capture_output=True, text=True).stdout
    made = re.sub(r'^(msgstr(?:\[\d\])? )((?:".*"\n?)+)', lengthen, one_line, flags=re.MULTILINE)
    # In the language that nobody speaks, and as if it were Hebrew.
    for language in ('xx', 'he'):
        messages = os.path.join(folder, language, 'LC_MESSAGES')
        os.makedirs(messages)
        subprocess.run(['msgfmt', '-o', os.path.join(messages, 'journeymap.mo'), '-'], input=made, text=True, check=True)


def lengthen(match):
    """A message in brackets, and half as long again."""
    lines = match[2].rstrip('\n').split('\n')
    if 'Content-Type' in match[2]:
        return match[0]
    first = next((i for i, line in enumerate(lines) if line != '""'), 0)
    length = sum(len(line) - 2 for line in lines)
    lines[first] = '"[' + lines[first][1:]
    lines[-1] = lines[-1][:-1] + ' ' + 'ẍ' * max(2, length // 2) + ']"'
    return match[1] + '\n'.join(lines) + '\n'


def plain(editor):
    """What is seen of the window and is not in brackets, although it has letters."""
    content = ' '.join(WORDS_OF_A_MAP)
    for path in glob.glob(os.path.join(DATA, '*', '*.en.cjm')):
        with open(path, encoding='utf-8') as file:
            content += file.read()
    found = set()
    for node in editor.everything():
        if node.get_role_name() not in SEEN:
            continue
        for text in (node.get_name() or '', node.get_description() or ''):
            bare = text
            while re.search(r'\[[^\[\]]*\]', bare):
                bare = re.sub(r'\[[^\[\]]*\]', '', bare)
            for part in re.split(r'[,·—“”:]|  ', bare):
                part = part.strip()
                if re.search(r'[A-Za-z]{2}', part) and part not in content and not OF_OTHERS.match(part):
                    found.add(f'{part!r} in {node.get_role_name()} {text!r}')
    return found


def sticking_out(editor):
    """The controls that are not wholly in the window."""
    window = editor.window.get_extents(Atspi.CoordType.WINDOW)
    outside = []
    for node in editor.everything():
        if node.get_role_name() not in CONTROLS or is_scrolled(node):
            continue
        box = node.get_extents(Atspi.CoordType.WINDOW)
        if box.x < -1 or box.x + box.width > window.width + 1:
            outside.append((node.get_name(), box.x, box.width, window.width))
    return outside


def is_scrolled(node):
    while node is not None:
        if node.get_role_name() == 'scroll pane':
            return True
        node = node.get_parent()
    return False


def with_editor(name, check, *arguments, **options):
    """Runs a check of an editor of its own, and leaves a picture of it."""
    editor = Editor(*arguments, name=name, **options)
    try:
        check(editor)
    finally:
        editor.screenshot(name)
        editor.close()


def nothing_is_untranslated():
    """every word of the start page, the window, its panel and its dialogs can be translated"""
    make_pseudo()
    os.environ['JM_LOCALEDIR'] = folder
    found = set()

    def start_page(editor):
        editor.find(r'^\[Which journey')
        found.update(plain(editor))

    def window(editor):
        first = editor.find('Parking', 'list item')
        found.update(plain(editor))
        for pattern in ('Parking', 'Arrival', 'No shorter route', 'Show shortcuts', 'Oh no', 'Sarah and Ben'):
            node = editor.find(pattern, 'list item') if pattern not in ('Arrival', 'Sarah and Ben') else editor.find(pattern)
            editor.click(node)
            editor.find(r'^\[Delete')
            found.update(plain(editor))
        editor.key('Escape')
        assert first is not None

    with_editor('pseudo-start', start_page, language='xx')
    with_editor('pseudo-window', window, EXAMPLE, language='xx')
    assert not found, '\n'.join(sorted(found))


def long_words_fit():
    """words twice as long as in English stay within the window, wide and narrow"""
    def check(editor):
        editor.find('Parking', 'list item')
        wait_for(lambda: not sticking_out(editor), f'room in a wide window: {sticking_out(editor)}')
        editor.resize(800, 600)
        wait_for(lambda: not sticking_out(editor), f'room in a narrow window: {sticking_out(editor)}')
    with_editor('pseudo-narrow', check, EXAMPLE, language='xx')


def nothing_is_cut():
    """in no window and dialog are words cut off, each fits a telephone and each button a finger; in words half as long again, and in Dutch"""
    for language, locales in (('xx', folder), ('nl', os.environ['JM_BUILT_LOCALES'])):
        seen = subprocess.run([os.environ['JM_LOOK_FOR_CUT'], EXAMPLE], capture_output=True, text=True, check=True,
                              env={**os.environ, 'LANGUAGE': language, 'JM_LOCALEDIR': locales}).stdout
        print(f'# {language}: {seen.splitlines()[-1]}')
        problems = [line for line in seen.splitlines() if line.startswith(('cut:', 'wide:', 'small:', 'outside:', 'no window:'))]
        # Words half as long again may make a dialog wider than a telephone; those of a language must not.
        assert not [line for line in problems if language == 'nl' or not line.startswith(('wide:', 'outside:'))], problems


def from_right_to_left():
    """in Hebrew the window begins at the right, and so does the map; the panel is at the left"""
    # The direction is the locale's, which a bare system does not have.
    made = subprocess.run(['localedef', '-i', 'he_IL', '-f', 'UTF-8', os.path.join(folder, 'he_IL.UTF-8')],
                          capture_output=True, check=False) if shutil.which('localedef') else None
    if made is None or made.returncode > 1:
        print('# no locale of Hebrew can be made here, so the direction is not tested')
        return
    os.environ.update(LOCPATH=folder, LC_ALL='he_IL.UTF-8')

    def check(editor):
        first, last = (editor.find(word, 'list item') for word in ('חניה', 'ישיבה על הכורסה'))
        boxes = {name: editor.box(editor.find(f'^.{name}', 'push button')) for name in ('Open', 'Main menu', 'Zoom in')}
        assert boxes['Open'][0] > boxes['Main menu'][0], boxes
        assert editor.box(first)[0] > editor.box(last)[0], (editor.box(first), editor.box(last))
        editor.click(first)
        editor.find('^.Delete', 'push button')
        title = editor.box(editor.find('^.Title', 'text'))
        assert title[0] < 400, title
        # The next one along the journey is at the left.
        editor.key('Left')
        wait_for(lambda: has_focus(editor, 'כניסה לחנות'), 'the next touchpoint')
        assert not sticking_out(editor), sticking_out(editor)

    try:
        with_editor('right-to-left', check, HEBREW, language='he')
    finally:
        os.environ.pop('LOCPATH')
        os.environ['LC_ALL'] = 'C.UTF-8'
        os.environ.pop('JM_LOCALEDIR')


def has_focus(editor, name):
    node = editor.look(name, 'list item')
    return node is not None and node.get_state_set().contains(Atspi.StateType.FOCUSED)


def many_scripts():
    """Hebrew, Arabic, Japanese, Greek and emoji stand on one map, and are edited there"""
    def check(editor):
        node = editor.find('椅子を試す', 'list item')
        # Not a double click: whether the title is below the middle of the card depends on the typeface.
        editor.click(node)
        editor.key('F2')
        editor.find('.*', 'text')
        editor.key('End')
        editor.type(' Ωé́')
        editor.key('ctrl+Return')
        editor.find('椅子を試す .* Ωé́', 'list item')
    with_editor('many-scripts', check, SCRIPTS)


def set_text_size(factor):
    """As a desktop does that has larger letters."""
    subprocess.run(['xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER',
                    f'Xft.dpi:\t{96 * factor}\n'], check=True)


def large_letters():
    """with letters twice as large everything is still within the window, wide and narrow, and nothing covers another"""
    def check(editor):
        editor.click(editor.find('^Touchpoint, Parking', 'list item'))
        editor.find('^Delete$', 'push button')
        # Twice as large it must be, or nothing is shown by this.
        assert editor.box(editor.find('^Open$', 'push button'))[3] > 30
        for width, height in ((1270, 790), (800, 600), (720, 588)):
            editor.resize(width, height)
            wait_for(lambda: not sticking_out(editor), f'room at {width} pixels: {sticking_out(editor)}')
            wait_for(lambda: not overlap(editor), f'the zoom beside or above the tools at {width} pixels')
            editor.screenshot(f'large-letters-{width}')

    def start_page(editor):
        editor.find('^Which journey')
        assert not sticking_out(editor), sticking_out(editor)

    set_text_size(2)
    try:
        with_editor('large-letters', check, EXAMPLE)
        with_editor('large-letters-start', start_page)
    finally:
        set_text_size(1)


def overlap(editor):
    """Whether the zoom lies on the tools."""
    tools = editor.box(editor.find('^Tools$', 'tool bar'))
    zoom = editor.box(editor.find('^Zoom out$', 'push button'))
    return zoom[0] < tools[0] + tools[2] and zoom[1] + zoom[3] > tools[1]


run([nothing_is_untranslated, long_words_fit, nothing_is_cut, from_right_to_left, many_scripts, large_letters])
