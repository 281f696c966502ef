"""Every table that is watched, in the order in which its changes are shown."""

from sightline.records.rewritten.annex_a import LISTS
from sightline.records.rewritten.other_returns import CIN_CENSUS, SSD, TEMPLATES
from sightline.records.rewritten.ssda903 import YEARS
from sightline.records.rewritten.watched import Watched

WATCHED: tuple[Watched, ...] = (*LISTS, *YEARS, *CIN_CENSUS, *SSD, *TEMPLATES)
