#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From exec to the first frame with the example, in milliseconds: the median of nine, after one that warms up.

Seen from outside: the time until the screen is no longer black where the map is. The accessibility bus and the portals are
running by then, as they are on a desktop.
"""

import ctypes
import os
import statistics
import subprocess
import sys
import tempfile
import time

EXAMPLE = os.path.join(os.environ['JM_DATADIR'], 'examples', 'ikea.en.cjm')
PLACE = (300, 400)  # on the canvas, of a window in the corner of the screen
PATIENCE = 20

x11 = ctypes.CDLL('libX11.so.6')
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
                          ctypes.c_ulong, ctypes.c_int]
x11.XGetImage.restype = ctypes.c_void_p
x11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
x11.XGetPixel.restype = ctypes.c_ulong
x11.XDestroyImage.argtypes = [ctypes.c_void_p]

display = x11.XOpenDisplay(None)
root = x11.XDefaultRootWindow(display)


def is_black():
    image = x11.XGetImage(display, root, *PLACE, 1, 1, 0xffffffff, 2)
    black = x11.XGetPixel(image, 0, 0) & 0xffffff == 0
    x11.XDestroyImage(image)
    return black


def wait_until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            sys.exit('waited in vain for ' + what)
        time.sleep(0.0005)


def start_once():
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder)
        wait_until(is_black, 'an empty screen')
        begin = time.monotonic()
        process = subprocess.Popen([os.environ['JOURNEYMAP'], EXAMPLE], env=environment, stderr=subprocess.DEVNULL)
        wait_until(lambda: not is_black(), 'the first frame')
        elapsed = (time.monotonic() - begin) * 1000
        process.terminate()
        process.wait()
        return elapsed


start_once()
times = [start_once() for _ in range(9)]
print('exec to first frame with the example: median %.0f ms, best %.0f ms, worst %.0f ms'
      % (statistics.median(times), min(times), max(times)))
