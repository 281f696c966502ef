"""The lists of the pages of boards: one a file, shown and downloaded from the same rows."""
