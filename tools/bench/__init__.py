"""Benchmark: the speed of the program as ratios to floors measured in the same run.

`python -m tools.bench` drives programs in a pseudo-terminal with real key presses. It asserts no durations;
`tests/tools/test_bench.py` tests only the arithmetic.
"""
