#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of a desktop that programs ask to be told of the end of a session.

Writes a line for each thing that a program asks of it, and emits the signal that it reads on its standard input.
"""

import os
import sys

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

MANAGER = '/org/gnome/SessionManager'
CLIENT = MANAGER + '/Client1'
PRIVATE = 'org.gnome.SessionManager.ClientPrivate'

INTERFACES = Gio.DBusNodeInfo.new_for_xml('''
<node>
  <interface name="org.gnome.SessionManager">
    <method name="RegisterClient">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/>
    </method>
    <method name="UnregisterClient"><arg type="o" direction="in"/></method>
    <method name="Inhibit">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
      <arg type="u" direction="in"/><arg type="u" direction="out"/>
    </method>
    <method name="Uninhibit"><arg type="u" direction="in"/></method>
    <method name="IsInhibited"><arg type="u" direction="in"/><arg type="b" direction="out"/></method>
  </interface>
  <interface name="org.gnome.SessionManager.ClientPrivate">
    <method name="EndSessionResponse"><arg type="b" direction="in"/><arg type="s" direction="in"/></method>
    <signal name="Stop"/>
    <signal name="QueryEndSession"><arg type="u"/></signal>
    <signal name="EndSession"><arg type="u"/></signal>
    <signal name="CancelEndSession"/>
  </interface>
</node>''')

WITH_FLAGS = 'QueryEndSession', 'EndSession'

ANSWERS = {
    'RegisterClient': GLib.Variant('(o)', (CLIENT,)),
    'Inhibit': GLib.Variant('(u)', (77,)),
    'IsInhibited': GLib.Variant('(b)', (False,)),
}


def say(*words):
    print(*words, flush=True)


def called(bus, sender, path, interface, method, arguments, invocation):
    say(method, *arguments.unpack())
    invocation.return_value(ANSWERS.get(method))


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for path, name in (MANAGER, 'org.gnome.SessionManager'), (CLIENT, PRIVATE):
        bus.register_object(path, INTERFACES.lookup_interface(name), called, None, None)
    loop = GLib.MainLoop()

    def told(channel, condition):
        # What was written at once comes at once.
        lines = os.read(sys.stdin.fileno(), 4096).decode().split()
        for line in lines:
            bus.emit_signal(None, CLIENT, PRIVATE, line, GLib.Variant('(u)', (0,)) if line in WITH_FLAGS else None)
        if not lines:
            loop.quit()
        return bool(lines)

    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, told)
    Gio.bus_own_name_on_connection(bus, 'org.gnome.SessionManager', Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: say('ready'), None)
    loop.run()


main()
