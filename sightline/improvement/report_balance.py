"""Strengths and weaknesses of a source, and how many of each a report tells: words and picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sightline.improvement.models import ReportCheck

_WIDTH = 320  # of a bar of all


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the picture: how many there are, how many are told, and its widths and place."""

    name: str
    of: int
    told: int
    top: int
    long: float
    filled: float


@dataclass(frozen=True, slots=True)
class Balanced:
    """A report beside one source, as its check kept it."""

    source: str
    cherries: bool
    bars: tuple[Bar, ...]
    omitted: tuple[dict[str, Any], ...]
    softened: tuple[dict[str, Any], ...]
    mentioned: tuple[dict[str, Any], ...]

    @property
    def sentence(self) -> str:
        """ "It tells 4 of 6 strengths and 1 of 5 weaknesses"."""
        good, weak = self.bars
        strengths = f"{good.told} of {good.of} strengths and " if good.of else ""
        return f"It tells {strengths}{weak.told} of {weak.of} weaknesses"


def balances_of(made: ReportCheck) -> tuple[Balanced, ...]:
    """Each source that the check set the report beside."""
    return tuple(_balanced(each) for each in made.found["comparisons"])


def _balanced(found: dict[str, Any]) -> Balanced:
    treated = {
        name: tuple(each for each in found["headlines"] if each["treatment"] == name)
        for name in ("omitted", "softened", "mentioned")
    }
    return Balanced(
        source=found["source"],
        cherries=found["picks_cherries"],
        bars=tuple(_bars(found)),
        **treated,
    )


def _bars(found: dict[str, Any]) -> Iterator[Bar]:
    most = max(found["strengths"], found["weaknesses"], 1)
    for place, name in enumerate(("strengths", "weaknesses")):
        of, told = found[name], found[f"{name}_told"]
        yield Bar(
            name.capitalize(), of, told, 10 + 44 * place, _WIDTH * of / most, _WIDTH * told / most
        )
