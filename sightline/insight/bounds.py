"""How far a share could be from the truth because of what is missing or cannot be right.

Nothing is assumed of the children whose inputs are missing: at worst none of them is in the
numerator, at best all are. Source: Manski CF (1989) Journal of Human Resources 24:343–360, the
bounds of a mean with data missing, for a yes or no.
"""

from __future__ import annotations

from dataclasses import dataclass

from sightline.insight.intervals import Interval


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lowest and the highest share that what is missing allows, as fractions of 1.

    `of` is every child of the denominator, `sure` those whose inputs are known and not doubted,
    `sure_met` those of them in the numerator.
    """

    sure_met: int
    sure: int
    of: int

    def __post_init__(self) -> None:
        """Raises ValueError unless 0 <= sure_met <= sure <= of and of > 0."""
        if not 0 <= self.sure_met <= self.sure <= self.of or self.of == 0:
            raise ValueError("Of a share's children some are sure, and of the sure some are met.")

    @property
    def unsure(self) -> int:
        """Children whose inputs are missing or doubted."""
        return self.of - self.sure

    @property
    def low(self) -> float:
        """The share if none of the unsure children is in the numerator."""
        return self.sure_met / self.of

    @property
    def high(self) -> float:
        """The share if all of the unsure children are in the numerator."""
        return (self.sure_met + self.unsure) / self.of

    def beyond(self, chance: Interval) -> bool:
        """Whether what is missing could move the share further than chance alone would."""
        return self.low < chance.low or self.high > chance.high
