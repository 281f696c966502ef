"""What the benchmarks are held beside, and what they are run on; nothing here is run by itself."""
