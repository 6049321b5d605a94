"""The main screen: tracks, measures and the detail of a measure."""
