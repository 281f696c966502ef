"""When a thing was said: the reviews that said it on a line of the years, in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

from sightline import words
from sightline.improvement.models import Finding

WIDTH, EDGE = 620, 40
_APART = 70  # the least between two dots, so that their words do not meet


@dataclass(frozen=True, slots=True)
class Dot:
    """A review that said it; `here` is the one whose page is open."""

    x: float
    month: str
    here: bool
    told: str


@dataclass(frozen=True, slots=True)
class SaidLine:
    """The line, and in words what it shows."""

    width: float
    dots: tuple[Dot, ...]
    described: str


def said_line(said: Sequence[Finding], here: Finding) -> SaidLine | None:
    """The line of the findings that have a day; None where fewer than two reviews said it."""
    of_review = {each.review_id: each for each in said if each.review.dated}
    if here.review.dated:
        of_review[here.review_id] = here
    found = sorted(of_review.values(), key=lambda each: (each.review.dated, each.review_id))
    if len(found) < 2:
        return None
    first, last = found[0].review.dated, found[-1].review.dated
    scale = (WIDTH - 2 * EDGE) / max((last - first).days, 1)
    dots: list[Dot] = []
    for each in found:
        day = each.review.dated
        x = EDGE + (day - first).days * scale
        x = max(x, dots[-1].x + _APART) if dots else x
        told = f"{each.review.title}, page {each.page}"
        dots.append(Dot(round(x, 1), f"{day:%b %Y}", each.pk == here.pk, told))
    months = ", ".join(words.month(each.review.dated) for each in found)
    return SaidLine(dots[-1].x + EDGE, tuple(dots), f"Said in {len(found)} reviews: {months}.")
