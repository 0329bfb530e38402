#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the installed Flatpak from outside, on a display and a session bus of its own. Called by run.

    in-session.py APP FOLDER

Opens, edits, saves and exports as a person does, with keys; what is on the screen is read through AT-SPI, of the
sandbox and of the portal's dialogs alike. Leaves pictures in FOLDER/pictures. Speaks TAP.
"""
import glob
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'a11y'))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'project'))
from desk import Program, Waited, keys, picture, role, wait_for, write  # noqa: E402
from tap import Tap  # noqa: E402

app, folder = sys.argv[1:3]
documents = os.path.expanduser('~/Documents')
document = os.path.join(documents, 'ikea.cjm')
pictures = os.path.join(folder, 'pictures')
tap = Tap()


def flatpak_run(*arguments):
    return ['flatpak', 'run', '--user', *arguments]


def output_of(*arguments):
    return subprocess.run(flatpak_run(*arguments), capture_output=True, check=False, timeout=60)


def read(path):
    try:
        with open(path, 'rb') as file:
            return file.read()
    except FileNotFoundError:
        return b''


def step(name, function):
    """One test: it fails with what it could not wait for."""
    try:
        problems = function() or []
    except (Waited, OSError, subprocess.SubprocessError) as error:
        problems = [repr(error)]
    tap.check(name, problems)
    sys.stdout.flush()
    picture(os.path.join(pictures, f'{tap.count:02}-{name.replace(" ", "-")[:40]}.png'))


def kill():
    subprocess.run(['flatpak', 'kill', app], capture_output=True, check=False)
    wait_for('the program to end', lambda: program.get() is None)


def point_at(title):
    """Where there is no window manager the keys go to the window under the pointer."""
    def move():
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', title], capture_output=True,
                               text=True, check=False).stdout.split()
        return found and subprocess.run(['xdotool', 'mousemove', '--window', found[-1], '60', '14'],
                                        check=False).returncode == 0
    wait_for(f'a window “{title}” on the screen', move)


def choose(title, path):
    """Types a path into the portal's file chooser, which is a program outside the sandbox."""
    dialog = portal.wait_for_window(title, seconds=30)
    point_at(title)
    if 'Save' in title or 'Export' in title:
        keys('ctrl+a')
    else:
        # Anything typed here that begins with a slash opens the line for a path.
        keys('slash')
        wait_for('the line for a path', lambda: any(role(found) == 'text' for found in portal.everything()))
        keys('ctrl+a')
    write(path)
    keys('Return')
    return dialog


# What the sandbox is

def says_its_version():
    result = output_of(app, '--version')
    return [] if result.stdout.startswith(b'journeymap ') else [str(result)]


def hides_home():
    seen = output_of(f'--command=ls', app, '-A', os.path.expanduser('~')).stdout.decode().split()
    return [f'{name} of the home folder is in the sandbox' for name in seen if name == 'Documents']


def hides_network():
    interfaces = output_of('--command=cat', app, '/proc/net/dev').stdout.decode().splitlines()[2:]
    return [line for line in interfaces if not line.strip().startswith('lo:')]


def reads_through_document_portal():
    result = output_of('--file-forwarding', '--command=cat', app, '@@', document, '@@')
    return [] if result.stdout == read(document) and result.stdout else [f'{len(result.stdout)} bytes came through']


def has_command_line():
    result = output_of('--file-forwarding', '--command=cjm', app, 'check', '@@', document, '@@')
    return [] if result.returncode == 0 else [result.stderr.decode()]


# What a person does

def starts():
    program.start(flatpak_run(app))
    program.wait_for('Which journey')


def opens_through_chooser():
    point_at('JourneyMap')
    keys('ctrl+o')
    choose('Open a Map', document)
    program.wait_for_window('IKEA', seconds=30)
    program.wait_for('Touchpoint, Parking', seconds=30)


def edits():
    point_at('IKEA')
    # The map has the focus; the arrow selects the first item, and T makes a touchpoint after it. The panel tells which one
    # it is.
    keys('Right')
    program.wait_for('Arrival · 1 of 2')
    keys('t')
    program.wait_for('Arrival · 2 of 3')
    write('Portal proof')
    keys('ctrl+Return')
    program.wait_for('Touchpoint, Portal proof')


def saves_in_place():
    keys('ctrl+s')
    wait_for('the file to be written', lambda: b'Portal proof' in read(document))
    return [f'{name} is left beside the map' for name in os.listdir(documents) if name != 'ikea.cjm']


def exports(name, magic, *choice):
    path = os.path.join(documents, name)

    point_at('IKEA')
    keys('ctrl+e')
    button = program.wait_for('Export…')
    for key in choice:
        keys(key)
    button.do_action(0)
    choose('Export the Map', path)
    wait_for(f'{path} to be written', lambda: read(path).startswith(magic), 30)


def saves_as():
    point_at('IKEA')
    keys('ctrl+shift+s')
    choose('Save the Map', os.path.join(documents, 'second.cjm'))
    wait_for('the second file', lambda: b'Portal proof' in read(os.path.join(documents, 'second.cjm')))


def prints():
    point_at('IKEA')
    keys('ctrl+p')
    portal.wait_for_window('Print', seconds=30)
    point_at('Print')
    keys('Escape')
    wait_for('the print dialog to go', lambda: not any('Print' in (window.get_name() or '')
                                                       for window in portal.windows()))


def keeps_recent():
    kill()
    program.start(flatpak_run(app))
    program.wait_for('An afternoon at IKEA')
    recent = glob.glob(os.path.expanduser(f'~/.var/app/{app}/data/**/recent.ini'), recursive=True)
    kill()
    return [] if recent else ['no list of recent maps in the data folder of the sandbox']


def opens_from_file_manager():
    exported = os.path.expanduser(f'~/.local/share/flatpak/exports/share/applications/{app}.desktop')
    subprocess.run(['gio', 'launch', exported, document], check=True, timeout=60)
    program.wait_for_window('IKEA', seconds=30)
    program.wait_for('Touchpoint, Portal proof', seconds=30)
    kill()


def is_activated_by_dbus():
    path = '/' + app.replace('.', '/')
    subprocess.run(['gdbus', 'call', '--session', '--dest', app, '--object-path', path, '--method',
                    'org.freedesktop.Application.ActivateAction', 'new', '[]', '{}'], check=True, timeout=60,
                   stdout=subprocess.DEVNULL)
    program.wait_for('Which journey')
    kill()


def runs_on_wayland():
    on_wayland = subprocess.Popen(flatpak_run('--file-forwarding', app, '@@', document, '@@'),
                                  env={**os.environ, 'WAYLAND_DISPLAY': 'wayland-test'})
    program.wait_for_window('IKEA', seconds=30)
    program.wait_for('Touchpoint, Parking', seconds=30)
    on_x11 = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'IKEA'], capture_output=True,
                            check=False).stdout
    kill()
    on_wayland.wait()
    return ['its window is one of X11'] if on_x11 else []


os.makedirs(pictures, exist_ok=True)
program = Program('journeymap')
portal = Program('xdg-desktop-portal-gtk')

step('it runs, and says its version', says_its_version)
step('the home folder is hidden', hides_home)
step('there is no network', hides_network)
step('a file comes in through the document portal', reads_through_document_portal)
step('the command line is there, too', has_command_line)
step('it starts on X11', starts)
step('a map is opened through the file chooser', opens_through_chooser)
step('a touchpoint is added with keys', edits)
step('it is saved in place, without litter', saves_in_place)
step('SVG is exported through the chooser', lambda: exports('out.svg', b'<?xml'))
step('a copy is saved under another name', saves_as)
step('printing goes through the portal', prints)
step('the recent maps are known at the next start', keeps_recent)
step('a map is opened from the file manager', opens_from_file_manager)
step('the bus starts it, and its action for a new map', is_activated_by_dbus)
step('it runs on Wayland', runs_on_wayland)
tap.end()
