"""What stands around the measures of a pack: what stands out, the pace, what is not shown, how."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.measures import Measure, catalogue
from sightline.oversight.changes import Changed
from sightline.oversight.pace_rows import STANDING, pace_of
from sightline.oversight.packs.shown import Shown
from sightline.oversight.scrutiny_rows import ScrutinyList
from sightline.packs import Section, Table

NEVER = "Not at this rate"


def three_questions(
    measures: Sequence[Shown],
    changed: Mapping[str, Changed],
    coverage: str,
    next_steps: Sequence[str],
) -> Section:
    """What is known, how, and what is done next: the questions of a self-evaluation.

    From the inspectorate's advice on annual engagement meetings (2018). `coverage`: how much of
    care planning is measured at all, in a sentence.
    """
    told = [each for each in measures if each.whole and each.latest.trusted]
    better = sum(each.verdict == "For the better" for each in changed.values())
    worse = sum(each.verdict == "For the worse" for each in changed.values())
    known = (
        f"Of {words.count_of(len(measures), 'measure')} here, {len(told)} can be relied on and "
        f"{'is' if len(told) == 1 else 'are'} shown in full; beyond chance, {better} moved for the "
        f"better and {worse} for the worse. How good the help is for a child is not told by "
        "figures alone."
    )
    parts = (
        Section("What do we know?", known),
        Section("How do we know it?", f"From the records, by published definitions. {coverage}"),
        Section(
            "What will we do next?",
            "" if next_steps else "Nobody has written down in the plan what is done next.",
            points=tuple(next_steps),
        ),
    )
    return Section("The three questions", parts=parts)


def stands_out(found: ScrutinyList | None, measures: Sequence[Shown]) -> Section:
    """The areas for scrutiny among a pack's measures, with what to ask.

    Only of measures that stand in the pack as the records say them today: the evidence is of those.
    `found` is None where the pack speaks of an earlier day than the records do.
    """
    title = "What stands out, and what to ask"
    if found is None:
        return Section(title, "This is worked out for the newest figures alone, not for past ones.")
    told = {each.measure.id for each in measures if each.as_of_today}
    rows = [row for row in found.rows if row.measure_id in told]
    points = tuple(
        f"{row.title}: {row.evidence}. {row.sure + '. ' if row.sure else ''}Ask: {row.question}"
        for row in rows
    )
    if not points:
        return Section(title, "Nothing in this pack stands out beyond chance.")
    are = "thing in this pack stands" if len(points) == 1 else "things in this pack stand"
    how = words.count_of(len(points), are, are).capitalize()
    return Section(title, f"{how} out.", points=points, notes=(found.sentence,))


def pace_section(measures: Sequence[Shown], inspected: date | None) -> Section:
    """From the inspection to now to the target: which measures arrive, and when."""
    judged = [
        (each, pace_of(each.drawn, inspected, exact=False)) for each in measures if each.whole
    ]
    rows = []
    for each, known in judged:
        if known is None:
            continue
        unit = each.measure.unit
        rows.append(
            (
                each.measure.title,
                "–" if known.at_inspection is None else words.figure(known.at_inspection, unit),
                words.figure(known.now.value, unit),
                words.figure(known.target, unit),
                STANDING[known.verdict],
                _arrival(known.arrival, known.earliest, known.latest),
            )
        )
    title = "Is the pace fast enough?"
    if not rows:
        return Section(title, "No measure of this pack has a target to move towards.")
    since = f"the inspection of {words.day(inspected)}" if inspected else "the first figure"
    good = sum(row[4] in (STANDING_THERE, STANDING_ON_PACE) for row in rows)
    verb = "is" if good == 1 else "are"
    heads = ("Measure", "Then", "Now", "Target", "Pace", "Arrives (from – to)")
    return Section(
        title,
        f"Of {len(rows)} measures with a target, {good} {verb} there or on pace since {since}.",
        table=Table(f"Pace since {since}", heads, tuple(rows)),
    )


STANDING_THERE, STANDING_ON_PACE = list(STANDING.values())[:2]


def _arrival(arrival: date | None, earliest: date | None, latest: date | None) -> str:
    if arrival is None:
        return "–"
    if earliest is None:
        return words.month(arrival)
    last = words.month(latest) if latest else "never"
    return f"{words.month(arrival)} ({words.month(earliest)} – {last})"


def not_shown(
    measures: Sequence[Shown],
    left_out: Sequence[tuple[Measure, str]],
    lacking: Sequence[str],
    not_measured: Sequence[tuple[str, str]],
) -> Section:
    """What a reader might look for in vain, and why. `lacking`: ids that nothing loaded answers."""
    rows = (
        *_withheld(measures),
        *((measure.title, f"Left out. {why}") for measure, why in left_out),
        *((catalogue()[name].title, "Nothing that was loaded answers it.") for name in lacking),
        *not_measured,
    )
    title = "What is not shown, and why"
    if not rows:
        return Section(title, "Nothing that belongs in this pack is left out or withheld.")
    are = "is" if len(rows) == 1 else "are"
    what = words.count_of(len(rows), "thing").capitalize()
    return Section(
        title,
        f"{what} {are} not shown, or not in full.",
        table=Table("Not shown", ("What", "Why"), rows),
    )


def _withheld(measures: Sequence[Shown]) -> Iterator[tuple[str, str]]:
    for each in measures:
        withheld = sum(figure.withheld for figure in each.figures)
        if withheld:
            months = words.count_of(withheld, "month")
            yield (
                each.measure.title,
                f"{months.capitalize()} withheld: so few children that one "
                "of them might be known, or could be worked out.",
            )
        if not each.latest.trusted:
            yield each.measure.title, f"No score. {each.latest.trust_reason}"


@dataclass(frozen=True, slots=True)
class Origin:
    """From what a pack was made: the load, the run of all figures, the version of the software."""

    load_id: int
    run: str
    software: str


def about(origin: Origin, figures: int, supplied: int) -> Section:
    """How to read the pack, and how to make it again."""
    return Section(
        "About this pack",
        "Every figure is worked out from the records by a published definition; none is typed in.",
        points=(
            f"Where it comes from: {words.count_of(figures, 'measure')} from the records; "
            f"{words.count_of(supplied, 'section')} from the registers of findings, actions and "
            "boards.",
            "Small numbers: a figure that could tell of one to five children is withheld and shown "
            "as c, and so is what it could be worked out from, here or in any pack or page "
            "published before.",
            "Beyond chance: a change is named only where chance alone would rarely make one as "
            "large. By chance alone: the range in which the true figure lies 95 times in 100.",
            "Limits on a chart: the dotted lines hold nearly all months while nothing changes; a "
            "square is a sign for the better, a diamond a sign for the worse.",
            f"Run {origin.run[:12]}, load {origin.load_id}, Sightline {origin.software}: any pack "
            "with the same run number rests on the same figures.",
        ),
    )
