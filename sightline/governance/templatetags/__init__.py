"""Tags of the pages of boards."""
