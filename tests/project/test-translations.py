#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word for people can be translated, and is.

    test-translations.py SOURCE-ROOT

po/POTFILES.in lists each file with words in it; each language of po/LINGUAS has every message of the source as
it is now, nothing untranslated and nothing fuzzy. Works in a temporary folder and changes nothing in the tree.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

from tap import Tap

# As meson's preset "glib" has it, which makes journeymap.pot.
XGETTEXT = [
    'xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
    '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
]

COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
MARKED_C = re.compile(r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|ngettext|gettext|g_dgettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
MARKED_XML = re.compile(r'translatable\s*=\s*["\'](?:yes|true)["\']')


def without_comments(text):
    return COMMENT_OR_STRING.sub(lambda m: '""' if m[0][0] == '"' else '' if m[0][0] == '/' else m[0], text)


def has_words(path):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    if path.endswith(('.c', '.h')):
        return bool(MARKED_C.search(without_comments(text)))
    if path.endswith(('.ui', '.xml', '.blp')):
        return bool(MARKED_XML.search(text))
    return path.endswith(('.desktop.in', '.metainfo.xml.in', '-mime.xml.in'))


def files_with_words(root):
    for top in ('src', 'data'):
        for folder, _, names in os.walk(os.path.join(root, top)):
            for name in names:
                path = os.path.join(folder, name)
                if name.endswith(('.c', '.h', '.ui', '.xml', '.blp', '.in')) and has_words(path):
                    yield os.path.relpath(path, root)


def lines_of(path):
    with open(path, encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and not line.startswith('#')]


def problems_of_list(root, listed):
    words = set(files_with_words(root))
    for path in sorted(words - set(listed)):
        yield f'{path} has words for people: add it to po/POTFILES.in'
    for path in listed:
        if not os.path.exists(os.path.join(root, path)):
            yield f'po/POTFILES.in names {path}, which does not exist'
        elif path not in words:
            yield f'po/POTFILES.in names {path}, which has no words for people'
    for path in sorted({path for path in listed if listed.count(path) > 1}):
        yield f'po/POTFILES.in names {path} twice'
    if listed != sorted(listed):
        yield 'po/POTFILES.in is not in alphabetical order'


def problems_of_language(root, listed, language):
    catalogue = os.path.join(root, 'po', f'{language}.po')
    with tempfile.TemporaryDirectory() as folder:
        pot, merged = os.path.join(folder, 'new.pot'), os.path.join(folder, 'merged.po')
        present = [path for path in listed if os.path.exists(os.path.join(root, path))]
        subprocess.run([*XGETTEXT, '-o', pot, *present], cwd=root, check=True)
        subprocess.run(['msgmerge', '--quiet', '-o', merged, catalogue, pot], check=True)
        for attribute in ('untranslated', 'only-fuzzy'):
            left = subprocess.run(['msgattrib', f'--{attribute}', '--no-obsolete', merged],
                                  check=True, capture_output=True, text=True).stdout
            messages = re.findall(r'^((?:#:[^\n]*\n)*)(?:#[^\n]*\n)*(?:msgctxt[^\n]*\n(?:"[^\n]*\n)*)?(msgid (?:"[^\n]*\n)+)',
                                  left, re.MULTILINE)
            for where, message in messages:
                if message.strip() != 'msgid ""':
                    yield f'{attribute}: {" ".join(message.split())} {" ".join(where.split())}'
        checked = subprocess.run(['msgfmt', '--check', '-o', os.devnull, merged], capture_output=True, text=True)
        if checked.returncode != 0:
            yield from checked.stderr.splitlines()


def main():
    root = sys.argv[1]
    tap = Tap()
    listed = lines_of(os.path.join(root, 'po', 'POTFILES.in'))
    tap.check('POTFILES.in lists the files with words', problems_of_list(root, listed))
    for language in lines_of(os.path.join(root, 'po', 'LINGUAS')):
        if shutil.which('xgettext'):
            tap.check(f'{language} is complete', problems_of_language(root, listed, language))
        else:
            tap.skip(f'{language} is complete', 'no xgettext here')
    tap.end()


os.environ['LC_ALL'] = 'C.UTF-8'
main()
