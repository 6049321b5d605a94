"""Pictures of the documentation, made from the sample register: `python -m tools.pictures`."""
