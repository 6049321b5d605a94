"""Development tools: bench, faults, Thai measurements, catalogue, pictures. Not part of the wheel."""
