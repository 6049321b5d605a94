"""Tests of the session: an open register without an application."""
