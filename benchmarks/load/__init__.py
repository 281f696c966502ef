"""Twenty people at work on the made-up authority at once: what each page costs, and how long it takes."""
