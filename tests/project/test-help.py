#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help says the same in every language, leads nowhere that is not there, and calls things what the program calls them.

    test-help.py SOURCE-ROOT
"""
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

from tap import Tap

# What may stand in what, as the program reads it.
WITHIN = {
    'page': {'title', 'p', 'h', 'tip', 'steps', 'points', 'keys'},
    'steps': {'step'}, 'points': {'point'}, 'keys': {'row'},
}
TEXT = {'title', 'p', 'h', 'tip', 'step', 'point', 'row'}
INLINE = {'key', 'ui', 'em', 'code', 'link'}


def problems_of_form(name, element):
    if element.tag in TEXT:
        for child in element:
            if child.tag not in INLINE or len(child):
                yield f'{name}: <{child.tag}> in <{element.tag}>'
        if element.tag == 'row' and not element.get('key'):
            yield f'{name}: a row without a key'
        if not ''.join(element.itertext()).strip():
            yield f'{name}: an empty <{element.tag}>'
    else:
        for child in element:
            if child.tag not in WITHIN[element.tag]:
                yield f'{name}: <{child.tag}> in <{element.tag}>'
            else:
                yield from problems_of_form(name, child)


def shape_of(element):
    """The order of the blocks of a page, which is the same in every language."""
    return [block.tag for block in element.iter() if block.tag not in INLINE]


def links_of(element):
    return [link.get('to') for link in element.iter('link')]


def words_of(root, language):
    """Every word for people, in one language, without the marks of mnemonics."""
    catalogue = os.path.join(root, 'po', 'nl.po' if language == 'en' else f'{language}.po')
    text = subprocess.run(['msgcat', '--no-wrap', catalogue], check=True, capture_output=True, text=True).stdout
    # msgid and msgstr stand in the same place in both.
    found = re.findall(r'^msgid "(.+)"$' if language == 'en' else r'^msgstr "(.+)"$', text, re.MULTILINE)
    words = {word.replace('_', '').rstrip('…') for word in found}
    # Templates are called what they are called in their files.
    for folder in ('templates', 'examples'):
        for name in os.listdir(os.path.join(root, 'data', folder)):
            if name.endswith(f'.{language}.cjm'):
                title = ET.parse(os.path.join(root, 'data', folder, name)).getroot().findtext(
                    '{https://example.com/ns/cjm/1}title')
                words.add(title)
    return words


def main():
    root = sys.argv[1]
    folder = os.path.join(root, 'data', 'help')
    tap = Tap()

    with open(os.path.join(folder, 'pages'), encoding='utf-8') as file:
        ids = file.read().split()
    languages = sorted(name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name)))
    pages = {(language, id): ET.parse(os.path.join(folder, language, f'{id}.xml')).getroot()
             for language in languages for id in ids if os.path.exists(os.path.join(folder, language, f'{id}.xml'))}

    tap.check('every language has every page, and no other',
              [f'{language}/{sorted(found ^ set(ids))}' for language in languages
               for found in [{name[:-4] for name in os.listdir(os.path.join(folder, language))}] if found != set(ids)])
    with open(os.path.join(folder, 'help.gresource.xml'), encoding='utf-8') as file:
        compiled = set(re.findall(r'>(\w+/[\w-]+)\.xml</file>', file.read()))
    tap.check('every page is compiled in', sorted(compiled ^ {f'{language}/{id}' for language, id in pages}))
    tap.check('every page is written as a page is',
              [problem for (language, id), page in pages.items() for problem in problems_of_form(f'{language}/{id}', page)])
    tap.check('the pages have the same shape in every language',
              [f'{id}: {language} is not as en' for (language, id), page in pages.items()
               if shape_of(page) != shape_of(pages['en', id])])
    tap.check('every link leads to a page',
              [f'{language}/{id} → {to}' for (language, id), page in pages.items() for to in links_of(page) if to not in ids])

    for language in languages:
        words = words_of(root, language)
        tap.check(f'what is on the screen is called what it is called there ({language})',
                  [f'{id}: {ui.text}' for (of, id), page in pages.items() if of == language
                   for ui in page.iter('ui') if ' '.join(ui.text.split()).rstrip('…') not in words])

    tap.end()


os.environ['LC_ALL'] = 'C.UTF-8'
main()
