"""What each of the five sources says of a theme: gathered for all themes with a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from sightline import words
from sightline.assurance.hearing import Words, telling
from sightline.assurance.triangulation import Says, Source, Triangulated, Voice, triangulated
from sightline.improvement.models import Finding
from sightline.improvement.unanswered import own_confirmed
from sightline.improvement.wording import THEME_TITLES
from sightline.insight.intervals import wilson
from sightline.jobs.audits_seen import Audited, AuditsSeen, audits_seen
from sightline.letters import Direction, LetterKind
from sightline.letters import Voice as Speaker
from sightline.letters.kinds import Weight
from sightline.progress.models import Heard, Who
from sightline.progress.moving import Moving, moving_now
from sightline.records import NothingLoadedError

_GOOD_ENOUGH = 0.9  # of audits that find the practice
_POOR = 0.5
_LINE = 160
FAMILIES = (Who.CHILDREN.value, Who.FAMILIES.value)
NO_AUDITS = AuditsSeen(None, (), ())


def audits() -> AuditsSeen:
    """What the audits of the loaded records say; nothing before any load."""
    try:
        return audits_seen(Path(settings.DATA))
    except NothingLoadedError:
        return NO_AUDITS


def by_theme(today: date, *, exact: bool) -> dict[str, Triangulated]:
    """Every theme of which a source says anything, by id, in the order of the themes."""
    gathered: dict[str, list[Voice]] = defaultdict(list)
    for voices in (
        _data(moving_now(exact=exact).values()),
        _audits(audits(), exact=exact),
        _reviews(),
        _people(today, exact=exact),
    ):
        for theme, voice in voices:
            gathered[theme].append(voice)
    return {theme: triangulated(gathered[theme]) for theme in THEME_TITLES if theme in gathered}


def _data(measures: Iterable[Moving]) -> list[tuple[str, Voice]]:
    bearing: dict[str, list[Moving]] = defaultdict(list)
    for each in measures:
        if each.says is not Says.NOTHING:
            for theme in each.measure.themes:
                bearing[theme].append(each)
    return [(theme, _of_measures(found)) for theme, found in bearing.items()]


def _of_measures(found: Sequence[Moving]) -> Voice:
    """The least favourable movement holds: one measure that worsens is not outweighed."""
    order = (Says.WORSE, Says.BETTER, Says.SAME, Says.GOOD)
    first = min(found, key=lambda each: order.index(each.says))
    counted = [
        f"{sum(each.says is says for each in found)} {says}"
        for says in order
        if any(each.says is says for each in found)
    ]
    measures = words.count_of(len(found), "measure")
    return Voice(
        Source.DATA,
        first.says,
        f"{measures.capitalize()}: {', '.join(counted)}. {first.measure.title}: {first.says}.",
        max(each.points[-1].day for each in found),
        reverse("measure", args=[first.measure.id]),
    )


def _audits(seen: AuditsSeen, *, exact: bool) -> list[tuple[str, Voice]]:
    found: dict[str, Voice] = {}
    for each in seen.standards:
        small = any(0 < n < 6 for n in (each.met, each.of - each.met))
        if each.of and (exact or not small):
            voice = _of_standard(each, seen.until)
            for theme in each.themes:
                held = found.get(theme)
                if held is None or (voice.says.side or 0) < (held.says.side or 0):
                    found[theme] = voice
    return list(found.items())


def _of_standard(each: Audited, until: date | None) -> Voice:
    share = each.met / each.of
    now, before = wilson(each.met, each.of), wilson(each.met_before, each.of_before)
    evidence = f"{words.percentage(share)} of {each.of:,} audits found it ({each.standard})"
    if before is not None:
        was = words.percentage(each.met_before / each.of_before)
        evidence += f"; {was} of {each.of_before:,} the year before"
    says = Says.SAME
    if share >= _GOOD_ENOUGH:
        says = Says.GOOD
    elif share < _POOR:
        says = Says.POOR
    elif now is not None and before is not None and now.high < before.low:
        says = Says.WORSE
    elif now is not None and before is not None and now.low > before.high:
        says = Says.BETTER
    return Voice(Source.AUDITS, says, f"{evidence}.", until, reverse("measure", args=[_AUDITED]))


_AUDITED = "audits_good_or_better"


def _reviews() -> list[tuple[str, Voice]]:
    """The newest independent review that speaks of a theme, in the reviewers' own voice."""
    kinds = [each.value for each in LetterKind if each.weight is Weight.INDEPENDENT]
    rows = own_confirmed().filter(
        review__kind__in=kinds, voice=Speaker.REVIEWER.value, review__dated__isnull=False
    )
    newest: dict[str, list[Finding]] = {}
    ordered = rows.select_related("review").prefetch_related("themes")
    for finding in ordered.order_by("-review__dated", "review", "order"):
        for theme in finding.theme_ids:
            held = newest.setdefault(theme, [finding])
            if held[0] is not finding and held[0].review_id == finding.review_id:
                held.append(finding)
    return [(theme, _of_findings(found)) for theme, found in newest.items()]


def _of_findings(found: Sequence[Finding]) -> Voice:
    """A weakness is not outweighed by praise beside it; progress is better, a strength is good."""
    counts = {way: [f for f in found if f.direction == way.value] for way in Direction}
    says, telling_one = Says.SAME, found[0]
    for way, meant in (
        (Direction.WEAKNESS, Says.POOR),
        (Direction.PROGRESS, Says.BETTER),
        (Direction.STRENGTH, Says.GOOD),
    ):
        if counts[way]:
            says, telling_one = meant, counts[way][0]
            break
    review = found[0].review
    counted = ", ".join(
        words.count_of(len(rows), _WAYS[way][0], _WAYS[way][1])
        for way, rows in counts.items()
        if rows and way in _WAYS
    )
    evidence = f"{review.title}: {counted or 'described only'}. “{_short(telling_one.wording)}”"
    return Voice(Source.REVIEWS, says, evidence, review.dated, telling_one.get_absolute_url())


_WAYS = {
    Direction.WEAKNESS: ("weakness", "weaknesses"),
    Direction.PROGRESS: ("progress", "progresses"),
    Direction.STRENGTH: ("strength", "strengths"),
}


def _people(today: date, *, exact: bool) -> list[tuple[str, Voice]]:
    rows = Heard.objects.filter(corrected=None).exclude(who=Who.PARTNERS)
    heard: dict[tuple[str, Source], list[Heard]] = defaultdict(list)
    for each in rows:
        source = Source.FAMILIES if each.who in FAMILIES else Source.STAFF
        heard[each.theme, source].append(each)
    found = []
    for (theme, source), said in heard.items():
        voice = _of_heard(source, {each.pk: each for each in said}, today, exact=exact)
        if voice is not None:
            found.append((theme, voice))
    return found


def _of_heard(
    source: Source, said: Mapping[int, Heard], today: date, *, exact: bool
) -> Voice | None:
    first = telling(
        [Words(key, Says(each.says), each.on, each.weight) for key, each in said.items()], today
    )
    if first is None:
        return None
    row = said[first.key]
    evidence = (
        f"{row.who_title}, {row.how_title.lower()}, {row.people_for(exact=exact)}; weight "
        f"{row.weight.title.lower()}. “{_short(row.words)}”"
    )
    return Voice(source, first.says, evidence, row.on, f"{reverse('heard')}?theme={row.theme}")


def _short(text: str) -> str:
    return text if len(text) <= _LINE else f"{text[: _LINE - 1].rsplit(' ', 1)[0]} …"
