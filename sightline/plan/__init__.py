"""The improvement plan and its golden thread.

Vision, priorities, outcomes, actions and milestones; the statutory direction at its top, team plans
and objectives at its foot; its versions; plans read from Excel and written to it. May import
closure and progress, which know nothing of it.
"""
