"""Sentences about values of the domain, in the language of the user."""
