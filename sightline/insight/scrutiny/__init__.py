"""Areas for further scrutiny: of all that is looked at, what stands out beyond chance, in order.

`deterioration` and `signals` turn figures into candidates, each with its evidence and how likely it
is by chance; `ranking` keeps those that stand out over the whole catalogue; `rehearsal` measures on
made-up catalogues how often the list rings when nothing changed, and what it misses.
"""

from sightline.insight.scrutiny.candidate import Candidate, Kind
from sightline.insight.scrutiny.deterioration import Monthly, Stayers, Worsening, worsening
from sightline.insight.scrutiny.ranking import Area, Scrutiny, Sure, areas_for_scrutiny
from sightline.insight.scrutiny.signals import (
    benchmark_outlier,
    contradiction,
    data_cliff,
    deterioration,
    moved,
    repeat_finding,
    subgroup_gap,
    waiting_tail,
)

__all__ = [
    "Area",
    "Candidate",
    "Kind",
    "Monthly",
    "Scrutiny",
    "Stayers",
    "Sure",
    "Worsening",
    "areas_for_scrutiny",
    "benchmark_outlier",
    "contradiction",
    "data_cliff",
    "deterioration",
    "moved",
    "repeat_finding",
    "subgroup_gap",
    "waiting_tail",
    "worsening",
]
