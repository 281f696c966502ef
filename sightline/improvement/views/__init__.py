"""One view file a page."""
