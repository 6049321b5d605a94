"""The benchmark: how fast the program is, as ratios against floors measured in the same run.

`python -m tools.bench` drives programs in a pseudo-terminal as a person at a terminal would. It never asserts a
duration; `test_bench.py` tests its arithmetic alone.
"""
