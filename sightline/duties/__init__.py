"""Statutory clocks: from a child's dates to due dates, each citing its regulation.

Dates in, dates out: nothing is read, stored or asked of a clock here.
"""
