"""Whether a report tells the truth."""
