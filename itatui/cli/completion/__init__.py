"""Completion in the shell: the scripts, and the words of the register that they ask for."""

SHELLS = ("bash", "zsh", "fish")
"""The shells that a script can be printed for."""
