"""Plans from workbooks into the plan, and out of it again."""
