"""The SSD into canonical tables, one function a table; in come its typed tables, wherever they lie.

Each function takes whatever gives the tables (`given.Given`): the snapshots of files that were
loaded, or the authority's own database, which is read in place.
"""

from sightline.records.from_ssd.care import care_episode, entered, extract, with_yearly
from sightline.records.from_ssd.given import Given, newest_day
from sightline.records.from_ssd.need import person
from sightline.records.from_ssd.together import beside, tables

__all__ = [
    "Given",
    "beside",
    "care_episode",
    "entered",
    "extract",
    "newest_day",
    "person",
    "tables",
    "with_yearly",
]
