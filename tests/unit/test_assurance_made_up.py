"""The made-up documents: every conflict of fact that is planted in them is found, and no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.assurance import FactKind, conflicts_among, read_paper
from sightline.synthetic import generate

UNTIL = date(2026, 10, 31)


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("made")
    return generate(folder, children_in_care=40, years=2, until=UNTIL).letters


def test_the_planted_conflicts_are_found_and_no_other(letters: list[Path]) -> None:
    """Two dates of the inspection and two of its report, three of the commissioner's appointment,
    three budgets, a plan both signed off and in progress, 12 or 14 recommendations, and a fifth or
    sixth monitoring visit (truth.json, letters, conflicts)."""
    papers = [read_paper(path) for path in letters]
    found = conflicts_among(papers)
    assert sorted(each.kind for each in found) == sorted(
        (
            FactKind.INSPECTED,
            FactKind.PUBLISHED,
            FactKind.COMMISSIONER,
            FactKind.AMOUNT,
            FactKind.PLAN,
            FactKind.COUNT,
            FactKind.VISIT_NUMBER,
        )
    )
    amounts = {each.kind: {fact.amount for fact in each.facts} for each in found}
    assert amounts[FactKind.COUNT] >= {12, 14}
    assert amounts[FactKind.VISIT_NUMBER] == {5, 6}
    sources = {each.kind: {fact.source for fact in each.facts} for each in found}
    assert len(sources[FactKind.COMMISSIONER]) == 3
    assert len(sources[FactKind.AMOUNT]) == 3
