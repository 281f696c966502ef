"""How long children wait, those still waiting included, and by which route the wait ends.

An average of those whose wait is over leaves out the ones who wait longest. Here everyone counts
for as long as they were watched. Arrays of days in, frozen curves out.
"""

from sightline.insight.waiting.curves import Curve, StillWaiting
from sightline.insight.waiting.flow import Flow, flow
from sightline.insight.waiting.routes import Routes, by_route
from sightline.insight.waiting.spells import Spells
from sightline.insight.waiting.still_waiting import still_waiting

__all__ = ["Curve", "Flow", "Routes", "Spells", "StillWaiting", "by_route", "flow", "still_waiting"]
