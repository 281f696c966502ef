"""Data quality as JSON: the contracts of `quality --json` and `quality rows --json`, version 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from sightline.jobs.quality import Count, Row
from sightline.jobs.quality_effects import Effect


def overview(
    total: Count, by: str, counts: Sequence[Count], effects: Sequence[Effect]
) -> dict[str, object]:
    """All that is to be put right, counted one way, and what it does to each share."""
    return {
        "version": 1,
        "total": _count(total),
        "by": by,
        "counts": [{"name": each.name, **_count(each)} for each in counts],
        "measures": [_effect(each) for each in effects],
    }


def rows(found: Sequence[Row]) -> dict[str, object]:
    """The issues to put right, row by row."""
    return {"version": 1, "rows": [_row(each) for each in found]}


def _count(count: Count) -> dict[str, object]:
    return {
        "errors": count.errors,
        "warnings": count.warnings,
        "children": count.children,
        "new": count.new,
        "gone": count.gone,
    }


def _effect(effect: Effect) -> dict[str, object]:
    chance, bounds = effect.interval, effect.bounds
    return {
        "id": effect.measure.id,
        "as_at": effect.as_at.isoformat(),
        "numerator": effect.met,
        "denominator": effect.of,
        "value": effect.value,
        "interval": [chance.low, chance.high] if chance else [None, None],
        "bounds": [bounds.low, bounds.high] if bounds else [None, None],
        "children": bounds.of if bounds else 0,
        "missing": effect.unknown,
        "doubted": effect.doubted,
        "in_doubt": effect.in_doubt,
    }


def _row(row: Row) -> dict[str, object]:
    said = asdict(row)
    said["return"] = said.pop("return_name")
    said["path"] = said.pop("file")
    said["team"] = said.pop("owner")
    for name in ("period", "first_seen"):
        said[name] = said[name].isoformat() if said[name] else None
    del said["id"]
    return said
