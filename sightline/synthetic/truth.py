"""What was put in on purpose, for tests to look for: truth.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sightline.synthetic.authority import Authority
from sightline.synthetic.days import day_of, iso
from sightline.synthetic.job import Job
from sightline.synthetic.model import Person, Recorded
from sightline.synthetic.templates import Row
from sightline.synthetic.truth_practice import practice_of


def truth_of(job: Job, listed: Mapping[str, list[Row]]) -> dict[str, Any]:
    """Plain values: drift, late recording, rewritten dates, identities gone astray, dirt, practice.

    `listed` are the templates' rows before any dirt.
    """
    authority, made, soiled, left_out = job.authority, job.made, job.soiled, job.left_out
    planted = authority.planted.drift()
    planted["slipping_since"] = date.fromordinal(authority.planted.slipping_since).isoformat()
    last = date.fromordinal(authority.extracts[-1])
    return {
        "authority": made.authority,
        "seed": made.seed,
        "until": made.until.isoformat(),
        "last_extract": last.isoformat(),
        "inspection_ended": date.fromordinal(authority.journey.inspection).isoformat(),
        "drift_on_last_extract": planted,
        "recorded_late": [
            late
            for late in _recorded_late(authority.people, authority.extracts)
            if late["child_id"] != left_out.of_annex_a
        ],
        "left_out": {"of_annex_a": left_out.of_annex_a, "of_ssda903": left_out.of_ssda903},
        "rewritten": [
            asdict(one) | {"held": iso(one.held), "told": iso(one.told), "since": iso(one.since)}
            for one in authority.planted.rewritten
        ],
        "identities": _identities(authority, job.left_out.of_annex_a),
        "practice": practice_of(authority, listed),
        "dirt": soiled.as_list(),
    }


def _recorded_late(people: list[Person], extracts: list[int]) -> list[dict[str, str | None]]:
    """Visits of the last year that a month-end's workbook could not yet show.

    `first_shown`: the first workbook that shows one, as the last visit; None where by the time it
    was recorded the child had been visited again, so that no workbook ever does.
    """
    found = []
    for person in people:
        for period in person.periods:
            for visit in period.visits:
                if visit.day < extracts[-1] - 365:
                    continue
                if any(visit.day <= on < visit.recorded for on in extracts):
                    showing = (on for on in extracts if _is_last(visit, period.visits, on))
                    first = next(showing, None)
                    found.append({
                        "child_id": person.child_id,
                        "visited": date.fromordinal(visit.day).isoformat(),
                        "recorded": date.fromordinal(visit.recorded).isoformat(),
                        "first_shown": None if first is None else iso(first),
                    })  # fmt: skip
    return found


def _is_last(visit: Recorded, visits: list[Recorded], on: int) -> bool:
    """Whether a visit is on the system by `on`, and no later one is."""
    return visit.recorded <= on and all(
        other.day <= visit.day for other in visits if max(other.day, other.recorded) <= on
    )


def _identities(authority: Authority, left_out: str) -> dict[str, Any]:
    """Where one child has two numbers, two children have one, or a child has none yet.

    `known_as_other_in_cin`: id in the 903 -> id in the CIN census, the pupil number the same.
    `new_pupil_number_in_cin`: id -> the pupil number of the census, the old one given as former.
    `id_used_again`: id of a child who left care -> pupil number of the other child who has it now.
    `adopted_anew`: id before the adoption -> id after it; nothing may join the two.
    `unborn_in_last_census`: ids of children expected, not yet born, on the last 31 March.
    """
    planted = authority.planted
    last = day_of(authority.return_years[-1], 3, 31)
    unborn = {
        chain.child.child_id
        for chain in authority.door.chains
        if chain.child.born > last and chain.referral is not None and chain.referral <= last
    }
    families: dict[str, list[str]] = {}
    for person in authority.people:
        if person.period_on(authority.extracts[-1]) and person.child_id != left_out:
            families.setdefault(person.family, []).append(person.child_id)
    return {
        "known_as_other_in_cin": planted.known_as_other,
        "new_pupil_number_in_cin": planted.new_pupil_number,
        "id_used_again": planted.id_used_again,
        "adopted_anew": planted.adopted_anew,
        "unborn_in_last_census": sorted(unborn),
        "brothers_and_sisters_in_care": sorted(
            sorted(ids) for ids in families.values() if len(ids) > 1
        ),
        "short_breaks_only": sorted(person.child_id for person in authority.short_breaks),
    }
