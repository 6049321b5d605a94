"""The domain: years, quarters, tracks, measures, and changes to them."""
