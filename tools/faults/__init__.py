"""The fault suite: real harm done to real registers, in temporary folders, and what was found afterwards.

`python -m tools.faults` prints it as a table and exits 1 when a promise is broken; `--short` does less of everything.
`test_faults.py` tests that each part sees the harm that it looks for.
"""
