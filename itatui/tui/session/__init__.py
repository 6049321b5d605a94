"""The open register, shared by all screens. Nothing here knows Textual."""
