"""Template tags and filters of every page (loaded by default, see settings.TEMPLATES)."""
