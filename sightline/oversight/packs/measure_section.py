"""One measure in a pack: its sentence, its chart with limits, its figures, how far to trust it."""

from dataclasses import replace

from sightline import words
from sightline.jobs.control import Control
from sightline.measures import Measure
from sightline.measures.language import Kind
from sightline.oversight.audiences import Wording
from sightline.oversight.audiences.plain import SENTENCES, plain_sentence
from sightline.oversight.changes import Changed
from sightline.oversight.charts import series_svg
from sightline.oversight.control_seen import drawn_from
from sightline.oversight.drawing import EVERY_FIGURE, chart_of
from sightline.oversight.inspection import Visit, inspected_on
from sightline.oversight.packs.shown import Shown
from sightline.oversight.sentences import better, chance, headline, said
from sightline.oversight.verdict import verdict
from sightline.oversight.withheld import SeenFigure
from sightline.packs import Chart, Section, Table

PRINTED = 13  # the newest month and the year before it; the workbook has every one
FEWEST_DRAWN = 2
_IN_PRINT = "The table beneath has the last year of it; the workbook has every figure."


def measure_section(
    each: Shown, seen: Control, change: Changed | None, came: tuple[Visit, ...], wording: Wording
) -> Section:
    """The section. `seen`: the control chart of the figures as shown; `came`: every visit."""
    measure = each.measure
    judged = verdict(each.drawn, seen, inspected_on(came), exact=False)
    rows = [_row(measure, figure) for figure in reversed(each.figures)]
    heads = ("Month to", "Figure", *_counts_heads(measure))
    return Section(
        title=measure.title if wording is Wording.FIELD else measure.question,
        sentence=_sentence(each, wording),
        chart=_chart(each, seen, came),
        table=Table(f"{measure.title}: the last year", heads, tuple(rows[:PRINTED])),
        more=Table(f"{measure.title}: every month", heads, tuple(rows)),
        notes=tuple(filter(None, (judged, _changed(change), _limits(seen), *_about(each)))),
        parts=_teams(each),
    )


def _sentence(each: Shown, wording: Wording) -> str:
    if wording is Wording.PLAIN and each.measure.id in SENTENCES:
        return plain_sentence(each.measure, each.latest)
    return headline(each.measure, each.latest)


def _chart(each: Shown, seen: Control, came: tuple[Visit, ...]) -> Chart | None:
    if sum(figure.value is not None for figure in each.figures) < FEWEST_DRAWN:
        return None
    drawn = chart_of(each.drawn, seen, came, exact=False)
    drawn = replace(drawn, description=drawn.description.replace(EVERY_FIGURE, _IN_PRINT))
    return Chart(drawn.title, drawn.description, series_svg(drawn))


def _counts_heads(measure: Measure) -> tuple[str, ...]:
    if measure.kind is Kind.COUNT:
        return ()
    if measure.kind is Kind.MEAN:
        return "By chance alone", f"Out of: {measure.denominator_words}"
    return "By chance alone", "Counted", f"Out of: {measure.denominator_words}"


def _row(measure: Measure, figure: SeenFigure) -> tuple[str, ...]:
    row = (words.short_day(figure.as_at), said(figure, measure.unit))
    if measure.kind is Kind.COUNT:
        return row
    of = words.number(figure.denominator)
    by_chance = chance(figure, measure.unit)
    if measure.kind is Kind.MEAN:
        return (*row, by_chance, of)
    return (*row, by_chance, words.number(figure.numerator), of)


def _changed(change: Changed | None) -> str:
    return f"Beyond chance: {change.sentence}" if change else ""


def _limits(seen: Control) -> str:
    if seen.why_not:
        return f"No limits are drawn. {seen.why_not}"
    return f"The limits are drawn from {drawn_from(seen)}." if drawn_from(seen) else ""


def _about(each: Shown) -> tuple[str, ...]:
    measure = each.measure
    aim = measure.target
    before = ", ".join(words.short_day(day) for day in each.as_before)
    return (
        f"Whether to rely on it: {each.latest.trust_reason}",
        f"What it is: {measure.definition} Better is: {better(measure.polarity).lower()}.",
        f"What it does not say: {measure.limits}" if measure.limits else "",
        f"The target is {words.figure(aim.value, measure.unit)}, set by {aim.set_by}."
        if aim
        else "",
        f"Given as shown before, though the records have been corrected since: {before}."
        if before
        else "",
    )


def _teams(each: Shown) -> tuple[Section, ...]:
    if not each.teams:
        return ()
    rows = tuple((t.team, said(t.figure, each.measure.unit)) for t in each.teams)
    table = Table(f"{each.measure.title}, team by team", ("Team", "Figure"), rows)
    return (Section("Team by team", table=table),)
