#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Through the document portal, as in a Flatpak: every system call of saving and opening fails in turn.

    test-portal.py TEST-FAULTS

The portal shows a single file in a folder of its own, which is a FUSE file system: whether that can be is found out here.
"""

import os
import subprocess
import sys
import tempfile

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402


def skip(reason):
    print('1..0 # SKIP ' + reason)
    sys.exit(0)


def get_folder(path):
    """The folder in which the portal shows a file."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def call(method, arguments=None, descriptors=None):
        return bus.call_with_unix_fd_list_sync(
            'org.freedesktop.portal.Documents', '/org/freedesktop/portal/documents',
            'org.freedesktop.portal.Documents', method, arguments, None, Gio.DBusCallFlags.NONE, 10000, descriptors)[0]

    mount = bytes(call('GetMountPoint').unpack()[0]).rstrip(b'\0').decode()
    descriptor = os.open(path, os.O_PATH)
    descriptors = Gio.UnixFDList.new()
    handle = descriptors.append(descriptor)
    identity = call('Add', GLib.Variant('(hbb)', (handle, False, False)), descriptors).unpack()[0]
    os.close(descriptor)
    return os.path.join(mount, identity)


def main():
    with tempfile.TemporaryDirectory(prefix='journeymap-portal-') as folder:
        path = os.path.join(folder, 'map.cjm')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('as it was')
        try:
            shown = get_folder(path)
        except GLib.Error as error:
            skip('no document portal here: ' + error.message)
        if not os.path.exists(os.path.join(shown, 'map.cjm')):
            skip('the document portal cannot mount its file system here')
        sys.exit(subprocess.run([sys.argv[1], '--in', shown], check=False).returncode)


main()
