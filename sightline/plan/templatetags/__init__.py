"""Tags of the pages of the plan."""
