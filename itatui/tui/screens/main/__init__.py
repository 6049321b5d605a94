"""The main screen: tracks, measures and the detail of one measure."""
