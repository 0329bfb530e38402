#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From exec to the first frame with the example, in milliseconds: the median of nine, after one that warms up.

The window is on the screen when X says that it is mapped and its picture has left the background behind.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

EXAMPLE = os.path.join(os.environ['JM_DATADIR'], 'examples', 'ikea.en.cjm')


def start_once():
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, XDG_DATA_HOME=folder, XDG_CONFIG_HOME=folder, JOURNEYMAP_TELL_FIRST_FRAME='1')
        begin = time.monotonic()
        process = subprocess.Popen([os.environ['JOURNEYMAP'], EXAMPLE], env=environment, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True)
        line = process.stdout.readline()
        elapsed = (time.monotonic() - begin) * 1000
        process.terminate()
        process.wait()
        if not line.startswith('first frame'):
            sys.exit('the editor ended before its first frame')
        return elapsed


start_once()
times = [start_once() for _ in range(9)]
print('exec to first frame with the example: median %.0f ms, best %.0f ms, worst %.0f ms'
      % (statistics.median(times), min(times), max(times)))
