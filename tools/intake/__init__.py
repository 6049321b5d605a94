"""Documents made from a register in many manners, with and without faults, to test the import."""
