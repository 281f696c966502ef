"""Checks of Annex A lists, each within its own list.

`dfe` is the code of the same rule in the Department for Education's checks of the SSDA903, where
list 8 asks for the same fact by the same codes, as the sector's validator lists it [unverified]; we
found no codes of Ofsted's own for Annex A.
"""

from sightline.returns.annex_a.checks import care, dates, front_door, leaving_care
from sightline.returns.annex_a.tables import TABLES
from sightline.returns.checks import verified

CHECKS = verified((*dates.CHECKS, *front_door.CHECKS, *care.CHECKS, *leaving_care.CHECKS), TABLES)
