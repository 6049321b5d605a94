"""The publish check: what a register lacks before it can be published. Pure; the words are data (`data/rules.toml`)."""
