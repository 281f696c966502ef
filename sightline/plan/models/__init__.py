"""What is kept of it: the improvement plan and its golden thread."""
