"""Registers of many agencies, some damaged, to try and to measure `itatui rollup`."""
