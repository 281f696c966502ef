"""One page, or one kind of form, a file."""
