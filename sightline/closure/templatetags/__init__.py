"""Tags of closure, for the pages of actions and the first page."""
