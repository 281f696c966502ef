"""Which papers came late, counted in clear working days.

A committee's papers must be open to the public five clear days before it meets (Local Government
Act 1972, s 100B(3)) [the Act's own words were not read]; each body here says how many it asks for.
"""

from datetime import date, timedelta

from sightline.duties.working_days import working_days_between
from sightline.governance.models import Meeting, Paper


def is_late(received: date, meets: date, clear_days: int) -> bool:
    """Whether fewer than `clear_days` working days lie between the two days, both left out."""
    eve = meets - timedelta(days=1)
    return received > eve or working_days_between(received, eve) < clear_days


def said(paper: Paper, meeting: Meeting, today: date) -> str:
    """ "Received 3 December 2026, late"; empty where it came in time."""
    asked = meeting.body.papers_days
    if paper.received_on is None:
        return "Late: not received yet" if is_late(today, meeting.day, asked) else "Awaited"
    return "Late" if is_late(paper.received_on, meeting.day, asked) else ""
