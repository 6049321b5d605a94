"""Files: atomic writes, locks and the files beside a register."""
