"""The report on the register and its formats.

`model` and `build` make the content, `layout` sets it in cells, `formats` print it. Importing this package imports
neither rich nor textual.
"""
