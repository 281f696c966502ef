"""Template filters of the oversight pages."""
