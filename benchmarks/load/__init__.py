"""Twenty people at work at once: what each page costs, and how long it takes."""
