"""A window with a VTE terminal that runs a program, for the system's Python, which has GTK. Not part of itatui.

`python3 window.py COLUMNS ROWS WORDS…`
"""

import sys
from importlib import import_module
from typing import Any


def main(columns: int, rows: int, words: list[str]) -> None:
    """Show the window until the program ends."""
    gi: Any = import_module("gi")
    gi.require_version("Gtk", "3.0")
    gi.require_version("Vte", "2.91")
    glib, gtk, vte = (import_module(f"gi.repository.{name}") for name in ("GLib", "Gtk", "Vte"))
    terminal = vte.Terminal()
    terminal.set_size(columns, rows)
    terminal.connect("child-exited", gtk.main_quit)
    flags = vte.PtyFlags.DEFAULT, None, words, None, glib.SpawnFlags.DEFAULT, None, None, -1, None, None
    terminal.spawn_async(*flags)
    window = gtk.Window()
    window.add(terminal)
    window.show_all()
    gtk.main()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
