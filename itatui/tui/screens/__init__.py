"""The screens: each fills the terminal."""
