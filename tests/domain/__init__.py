"""Tests of the domain: values, rules and changes."""
