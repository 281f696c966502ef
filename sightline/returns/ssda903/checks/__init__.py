"""Checks of SSDA903 tables, each within its own table (and the header), one file a theme.

`dfe` is the code of the rule in the Department for Education's validation checks for the children
looked-after data return (guides for 2022/23 to 2026/27), taken from the list that the sector's
validator publishes (csc-validator-be-903 0.1.17 on PyPI, maintained by Data to Insight) and not
held against the Department's own list [unverified]. The words are ours. A check without a code is
ours too: no published rule was found for it.
"""

from sightline.returns.checks import verified
from sightline.returns.ssda903.checks import (
    adoption,
    answers,
    care_leavers,
    header,
    legal_statuses,
    placements,
    reviews,
    spells,
    stays,
    workers,
)
from sightline.returns.ssda903.schema import schema_of_any_year

CHECKS = verified(
    (
        *header.CHECKS,
        *spells.CHECKS,
        *stays.CHECKS,
        *legal_statuses.CHECKS,
        *placements.CHECKS,
        *reviews.CHECKS,
        *answers.CHECKS,
        *care_leavers.CHECKS,
        *adoption.CHECKS,
        *workers.CHECKS,
    ),
    schema_of_any_year(),
)
