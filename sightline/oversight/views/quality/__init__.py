"""The data quality pages: a file a page."""
