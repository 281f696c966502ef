"""Checks of the children in need census, each within its own table, one file a theme.

`dfe` is the code of the rule in the Department for Education's validation rules for the census
(guides for 2022/23 to 2025/26), taken from the list that the sector's validator publishes
(csc-validator-be-cin 0.1.13 on PyPI, maintained by Data to Insight) and not held against the
Department's own list [unverified]; Q marks the Department's queries. The words are ours. A check
without a code is ours too: no published rule was found for it.
"""

from sightline.returns.checks import verified
from sightline.returns.cin_census.checks import children, protection, referrals
from sightline.returns.cin_census.schema import schema_of_any_year

CHECKS = verified((*children.CHECKS, *referrals.CHECKS, *protection.CHECKS), schema_of_any_year())
