"""The meeting screen: a measure at a time, for a room."""
