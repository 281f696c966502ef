"""Each prints a ratio against a named baseline in one run."""
