# SPDX-License-Identifier: GPL-3.0-or-later
"""The editor as a person meets it: a mouse, a keyboard, and what a screen reader is told.

Nothing here sleeps for a fixed time: every step waits for what it must lead to, and fails when that does not come.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
import xml.etree.ElementTree as ElementTree

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

warnings.simplefilter('ignore', DeprecationWarning)

PATIENCE = 20  # seconds for something to come about
DATA = os.environ['JM_DATADIR']


class Failure(Exception):
    pass


def wait_for(condition, what, patience=PATIENCE):
    """Waits until condition() is true, and returns what it returned."""
    end = time.monotonic() + patience
    while True:
        begun = time.monotonic()
        try:
            result = condition()
        except GLib.Error:
            result = None  # an accessible that went away while it was being asked
        if result:
            return result
        if time.monotonic() > end:
            raise Failure('waited in vain for ' + what)
        # Lets the accessibility bus deliver its signals.
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        # Questions come before frames in the editor: whoever asks without a pause sees nothing move.
        time.sleep(max(0.02, time.monotonic() - begun))


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True, text=True).stdout


class Editor:
    def __init__(self, *arguments, name='editor', size=None, language=None, folder=None, alone=False, still=True):
        """With the folder of an editor that has ended, it finds what that one left. Alone it is a program of its own, also
        while another one runs. Unless it is not to be still, nothing in it moves by itself, as a person may want it."""
        self.folder = folder or tempfile.mkdtemp(prefix='journeymap-ui-')
        self.name = name
        self.errors = open(os.path.join(self.folder, 'stderr'), 'w+')
        environment = dict(os.environ)
        for variable in 'DATA', 'CONFIG', 'CACHE', 'STATE':
            environment['XDG_%s_HOME' % variable] = os.path.join(self.folder, variable.lower())
        if language:
            environment['LANGUAGE'] = language
        settings = os.path.join(environment['XDG_CONFIG_HOME'], 'gtk-4.0')
        os.makedirs(settings, exist_ok=True)
        with open(os.path.join(settings, 'settings.ini'), 'w') as file:
            file.write('[Settings]\ngtk-enable-animations=%s\n' % ('false' if still else 'true'))
        self.bus = None
        if alone:
            # It does not find the other one, but a screen reader finds both.
            bus = Gio.bus_get_sync(Gio.BusType.SESSION)
            environment['AT_SPI_BUS_ADDRESS'] = bus.call_sync(
                'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, Gio.DBusCallFlags.NONE, -1,
                None).unpack()[0]
            self.bus = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address=1'],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            environment['DBUS_SESSION_BUS_ADDRESS'] = self.bus.stdout.readline().strip()
        arguments = [self.copy(argument) for argument in arguments]
        self.process = subprocess.Popen([os.environ['JOURNEYMAP'], *arguments], env=environment,
                                        stdout=subprocess.DEVNULL, stderr=self.errors)
        self.files = arguments
        self.frame = None
        Atspi.set_timeout(3000, 10000)
        self.window = wait_for(self.find_window, 'a window')
        if size:
            self.resize(*size)

    def copy(self, path):
        """A test works on a copy: what is in the tree stays."""
        if path.startswith('-'):
            return path
        target = os.path.join(self.folder, os.path.basename(path))
        if target == path:
            return path
        shutil.copyfile(path, target)
        return target

    # Looking

    def find_window(self):
        if self.process.poll() is not None:
            raise Failure('the editor ended with status %s:\n%s' % (self.process.returncode, self.complaints()))
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is None or application.get_process_id() != self.process.pid:
                continue
            for j in range(application.get_child_count()):
                window = application.get_child_at_index(j)
                if window.get_role() == Atspi.Role.FRAME and window.get_extents(Atspi.CoordType.WINDOW).width > 1:
                    return window
        return None

    def resize(self, width, height):
        """As a person drags the corner of a window: on and on, for it gives way step by step."""
        self.find_frame()
        xid = xdotool('search', '--onlyvisible', '--pid', self.process.pid, '--name', '.').split()[0]

        def is_there():
            xdotool('windowsize', xid, width, height)
            return self.window.get_extents(Atspi.CoordType.WINDOW).width + 2 * self.frame == width

        wait_for(is_there, 'a window %d pixels wide' % width)

    def everything(self, root=None):
        """Every accessible that is seen, in reading order."""
        stack = [root or self.window]
        while stack:
            node = stack.pop()
            if node is None:
                continue
            try:
                if node is not (root or self.window) and node.get_component_iface() is not None:
                    extents = node.get_extents(Atspi.CoordType.WINDOW)
                    if extents.width <= 0 or extents.height <= 0:
                        continue
                yield node
                for i in reversed(range(node.get_child_count())):
                    stack.append(node.get_child_at_index(i))
            except GLib.Error:
                continue

    def look(self, name, role=None, root=None):
        pattern = re.compile(name)
        for node in self.everything(root):
            if pattern.search(node.get_name() or '') and (role is None or node.get_role_name() == role):
                return node
        return None

    def find(self, name, role=None, root=None):
        """Waits for an accessible whose name matches."""
        return wait_for(lambda: self.look(name, role, root), 'an accessible %r (%s)' % (name, role or 'any role'))

    def find_at_rest(self, name, role=None):
        """Waits until it no longer moves: a bar that slides in pushes the map down."""
        return self.wait_for_rest(lambda: self.look(name, role), repr(name))

    def wait_for_rest(self, look, what):
        """Waits until look() finds something, always in the same place."""
        seen = []

        def rests():
            node = look()
            seen.append(self.box(node) if node else None)
            return seen[-1] is not None and seen[-1:] * 4 == seen[-4:] and node

        return wait_for(rests, '%s at rest' % what)

    # Listening

    def focused(self, root=None):
        """What has the focus, and so what a screen reader speaks of."""
        for node in self.everything(root):
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node
        return None

    def said(self, root=None):
        node = self.focused(root)
        return (node.get_name() or '') if node is not None else ''

    def everything_said(self, root=None):
        """All that a screen reader could tell of what is seen now."""
        return [node.get_name() for node in self.everything(root) if node.get_name()]

    def wait_for_caret(self, root=None):
        def is_caret(node):
            return node is not None and node.get_state_set().contains(Atspi.StateType.EDITABLE)

        wait_for(lambda: is_caret(self.focused(root)), 'a caret')

    def gone(self, name, role=None):
        wait_for(lambda: self.look(name, role) is None, 'the end of %r' % name)

    def saved(self):
        """The map as it is in the file after Ctrl+S."""
        before = os.stat(self.files[0]).st_mtime_ns
        self.find('not saved', 'label')
        self.key('ctrl+s')
        wait_for(lambda: os.stat(self.files[0]).st_mtime_ns != before, 'the file to be saved')
        self.gone('not saved', 'label')
        return ElementTree.parse(self.files[0]).getroot()

    def dialog(self, title):
        def look():
            desktop = Atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                application = desktop.get_child_at_index(i)
                if application is None or application.get_process_id() != self.process.pid:
                    continue
                for j in range(application.get_child_count()):
                    window = application.get_child_at_index(j)
                    if window != self.window and re.search(title, window.get_name() or ''):
                        return window
            return None
        return wait_for(look, 'a dialog %r' % title)

    def find_frame(self):
        """How wide the frame is that GTK draws around a window: the same as long as the window is there."""
        def measure():
            geometry = xdotool('search', '--onlyvisible', '--pid', self.process.pid, '--name', 'JourneyMap',
                               'getwindowgeometry', '--shell')
            outer = int(re.search(r'WIDTH=(\d+)', geometry).group(1))
            inner = self.window.get_extents(Atspi.CoordType.WINDOW).width
            # While a window changes its size the two are of different moments.
            return (outer - inner) // 2 if 0 <= outer - inner <= 40 else None

        if self.frame is None:
            wait_for(lambda: measure() is not None, 'the frame of the window')
            self.frame = measure()
        return self.frame

    def box(self, node):
        """Where it is on the screen; without a window manager a window stands in the corner, behind its frame."""
        frame = self.find_frame()
        extents = node.get_extents(Atspi.CoordType.WINDOW)
        return extents.x + frame, extents.y + frame, extents.width, extents.height

    def middle(self, node):
        x, y, width, height = self.box(node)
        return x + width // 2, y + height // 2

    # Doing

    def click(self, node, times=1):
        xdotool('mousemove', *self.middle(node), 'click', '--repeat', times, '--delay', 40, 1)

    def drag(self, start, end):
        xdotool('mousemove', *start, 'mousedown', 1)
        for step in range(1, 13):
            x = start[0] + (end[0] - start[0]) * step // 12
            y = start[1] + (end[1] - start[1]) * step // 12
            xdotool('mousemove', x, y)
        xdotool('mousemove', end[0], end[1], 'mouseup', 1)

    def key(self, *keys):
        xdotool('key', '--delay', 30, *keys)

    def type(self, text):
        # A letter that is on no key gets a spare one for a moment, which the editor must have read by then.
        xdotool('type', '--delay', 12 if text.isascii() else 200, text)

    def screenshot(self, name):
        folder = os.environ.get('JM_SCREENSHOTS')
        if folder:
            os.makedirs(folder, exist_ok=True)
            subprocess.run(['import', '-window', 'root', os.path.join(folder, name + '.png')], check=False)

    # Ending

    def complaints(self):
        self.errors.flush()
        with open(self.errors.name) as errors:
            return errors.read()

    def wait_for_end(self):
        """Until another one can be started that is not just sent to the one that ends."""
        self.process.wait(PATIENCE)
        if self.bus is not None:
            return
        wait_for(lambda: 'false' in subprocess.run(
            ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus',
             '--method', 'org.freedesktop.DBus.NameHasOwner', 'com.example.JourneyMap'],
            check=True, capture_output=True, text=True).stdout, 'the session to notice the end of the program')

    def kill(self):
        """As when the power fails; what it left stays."""
        self.process.kill()
        self.wait_for_end()
        self.errors.close()

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.errors.close()
        if self.bus is not None:
            self.bus.kill()
            self.bus.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def run(tests):
    """Runs test functions in order and tells the results as TAP. One that cannot be run here returns the reason."""
    print('1..%d' % len(tests), flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        title = (test.__doc__ or test.__name__).strip().splitlines()[0]
        try:
            reason = test()
            print('ok %d - %s%s' % (number, title, ' # SKIP ' + reason if reason else ''), flush=True)
        except Exception:  # noqa: BLE001: whatever it was, the other tests are run
            failed += 1
            for line in traceback.format_exc().splitlines():
                print('# ' + line)
            print('not ok %d - %s' % (number, title), flush=True)
    sys.exit(1 if failed else 0)
