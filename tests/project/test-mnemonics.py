#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""In each menu of the window, in each language, a letter that is underlined leads to one entry."""

import gettext
import io
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from tap import Tap

root = sys.argv[1]
tap = Tap()


def label(element):
    return next((a.text for a in element.findall('attribute') if a.get('name') == 'label'), None)


def menus(menu, name):
    """The menus in one, each with the labels that are seen together: sections stand in the menu they divide."""
    labels, below = [], []

    def gather(element):
        for child in element:
            if child.tag == 'section':
                gather(child)
            elif child.tag in ('item', 'submenu') and label(child):
                labels.append(label(child))
                if child.tag == 'submenu':
                    below.extend(menus(child, label(child)))

    gather(menu)
    return [(name, labels)] + below


def clashes(found, translate):
    problems = []
    for name, labels in found:
        letters = {}
        for text in map(translate, labels):
            at = text.find('_')
            letters.setdefault(text[at + 1].lower() if 0 <= at < len(text) - 1 else None, []).append(text)
        problems += [f'{name}: “{letter}” leads to {", ".join(texts)}' if letter else f'{name}: no letter in {", ".join(texts)}'
                     for letter, texts in letters.items() if len(texts) > 1 or letter is None]
    return problems


interface = ElementTree.parse(os.path.join(root, 'src', 'app', 'jm-window.ui')).getroot()
found = [entry for menu in interface.iter('menu') for entry in menus(menu, menu.get('id'))]
tap.check('the menus are read', [] if len(found) > 3 else [f'only {len(found)} menus'])
tap.check('en', clashes(found, str))
with open(os.path.join(root, 'po', 'LINGUAS'), encoding='utf-8') as file:
    languages = [word for line in file if not line.startswith('#') for word in line.split()]
for language in languages:
    compiled = subprocess.run(['msgfmt', '-o', '-', os.path.join(root, 'po', language + '.po')],
                              check=True, capture_output=True).stdout
    tap.check(language, clashes(found, gettext.GNUTranslations(io.BytesIO(compiled)).gettext))
tap.end()
