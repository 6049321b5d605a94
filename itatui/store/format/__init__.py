"""Format of a register file: its JSON and its documents."""
