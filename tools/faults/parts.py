"""Parts of the fault suite."""

from collections.abc import Iterable, Iterator

from tools.faults import (
    clocks,
    concurrent_writers,
    damaged_files,
    edit_pairs,
    full_disk,
    hostile_commands,
    hostile_documents,
    io_errors,
    killed_writers,
    long_names,
    refused_saves,
    shared_registers,
    signals,
    slips,
    terminal_sequences,
    two_mounts,
    typed_texts,
    undone_changes,
)
from tools.faults.findings import Finding, Log
from tools.faults.plan import Plan

PARTS = {
    "kills": killed_writers.findings,
    "writers": concurrent_writers.findings,
    "errors": io_errors.findings,
    "full": full_disk.findings,
    "damaged": damaged_files.findings,
    "hostile": hostile_commands.findings,
    "documents": hostile_documents.findings,
    "signals": signals.findings,
    "sequences": terminal_sequences.findings,
    "pairs": edit_pairs.findings,
    "undo": undone_changes.findings,
    "typing": typed_texts.findings,
    "slips": slips.findings,
    "clocks": clocks.findings,
    "refused": refused_saves.findings,
    "users": shared_registers.findings,
    "mounts": two_mounts.findings,
    "names": long_names.findings,
}
"""Parts that can be run separately."""


def run(plan: Plan, parts: Iterable[str], log: Log) -> Iterator[Finding]:
    """Run the parts and yield their findings as they arrive."""
    for part in parts:
        log(f"{part} …")
        yield from PARTS[part](plan, log)
