#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which layer may include what: reads every #include of src/.

    test-layers.py SOURCE-ROOT

A layer sees the layers named here and no others; a library comes in at one place only. meson's dependencies
stop most of this when linking, but a header with inline functions or plain structs would slip through.
"""
import os
import re
import sys
import tempfile

from tap import Tap

LAYERS = {
    'model': [],
    'format': ['model'],
    'scene': ['model'],
    'export': ['model', 'format', 'scene'],
    'canvas': ['model', 'format', 'scene', 'export'],
    'app': ['model', 'format', 'scene', 'export', 'canvas'],
    'cli': ['model', 'format', 'scene', 'export'],
}

# The beginning of <a header>, and the layers it may come in at.
LIBRARIES = [
    (('gtk/', 'gdk/', 'gsk/'), ['canvas', 'app']),
    (('adwaita',), ['app']),
    (('libxml/',), ['format', 'export']),
    (('librsvg/',), ['export']),
    (('pango/', 'graphene'), ['scene', 'export', 'canvas', 'app']),
    (('cairo',), ['scene', 'export', 'canvas', 'app']),
    (('gio/',), ['format', 'scene', 'export', 'canvas', 'app', 'cli']),
]

# Written by meson, so not to be found in src/.
GENERATED = ['config.h']

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def problems_of_quoted(src, layer, header):
    if header in GENERATED:
        return
    parts = header.split('/')
    if '..' in parts:
        yield f'"{header}" climbs out of its folder; write it from the name of the layer'
    elif len(parts) == 1:
        if not os.path.exists(os.path.join(src, layer, header)) and not header.endswith('-resources.h'):
            yield f'"{header}" is not in src/{layer}; another layer\'s header is written with the layer\'s name'
    elif parts[0] not in LAYERS:
        yield f'"{header}" names no layer'
    elif parts[0] != layer and parts[0] not in LAYERS[layer]:
        yield f'"{header}": {layer} may not include from {parts[0]}'
    elif parts[0] != layer and header.endswith('-private.h'):
        yield f'"{header}" is private to {parts[0]}'


def problems_of_library(layer, header):
    for beginnings, layers in LIBRARIES:
        if header.startswith(beginnings) and layer not in layers:
            yield f'<{header}> may be included in {", ".join(layers)} only'


def problems_of_layer(src, layer):
    for folder, _, names in sorted(os.walk(os.path.join(src, layer))):
        for name in sorted(names):
            if not name.endswith(('.c', '.h')):
                continue
            path = os.path.join(folder, name)
            with open(path, encoding='utf-8') as file:
                text = file.read()
            for match in INCLUDE.finditer(text):
                line = text.count('\n', 0, match.start()) + 1
                quoted, library = match.groups()
                found = problems_of_quoted(src, layer, quoted) if quoted else problems_of_library(layer, library)
                for problem in found:
                    yield f'src/{os.path.relpath(path, src)}:{line}: {problem}'


# What a header begins with: its licence, what it owns, and that it is read once.
HEADER = re.compile(r'/\* SPDX-License-Identifier: [^\n]+ \*/\n/\* \S.{10,}?\*/\n#pragma once\n', re.DOTALL)


def problems_of_headers(src):
    for layer in LAYERS:
        for name in sorted(os.listdir(os.path.join(src, layer))):
            if name.endswith('.h'):
                with open(os.path.join(src, layer, name), encoding='utf-8') as file:
                    if not HEADER.match(file.read()):
                        yield f'src/{layer}/{name} does not begin with its licence, a sentence on what it owns, and #pragma once'


def problems_of_folders(src):
    for name in sorted(os.listdir(src)):
        if os.path.isdir(os.path.join(src, name)) and name not in LAYERS:
            yield f'src/{name} is no layer that this test knows'
    for layer in LAYERS:
        if not os.path.exists(os.path.join(src, layer, 'README.md')):
            yield f'src/{layer} has no README.md'


# The rules themselves, tried: one line of C in a layer, and whether it must be refused.
TRIALS = [
    ('model', '#include "jm-own.h"', False),
    ('model', '#include "config.h"', False),
    ('model', '#include <glib-object.h>', False),
    ('model', '#include "format/jm-own.h"', True),
    ('model', '#include <gio/gio.h>', True),
    ('model', '#include "../format/jm-own.h"', True),
    ('model', '#include "jm-elsewhere.h"', True),
    ('format', '#include "model/jm-own.h"', False),
    ('format', '#include <libxml/parser.h>', False),
    ('format', '#include "scene/jm-own.h"', True),
    ('scene', '  #  include <gtk/gtk.h>', True),
    ('scene', '#include <libxml/tree.h>', True),
    ('export', '#include <gdk/gdk.h>', True),
    ('export', '#include "canvas/jm-own.h"', True),
    ('canvas', '#include <gtk/gtk.h>', False),
    ('canvas', '#include <adwaita.h>', True),
    ('app', '#include "canvas/jm-own.h"', False),
    ('app', '#include "cli/jm-own.h"', True),
    ('app', '#include <libxml/tree.h>', True),
    ('app', '#include "canvas/jm-own-private.h"', True),
    ('cli', '#include "app/jm-own.h"', True),
    ('cli', '#include "utils/jm-own.h"', True),
]


def problems_of_rules():
    for layer, line, refused in TRIALS:
        with tempfile.TemporaryDirectory() as src:
            os.mkdir(os.path.join(src, layer))
            open(os.path.join(src, layer, 'jm-own.h'), 'w').close()
            with open(os.path.join(src, layer, 'jm-own.c'), 'w', encoding='utf-8') as file:
                file.write(f'/* A trial. */\n{line}\n')
            if bool(list(problems_of_layer(src, layer))) != refused:
                yield f'{line} in {layer} is {"let through" if refused else "refused"}'


def main():
    src = os.path.join(sys.argv[1], 'src')
    tap = Tap()
    tap.check('the rules refuse what they should', problems_of_rules())
    tap.check('every folder of src is a layer with a README.md', problems_of_folders(src))
    tap.check('every header says what it owns', problems_of_headers(src))
    for layer in LAYERS:
        tap.check(f'includes of {layer}', problems_of_layer(src, layer))
    tap.end()


main()
