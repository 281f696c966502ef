"""Who may do what: users, roles, sign-in, and the log of every look at a child's record.

May use jobs and the libraries; the other apps use this room and not the other way round.
"""
