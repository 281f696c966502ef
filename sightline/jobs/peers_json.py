"""Comparators as JSON documents, for machines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sightline.insight.intervals import Interval
from sightline.jobs.peers import Beside, Loaded
from sightline.peers import PER_CHILDREN, Area, Benchmarks, Unit

VERSION = 1
Document = dict[str, Any]


def loaded_json(loaded: Sequence[Loaded]) -> Document:
    """What became of each file."""
    return {
        "version": VERSION,
        "files": [
            {
                "file": each.file,
                "kind": each.kind.value if each.kind else None,
                "rows": each.rows,
                "new": each.new,
                "refused": each.refused or None,
                "issues": [
                    {
                        "row": issue.row,
                        "column": issue.column,
                        "value": issue.value,
                        "message": issue.message,
                    }
                    for issue in each.issues
                ],
            }
            for each in loaded
        ],
    }


def kept_json(kept: Benchmarks) -> Document:
    """Every file that is kept, and which authority we are."""
    return {
        "version": VERSION,
        "area": area_json(kept.area()),
        "files": [
            {
                "file": each.name,
                "kind": each.kind.value,
                "rows": each.rows,
                "years": [each.first_year, each.last_year],
                "loaded": each.loaded,
                "sha256": each.digest,
            }
            for each in kept.files()
        ],
    }


def area_json(area: Area | None) -> Document | None:
    """An authority's number and name."""
    return {"number": area.number, "name": area.name} if area else None


def compared_json(kept: Benchmarks, compared: Sequence[Beside]) -> Document:
    """Every measure beside other areas. Shares are fractions of 1, rates per 10,000 children."""
    return {
        "version": VERSION,
        "area": area_json(kept.area()),
        "measures": [_measure(each) for each in compared],
    }


def shown(value: float | None, unit: Unit) -> float | None:
    """A value of a comparison as it is written: a rate per 10,000 children, all else as it is."""
    if value is None or unit is not Unit.PER_10000:
        return value
    return value * PER_CHILDREN


def _measure(each: Beside) -> Document:
    unit, comparison, rank = each.published.unit, each.comparison, each.comparison.rank
    return {
        "id": each.measure.id,
        "year": each.year,
        "as_at": each.last_day.isoformat(),
        "unit": unit.value,
        "value": shown(comparison.own.value, unit),
        "trusted": each.own.trusted,
        "interval": [shown(limit, unit) for limit in _limits(comparison.interval)],
        "as_published": shown(each.as_published, unit),
        "neighbours": {
            "median": shown(comparison.neighbours_median, unit),
            "given": len(each.neighbours),
            "named": each.neighbours_named,
            "beside": comparison.beside_median.value,
            "source": each.neighbours_source or None,
        },
        "rank": rank
        and {
            "place": rank.place,
            "of": rank.of,
            "interval": _limits(rank.interval),
        },
        "region": {
            "name": each.region_name or None,
            "value": shown(each.region, unit),
            "beside": comparison.beside_region.value,
        },
        "england": {
            "value": shown(each.england, unit),
            "beside": comparison.beside_england.value,
        },
        "outside_the_funnel": each.among.outside if each.among else None,
        "source": each.source,
        "differs": each.published.differs or None,
    }


def _limits(interval: Interval | None) -> list[float | None]:
    return [interval.low, interval.high] if interval else [None, None]
