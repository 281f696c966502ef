"""Whom a page of figures is for: what each audience asks, sees, and is told in what words.

`profiles` is the table; a page, a publication and a CSV file all follow from one row of it.
"""

from sightline.oversight.audiences.profile import Disclosure, Grain, Profile, Question, Wording
from sightline.oversight.audiences.profiles import PROFILE_BY_ID, PROFILES, own_profile

__all__ = [
    "PROFILES",
    "PROFILE_BY_ID",
    "Disclosure",
    "Grain",
    "Profile",
    "Question",
    "Wording",
    "own_profile",
]
