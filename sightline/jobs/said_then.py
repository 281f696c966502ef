"""What each load's figures were when it was the newest, beside what they are said to be today.

At each refresh the figures of the newest day are put away in a small file of that load. So the
figures as known then cost nothing to look up, whatever the number of loads. Loads whose figures
were never put away, or by another version of the software (another definition is no rewriting), are
worked out again from their snapshots only when asked for, so many at the most as are asked for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sightline.jobs.authority import store
from sightline.jobs.figures import latest, with_rows
from sightline.measures import MeasureFigures, catalogue, figures
from sightline.records import Records, Store, software

FOLDER = "said"
Said = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Then:
    """A measure's figure for one day, as it was said at a load and as it is said now."""

    load_id: int
    as_at: date
    then: float | None
    now: float | None

    @property
    def differs(self) -> bool:
        """Whether the past has become another."""
        return self.then != self.now


def put_away(records: Records, held: Store) -> None:
    """Keep the figures of the newest day, as they are said at the records' load."""
    found = figures.series(records, catalogue())
    said = {name: one.latest.value for name, one in found.items()}
    _write(held.folder / FOLDER, records.load_id, _newest(found.values()), _on_newest(found, said))


def as_known_then(data: Path, measure_id: str, *, work_out: int = 0) -> tuple[Then, ...]:
    """For each load, oldest first: the figure of its newest day as known then, and as known now.

    `work_out`: of loads whose figures were not put away, so many of the newest are worked out from
    their snapshots (seconds each). Raises KeyError for an unknown id, NothingLoadedError.
    """
    catalogue()[measure_id]
    _work_out_missing(data, work_out)
    now = {one.measure.id: one for one in latest(data)}
    said = _all_said(store(data))
    return tuple(
        Then(load_id, as_at, values[measure_id], _value_on(now, measure_id, as_at))
        for load_id, (as_at, values) in said.items()
        if measure_id in values
    )


def changed_since(data: Path) -> tuple[tuple[int, date, int, int], ...]:
    """For each load put away: its number, its newest day, how many figures, how many differ now."""
    now = {one.measure.id: one for one in latest(data)}
    return tuple(
        (
            load_id,
            as_at,
            len(values),
            sum(value != _value_on(now, name, as_at) for name, value in values.items()),
        )
        for load_id, (as_at, values) in _all_said(store(data)).items()
    )


def _work_out_missing(data: Path, most: int) -> None:
    held = store(data)
    have = _all_said(held)
    missing = [load.id for load in held.snapshots.loads() if load.id not in have]
    for load_id in missing[::-1][:most]:
        with_rows(data, load_id, lambda records: put_away(records, held))


def _newest(found: Iterable[MeasureFigures]) -> date | None:
    return max((one.latest.as_at for one in found), default=None)


def _on_newest(found: dict[str, MeasureFigures], said: Said) -> Said:
    newest = _newest(found.values())
    return {name: said[name] for name, one in found.items() if one.latest.as_at == newest}


def _value_on(found: dict[str, MeasureFigures], measure_id: str, day: date) -> float | None:
    one = found.get(measure_id)
    return next((f.value for f in one.series if f.as_at == day), None) if one else None


def _write(folder: Path, load_id: int, as_at: date | None, said: Said) -> None:
    if as_at is None:
        return
    folder.mkdir(exist_ok=True)
    target = folder / f"{load_id:06d}.json"
    content = {"software": software(), "as_at": as_at.isoformat(), "figures": said}
    unfinished = target.with_suffix(".part")
    unfinished.write_text(json.dumps(content), encoding="utf-8")
    os.replace(unfinished, target)


def _all_said(held: Store) -> dict[int, tuple[date, Said]]:
    """{load: (its newest day, measure → value)}, of this version of the software."""
    found: dict[int, tuple[date, Said]] = {}
    loads = {load.id for load in held.snapshots.loads()}
    for path in sorted((held.folder / FOLDER).glob("[0-9]*.json")):
        content = json.loads(path.read_text("utf-8"))
        if content["software"] == software() and int(path.stem) in loads:
            found[int(path.stem)] = (date.fromisoformat(content["as_at"]), content["figures"])
    return found
