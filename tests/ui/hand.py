# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand that is as quick as the display: keys and pointer through XTEST, without a process for each event.

It speaks to libX11 and libXtst directly; xdotool, which the other tests use, is made of the same two.
"""

import ctypes
import ctypes.util


def load(name):
    return ctypes.CDLL(ctypes.util.find_library(name) or 'lib%s.so.6' % name)


class Hand:
    def __init__(self):
        self.x11, self.xtst = load('X11'), load('Xtst')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
        self.x11.XStringToKeysym.restype = ctypes.c_ulong
        self.x11.XStringToKeysym.argtypes = [ctypes.c_char_p]
        self.x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        self.x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        self.x11.XSetInputFocus.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_ulong]
        self.x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self.xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self.xtst.XTestFakeButtonEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self.xtst.XTestFakeMotionEvent.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int,
                                                   ctypes.c_ulong]
        self.display = self.x11.XOpenDisplay(None)
        if not self.display:
            raise RuntimeError('no display')
        self.held = []
        self.buttons = set()

    def code(self, name):
        code = self.x11.XKeysymToKeycode(self.display, self.x11.XStringToKeysym(name.encode()))
        if not code:
            raise ValueError('no key for ' + name)
        return code

    def sync(self):
        """Returns when the display has taken all."""
        self.x11.XSync(self.display, 0)

    # Keys

    def hold(self, name):
        self.xtst.XTestFakeKeyEvent(self.display, self.code(name), 1, 0)
        self.held.append(name)

    def let_go(self, name):
        self.xtst.XTestFakeKeyEvent(self.display, self.code(name), 0, 0)
        if name in self.held:
            self.held.remove(name)

    def key(self, combination):
        """Presses keys as xdotool names them, such as 'ctrl+shift+z'."""
        names = {'ctrl': 'Control_L', 'shift': 'Shift_L', 'alt': 'Alt_L'}
        *modifiers, name = combination.split('+')
        for modifier in modifiers:
            self.hold(names[modifier])
        self.hold(name)
        self.let_go(name)
        for modifier in reversed(modifiers):
            self.let_go(names[modifier])
        self.sync()

    def focus(self, window):
        """Gives a window the keyboard, as a window manager does when what stood before it is closed."""
        self.x11.XSetInputFocus(self.display, int(window), 1, 0)
        self.sync()

    # Pointer

    def move(self, x, y):
        self.xtst.XTestFakeMotionEvent(self.display, -1, int(x), int(y), 0)
        self.sync()

    def press(self, button=1):
        self.xtst.XTestFakeButtonEvent(self.display, button, 1, 0)
        self.buttons.add(button)
        self.sync()

    def release(self, button=1):
        self.xtst.XTestFakeButtonEvent(self.display, button, 0, 0)
        self.buttons.discard(button)
        self.sync()

    def click(self, button=1, times=1):
        for _ in range(times):
            self.press(button)
            self.release(button)

    def open(self):
        """Lets go of all that is held."""
        for name in list(self.held):
            self.let_go(name)
        for button in list(self.buttons):
            self.release(button)
        self.sync()

    def leave(self):
        self.open()
        self.x11.XCloseDisplay(self.display)
