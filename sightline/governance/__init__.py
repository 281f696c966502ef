"""Django app: boards, their meetings, and what was promised to them and comes back until done.

In come the people who keep and serve boards. No child is named here, and no figure is worked out.
"""
