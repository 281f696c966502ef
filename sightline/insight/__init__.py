"""What figures mean: intervals, suppression, process control, change, pace.

Sequences and arrays in, plain results and plain sentences out; no database, no web.
"""
