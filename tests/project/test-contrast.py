#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every colour that style.css gives to letters can be read, on every ground they stand on, light and dark.

    test-contrast.py SOURCE-ROOT

The grounds and the colour of letters are libadwaita's. A map has its colours from JmTheme: see tests/scene/test-theme.c.
"""
import os
import re
import sys

from tap import Tap

# Window and view of libadwaita, and what it writes on them: black is let through a little.
STYLES = {
    'light': {'grounds': ['#fafafa', '#ffffff'], 'popover': '#ffffff', 'ink': ('#000000', 0.8), 'accent': '#3584e4',
              '@accent_color': '#1c71d8', '@destructive_color': '#c01c28'},
    'dark': {'grounds': ['#242424', '#1e1e1e'], 'popover': '#383838', 'ink': ('#ffffff', 1.0), 'accent': '#3584e4',
             '@accent_color': '#78aeed', '@destructive_color': '#ff7b63'},
}

# What floats above a map stands on the ground of popovers; a button there that is pressed, on its tint.
FLOATING = ('jm-tool-bar', '.view-bar', '.zoom-control')
TINT_OF_CHECKED = 0.14

# Not letters: dots, stars and signs, of which 3 : 1 is asked.
MARKS = ('.weight', '.plus', '.difference-sign')

# The tint that our own boxes have under their letters.
TINT = 0.05

ALPHA = re.compile(r'^alpha\(currentColor, ([\d.]+)\)$')
MIX = re.compile(r'^mix\((#[0-9a-f]{6}|@accent_color), (?:currentColor|@popover_fg_color), ([\d.]+)\)$')


def parse(color):
    return [int(color[i:i + 2], 16) for i in (1, 3, 5)]


def over(color, alpha, ground):
    return [c * alpha + g * (1 - alpha) for c, g in zip(color, ground)]


def luminance(color):
    parts = [c / 255 for c in color]
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    one, other = luminance(one), luminance(other)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def letters(value, style, ground):
    """The colour of letters, as it is seen on a ground; None for what is not ours to choose."""
    ink, strength = parse(style['ink'][0]), style['ink'][1]
    if value in style:
        return parse(style[value])
    if match := ALPHA.match(value):
        return over(ink, strength * float(match[1]), ground)
    if match := MIX.match(value):
        return over(parse(style.get(match[1], match[1])), 1 - float(match[2]), over(ink, strength, ground))
    if re.match('^#[0-9a-f]{6}$', value):
        return parse(value)
    return None


def grounds(selectors, style):
    """All that the letters of a rule may stand on."""
    if selectors.startswith(FLOATING):
        ground = parse(style['popover'])
        return [over(parse(style['accent']), TINT_OF_CHECKED, ground) if ':checked' in selectors else ground]
    plain = [parse(ground) for ground in style['grounds']]
    return plain + [over(parse(style['ink'][0]), TINT, ground) for ground in plain]


def rules(path):
    with open(path, encoding='utf-8') as file:
        text = re.sub(r'/\*.*?\*/', '', file.read(), flags=re.DOTALL)
    for selectors, body in re.findall(r'([^{}]+)\{([^{}]*)\}', text):
        for value in re.findall(r'(?:^|[;\s])color:\s*([^;]+);', body):
            yield ' '.join(selectors.split()), value.strip()


def main():
    tap = Tap()
    found = list(rules(os.path.join(sys.argv[1], 'src', 'app', 'style.css')))
    for name, style in STYLES.items():
        problems, lowest = [], {True: 21, False: 21}
        checked = 0
        for selectors, value in found:
            is_mark = any(selectors.endswith(mark) for mark in MARKS)
            for ground in grounds(selectors, style):
                color = letters(value, style, ground)
                if color is None:
                    continue
                checked += 1
                ratio = contrast(color, ground)
                lowest[is_mark] = min(lowest[is_mark], ratio)
                if ratio < (3 if is_mark else 4.5):
                    problems.append(f'{selectors}: {value} has {ratio:.2f} : 1 on {ground}')
        if checked < 30:
            problems.append(f'only {checked} colours were understood')
        tap.check(f'letters can be read in the {name} style', problems)
        print(f'# lowest: text {lowest[False]:.2f} : 1, marks {lowest[True]:.2f} : 1')
    tap.end()


if __name__ == '__main__':
    main()
