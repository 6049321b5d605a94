"""What a report on the register says, and the ways to write it down.

`model` is what it says and `build` makes it; `layout` and `terminal` print it in cells. Importing this package
imports neither rich nor textual; nothing here reads a file of the officer's or knows a screen.
"""
