"""Import of a document on the screen: choosing and reading it, and the preview of what it would change."""
