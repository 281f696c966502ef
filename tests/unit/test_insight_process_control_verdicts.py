"""Variation and assurance, as the summary icons of Making Data Count."""

from __future__ import annotations

import numpy as np
import pytest

from sightline.insight.process_control import Assurance, Chart, Rule, Variation, standing, xmr
from sightline.insight.wording import Polarity


def flat(values: list[float]) -> Chart:
    """Draw a chart with the centre at 0 and limits at 3."""
    points = np.array(values, dtype=np.float64)
    zero = np.zeros_like(points)
    return Chart(points, zero, zero - 3, zero + 3, (slice(0, len(points)),))


@pytest.mark.parametrize(
    ("values", "polarity", "variation"),
    [
        ([0, 1, -1], "high", Variation.COMMON_CAUSE),
        ([0, 0, 4], "high", Variation.IMPROVING_HIGH),
        ([0, 0, 4], "low", Variation.CONCERNING_HIGH),
        ([0, 0, -4], "high", Variation.CONCERNING_LOW),
        ([0, 0, -4], "low", Variation.IMPROVING_LOW),
        ([0, 0, 4], "none", Variation.NEITHER_HIGH),
        ([0, 0, -4], "none", Variation.NEITHER_LOW),
        ([4, 0, 0], "high", Variation.COMMON_CAUSE),  # over now
        # falling, but above the average still: read by its side, as NHSRplotthedots does
        ([2.8, 2.4, 2, 1.6, 1.2, 0.8, 0.4], "high", Variation.IMPROVING_HIGH),
        ([1.8, 1.5, 1.2, 0.9, 0.6, 0.3, 0], "high", Variation.CONCERNING_LOW),
    ],
)
def test_variation_is_read_at_the_last_point(
    values: list[float], polarity: str, variation: Variation
) -> None:
    assert standing(flat(values), Polarity(polarity)).variation is variation


@pytest.mark.parametrize(
    ("target", "polarity", "assurance"),
    [
        (3.1, "high", Assurance.MISSING),
        (-3.1, "high", Assurance.HITTING),
        (3.1, "low", Assurance.HITTING),
        (-3.1, "low", Assurance.MISSING),
        (3, "high", Assurance.HIT_OR_MISS),
        (0, "low", Assurance.HIT_OR_MISS),
        (0, "none", None),
        (None, "high", None),
    ],
)
def test_assurance_sets_the_target_against_the_limits(
    target: float | None, polarity: str, assurance: Assurance | None
) -> None:
    assert standing(flat([0, 1, -1]), Polarity(polarity), target).assurance is assurance


def test_both_in_plain_english() -> None:
    found = standing(flat([0, 0, -4]), Polarity.HIGH, 3.5)
    assert found.reasons == (Rule.OUTSIDE,)
    assert found.sentence() == (
        "Lower than usual, and for the worse (a point outside the limits). "
        "As things are, the target will be missed every time."
    )


def test_too_few_points_say_so_and_nothing_else() -> None:
    found = standing(xmr([0.8] * 11), Polarity.HIGH, 0.9)
    assert (found.variation, found.assurance) == (Variation.TOO_FEW_POINTS, None)
    assert found.sentence() == ("Too few points yet to tell a change from the usual ups and downs.")
