"""The pictures of the documentation, made from the shipped register: `python -m tools.pictures`."""
