#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every window beside that of the map: what a screen reader is told there, and where the focus goes."""

import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'ui'))
from editor import DATA, Editor, run, wait_for, xdotool  # noqa: E402

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.en.cjm')
CONTROLS = ('push button', 'toggle button', 'check box', 'radio button', 'combo box', 'text', 'entry', 'switch',
            'spin button', 'menu item', 'check menu item', 'radio menu item', 'link')
# A row of a list is one when it can have the focus; others only hold something. A choice has such a list in it.
ROWS = ('list item', 'table cell')
OF_A_CHOICE = 'GtkListView'

# What GTK and libadwaita call themselves, in windows that are theirs.
NAMELESS = re.compile(r'^$|^(Gtk|Adw|Jm)[A-Z]|_|^(.+) \2$')

CAMPAIGN = os.path.join(DATA, 'examples', 'airline.en.cjm')
OF_IKEA = ('Phase', 'Persona', 'Lane', 'Touchpoint', 'Feeling', 'Pain point', 'Thought', 'Opportunity')
OF_THE_CAMPAIGN = ('Measure', 'Transition')

TEMPLATE = '^Save as Template'

editor = None
undescribed = set()
totals = {'controls': 0, 'named': 0, 'described': 0}


def activate(name, of_the_program=False):
    """As the menu does."""
    path = '/com/example/JourneyMap' + ('' if of_the_program else '/window/1')
    subprocess.run(['gdbus', 'call', '--session', '--dest', 'com.example.JourneyMap', '--object-path', path, '--method',
                    'org.gtk.Actions.Activate', name, '[]', '{}'], check=True, stdout=subprocess.DEVNULL)


def has(node, state):
    return node.get_state_set().contains(state)


def controls(root):
    for node in editor.everything(root):
        role = node.get_role_name()
        if role in CONTROLS or (role in ROWS and has(node, Atspi.StateType.FOCUSABLE) and
                                node.get_parent().get_name() != OF_A_CHOICE):
            yield node


def check_names(root):
    problems = []
    for node in controls(root):
        totals['controls'] += 1
        if NAMELESS.search(node.get_name() or ''):
            problems.append((node.get_role_name(), node.get_name()))
            continue
        totals['named'] += 1
        if node.get_description():
            totals['described'] += 1
        else:
            undescribed.add((node.get_role_name(), node.get_name()))
    assert not problems, problems


def dialog(name, title, of_the_program=False):
    """Opens a window, looks at it, and leaves it with Escape."""
    activate(name, of_the_program)
    window = editor.dialog(title)
    # Where there is no window manager the keys go to the window under the pointer, and a new one stands in the corner.
    xdotool('mousemove', 150, 60)
    wait_for(lambda: window.get_extents(Atspi.CoordType.WINDOW).width > 100, 'the window to be laid out')
    wait_for(lambda: next(controls(window), None) is not None, 'something in it')
    # The field of a row of libadwaita has the focus without telling so in GTK 4.8.
    if title != TEMPLATE:
        wait_for(lambda: any(has(node, Atspi.StateType.FOCUSED) for node in editor.everything(window)), 'the focus in it')
    editor.screenshot('dialog-' + name)
    try:
        check_names(window)
    finally:
        editor.key('Escape')
        wait_for(lambda: not is_there(title), 'its end')


def is_there(title):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is not None and application.get_process_id() == editor.process.pid:
            windows = [application.get_child_at_index(j) for j in range(application.get_child_count())]
            return any(window is not None and window != editor.window and re.search(title, window.get_name() or '')
                       for window in windows)
    return False


def the_map():
    """the window of a map, with an item and with the checklist"""
    global editor
    editor = Editor(EXAMPLE, name='dialogs')
    xdotool('mousemove', 640, 500)
    editor.click(editor.find('^Touchpoint, Parking', 'list item'))
    editor.find('^Delete$', 'push button')
    check_names(editor.window)
    editor.key('F7')
    editor.find('^Close this list$', 'push button')
    check_names(editor.window)
    editor.key('F7')


def the_pages():
    """the properties of every kind of item"""
    global editor
    for example, kinds in (EXAMPLE, OF_IKEA), (CAMPAIGN, OF_THE_CAMPAIGN):
        editor.close()
        editor = Editor(example, name='dialogs-pages')
        editor.find('^Touchpoint, ', 'list item')
        editor.key('ctrl+9')
        for kind in kinds:
            editor.click(editor.find_at_rest(f'^{kind}, '))
            check_names(wait_for(lambda: properties(kind), f'the properties of an item: {kind}'))


def properties(kind):
    """What holds the fields, when its heading says that they are those of this kind."""
    delete = editor.look('^Delete$', 'push button')
    root = delete.get_parent().get_parent() if delete is not None else None
    return root if root is not None and root.get_child_at_index(0).get_name() == kind else None


def menus():
    """the main menu, and the menu of an item"""
    editor.key('F10')
    editor.find('^Preferences$', 'menu item')
    check_names(editor.window)
    editor.key('Escape')
    editor.gone('^Preferences$', 'menu item')


def export():
    """the export"""
    dialog('export', '^Export')


def preferences():
    """the preferences"""
    dialog('preferences', '^Preferences', of_the_program=True)


def template():
    """saving as a template"""
    dialog('save-template', TEMPLATE)


def versions():
    """the earlier versions"""
    dialog('versions', '^Earlier Versions')


def help_pages():
    """the help"""
    dialog('help', '^Help', of_the_program=True)


def question():
    """the question before changes are lost, after which the focus is back on the map"""
    editor.click(editor.find('^Touchpoint, Parking', 'list item'))
    editor.key('5')
    editor.find('^Touchpoint, Parking.*feeling very good', 'list item')
    editor.key('ctrl+w')
    window = editor.dialog('^Save the Changes')
    xdotool('mousemove', 150, 60)
    wait_for(lambda: any(has(node, Atspi.StateType.FOCUSED) for node in editor.everything(window)), 'the focus in it')
    check_names(window)
    editor.key('Escape')
    wait_for(lambda: not is_there('^Save the Changes'), 'its end')
    xdotool('mousemove', 640, 500)
    editor.key('Right')
    wait_for(lambda: editor.said().startswith('Touchpoint, Walking in'), 'the focus on the map')


def start_page():
    """the start page"""
    global editor
    editor.close()
    editor = Editor(name='dialogs-start')
    editor.find('^Which journey')
    editor.find('^Empty map')
    check_names(editor.window)


def every_control_is_described():
    """of all controls there were in all this: what it does is said beside what it is called"""
    print('# %(controls)d controls, %(named)d with role and name, %(described)d with a description beside' % totals)
    assert totals['controls'] > 400, totals
    assert not undescribed, '\n'.join(f'{role} “{name}”' for role, name in sorted(undescribed))


try:
    run([the_map, menus, export, preferences, template, versions, help_pages, question, the_pages, start_page, every_control_is_described])
finally:
    if editor is not None:
        editor.screenshot('dialogs-end')
        editor.close()
