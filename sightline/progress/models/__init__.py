"""What is kept of it: pace and triangulation, a page a priority."""
