#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What meson install puts where, as a distribution would have it; the man pages and the completion know every command.

    test-install.py SOURCE-ROOT BUILD-FOLDER EDITOR

EDITOR is true or false: whether the editor is built. Installs into a temporary folder.
"""
import configparser
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile

from tap import Tap

APP = 'com.example.JourneyMap'

ALWAYS = [
    'bin/cjm',
    'share/bash-completion/completions/cjm',
    'share/journeymap/examples/ikea.en.cjm',
    'share/journeymap/schema/journey-map.rng',
    'share/journeymap/templates/empty.nl.cjm',
    f'share/licenses/{APP}/LICENSE',
    'share/locale/nl/LC_MESSAGES/journeymap.mo',
    'share/man/man1/cjm.1',
    'share/zsh/site-functions/_cjm',
]
WITH_EDITOR = [
    'bin/journeymap',
    f'share/applications/{APP}.desktop',
    f'share/dbus-1/services/{APP}.service',
    f'share/glib-2.0/schemas/{APP}.gschema.xml',
    f'share/icons/hicolor/scalable/apps/{APP}.svg',
    f'share/icons/hicolor/scalable/mimetypes/{APP}-document.svg',
    f'share/icons/hicolor/symbolic/apps/{APP}-symbolic.svg',
    'share/man/man1/journeymap.1',
    f'share/metainfo/{APP}.metainfo.xml',
    f'share/mime/packages/{APP}-mime.xml',
    f'share/thumbnailers/{APP}.thumbnailer',
]
# Folders of which everything is ours; elsewhere only the files above.
OURS = ('share/journeymap/', 'share/locale/')


def files_in(top):
    return [os.path.relpath(os.path.join(folder, name), top) for folder, _, names in os.walk(top) for name in names]


def problems_of_layout(installed, expected):
    found = {re.sub(r'\.1\.gz$', '.1', path) for path in files_in(installed)}
    yield from (f'{path} is not installed' for path in expected if path not in found)
    yield from (f'{path} is installed, and no one expects it' for path in sorted(found - set(expected))
                if not path.startswith(OURS))


def problems_of_modes(installed):
    for path in files_in(installed):
        mode = stat.S_IMODE(os.stat(os.path.join(installed, path)).st_mode)
        wanted = 0o755 if path.startswith('bin/') else 0o644
        if mode != wanted:
            yield f'{path} has the mode {mode:o}, not {wanted:o}'


def problems_of_places(installed, prefix, *places):
    """A text that names the folder it was built in is wrong everywhere else. The prefix it is meant for may be named, and
    lies inside that folder when it is built to be run from there."""
    for path in files_in(installed):
        if path.startswith('bin/') or path.endswith('.mo'):
            continue
        with open(os.path.join(installed, path), encoding='utf-8') as file:
            text = file.read().replace(prefix + '/', '')
        yield from (f'{path} names {place}' for place in places if place in text)


def entries_of(path):
    entries = configparser.ConfigParser(interpolation=None, strict=False)
    entries.optionxform = str
    entries.read(path)
    return entries


def problems_of_desktop(installed, prefix):
    entry = entries_of(f'{installed}/share/applications/{APP}.desktop')
    service = entries_of(f'{installed}/share/dbus-1/services/{APP}.service')['D-BUS Service']
    thumbnailer = entries_of(f'{installed}/share/thumbnailers/{APP}.thumbnailer')['Thumbnailer Entry']

    for name in ('Desktop Entry', 'Desktop Action new'):
        program = entry[name]['Exec'].split()[0]
        if not os.path.exists(f'{installed}/bin/{program}'):
            yield f'[{name}] calls {program}'
    if service['Name'] != APP or service['Exec'] != f'{prefix}/bin/journeymap --gapplication-service':
        yield f'the service calls {service["Exec"]} for {service["Name"]}'
    if thumbnailer['MimeType'] != entry['Desktop Entry']['MimeType']:
        yield f'thumbnails are for {thumbnailer["MimeType"]}'
    if 'Name[nl]' not in entry['Desktop Action new']:
        yield 'the entry is not translated'


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def commands_of(cjm):
    return re.findall(r'^  ([a-z]+)  ', run(cjm, '--help').split('Commands:')[1], re.MULTILINE)


def options_of(cjm, command):
    return re.findall(r'^ .*?(--[a-z-]+)', run(cjm, command, '--help'), re.MULTILINE)


def problems_of_manual(text, cjm):
    text = text.replace('\\-', '-')
    for command in commands_of(cjm):
        if not re.search(rf'^\.B cjm {command}$', text, re.MULTILINE):
            yield f'no synopsis of cjm {command}'
        if not re.search(rf'^\.TP\n\.B {command}$', text, re.MULTILINE):
            yield f'not a word about cjm {command}'
        yield from (f'not a word about {option} of cjm {command}' for option in options_of(cjm, command)
                    if option not in text)
    for ending in re.findall(r'\.[a-z]{3,4}\b', run(cjm, 'export', '--help').split('OUT ends')[1]):
        if ending not in text:
            yield f'not a word about {ending}'


def problems_of_form(path):
    # A width of paper at which no line is broken badly.
    result = subprocess.run(['groff', '-man', '-Tutf8', '-ww', '-rLL=100n', '-z', path], capture_output=True, text=True)
    return result.stderr.splitlines()


def completions(script, bin_folder, *words):
    """What bash offers for the last of the words."""
    line = ' '.join(f"'{word}'" for word in ('cjm', *words))
    return run('bash', '--norc', '-c', f'''
        PATH={bin_folder}:$PATH; . {script}
        COMP_WORDS=({line}); COMP_CWORD={len(words)}; _cjm 2>/dev/null; printf '%s\\n' "${{COMPREPLY[@]}}"''').split()


def problems_of_completion(script, cjm):
    folder = os.path.dirname(cjm)
    for words, expected in (
            (['exp'], {'export'}),
            ([''], {*commands_of(cjm), '--help', '--version'}),
            (['export', '--out'], {'--output', '--outlines'}),
            (['export', '--style', 'd'], {'dark'}),
            (['export', '--style', '=', 'p'], {'print'}),
            (['new', 'customer'], {'customer-journey-5'})):
        found = set(completions(script, folder, *words))
        if found != expected:
            yield f'after “{" ".join(words)}” it offers {sorted(found)}'


def main():
    root, build, editor = sys.argv[1], sys.argv[2], sys.argv[3] == 'true'
    tap = Tap()

    with open(os.path.join(build, 'meson-info', 'intro-buildoptions.json'), encoding='utf-8') as file:
        prefix = next(option['value'] for option in json.load(file) if option['name'] == 'prefix')

    with tempfile.TemporaryDirectory() as folder:
        meson = shutil.which('meson') or 'meson'
        subprocess.run([meson, 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', folder], check=True,
                       stdout=subprocess.DEVNULL)
        installed = folder + prefix
        cjm = f'{installed}/bin/cjm'

        tap.check('everything is under the prefix', [path for path in files_in(folder)
                                                    if not os.path.join(folder, path).startswith(installed + '/')])
        tap.check('everything is where distributions have it',
                  problems_of_layout(installed, ALWAYS + (WITH_EDITOR if editor else [])))
        tap.check('programs can be run, and all else only be read', problems_of_modes(installed))
        tap.check('nothing names the place it was built in', problems_of_places(installed, prefix, root, build, folder))
        if editor:
            tap.check('desktop, bus and file managers find the programs', problems_of_desktop(installed, prefix))

        with open(os.path.join(root, 'data', 'man', 'cjm.1'), encoding='utf-8') as file:
            tap.check('the manual knows every command and option of cjm', problems_of_manual(file.read(), cjm))
        for name in ('cjm', 'journeymap'):
            if shutil.which('groff'):
                tap.check(f'{name}(1) is well-formed', problems_of_form(os.path.join(root, 'data', 'man', f'{name}.1')))
            else:
                tap.skip(f'{name}(1) is well-formed', 'no groff here')
        if shutil.which('bash'):
            tap.check('bash completes what cjm knows',
                      problems_of_completion(os.path.join(root, 'data', 'completions', 'cjm'), cjm))
        else:
            tap.skip('bash completes what cjm knows', 'no bash here')

    tap.end()


main()
