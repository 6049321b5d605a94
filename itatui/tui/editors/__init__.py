"""The open editor of a screen, and the choice when two users wrote in the same field."""
