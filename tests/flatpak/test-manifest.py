#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest asks for four permissions and no more, builds offline, and exports what a desktop looks for.

    test-manifest.py SOURCE-ROOT [BUILD-FOLDER]

With the folder of flatpak-builder, what was built is looked at, too. After the rules that Flathub's linter has for a
program of this kind; the linter itself needs a network.
"""
import configparser
import glob
import json
import os
import re
import sys
import xml.etree.ElementTree as ET

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'project'))
from tap import Tap  # noqa: E402

APP = 'com.example.JourneyMap'
PERMISSIONS = ['--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri']
EXPORTED = [
    f'share/applications/{APP}.desktop',
    f'share/dbus-1/services/{APP}.service',
    f'share/icons/hicolor/scalable/apps/{APP}.svg',
    f'share/icons/hicolor/scalable/mimetypes/{APP}-document.svg',
    f'share/icons/hicolor/symbolic/apps/{APP}-symbolic.svg',
    f'share/mime/packages/{APP}-mime.xml',
]


def modules_of(manifest):
    for module in manifest['modules']:
        yield module
        yield from modules_of({'modules': module.get('modules', [])})


def problems_of_manifest(manifest):
    if manifest.get('id') != APP:
        yield f'the id is {manifest.get("id")}, the file is named after {APP}'
    if not re.fullmatch(r'[a-z-]+', manifest.get('command', '')):
        yield 'the command is a name without a path'
    for key in ('branch', 'default-branch', 'add-extensions', 'base'):
        if key in manifest:
            yield f'"{key}" is not for a program like this'
    for key in ('runtime', 'runtime-version', 'sdk'):
        if not manifest.get(key):
            yield f'"{key}" is missing'
    if '/share/thumbnailers' not in manifest.get('cleanup', []):
        yield 'a thumbnailer in a Flatpak is never called: clean it up'


def problems_of_modules(manifest):
    for module in modules_of(manifest):
        name = module['name']
        if '--share=network' in module.get('build-options', {}).get('build-args', []):
            yield f'{name} is built with a network'
        for source in module['sources']:
            if source['type'] not in ('dir', 'git', 'archive'):
                yield f'{name}: a source of the type {source["type"]}'
            if source['type'] == 'git' and not ('tag' in source and 'commit' in source and 'branch' not in source):
                yield f'{name}: a git source has a tag and a commit'
            if source['type'] == 'archive' and not ('sha256' in source or 'sha512' in source):
                yield f'{name}: an archive has a checksum'
            if source['type'] == 'dir' and not {'.git', '_build', '_build-sanitize'} <= set(source.get('skip', [])):
                yield f'{name}: what was built in the tree comes along'
    last = manifest['modules'][-1]
    if not last.get('run-tests'):
        yield f'{last["name"]} is not tested where it is built'


def problems_of_permissions(build):
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(os.path.join(build, 'metadata'))
    # Older Flatpaks write x11 beside fallback-x11 for those that are older still, and mean the latter.
    expected = {'shared': {'ipc'}, 'sockets': {'wayland', 'x11', 'fallback-x11'}, 'devices': {'dri'}}
    found = {key: set(filter(None, value.split(';'))) for key, value in metadata['Context'].items()}
    if found['sockets'] >= {'fallback-x11'}:
        found['sockets'].add('x11')
    if found != expected:
        yield f'the sandbox is open to {found}'
    for section in metadata.sections():
        if 'Policy' in section:
            yield f'[{section}] in the metadata'


def problems_of_exports(build):
    top = os.path.join(build, 'export')
    found = [os.path.relpath(os.path.join(folder, name), top) for folder, _, names in os.walk(top) for name in names]
    yield from (f'{name} does not begin with the id' for name in found if not os.path.basename(name).startswith(APP))
    yield from (f'{name} is not exported' for name in EXPORTED if name not in found)
    if os.path.exists(os.path.join(build, 'files/share/thumbnailers')):
        yield 'there is a thumbnailer'


def problems_of_files(build):
    share = os.path.join(build, 'files/share')
    licences = os.path.join(share, 'licenses', APP)
    if not any(names for _, _, names in os.walk(licences)):
        yield f'no licence in share/licenses/{APP}'
    # The icon is a PNG or, from AppStream 1.2 on, a JPEG XL.
    for path in (f'app-info/xmls/{APP}.xml.gz', f'app-info/icons/flatpak/128x128/{APP}.*'):
        if not glob.glob(os.path.join(share, path)):
            yield f'the catalogue has no {path}'
    for name in ('journeymap', 'cjm'):
        if not os.access(os.path.join(build, 'files/bin', name), os.X_OK):
            yield f'there is no {name}'


def problems_of_desktop_entry(text):
    entries = configparser.ConfigParser(interpolation=None, strict=False)
    entries.optionxform = str
    entries.read_string(text)
    entry = entries['Desktop Entry']
    for key, value in (('Icon', APP), ('DBusActivatable', 'true'), ('Terminal', 'false'), ('Type', 'Application')):
        if entry.get(key) != value:
            yield f'{key} is {entry.get(key)}, not {value}'
    if {'GTK', 'GNOME', 'Application', 'GUI'} & set(entry.get('Categories', '').split(';')):
        yield 'a category that says how it is made, not what it is for'
    for action in filter(None, entry.get('Actions', '').split(';')):
        if f'Desktop Action {action}' not in entries:
            yield f'the action {action} is not described'


def problems_of_metainfo(root):
    component = ET.parse(os.path.join(root, f'data/{APP}.metainfo.xml.in')).getroot()
    summary = component.findtext('summary')

    if component.get('type') != 'desktop-application' or component.findtext('id') != APP:
        yield 'the component is not a desktop application with our id'
    if component.findtext('launchable') != f'{APP}.desktop' or len(component.findall('launchable')) != 1:
        yield 'there is one launchable: the desktop entry'
    if len(component.findtext('name')) > 16:
        yield 'the name is longer than 16 letters'
    if not 10 <= len(summary) <= 35 or summary.endswith('.'):
        yield 'the summary has 10 to 35 letters and no full stop'
    for path in ('metadata_license', 'project_license', 'developer/name', 'description/p'):
        if not component.findtext(path):
            yield f'{path} is empty'
    if not (component.find('developer') is not None and component.find('developer').get('id')):
        yield 'the developer has an id'
    rating = component.find('content_rating')
    if rating is None or rating.get('type') != 'oars-1.1':
        yield 'there is no OARS 1.1 rating'
    if {url.get('type') for url in component.findall('url')} < {'homepage', 'bugtracker', 'vcs-browser'}:
        yield 'homepage, bugtracker and vcs-browser are given'
    if {color.get('scheme_preference') for color in component.findall('branding/color')} != {'light', 'dark'}:
        yield 'there is a brand colour for light and one for dark'
    screenshots = component.findall('screenshots/screenshot')
    if not 3 <= len(screenshots) <= 6 or not all(one.findtext('caption') and one.findtext('image')
                                                 for one in screenshots):
        yield 'there are 3 to 6 screenshots, each with a caption'
    if not component.findall('releases/release'):
        yield 'there is no release'
    for release in component.findall('releases/release'):
        if not release.get('date') or not release.findtext('description/p'):
            yield f'release {release.get("version")} has a date and notes'
    if component.find('requires/display_length') is None or not component.findall('supports/control'):
        yield 'display_length and control are given'


def main():
    root = sys.argv[1]
    tap = Tap()

    with open(os.path.join(root, f'{APP}.json'), encoding='utf-8') as file:
        manifest = json.load(file)
    with open(os.path.join(root, f'data/{APP}.desktop.in'), encoding='utf-8') as file:
        entry = file.read()

    tap.check('the manifest is of the usual form', problems_of_manifest(manifest))
    tap.check('the permissions are the four agreed ones',
              [] if manifest.get('finish-args') == PERMISSIONS else [str(manifest.get('finish-args'))])
    tap.check('the modules build offline, and are tested', problems_of_modules(manifest))
    tap.check('the metainfo has what software centres ask for', problems_of_metainfo(root))
    tap.check('the desktop entry has what desktops ask for', problems_of_desktop_entry(entry))

    if len(sys.argv) > 2:
        build = sys.argv[2]
        tap.check('the sandbox has these permissions', problems_of_permissions(build))
        tap.check('what a desktop looks for is exported, under our id', problems_of_exports(build))
        tap.check('programs, licences and the catalogue are there', problems_of_files(build))

    tap.end()


main()
