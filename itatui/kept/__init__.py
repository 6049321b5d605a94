"""Work that one start of the screen leaves to the next, in a file of the user's cache folder."""
