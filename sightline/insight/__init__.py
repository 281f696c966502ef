"""What figures mean. Sequences and arrays in, plain results and plain sentences out; no database.

`process_control`, `pace` and `change`: is it moving; `comparison`: beside other areas, and between
groups of children; `waiting`: how long children wait, and by which route it ends; `intervals`,
`bounds` and `trust`: how far to believe it; `suppression`: what may be shown; `scrutiny`: what of
all this to look at first.
"""
