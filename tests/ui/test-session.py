#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The session ends, by a signal, a logout or a shutdown: nothing is lost, and nothing holds it up but what is not saved."""

import glob
import os
import signal
import subprocess
import sys
import tempfile

from editor import DATA, Editor, run, wait_for

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')

editor = None


class SessionManager:
    def __init__(self):
        self.log = tempfile.TemporaryFile('w+')
        self.process = subprocess.Popen([sys.executable, os.path.join(os.path.dirname(__file__), 'session-manager.py')],
                                        stdin=subprocess.PIPE, stdout=self.log, text=True)
        wait_for(lambda: self.was_told('ready'), 'the session manager')

    def heard(self):
        self.log.seek(0)
        return self.log.read().splitlines()

    def was_told(self, beginning):
        return next((line for line in self.heard() if line.startswith(beginning)), None)

    def tell(self, signal_name):
        self.process.stdin.write(signal_name + '\n')
        self.process.stdin.flush()

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def begin():
    global editor
    editor = Editor(EXAMPLE, name='session')
    editor.find('^Touchpoint, Parkeren')


def again():
    global editor
    editor = Editor(name='session', folder=editor.folder)


def is_kept(text):
    paths = glob.glob(os.path.join(editor.folder, 'data', 'journeymap', 'recovery', '[0-9a-f]*', '[12].cjm'))
    return any(text in open(path, encoding='utf-8').read() for path in paths)


def add_a_touchpoint(title):
    """With the keyboard, and the editor of its title left open."""
    editor.click(editor.find_at_rest('^Touchpoint, Parkeren'))
    editor.key('t')
    editor.find('^Title$', 'text')
    editor.type(title)
    editor.find('^Touchpoint, ' + title)


def ended_by(number, title):
    add_a_touchpoint(title)
    editor.process.send_signal(number)
    assert editor.process.wait(20) == 0, editor.process.returncode
    again()
    editor.find('^Touchpoint, ' + title)


def ended_by_a_signal():
    """SIGINT, SIGHUP and SIGTERM each end it without a question, and the text in an open editor is there afterwards"""
    begin()
    ended_by(signal.SIGINT, 'Onderbroken')
    ended_by(signal.SIGHUP, 'Opgehangen')
    ended_by(signal.SIGTERM, 'Afgebroken')


def ended_while_asking():
    """a question that is open when it ends is asked again: the work is neither saved nor thrown away"""
    add_a_touchpoint('Gevraagd')
    editor.key('Return', 'ctrl+w')
    editor.dialog('Save the Changes')
    editor.process.send_signal(signal.SIGTERM)
    assert editor.process.wait(20) == 0, editor.process.returncode
    again()
    editor.find('^Touchpoint, Gevraagd')
    editor.find('This map was recovered')
    editor.close()


def logged_out():
    """the desktop hears of what is not saved before it logs somebody out, and of the end of that; who logs out loses nothing"""
    global editor
    manager = SessionManager()
    begin()
    path = editor.files[0]
    assert manager.was_told('RegisterClient com.example.JourneyMap'), manager.heard()
    assert not manager.was_told('Inhibit'), manager.heard()

    add_a_touchpoint('Bijna klaar')
    told = wait_for(lambda: manager.was_told('Inhibit'), 'word of what is not saved')
    assert told == 'Inhibit com.example.JourneyMap %s' % told.split()[2] + ' “Een middag naar IKEA” is not saved 1', told
    editor.key('Return', 'ctrl+s')
    wait_for(lambda: manager.was_told('Uninhibit 77'), 'word that it is saved')

    add_a_touchpoint('Bij nader inzien')
    wait_for(lambda: len([line for line in manager.heard() if line.startswith('Inhibit')]) == 2, 'word of it')
    manager.tell('QueryEndSession')
    wait_for(lambda: manager.was_told('EndSessionResponse True'), 'an answer')
    assert is_kept('Bij nader inzien')
    # Somebody thought better of it: work goes on.
    manager.tell('CancelEndSession')
    editor.type(' erbij')
    editor.find('^Touchpoint, Bij nader inzien erbij')

    manager.tell('QueryEndSession')
    manager.tell('EndSession')
    assert editor.process.wait(20) == 0, editor.process.returncode
    with open(path, encoding='utf-8') as file:
        text = file.read()
    assert 'Bijna klaar' in text and 'Bij nader inzien' not in text
    again()
    editor.find('^Touchpoint, Bij nader inzien erbij')
    editor.close()
    manager.end()


run([ended_by_a_signal, ended_while_asking, logged_out])
