"""What the improvement templates, and the home page, may ask for."""
