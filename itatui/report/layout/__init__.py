"""The layout of a report in cells. Imports neither rich nor textual."""
