"""The meeting screen: one measure at a time, for a room."""
