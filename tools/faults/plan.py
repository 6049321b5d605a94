"""How much harm is done."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """What is done, and how often. The same seed does the same."""

    seed: int = 2567
    kills: int = 500
    """Writers killed at a random moment, of two that write."""
    changes: int = 100
    """Changes of each of the four that write at once."""
    every: int = 1
    """Of a program's system calls, and of the operations that may fail second, each so many-th does."""
    disk_steps: int = 24
    """How full a full disk is: so many steps, from full to just enough."""
    mutants: int = 360
    """Changed files; some five in six of them are damaged."""
    programs: int = 20
    """How many of those are opened by real programs, too."""
    screens: int = 360
    """How many of those the screen is opened on."""
    texts: int = 1
    """Of the hostile texts, each so many-th is pasted and typed, on a screen of its own."""
    pairs: int = 20_000
    """Pairs of edits by two people."""
    stored: int = 1_000
    """How many of those go through a real register file."""


SHORT = Plan(
    kills=40, changes=25, every=6, disk_steps=8, mutants=100, programs=4, screens=12, texts=4, pairs=4_000, stored=100
)
"""For each change of the code: under five minutes."""
