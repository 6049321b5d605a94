"""Thai text editing: fields that take text, built on Textual's `TextArea`."""
