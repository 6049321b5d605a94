"""Fault injection: harm to registers in temporary folders, and checks of the result.

`python -m tools.faults` prints a table and exits with 1 when a promise is broken; `--short` does less of everything.
`tests/tools/test_faults.py` tests that each part detects the harm it looks for.
"""
