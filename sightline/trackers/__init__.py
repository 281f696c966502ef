"""Worklists of children in the order to act, each row with its reasons. One file a tracker.

In come the records and the due dates of `measures`; out go rows that a manager can work through.
"""
