#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What else may happen to a map: two ways to one file, a folder that goes, no room to keep it, what cannot be read."""

import glob
import os
import subprocess

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

from editor import DATA, Editor, run, wait_for

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')
OTHER = os.path.join(DATA, 'examples', 'airline.en.cjm')

editor = None


def begin(*arguments, folder=None):
    global editor
    # One that a failed test left would take the files.
    if editor is not None and editor.process.poll() is None:
        editor.kill()
    editor = Editor(*arguments, name='danger', folder=folder)


def content(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def retitle(title):
    """Adds a touchpoint with this title."""
    editor.click(editor.find_at_rest('^Touchpoint, Parkeren'))
    editor.key('t')
    editor.find('^Title$', 'text')
    editor.type(title)
    editor.key('Return')
    editor.find('^Touchpoint, ' + title)


def open_more(path):
    """As from a file manager: a second program hands the file to the first, and ends."""
    environment = dict(os.environ)
    for variable in 'DATA', 'CONFIG', 'CACHE', 'STATE':
        environment['XDG_%s_HOME' % variable] = os.path.join(editor.folder, variable.lower())
    subprocess.run([os.environ['JOURNEYMAP'], path], env=environment, check=True, timeout=60,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def titles():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is not None and application.get_process_id() == editor.process.pid:
            windows = [application.get_child_at_index(j) for j in range(application.get_child_count())]
            return [window.get_name() for window in windows if window is not None]
    return []


def opened_twice():
    """a map that is opened once more, by its name, a link or another way to its folder, has one window"""
    begin(EXAMPLE)
    editor.find('^Touchpoint, Parkeren')
    path = editor.files[0]
    link = os.path.join(editor.folder, 'link.cjm')
    folder = os.path.join(editor.folder, 'other-way')
    os.symlink(path, link)
    os.symlink(editor.folder, folder)

    for way in path, link, os.path.join(folder, os.path.basename(path)):
        open_more(way)
    # Asked for last, and seen last: the ones before have had their turn.
    open_more(editor.copy(OTHER))
    wait_for(lambda: any('Campaign: off to Lisbon this summer' in title for title in titles()), 'the other map')
    assert len(titles()) == 2, titles()
    editor.close()


def folder_moved():
    """a folder that goes, as with a drive, is noticed; saving says so, and all is well when it is back"""
    begin()
    there, aside = os.path.join(editor.folder, 'stick'), os.path.join(editor.folder, 'pulled')
    os.mkdir(there)
    path = os.path.join(there, 'ikea.cjm')
    put(path, content(EXAMPLE))
    open_more(path)
    editor.find('^Touchpoint, Parkeren')
    retitle('Op de stick')

    os.chmod(there, 0o500)
    editor.key('ctrl+s')
    editor.find('was not saved, because its folder is read-only.*comes back if the program stops')

    # What is told is what happened last.
    os.rename(there, aside)
    os.chmod(aside, 0o700)
    editor.find('ikea.cjm.* is no longer where it was')
    editor.key('ctrl+s')
    editor.find('was not saved, because its folder is not there.*Your map is safe here')
    editor.screenshot('danger-1-pulled')
    assert not os.path.exists(there)

    os.rename(aside, there)
    editor.key('ctrl+s')
    wait_for(lambda: 'Op de stick' in content(path), 'the map in its file')
    editor.gone('was not saved|no longer where it was')


def nowhere_to_keep():
    """where unsaved work cannot be kept, a bar says so, and goes when it can"""
    recovery = os.path.join(editor.folder, 'data', 'journeymap', 'recovery')
    for folder in glob.glob(recovery + '/*'):
        for path in glob.glob(folder + '/*'):
            os.unlink(path)
        os.rmdir(folder)
    os.rmdir(recovery)
    put(recovery, 'in the way')
    retitle('Niet bewaard')
    editor.find('could not be kept for the case that the program stops')
    editor.screenshot('danger-2-not-kept')
    os.unlink(recovery)
    editor.gone('could not be kept for the case that the program stops')
    wait_for(lambda: any('Niet bewaard' in content(path) for path in glob.glob(recovery + '/*/[12].cjm')), 'a snapshot')
    editor.close()


def cannot_be_brought_back():
    """what was kept and cannot be read is told at each start, and stays, until a person does not want to hear of it"""
    begin()
    editor.find('Which journey')
    editor.kill()
    folder = os.path.join(editor.folder, 'data', 'journeymap', 'recovery', '7f0e3f2e-0000-4000-8000-000000000000')
    put(os.path.join(folder, 'about'), '[map]\ntitle=Naar de maan\nstamp=\n')
    put(os.path.join(folder, '1.cjm'), 'what the disk made of it')
    put(os.path.join(folder, '2.cjm'), '<journey-map')

    begin(folder=editor.folder)
    dialog = editor.dialog('^Unsaved Work Cannot Be Brought Back$')
    editor.find('Naar de maan', root=dialog)
    editor.screenshot('danger-3-refused')
    editor.click(editor.find('Close', 'push button', dialog))
    wait_for(lambda: editor.look('Naar de maan', root=dialog) is None, 'the end of the dialog')
    assert content(os.path.join(folder, '2.cjm')) == '<journey-map'
    editor.kill()

    begin(folder=editor.folder)
    dialog = editor.dialog('^Unsaved Work Cannot Be Brought Back$')
    editor.click(editor.find('Do Not Tell Again', 'push button', dialog))
    wait_for(lambda: os.path.exists(folder + '.discarded/2.cjm'), 'what was given up')
    editor.close()


NEWER = '''<?xml version="1.0" encoding="UTF-8"?>
<journey-map xmlns="https://example.com/ns/cjm/1" xmlns:x="https://example.org/x" version="%s" kind="current-state" mood="blue">
  <title>Later</title>
  <weather sun="often">Rain &amp; wind</weather>
  <lane id="steps" kind="touchpoints"/>
  <lane id="smell" kind="fragrance"/>
  <phase id="shop">
    <title>Shop</title>
    <touchpoint id="try" scent="pine" x:note="mine">
      <title>Parkeren</title>
      <!-- left by hand -->
      <fragrance of="glue"/>
    </touchpoint>
  </phase>
</journey-map>
'''

UNKNOWN = ('mood="blue"', '<weather sun="often">Rain &amp; wind</weather>', 'kind="fragrance"', 'scent="pine"', 'x:note="mine"',
           '<!-- left by hand -->', '<fragrance of="glue"/>')


def open_newer(version):
    begin()
    path = os.path.join(editor.folder, 'later.cjm')
    put(path, NEWER % version)
    open_more(path)
    editor.find('^Touchpoint, Parkeren')
    return path


def newer_minor():
    """a map of version 1.9 opens with what it shares, and is saved with what it does not"""
    path = open_newer('1.9')
    retitle('Hier bij')
    editor.screenshot('danger-4-newer')
    editor.key('ctrl+s')
    dialog = None
    wait_for(lambda: editor.look('not saved') is None or any('Newer' in title for title in titles()), 'a save or a question')
    if any('Newer' in title for title in titles()):
        dialog = editor.dialog('Save Over a Newer Map')
        editor.click(editor.find('^(_?Save ?)+$', 'push button', dialog))
    wait_for(lambda: 'Hier bij' in content(path), 'the map in its file')
    text = content(path)
    assert all(part in text for part in UNKNOWN) and 'version="1.9"' in text, text
    editor.close()


def newer_major():
    """a map of version 2 warns before it is saved or replaced, and keeps what it is when somebody thinks better of it"""
    path = open_newer('2.0')
    editor.find('made by a newer version')
    retitle('Hier bij')
    editor.key('ctrl+s')
    dialog = editor.dialog('Save Over a Newer Map')
    editor.screenshot('danger-5-newer')
    assert content(path) == NEWER % '2.0'
    editor.click(editor.find('Cancel', 'push button', dialog))
    wait_for(lambda: not any('Newer' in title for title in titles()), 'the end of the question')
    assert content(path) == NEWER % '2.0'

    put(path, NEWER % '2.0' + '<!-- by them -->')
    editor.click(editor.find_at_rest('^Replace It$', 'push button'))
    dialog = editor.dialog('Save Over a Newer Map')
    assert 'by them' in content(path)
    editor.click(editor.find('^(_?Save ?)+$', 'push button', dialog))
    wait_for(lambda: 'Hier bij' in content(path), 'the map in its file')
    text = content(path)
    assert all(part in text for part in UNKNOWN), text
    editor.close()


run([opened_twice, folder_moved, nowhere_to_keep, cannot_be_brought_back, newer_minor, newer_major])
