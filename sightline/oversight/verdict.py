"""The verdict on a measure in one sentence: its value, what changed, its target, its pace."""

from datetime import date

from sightline import words
from sightline.insight.pace import Pace, PaceVerdict
from sightline.jobs.control import Control
from sightline.measures import Measure, MeasureFigures
from sightline.oversight.control_seen import FOR
from sightline.oversight.pace_rows import pace_of
from sightline.oversight.withheld import figure_for


def verdict(found: MeasureFigures, seen: Control, inspected: date | None, *, exact: bool) -> str:
    """One sentence on the newest figure; empty where it is withheld or nothing can be said.

    `seen` is the control chart as this person may see it, as are the figures of the pace.
    """
    measure, latest = found.measure, figure_for(found.latest, found.measure.kind, exact=exact)
    if latest.value is None:
        return ""
    value = f"{words.figure(latest.value, measure.unit)} at {words.day(latest.as_at)}"
    known = pace_of(found, inspected, exact=exact)
    clauses = [
        _variation(found, seen),
        _assurance(measure, seen),
        _pace(known, measure, inspected) if known else "",
    ]
    said = "; ".join(clause for clause in clauses if clause)
    return f"{value}: {said}." if said else ""


def year_beside(seen: Control, unit: str) -> str:
    """A share beside the year before; empty where it is not set beside one."""
    beside = seen.beside_year_before
    if beside is None:
        return ""
    then, now = words.figure(beside.then, unit), words.figure(beside.now, unit)
    if not seen.year_differs:
        return f"no different from a year before beyond chance ({then} then, {now} now)"
    way = "up" if beside.now > beside.then else "down"
    return f"{way} from {then} to {now} in a year, beyond chance{FOR[beside.verdict]}"


def _variation(found: MeasureFigures, seen: Control) -> str:
    if seen.standing is None or seen.why_not:
        return year_beside(seen, found.measure.unit)
    said = _begun_small(seen.standing.variation_said)
    at = seen.figures[-1].as_at
    return said if at == found.latest.as_at else f"at {words.day(at)}, {said}"


def _assurance(measure: Measure, seen: Control) -> str:
    if seen.standing is None or measure.target is None:
        return ""
    target = f"the target of {words.figure(measure.target.value, measure.unit)}"
    return _begun_small(seen.standing.assurance_said.replace("the target", target))


def _pace(known: Pace, measure: Measure, inspected: date | None) -> str:
    then = known.at_inspection
    at = "" if then is None else f" ({words.figure(then, measure.unit)} then)"
    began = "the inspection" if inspected and then is not None else "the first figure"
    since = f"since {began}{at}"
    if known.verdict is PaceVerdict.ARRIVED:
        return "the target is reached now"
    if known.verdict is PaceVerdict.WRONG_WAY:
        return f"{since} it has been going the wrong way"
    if known.verdict is PaceVerdict.CANNOT_TELL:
        return f"{since} no movement can be told from chance"
    if known.arrival is None:
        return f"{since} the pace has been too slow ever to reach the target"
    reached = words.month(known.arrival)
    return f"{since} it has improved, and at that pace reaches the target in {reached}"


def _begun_small(said: str) -> str:
    return said[:1].lower() + said[1:]
