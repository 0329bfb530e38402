#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was open comes back when the program was ended, and only then, unless the person wants it always."""

import os
import signal

from editor import DATA, Editor, run, wait_for, xdotool

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

IKEA = os.path.join(DATA, 'examples', 'ikea.en.cjm')
AIRLINE = os.path.join(DATA, 'examples', 'airline.en.cjm')
START = 'Which journey'

# What a person chooses must outlive the program here.
os.environ['GSETTINGS_BACKEND'] = 'keyfile'

folder = None
files = {}
running = []


def titles(editor):
    """The titles of its windows; that of one with a map begins with the map's."""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is not None and application.get_process_id() == editor.process.pid:
            windows = [application.get_child_at_index(j) for j in range(application.get_child_count())]
            return sorted(window.get_name() for window in windows if window is not None)
    return []


def kept(editor):
    """What would come back now, in the words of the file."""
    try:
        with open(os.path.join(editor.folder, 'state', 'journeymap', 'windows.ini'), encoding='utf-8') as file:
            return file.read()
    except FileNotFoundError:
        return ''


def listed(editor):
    """The names of the files of it."""
    return sorted(os.path.basename(line) for line in kept(editor).splitlines() if line.startswith('uri='))


def end(editor, how):
    if how is not None:
        editor.process.send_signal(how)
    editor.wait_for_end()
    editor.errors.close()


def again(*arguments):
    # One that a failed test left would be asked to open the files instead.
    if running and running[-1].process.poll() is None:
        running[-1].kill()
    running.append(Editor(*arguments, name='reopen', folder=folder))
    return running[-1]


def both_are_there(editor):
    wait_for(lambda: len(titles(editor)) == 2 and not any(title == 'JourneyMap' for title in titles(editor)),
             'both maps; there are %s' % titles(editor))


def killed():
    """after a crash both maps come back, and no start page"""
    global folder
    editor = Editor(IKEA, AIRLINE, name='reopen')
    folder = editor.folder
    files.update({os.path.basename(path): path for path in editor.files})
    wait_for(lambda: listed(editor) == ['airline.en.cjm', 'ikea.en.cjm'], 'the list of both')
    end(editor, signal.SIGKILL)

    editor = again()
    both_are_there(editor)
    wait_for(lambda: listed(editor) == ['airline.en.cjm', 'ikea.en.cjm'], 'the list of both, again')
    end(editor, signal.SIGKILL)


def ended():
    """when the session ends they come back as well, with the picture of the map that was looked at"""
    editor = again()
    both_are_there(editor)
    # The keys go to the window under the pointer, whichever of the two that is.
    xdotool('mousemove', 640, 500)
    editor.key('alt+4')
    wait_for(lambda: 'view=channels' in kept(editor), 'the other picture in the list')
    end(editor, signal.SIGTERM)

    editor = again()
    both_are_there(editor)
    wait_for(lambda: 'view=channels' in kept(editor), 'the other picture')
    end(editor, signal.SIGTERM)


def asked_for_new():
    """who asks for a new map gets the start page, and the maps come back beside it"""
    editor = again('--new')
    wait_for(lambda: len(titles(editor)) == 3 and 'JourneyMap' in titles(editor), 'both maps and a start page')
    end(editor, signal.SIGTERM)


def one_is_gone():
    """a file that is gone is left out without a word, and one that is asked for is opened once"""
    os.rename(files['airline.en.cjm'], files['airline.en.cjm'] + '.away')
    editor = again(files['ikea.en.cjm'])
    wait_for(lambda: len(titles(editor)) == 1 and 'JourneyMap' not in titles(editor), 'the one map')
    wait_for(lambda: listed(editor) == ['ikea.en.cjm'], 'the list of one')
    end(editor, signal.SIGTERM)
    os.rename(files['airline.en.cjm'] + '.away', files['airline.en.cjm'])


def quit_by_the_person():
    """who quits begins with the start page the next time"""
    editor = again()
    editor.find('^Touchpoint, Parking', 'list item')
    editor.key('ctrl+q')
    end(editor, None)

    editor = again()
    editor.find('^' + START)
    assert listed(editor) == []
    end(editor, signal.SIGTERM)


def wanted_always():
    """who wants it always has the maps back after quitting, too"""
    path = os.path.join(folder, 'config', 'glib-2.0', 'settings', 'keyfile')
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('[com/example/JourneyMap]\nreopen-windows=true\n')

    editor = again(files['ikea.en.cjm'])
    editor.find('^Touchpoint, Parking', 'list item')
    editor.key('ctrl+q')
    end(editor, None)

    editor = again()
    editor.find('^Touchpoint, Parking', 'list item')
    editor.screenshot('reopen')
    editor.close()


run([killed, ended, asked_for_new, one_is_gone, quit_by_the_person, wanted_always])
