#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copy and paste, within a map, between two programs, from spreadsheets and into slides; and what nobody should paste."""

import os
import struct
import subprocess
import tempfile
import time
import xml.etree.ElementTree as ElementTree
import zlib

from editor import DATA, Editor, run, wait_for, xdotool
from hand import Hand

NAMESPACE = '{https://example.com/ns/cjm/1}'
EXAMPLE = os.path.join(DATA, 'examples', 'ikea.nl.cjm')
OTHER = os.path.join(DATA, 'examples', 'airline.en.cjm')
TEXT = 'text/plain;charset=utf-8'
MAP = 'application/x-journeymap+xml'
CLIPBOARD = os.environ['CLIPBOARD']

editor = None
folder = tempfile.mkdtemp(prefix='journeymap-clipboard-')
owner = None


def offer(how='offer', **contents):
    """Another program copies: contents by media type."""
    global owner
    let_go()
    arguments = []
    for number, (media_type, content) in enumerate(contents.items()):
        path = os.path.join(folder, 'offer-%d' % number)
        with open(path, 'wb') as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        arguments.append('%s=%s' % (media_type, path))
    owner = subprocess.Popen([CLIPBOARD, how, *arguments], stdout=subprocess.PIPE, text=True)
    assert owner.stdout.readline() == 'ready\n'


def let_go():
    global owner
    if owner is not None:
        owner.kill()
        owner.wait()
        owner = None


def read(media_type):
    return subprocess.run([CLIPBOARD, 'read', media_type], capture_output=True, check=True, timeout=60).stdout


def formats():
    return subprocess.run([CLIPBOARD, 'formats'], capture_output=True, check=True, text=True).stdout.split('\n')


def saved():
    """The map as it is, by way of the file; it must be valid."""
    editor.key('ctrl+s')
    editor.find(r'\.cjm — saved', 'label')
    subprocess.run([os.environ['CJM'], 'check', editor.files[0]], check=True, capture_output=True)
    return ElementTree.parse(editor.files[0]).getroot()


def count(root, name):
    return len(list(root.iter(NAMESPACE + name)))


def select(name):
    editor.click(editor.find_at_rest(name))
    editor.find('^Title$', 'text')


def paste():
    editor.key('ctrl+v')


def undo(gone):
    editor.key('ctrl+z')
    editor.gone(gone)


def opens():
    """two programs, each with a map"""
    global editor
    editor = Editor(EXAMPLE, name='clipboard')
    editor.find('^Touchpoint, Kar vergeten')


def within_a_map():
    """a touchpoint is copied with all that is in it, and pasted after another one"""
    select('^Touchpoint, Kar vergeten, phase Magazijn')
    editor.key('ctrl+c')
    select('^Touchpoint, Parkeren')
    paste()
    editor.find('^Touchpoint, Kar vergeten, phase Aankomst, 2 of 3, .*feeling very bad, 1 pain point')
    undo('^Touchpoint, Kar vergeten, phase Aankomst')


def cut_and_paste():
    """what is cut is gone, and comes back where it is pasted"""
    select('^Touchpoint, Kar vergeten, phase Magazijn')
    editor.key('ctrl+x')
    editor.gone('^Touchpoint, Kar vergeten')
    select('^Touchpoint, Parkeren')
    paste()
    editor.find('^Touchpoint, Kar vergeten, phase Aankomst')
    undo('^Touchpoint, Kar vergeten, phase Aankomst')
    editor.key('ctrl+z')
    editor.find('^Touchpoint, Kar vergeten, phase Magazijn, 2 of 3')


def for_other_programs():
    """what is copied is text for a letter, and SVG and PNG for a slide"""
    select('^Touchpoint, Kar vergeten, phase Magazijn')
    editor.key('ctrl+c')
    offered = wait_for(lambda: MAP in formats() and formats(), 'the map on the clipboard')
    assert 'image/png' in offered and 'image/svg+xml' in offered and TEXT in offered, offered
    assert read(TEXT) == b'Kar vergeten', read(TEXT)
    svg = ElementTree.fromstring(read('image/svg+xml'))
    text = ' '.join(''.join(element.itertext()) for element in svg.iter('{http://www.w3.org/2000/svg}text'))
    assert 'Kar vergeten' in text and 'Parkeren' not in text, text
    png = read('image/png')
    assert png[:8] == b'\x89PNG\r\n\x1a\n'
    width, height = struct.unpack('>II', png[16:24])
    assert width > 800 and height > 400, (width, height)
    with open(os.path.join(os.environ.get('JM_SCREENSHOTS', folder), 'clipboard-slide.png'), 'wb') as file:
        file.write(png)


def into_another_program():
    """what is copied in one program is pasted in the other, with the channel and the personas that it is about"""
    global editor
    select('^Touchpoint, Kar vergeten, phase Magazijn')
    editor.key('ctrl+c')
    wait_for(lambda: MAP in formats(), 'the map on the clipboard')
    first = editor
    try:
        editor = Editor(OTHER, name='clipboard-other', alone=True)
        before = ElementTree.parse(editor.files[0]).getroot()
        editor.find('^Touchpoint, ')
        xdotool('mousemove', 640, 500)
        editor.key('Down')
        wait_for(lambda: editor.said().startswith('Touchpoint'), 'a touchpoint to have the focus')
        paste()
        editor.find('^Touchpoint, Kar vergeten')
        root = saved()
        assert count(root, 'touchpoint') == count(before, 'touchpoint') + 1
        copy = next(t for t in root.iter(NAMESPACE + 'touchpoint') if t.findtext(NAMESPACE + 'title') == 'Kar vergeten')
        ids = {element.get('id') for element in root}
        for emotion in copy.iter(NAMESPACE + 'emotion'):
            assert emotion.get('persona') is None or emotion.get('persona') in ids
    finally:
        editor.close()
        editor = first


def cells_of_a_spreadsheet():
    """cells with headings fill the lanes that they name, after Enter"""
    offer(**{TEXT: 'Fase\tContactmoment\tPijnpunten\tWie\nMagazijn\tSjouwen\tZwaar\tBas\nThuis\tUitpakken\t\tSanne\n',
             'text/html': '<table></table>', 'image/png': b'no picture'})
    select('^Touchpoint, Parkeren')
    paste()
    dialog = editor.dialog('')
    editor.find('^2 touchpoints in 2 phases', root=dialog)
    editor.find('Columns: Fase, Contactmoment, Pijnpunten', root=dialog)
    editor.screenshot('clipboard-preview')
    editor.key('Return')
    editor.find('^Touchpoint, Sjouwen, phase Magazijn, 4 of 4, 1 pain point')
    editor.find('^Touchpoint, Uitpakken, phase Thuis')
    editor.find('^Lane, Wie')
    editor.key('ctrl+z')
    editor.gone('^Touchpoint, Sjouwen')
    editor.gone('^Lane, Wie')


def escape_pastes_nothing():
    """Escape leaves the map as it is, and the focus on it"""
    select('^Touchpoint, Parkeren')
    paste()
    editor.find('^2 touchpoints in 2 phases', root=editor.dialog(''))
    editor.key('Escape')
    wait_for(lambda: editor.said().startswith('Touchpoint, Parkeren'), 'the focus where it was')
    assert editor.look('^Touchpoint, Sjouwen') is None


def a_list():
    """lines of text are touchpoints, or what has the focus"""
    offer(**{TEXT: '• Jas uit\n• Kaart lezen\n'})
    select('^Touchpoint, Binnenkomen')
    paste()
    editor.find('^Touchpoint, Jas uit, phase Aankomst, 3 of 4')
    editor.find('^Touchpoint, Kaart lezen, phase Aankomst, 4 of 4')
    undo('^Touchpoint, Jas uit')


def while_typing():
    """in a text, text is pasted as text, without what no map can hold"""
    offer(**{TEXT: 'één\x01\x0b\n\ufffetwee 🙂'})
    select('^Touchpoint, Parkeren')
    editor.key('F2')
    editor.wait_for_caret()
    editor.key('End', 'space')
    paste()
    editor.find('^Touchpoint, Parkeren één')
    editor.key('ctrl+Return')
    title = next(t for t in saved().iter(NAMESPACE + 'title') if (t.text or '').startswith('Parkeren')).text
    assert title == 'Parkeren één\ntwee 🙂', repr(title)
    editor.key('ctrl+z')
    editor.gone('^Touchpoint, Parkeren één')


def png(width, height):
    """One pixel that says it is so large."""
    def chunk(name, data):
        return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)) +
            chunk(b'IDAT', zlib.compress(b'\0\xff\0\0')) + chunk(b'IEND', b''))


def a_picture():
    """a picture is pasted at a touchpoint, and there is a lane to see it in"""
    offer(**{'image/png': png(1, 1)})
    select('^Touchpoint, Parkeren')
    paste()
    editor.find('^Picture, touchpoint Parkeren')
    assert count(saved(), 'picture') == 1
    editor.key('ctrl+z')
    editor.gone('^Picture, touchpoint Parkeren')


def files():
    """files that were copied in a file manager are pictures, several at once"""
    paths = []
    for name in 'Etalage.png', 'Kassa.png':
        paths.append(os.path.join(folder, name))
        with open(paths[-1], 'wb') as file:
            file.write(png(1, 1))
    offer(**{'text/uri-list': ''.join('file://%s\r\n' % path for path in paths), TEXT: '\n'.join(paths)})
    select('^Touchpoint, Parkeren')
    paste()
    editor.find('^Picture, touchpoint Parkeren')
    assert count(saved(), 'picture') == 2
    editor.key('ctrl+z')
    editor.gone('^Picture, touchpoint Parkeren')


def drop(contents, x, y):
    """Drags contents out of a window of another program, and drops them there."""
    offer('drag', **contents)
    window = wait_for(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'Something to drag'],
                                             capture_output=True, text=True).stdout.split(), 'what can be dragged')[0]
    xdotool('windowmove', window, 1340, 840)
    wait_for(lambda: 'Position: 1340,840' in xdotool('getwindowgeometry', window), 'it to stand beside')
    hand = Hand()
    hand.move(1365, 860)
    hand.press()
    for step in range(1, 9):
        hand.move(1365 - 4 * step, 860 - 2 * step)
    for step in range(1, 21):
        hand.move(1333 + (x - 1333) * step / 20, 844 + (y - 844) * step / 20)
        # As quick as a hand: the two programs talk to each other in between.
        time.sleep(0.02)
    hand.release()
    hand.leave()


def dropped_files():
    """files are dropped on a touchpoint from another program"""
    paths = [os.path.join(folder, name) for name in ('Etalage.png', 'Kassa.png')]
    drop({'text/uri-list': ''.join('file://%s\r\n' % path for path in paths)},
         *editor.middle(editor.find_at_rest('^Touchpoint, Parkeren')))
    editor.find('^Picture, touchpoint Parkeren')
    let_go()
    assert count(saved(), 'picture') == 2
    editor.key('ctrl+z')
    editor.gone('^Picture, touchpoint Parkeren')


def dropped_text():
    """text is dropped on the heading of a phase, and is a touchpoint there"""
    drop({TEXT: 'Gesleept'}, *editor.middle(editor.find_at_rest('^Phase, Aankomst')))
    editor.find('^Touchpoint, Gesleept, phase Aankomst')
    let_go()
    editor.key('ctrl+z')
    editor.gone('^Touchpoint, Gesleept')


def refused(contents, told):
    """It is said why, nothing is done, and it goes on as before."""
    offer(**contents)
    select('^Touchpoint, Parkeren')
    paste()
    editor.find(told, 'label')
    editor.find(r'\.cjm — saved', 'label')
    editor.key('Right', 'Left')
    wait_for(lambda: editor.said().startswith('Touchpoint, Parkeren'), 'the focus where it was')


def ten_megabytes():
    """ten megabytes of text are refused, in words, within seconds"""
    saved()
    begun = time.monotonic()
    refused({TEXT: b'veel te veel ' * 800000}, '^This text is 10.4')
    print('# %.1f s' % (time.monotonic() - begun))


def ten_megabytes_while_typing():
    """ten megabytes into a text that is being typed are refused, and the text stays"""
    select('^Touchpoint, Parkeren')
    editor.key('F2')
    editor.wait_for_caret()
    paste()
    editor.find('^This text is 10.4', 'label')
    editor.key('ctrl+Return')
    editor.find('^Touchpoint, Parkeren,')


def many_lines():
    """more lines than anybody's journey has are refused"""
    refused({TEXT: 'stap\n' * 5000}, '^This text has 5000 lines')


def a_lying_picture():
    """a picture that says it is larger than it can be is not decoded"""
    refused({'image/png': png(60000, 60000)}, '^This picture was left out: it is damaged, has more than 8192 pixels')


def no_picture():
    """a picture that is none, and one of a kind that maps do not hold"""
    refused({'image/png': b'GIF89a nothing'}, '^A picture must be a PNG, JPEG or SVG file')
    refused({'image/tiff': b'II*\0'}, '^A picture must be a PNG, JPEG or SVG file')


def a_malformed_map():
    """our own kind of data, malformed: it is said where"""
    refused({MAP: '<journey-map xmlns="https://example.com/ns/cjm/1" version="1.0"><phase id="a">'},
            '^Nothing was pasted. ')
    refused({MAP: b'<journey-map xmlns="https://example.com/ns/cjm/1" version="1.0">\xed\xa0\x80</journey-map>'},
            '^Nothing was pasted. ')


def bytes_that_are_no_text():
    """bytes that say they are text and are not become what can be read of them"""
    offer(**{TEXT: b'Half \xed\xa0\x80 \xff\xfe einde\x00\x07'})
    select('^Touchpoint, Parkeren')
    paste()
    editor.find('^Touchpoint, Half')
    saved()
    editor.key('ctrl+z')
    editor.gone('^Touchpoint, Half')


def nothing_was_lost():
    """after all that the map is the one that it was"""
    root, before = saved(), ElementTree.parse(EXAMPLE).getroot()
    for name in 'phase', 'touchpoint', 'emotion', 'pain-point', 'opportunity', 'thought', 'note', 'picture', 'lane':
        assert count(root, name) == count(before, name), name
    complaints = [line for line in editor.complaints().splitlines() if 'WARNING' in line or 'CRITICAL' in line]
    assert not complaints, '\n'.join(complaints)


try:
    run([opens, within_a_map, cut_and_paste, for_other_programs, into_another_program, cells_of_a_spreadsheet,
         escape_pastes_nothing, a_list, while_typing, a_picture, files, dropped_files,
         dropped_text, ten_megabytes, ten_megabytes_while_typing,
         many_lines, a_lying_picture, no_picture, a_malformed_map, bytes_that_are_no_text, nothing_was_lost])
finally:
    let_go()
    if editor is not None:
        editor.screenshot('clipboard-end')
        editor.close()
