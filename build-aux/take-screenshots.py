#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the program on the display it is started on, and takes a picture of each state worth showing.

    take-screenshots.py PROGRAM EXAMPLES FOLDER

Called by screenshots.
"""
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tests', 'a11y'))
from desk import Program, keys, picture, wait_for  # noqa: E402

program_path, examples, folder = sys.argv[1:4]


def settle(path):
    """Takes pictures until two in a row are alike: everything that moves has come to rest."""
    def is_still():
        before = open(path, 'rb').read() if os.path.exists(path) else None
        time.sleep(0.4)
        picture(path)
        return before == open(path, 'rb').read()
    wait_for('the window to come to rest', is_still, 30)


def show(name, arguments, title, awaited, pressed=(), gone=None, **env):
    # Each without the windows of the one before, which would come back.
    program = Program('journeymap').start([program_path, *arguments], XDG_STATE_HOME=os.path.join(folder, 'state', name), **env)
    try:
        program.wait_for_window(title)
        program.wait_for(awaited)
        subprocess.run(['xdotool', 'mousemove', '20', '700'], check=True)
        time.sleep(0.5)
        for key in pressed:
            keys(key)
            time.sleep(0.2)
        # The frame of the keyboard goes by itself.
        time.sleep(4 if pressed else 0)
        if gone:
            wait_for(f'“{gone}” to go', lambda: program.find(gone) is None, 30)
        settle(os.path.join(folder, f'{name}.png'))
    finally:
        program.end()
        wait_for('the program to end', lambda: program.get() is None)


# The example as it is opened, then the touchpoint where the journey is at its lowest.
lowest = ('Right',) * 7
show('start', [], 'JourneyMap', 'Which journey')
show('window', [f'{examples}/ikea.en.cjm'], 'IKEA', 'Touchpoint, Forgot', (*lowest, 'ctrl+9'))
show('dark', [f'{examples}/airline.en.cjm'], 'Lisbon', 'Touchpoint', ('F9', 'ctrl+9'), ADW_DEBUG_COLOR_SCHEME='prefer-dark')
show('present', [f'{examples}/two-devices.en.cjm'], 'phone', 'Touchpoint', ('F5',), gone='Arrows go')
