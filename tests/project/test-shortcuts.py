#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of shortcuts is complete: every accelerator of the program, every key of the canvas and every key that stands
beside an entry of a menu is in it; and no key means two things."""

import os
import re
import sys

from tap import Tap

root = sys.argv[1]
tap = Tap()

# What every person and every toolkit takes for granted.
GRANTED = {'BackSpace', 'F2', 'equal', 'KP_Enter', 'ISO_Enter'}


def read(*path):
    with open(os.path.join(root, *path), encoding='utf-8') as file:
        return file.read()


# { N_("New touchpoint"), "t", NULL }, or { N_("Open"), NULL, "win.open" }, or with neither of them the title of a group
shown = re.findall(r'^  \{ N_\("([^"]*)"\), (?:NULL|"([^"]+)"), (?:NULL|"([^"]+)") \},', read('src', 'app', 'jm-shortcuts.c'), re.M)
actions, keys, titles = set(), set(), []
for title, accelerators, action in shown:
    titles.append(title)
    if action:
        actions.add(action)
    for accelerator in accelerators.split():
        if '...' in accelerator:
            prefix, first, last = re.fullmatch(r'(.*?)(\d)\.\.\.(\d)', accelerator).groups()
            keys.update(prefix + str(n) for n in range(int(first), int(last) + 1))
        else:
            keys.add(accelerator)

# The table of accelerators, such as { "win.find", { "<Control>f" } }
table = re.search(r'accelerators\[\] = \{(.*?)\n\};', read('src', 'app', 'jm-application.c'), re.S).group(1)
bound = {action: re.findall(r'"([^"]+)"', accels) for action, accels in re.findall(r'\{ "([^"]+)", \{([^}]*)\} \}', table)}

tap.check('the table of accelerators is read', [] if len(bound) > 20 else [f'only {len(bound)} actions'])
tap.check('every accelerator is shown',
          [f'{action} ({accels[0]}) is not in jm-shortcuts.c' for action, accels in bound.items()
           if action not in actions and accels[0] not in keys])
tap.check('every action that is shown has an accelerator',
          [f'{action} is in jm-shortcuts.c, but has no accelerator' for action in sorted(actions - set(bound))])

every = [accel for accels in bound.values() for accel in accels]
tap.check('no accelerator is bound twice', sorted({accel for accel in every if every.count(accel) > 1}))

# case GDK_KEY_…: in the function for each modifier
source = read('src', 'canvas', 'jm-canvas-keys.c')
pressed = []
for function, modifier in ('press_plain', ''), ('press_with_alt', '<Alt>'), ('press_with_control', '<Control>'):
    body = re.search(r'^' + function + r' \(.*?^}', source, re.S | re.M).group(0)
    for name in re.findall(r'case GDK_KEY_(\w+):', body):
        if name not in GRANTED and not (name.startswith('KP_')):
            pressed.append(modifier + name)
tap.check('the keys of the canvas are read', [] if len(pressed) > 20 else [f'only {len(pressed)} keys'])
tap.check('every key of the canvas is shown', [f'{key} is not in jm-shortcuts.c' for key in pressed
                                               if key not in keys and key not in
                                               {a for action in actions for a in bound.get(action, [])}])
tap.check('no key of the canvas is an accelerator of the window', [key for key in pressed if key in every])

# { N_("…"), "canvas.…", "<Alt>Left" } and append (menu, …, "canvas.…", "p")
menus = read('src', 'canvas', 'jm-menu-model.c')
beside = set(re.findall(r'"canvas\.[^"]*", "([^"]+)"(?: \}|\))', menus))
tap.check('the keys beside the entries of menus are read', [] if len(beside) > 15 else [f'only {sorted(beside)}'])
tap.check('every key beside an entry of a menu is one that does something',
          sorted(beside - set(pressed) - set(every) - {'Return'}))

tap.check('no shortcut is without a title', [] if len(titles) > 50 and all(titles) else ['one has none'])
tap.end()
