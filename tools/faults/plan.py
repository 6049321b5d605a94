"""Scope of a run of the fault suite."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """Number of cases. The same seed gives the same cases."""

    seed: int = 2567
    kills: int = 500
    """Writers killed at a random moment, of two that write."""
    changes: int = 100
    """Changes of each of four concurrent writers."""
    step: int = 1
    """Step over system calls, and over operations that fail second: every n-th fails."""
    disk_steps: int = 24
    """Steps of free space on a full disk, from none to just enough."""
    mutants: int = 360
    """Modified files; about five in six are damaged."""
    programs: int = 20
    """Modified files opened by real programs too."""
    screens: int = 360
    """Modified files opened on the screen."""
    commands: int = 1
    """Step over the hostile texts that go through every command."""
    texts: int = 1
    """Step over the hostile texts that are pasted and typed, each on its own screen."""
    documents: int = 1
    """Step over the hostile documents that are imported."""
    signals: int = 1
    """Step over signals in each place of the screen."""
    pairs: int = 20_000
    """Pairs of edits by two users."""
    stored: int = 1_000
    """Pairs that go through a register file."""
    undone: int = 100
    """Registers with random changes that are all undone, then redone."""
    sequences: int = 300
    """Random sequences of a terminal, in each place of the screen."""
    typed: int = 60
    """Texts that are typed until the program is killed."""
    slips: int = 8
    """Runs of prose typed in each place where nothing is being written."""
    clocks: int = 100
    """Sequences of saves in random zones with clock jumps."""
    faked_clocks: int = 100
    """Such sequences of programs under `faketime`."""
    refused: int = 100
    """Saves refused in each way."""
    users: int = 200
    """Commands by random users, in each way of sharing."""
    mounted: int = 100
    """Changes of each of three writers on different mounts."""
    names: int = 1
    """Step over the lengths (bytes) of long names."""


SHORT = Plan(
    kills=40,
    changes=25,
    step=6,
    disk_steps=8,
    mutants=60,
    programs=4,
    screens=8,
    commands=5,
    texts=16,
    documents=12,
    pairs=4_000,
    stored=100,
    undone=10,
    sequences=60,
    signals=6,
    typed=4,
    slips=1,
    clocks=20,
    faked_clocks=2,
    users=40,
    mounted=20,
    names=8,
)
"""Run for each change of the code, in about five minutes."""
