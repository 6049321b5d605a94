"""The layout of the report in cells, independent of rich and textual."""
