"""Themes, styles and styled lines of text."""
