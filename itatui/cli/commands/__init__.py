"""One module per command, each with `EXAMPLE`, `arguments` and `run`; found by the command's name."""
