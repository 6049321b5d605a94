"""Thai text inputs, based on Textual's `TextArea`."""
