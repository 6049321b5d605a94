"""Old history kept outside the register file."""
