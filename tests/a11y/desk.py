# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at a desk who does not see the screen: reads the program as a screen reader does, and presses keys.

Works on the display and the session bus it is started on; tests/on-display gives it its own.
"""
import os
import signal
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402


class Waited(Exception):
    """Something did not happen in time."""


def wait_for(what, condition, seconds=20):
    """Waits until condition () is true, and returns what it returned."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = condition()
        except GLib.Error:
            # It went away while it was being read.
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Waited(f'waited {seconds} s for {what}')
        time.sleep(0.05)


def keys(*names):
    """Presses keys, one after the other, such as 'ctrl+s'."""
    subprocess.run(['xdotool', 'key', '--clearmodifiers', '--delay', '12', *names], check=True)


def write(text):
    """Types a text."""
    subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '12', text], check=True)


def picture(path):
    """Takes a picture of the whole screen."""
    subprocess.run(['import', '-window', 'root', path], check=True)


def everything(accessible, into=lambda found: True):
    """Yields what is in an accessible, and it itself, in reading order."""
    yield accessible
    if not into(accessible):
        return
    for i in range(accessible.get_child_count()):
        try:
            child = accessible.get_child_at_index(i)
            if child is not None:
                yield from everything(child, into)
        except GLib.Error:
            pass


def is_focused(accessible):
    return accessible.get_state_set().contains(Atspi.StateType.FOCUSED)


def role(accessible):
    return accessible.get_role_name()


class Program:
    """A program that is running, by the name it has on the accessibility bus."""

    def __init__(self, name):
        self.name = name
        self.process = None

    def start(self, command, seconds=40, **env):
        self.process = subprocess.Popen(command, env={**os.environ, **env}, start_new_session=True)
        self.wait_for_window(seconds=seconds)
        return self

    def get(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_name() == self.name:
                # Nothing runs a main loop here that would keep the cache up to date.
                application.set_cache_mask(Atspi.Cache.NONE)
                return application
        return None

    def windows(self):
        application = self.get()
        if application is None:
            return []
        found = [application.get_child_at_index(i) for i in range(application.get_child_count())]
        return [window for window in found if window is not None]

    def wait_for_window(self, title='', seconds=20):
        def find():
            for window in self.windows():
                if title in (window.get_name() or ''):
                    return window
            return None
        return wait_for(f'a window “{title}” of {self.name}', find, seconds)

    def everything(self):
        for window in self.windows():
            yield from everything(window)

    def find(self, name, role_name=None):
        for accessible in self.everything():
            if (accessible.get_name() or '').startswith(name) and role_name in (None, role(accessible)):
                return accessible
        return None

    def wait_for(self, name, role_name=None, seconds=20):
        return wait_for(f'“{name}” ({role_name or "anything"}) in {self.name}',
                        lambda: self.find(name, role_name), seconds)

    def focus(self):
        """Returns what has the focus."""
        for accessible in self.everything():
            if is_focused(accessible):
                return accessible
        return None

    def end(self):
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
