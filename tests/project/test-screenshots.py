#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The screenshots of the metainfo are there, as large as it says, of the kind it says, and small enough for a repository.

    test-screenshots.py SOURCE-ROOT

build-aux/screenshots takes them.
"""
import os
import re
import struct
import subprocess
import shutil
import sys
import xml.etree.ElementTree as ET

from tap import Tap

APP = 'com.example.JourneyMap'
MOST = 250 * 1024


def size_of(path):
    with open(path, 'rb') as file:
        head = file.read(24)
    return struct.unpack('>II', head[16:24]) if head[:8] == b'\x89PNG\r\n\x1a\n' else None


def brightness_of(path):
    return float(subprocess.run(['convert', path, '-colorspace', 'Gray', '-format', '%[fx:mean]', 'info:'],
                                capture_output=True, text=True, check=True).stdout)


def problems_of(screenshot, folder):
    image = screenshot.find('image')
    name = os.path.basename(image.text)
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        yield f'{name} is missing'
        return
    said = (int(image.get('width')), int(image.get('height')))
    if size_of(path) != said:
        yield f'{name} is {size_of(path)}, the metainfo says {said}'
    if os.path.getsize(path) > MOST:
        yield f'{name} has {os.path.getsize(path)} bytes'
    if shutil.which('convert'):
        is_dark = brightness_of(path) < 0.5
        if is_dark != screenshot.get('environment').endswith(':dark') or is_dark != ('dark' in screenshot.findtext('caption')):
            yield f'{name}: the picture, the environment and the caption do not say the same of its style'


def main():
    root = sys.argv[1]
    folder = os.path.join(root, 'data', 'screenshots')
    tap = Tap()
    metainfo = ET.parse(os.path.join(root, 'data', f'{APP}.metainfo.xml.in')).getroot()
    screenshots = metainfo.findall('screenshots/screenshot')
    named = {os.path.basename(screenshot.findtext('image')) for screenshot in screenshots}
    with open(os.path.join(root, 'README.md'), encoding='utf-8') as file:
        shown = set(re.findall(r'data/screenshots/([\w.-]+)', file.read()))
    with open(os.path.join(root, 'build-aux', 'take-screenshots.py'), encoding='utf-8') as file:
        taken = {f'{name}.png' for name in re.findall(r"^show\('([\w-]+)'", file.read(), re.MULTILINE)}

    tap.check('each is as the metainfo says', [problem for one in screenshots for problem in problems_of(one, folder)])
    tap.check('one is the default', [] if [one.get('type') for one in screenshots].count('default') == 1 else ['not one'])
    tap.check('the script takes what is shown, and nothing else',
              sorted(taken ^ (named | shown)) + sorted(set(os.listdir(folder)) ^ taken))
    tap.end()


main()
