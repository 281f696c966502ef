"""Whether it is fast enough and whether anyone may believe it: a page a priority with its pace, and
what data, audits, external reviews, families and staff each say of it.

Knows priorities (improvement) and figures; nothing of the plan that holds the priorities.
"""
