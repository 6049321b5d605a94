"""Editing a field on a screen: the open editor, and the choice when two users wrote in the same field."""
