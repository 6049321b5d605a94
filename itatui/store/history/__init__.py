"""History outside the current entries: archived entries, and removed documents."""
