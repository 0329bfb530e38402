#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A map in danger: the program is killed or ended, the file is changed or taken away, the disk refuses. Nothing is lost."""

import glob
import os
import signal

from editor import DATA, Editor, run, wait_for

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')

editor = None


def content(path=None):
    with open(path or editor.files[0], encoding='utf-8') as file:
        return file.read()


def snapshots():
    return glob.glob(os.path.join(editor.folder, 'data', 'journeymap', 'recovery', '[0-9a-f]*', '[12].cjm'))


def is_kept(text):
    return any(text in content(path) for path in snapshots())


def add_a_touchpoint(title):
    """With the keyboard, and the editor of its title left open."""
    editor.click(editor.find_at_rest('^Touchpoint, Parkeren'))
    editor.key('t')
    editor.find('^Title$', 'text')
    editor.type(title)


def killed_while_typing():
    """what was typed before the program was killed is there at the next start, and the file is untouched"""
    global editor
    editor = Editor(EXAMPLE, name='safety')
    editor.find('^Touchpoint, Parkeren')
    before = content()
    add_a_touchpoint('Nooit verloren')
    wait_for(lambda: is_kept('Nooit verloren'), 'a snapshot of what is being typed')
    editor.kill()
    assert content() == before

    editor = Editor(name='safety', folder=editor.folder)
    editor.find('^Touchpoint, Nooit verloren')
    editor.find('This map was recovered.*ikea.nl.cjm')
    editor.screenshot('safety-1-recovered')
    assert content(os.path.join(editor.folder, 'ikea.nl.cjm')) == before


def killed_while_recovering():
    """killed once more, it is recovered once more, together with what was done since"""
    global editor
    add_a_touchpoint('Ook dit')
    wait_for(lambda: is_kept('Ook dit'), 'a snapshot')
    editor.kill()
    editor = Editor(name='safety', folder=editor.folder)
    editor.find('^Touchpoint, Nooit verloren')
    editor.find('^Touchpoint, Ook dit')


def ended_by_the_system():
    """SIGTERM ends it without a question and without a loss"""
    global editor
    add_a_touchpoint('Net op tijd')
    editor.process.send_signal(signal.SIGTERM)
    assert editor.process.wait(10) == 0, editor.process.returncode
    editor = Editor(name='safety', folder=editor.folder)
    editor.find('^Touchpoint, Net op tijd')


def changed_outside():
    """a change by somebody else is noticed, and replaced only when that is asked for"""
    global editor
    path = os.path.join(editor.folder, 'ikea.nl.cjm')
    editor.kill()
    for snapshot in snapshots():
        os.unlink(snapshot)
    editor = Editor(path, name='safety', folder=editor.folder)
    add_a_touchpoint('Van ons')
    editor.key('Return')
    editor.find('^Touchpoint, Van ons')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(content(EXAMPLE).replace('Parkeren', 'Van hen'))
    # How soon is measured by tests/app/test-file-watch.c: here the screen reader's view takes its time, too.
    editor.find('Somebody else changed .*ikea.nl.cjm')
    editor.screenshot('safety-2-changed')

    editor.key('ctrl+s')
    editor.find('ikea.nl.cjm.* was not saved|Somebody else changed')
    assert 'Van hen' in content(path) and 'Van ons' not in content(path)
    editor.click(editor.find_at_rest('^Replace It$', 'push button'))
    wait_for(lambda: 'Van ons' in content(path), 'our map in the file')
    editor.gone('Somebody else changed')


def earlier_versions():
    """what somebody else wrote is among the earlier versions"""
    editor.key('F10')
    editor.find('^Earlier Versions…$').get_action_iface().do_action(0)
    dialog = editor.dialog('^Earlier Versions$')
    editor.find('^Open$', 'push button', dialog)
    editor.screenshot('safety-3-versions')
    versions = glob.glob(os.path.join(editor.folder, 'data', 'journeymap', 'versions', '*', '*.cjm'))
    assert any('Van hen' in content(version) for version in versions)
    editor.key('Escape')
    wait_for(lambda: editor.look('^Open$', 'push button', dialog) is None, 'the end of the dialog')


def reloaded():
    """reloading shows what somebody else wrote, and puts what was not saved aside"""
    path = editor.files[0]
    add_a_touchpoint('Opzij')
    editor.key('Return')
    editor.find('^Touchpoint, Opzij')
    ours = content(path)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(ours.replace('Kar vergeten', 'Door hen'))
    editor.click(editor.find_at_rest('^Reload$', 'push button'))
    editor.find('^Touchpoint, Door hen')
    editor.gone('^Touchpoint, Opzij')
    editor.gone('Somebody else changed')
    wait_for(lambda: any('Opzij' in content(path) for path in
                         glob.glob(os.path.join(editor.folder, 'data/journeymap/recovery/*.discarded/[12].cjm'))),
             'what was put aside')


def merged():
    """what both did is brought together in one step, and saved only when that is asked for"""
    path = editor.files[0]
    add_a_touchpoint('Samen verder')
    editor.key('Return')
    editor.find('^Touchpoint, Samen verder')
    theirs = content(path).replace('Binnenkomen', 'Van de buren')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(theirs)
    editor.click(editor.find_at_rest('^Merge$', 'push button'))
    editor.find('^Touchpoint, Van de buren')
    editor.find('^Touchpoint, Samen verder')
    editor.gone('Somebody else changed')
    editor.screenshot('safety-8-merged')
    assert content(path) == theirs
    editor.key('ctrl+z')
    editor.find('^Touchpoint, Binnenkomen')
    editor.find('^Touchpoint, Samen verder')
    editor.key('ctrl+shift+z')
    editor.find('^Touchpoint, Van de buren')
    editor.key('ctrl+s')
    wait_for(lambda: 'Van de buren' in content(path) and 'Samen verder' in content(path), 'both in the file')


def taken_away():
    """a file that disappears is noticed, and put there again by saving"""
    path = editor.files[0]
    os.unlink(path)
    editor.find('ikea.nl.cjm.* is no longer where it was')
    editor.screenshot('safety-4-gone')
    editor.key('ctrl+s')
    wait_for(lambda: os.path.exists(path) and 'Van ons' in content(path), 'the file')
    editor.gone('is no longer where it was')


def not_saved():
    """a save that fails says so until it succeeds"""
    add_a_touchpoint('Vol')
    editor.key('Return')
    os.chmod(editor.folder, 0o500)
    try:
        editor.key('ctrl+s')
        editor.find('ikea.nl.cjm.* was not saved.*Your map is safe here')
        editor.screenshot('safety-5-not-saved')
        assert '>Vol<' not in content()
    finally:
        os.chmod(editor.folder, 0o700)
    editor.key('ctrl+s')
    wait_for(lambda: '>Vol<' in content(), 'the map in the file')
    editor.gone('was not saved')


def thrown_away():
    """what was discarded can be had back"""
    global editor
    add_a_touchpoint('Toch bewaren')
    editor.key('Return')
    editor.find('^Touchpoint, Toch bewaren')
    editor.key('ctrl+w')
    dialog = editor.dialog('Save the Changes')
    editor.click(editor.find('Discard', 'push button', dialog))
    wait_for(lambda: editor.process.poll() is not None, 'the end of the editor')
    assert 'Toch bewaren' not in content()

    editor = Editor(name='safety', folder=editor.folder)
    editor.find('Which journey')
    assert not editor.look('Toch bewaren')
    editor.key('F10')
    editor.find('^Earlier Versions…$').get_action_iface().do_action(0)
    dialog = editor.dialog('^Earlier Versions$')
    editor.find('^Restore$', 'push button', dialog)
    editor.screenshot('safety-6-thrown-away')
    editor.find('^Restore$', 'push button', dialog).get_action_iface().do_action(0)
    editor.find('^Touchpoint, Toch bewaren')
    editor.find('You threw these changes away')
    editor.screenshot('safety-7-restored')


def nothing_was_complained_of():
    """the program had nothing to complain of"""
    complaints = [line for line in editor.complaints().splitlines() if 'CRITICAL' in line or 'WARNING' in line]
    editor.close()
    assert not complaints, complaints


run([killed_while_typing, killed_while_recovering, ended_by_the_system, changed_outside, earlier_versions, reloaded, merged,
     taken_away, not_saved, thrown_away, nothing_was_complained_of])
