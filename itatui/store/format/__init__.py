"""The format of a register file: JSON and the documents in it."""
