"""Development tools: bench, faults, Thai measurements, catalogue, pictures. Nothing here ships."""
