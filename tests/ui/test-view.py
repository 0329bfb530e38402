#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking: what is selected fills the view, and a map opens again where it was left."""

import os
import re

from editor import DATA, Editor, run, wait_for

EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')

editor = None
left = None


def zoom():
    """How much the map is magnified, as the button tells."""
    for node in editor.everything():
        if node.get_role_name() == 'push button' and re.fullmatch(r'\d+ %', node.get_name() or ''):
            return int(node.get_name().split()[0])
    return None


def open_the_map():
    """the map is seen in a window"""
    global editor
    editor = Editor(EXAMPLE, name='view')
    editor.find('^Touchpoint, Kar vergeten, phase Magazijn, 2 of 3')
    wait_for(zoom, 'the zoom')


def fit_the_selection():
    """Ctrl+8 brings what is selected into view, larger than the whole map"""
    whole = zoom()
    editor.click(editor.find('^Touchpoint, Kar vergeten'))
    editor.key('ctrl+8')
    wait_for(lambda: zoom() > whole, 'a larger map')
    canvas = editor.find('^Map$')

    def is_in_the_middle():
        x, y, width, height = editor.box(canvas)
        at = editor.middle(editor.look('^Touchpoint, Kar vergeten'))
        return x + width / 4 < at[0] < x + width * 3 / 4 and y < at[1] < y + height * 3 / 4

    wait_for(is_in_the_middle, 'the touchpoint in the middle')
    editor.screenshot('view-1-selection')


def fit_several():
    """several that are selected are all in view"""
    editor.key('ctrl+a', 'ctrl+8')
    x, y, width, height = editor.box(editor.find('^Map$'))

    def all_in_view():
        nodes = [node for node in editor.everything() if (node.get_name() or '').startswith('Touchpoint, ')]
        boxes = [editor.box(node) for node in nodes]
        return len(boxes) == 10 and all(x <= box[0] and box[0] + box[2] <= x + width for box in boxes)

    wait_for(all_in_view, 'all ten touchpoints')


def leave():
    """the window is closed, with a part of the map in view that is not its beginning"""
    global left
    editor.click(editor.find('^Touchpoint, Kar vergeten'))
    editor.key('ctrl+8')
    wait_for(lambda: zoom() == 150, 'one and a half times the size on paper')
    node = editor.find_at_rest('^Touchpoint, Kar vergeten')
    left = zoom(), editor.box(node)
    editor.key('ctrl+w')
    wait_for(lambda: editor.process.poll() is not None, 'the end of the editor')


def come_back():
    """opened again, the map is where it was"""
    global editor
    editor = Editor(*editor.files, name='view-again', folder=editor.folder)
    wait_for(lambda: zoom() == left[0], 'the same zoom')
    node = editor.find_at_rest('^Touchpoint, Kar vergeten')
    assert all(abs(a - b) <= 2 for a, b in zip(editor.box(node), left[1])), (editor.box(node), left[1])
    editor.screenshot('view-2-again')


def changed_meanwhile():
    """a map that has become small since is seen, and not the empty place where a part of it was"""
    global editor
    editor.key('ctrl+w')
    wait_for(lambda: editor.process.poll() is not None, 'the end of the editor')
    with open(editor.files[0], 'w') as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                   '<journey-map xmlns="https://example.com/ns/cjm/1" version="1.0" xml:lang="nl" kind="current-state">'
                   '<title>Klein</title><lane id="steps" kind="touchpoints"/>'
                   '<phase id="p"><title>Fase</title><touchpoint id="t"><title>Alleen</title></touchpoint></phase>'
                   '</journey-map>')
    editor = Editor(*editor.files, name='view-changed', folder=editor.folder)
    node = editor.find_at_rest('^Touchpoint, Alleen')
    canvas = editor.box(editor.find('^Map$'))
    assert canvas[0] + 60 < editor.box(node)[0] < canvas[0] + canvas[2] / 2, (editor.box(node), canvas)
    editor.screenshot('view-3-changed')


def not_in_the_map():
    """the map itself says nothing of it"""
    with open(editor.files[0]) as file:
        assert 'zoom' not in file.read()
    editor.close()


run([open_the_map, fit_the_selection, fit_several, leave, come_back, changed_meanwhile, not_in_the_map])
