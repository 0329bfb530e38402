# SPDX-License-Identifier: GPL-3.0-or-later
"""Fingers on a touch screen, and a pen: real devices of the display, which are told over a socket what a person does.

The display is Xorg, with the driver that it has for tests (inputtest(4)); tests/on-display starts it.
"""

import os
import socket
import struct

# From xf86-input-inputtest-protocol.h.
VERSION, SYNC, MOTION, PROXIMITY, BUTTON, TOUCH = 0, 1, 2, 3, 4, 6
VALUATORS = 64
# From XI2.h.
BEGIN, UPDATE, END = 18, 19, 20
FULL = 0xffff


def valuators(values):
    # As the compiler lays it out: numbers of eight bytes stand at multiples of eight.
    numbers = [0.0] * VALUATORS
    mask = 0
    for axis, value in values.items():
        numbers[axis] = float(value)
        mask |= 1 << axis
    return struct.pack('=I8s4x', 0, mask.to_bytes(8, 'little')) + struct.pack('=128d', *numbers, *numbers)


class Device:
    def __init__(self, variable):
        width, height = os.environ.get('JM_DISPLAY_SIZE', '1280x900').split('x')
        self.size = int(width), int(height)
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(20)
        self.socket.connect(os.environ[variable])
        self.send(VERSION, struct.pack('=HH', 1, 1))
        self.socket.recv(64)

    def send(self, kind, content):
        self.socket.sendall(struct.pack('=II', 8 + len(content), kind) + content)

    def sync(self):
        """Returns when the display has passed all on."""
        self.send(SYNC, b'')
        self.socket.recv(64)

    def place(self, x, y):
        # The middle of the pixel.
        return {0: (x + 0.5) * (FULL + 1) / self.size[0], 1: (y + 0.5) * (FULL + 1) / self.size[1]}

    def leave(self):
        self.socket.close()


class Fingers(Device):
    """Several fingers; each is known by a number while it is down."""

    def __init__(self):
        super().__init__('JM_FINGERS')
        self.down = {}

    def touch(self, finger, kind, x, y):
        self.send(TOUCH, struct.pack('=II', finger, kind) + valuators({**self.place(x, y), 4: 800}))
        self.sync()

    def put(self, x, y, finger=1):
        self.down[finger] = (x, y)
        self.touch(finger, BEGIN, x, y)

    def move(self, x, y, finger=1):
        self.down[finger] = (x, y)
        self.touch(finger, UPDATE, x, y)

    def lift(self, finger=1):
        self.touch(finger, END, *self.down.pop(finger))

    def tap(self, x, y, times=1):
        for _ in range(times):
            self.put(x, y)
            self.lift()

    def lift_all(self):
        for finger in list(self.down):
            self.lift(finger)


class Pen(Device):
    def __init__(self):
        super().__init__('JM_PEN')
        self.at = 0, 0

    def near(self, is_near=True):
        self.send(PROXIMITY, struct.pack('=I4x', is_near) + valuators(self.place(*self.at)))
        self.sync()

    def move(self, x, y, pressure=0):
        self.at = x, y
        self.send(MOTION, struct.pack('=I4x', 1) + valuators({**self.place(x, y), 4: pressure}))
        self.sync()

    def button(self, is_down, pressure, number=1):
        self.send(BUTTON, struct.pack('=iiI4x', 1, number, is_down) + valuators({**self.place(*self.at), 4: pressure}))
        self.sync()

    def press(self, pressure=500, number=1):
        self.button(1, pressure, number)

    def release(self, number=1):
        self.button(0, 0, number)
