#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures that have no end, never begin, or are as large as may be: they are refused or shown, and never hold up who types."""

import os
import signal
import subprocess
import tempfile

from gi.repository import Gio, GLib

from editor import DATA, Editor, run, wait_for

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')

folder = tempfile.mkdtemp(prefix='journeymap-endless-')
editor = owner = None
n_typed = 0


def offer(path):
    """Another program copies a file."""
    global owner
    if owner is not None:
        owner.kill()
        owner.wait()
    with open(os.path.join(folder, 'offer'), 'w', encoding='utf-8') as file:
        file.write('file://%s\r\n' % path)
    owner = subprocess.Popen([os.environ['CLIPBOARD'], 'offer', 'text/uri-list=' + file.name], stdout=subprocess.PIPE,
                             text=True)
    assert owner.stdout.readline() == 'ready\n'


def paste(path):
    offer(path)
    editor.click(editor.find_at_rest('^Touchpoint, Binnenkomen'))
    editor.key('ctrl+v')


def type_on():
    """What is typed arrives, whatever else is under way."""
    global n_typed
    n_typed += 1
    editor.click(editor.find_at_rest('^Touchpoint, Parkeren'))
    editor.key('t')
    editor.find('^Title$', 'text')
    editor.type('Nummer %d' % n_typed)
    editor.key('Return', 'Escape')
    editor.find('^Touchpoint, Nummer %d' % n_typed)


def refused():
    """a pipe, a device and a file that calls itself empty and is not are refused in words"""
    global editor
    editor = Editor(EXAMPLE, name='endless')
    pipe = os.path.join(folder, 'pipe.png')
    os.mkfifo(pipe)
    for path, reason in ((pipe, 'pipe: A picture must be a PNG, JPEG or SVG file'),
                         ('/dev/zero', 'zero: A picture must be a PNG, JPEG or SVG file'),
                         ('/proc/self/environ', 'environ: A picture must be a PNG, JPEG or SVG file')):
        paste(path)
        editor.find(reason)
        type_on()


def as_large_as_may_be():
    """a photo of 25 million pixels is shown, and nobody waits for it"""
    path = os.path.join(folder, 'wall.jpg')
    subprocess.run(['convert', '-size', '5000x5000', 'plasma:', '-quality', '30', path], check=True)
    paste(path)
    type_on()
    editor.find('^Picture, touchpoint Binnenkomen')


def never_begins():
    """a drive that does not answer holds up nobody"""
    path = os.path.join(folder, 'far.jpg')
    subprocess.run(['convert', '-size', '64x64', 'xc:teal', path], check=True)
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def call(name, where, method, arguments=None, descriptors=None):
        return bus.call_with_unix_fd_list_sync(name, where, name, method, arguments, None, Gio.DBusCallFlags.NONE, 10000,
                                               descriptors)[0].unpack()[0]

    # The document portal has a file system of its own, and can be halted.
    name = 'org.freedesktop.portal.Documents'
    try:
        mount = bytes(call(name, '/org/freedesktop/portal/documents', 'GetMountPoint')).rstrip(b'\0').decode()
        descriptor = os.open(path, os.O_PATH)
        descriptors = Gio.UnixFDList.new()
        handle = descriptors.append(descriptor)
        identity = call(name, '/org/freedesktop/portal/documents', 'Add', GLib.Variant('(hbb)', (handle, False, False)),
                        descriptors)
        os.close(descriptor)
    except GLib.Error as error:
        return 'no document portal here: ' + error.message
    far = os.path.join(mount, identity, 'far.jpg')
    if not os.path.exists(far):
        return 'the document portal cannot mount its file system here'

    bus_name = 'org.freedesktop.DBus'
    portal = call(bus_name, '/org/freedesktop/DBus', 'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))
    before = len([node for node in editor.everything() if node.get_name() == 'Picture, touchpoint Binnenkomen'])
    os.kill(portal, signal.SIGSTOP)
    try:
        paste(far)
        type_on()
        type_on()
    finally:
        os.kill(portal, signal.SIGCONT)
    wait_for(lambda: len([node for node in editor.everything()
                          if node.get_name() == 'Picture, touchpoint Binnenkomen']) == before + 1, 'the picture')
    return None


def nothing_was_complained_of():
    """the program had nothing to complain of"""
    complaints = [line for line in editor.complaints().splitlines() if 'CRITICAL' in line or 'WARNING' in line]
    editor.close()
    owner.kill()
    owner.wait()
    subprocess.run(['rm', '-rf', folder], check=True)
    assert not complaints, complaints


run([refused, as_large_as_may_be, never_begins, nothing_was_complained_of])
