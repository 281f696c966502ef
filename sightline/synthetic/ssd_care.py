"""The SSD's tables of children in care and care leavers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise

from sightline.synthetic.adopters import sexes_of
from sightline.synthetic.care_leavers import after_care, eligibility
from sightline.synthetic.chance import lot, stream
from sightline.synthetic.days import add_working_days, age_on, day_of, iso
from sightline.synthetic.episodes import episodes_of
from sightline.synthetic.extract import Extract, period_id, yes_no
from sightline.synthetic.files import Cell
from sightline.synthetic.geography import AUTHORITY
from sightline.synthetic.health import Answers, yearly_answers
from sightline.synthetic.model import Period, Person, state_on
from sightline.synthetic.reviews import code_on
from sightline.synthetic.ssda903 import previous_permanence
from sightline.synthetic.workforce import LEAVING

Row = tuple[Cell, ...]
PLAN_OPTIONS = (
    "REMAINSUP RETURN1M RETURN6M RETURNEV LTRELFR LTFOST18 RESPLMT SUPPLIV ADOPTION OTHERPLN"
)
OPTION_OF_PLAN = {
    "RETURN_HOME": "RETURN6M", "SGO_CAO": "LTRELFR", "LONG_TERM_FOSTERING": "LTFOST18",
    "LONG_TERM_RESIDENTIAL": "RESPLMT", "SUPPORTED_LIVING": "SUPPLIV", "ADOPTION": "ADOPTION",
    "OTHER": "OTHERPLN",
}  # fmt: skip
BESIDE = {"RETURN6M": "LTRELFR", "ADOPTION": "LTRELFR", "LTRELFR": "RETURN6M"}
ORDERS = {
    "E11": "Adoption", "E12": "Adoption", "E45": "Special Guardianship",
    "E46": "Special Guardianship", "E47": "Special Guardianship", "E48": "Special Guardianship",
    "E41": "Child Arrangements Order/ Residence Order",
}  # fmt: skip
ELIGIBILITY = {"ELIGIBLE": "Eligible", "RELEVANT": "Relevant", "FORMER_RELEVANT": "Former Relevant"}


def legal_status(extract: Extract) -> Iterator[Row]:
    """Legal statuses with their days."""
    for person, period in extract.care:
        ends = [spell.start for spell in period.legal[1:]] + [period.end]
        for spell, end in zip(period.legal, ends, strict=True):
            if spell.start <= extract.on:
                yield (
                    f"{period_id(person, period)}L{spell.start}", person.child_id, spell.code,
                    iso(spell.start), extract.day(end),
                )  # fmt: skip


def _placement_id(person: Person, period: Period, start: int) -> str:
    return f"{period_id(person, period)}T{start}"


def cla_episodes(extract: Extract) -> Iterator[Row]:
    """Episodes as in the 903."""
    for person, period in extract.care:
        referral = extract.referral_to_care.get(id(period), "")
        reviewed = [review.day for review in period.reviews if review.day <= extract.on]
        for episode in episodes_of(period):
            if episode.start > extract.on:
                continue
            ended = episode.end <= extract.on
            yield (
                f"{period_id(person, period)}E{episode.start}", person.child_id,
                iso(episode.start), episode.new_because, period.need, extract.day(episode.end),
                episode.reason if ended else "", period_id(person, period), referral,
                _placement_id(person, period, episode.placement.start), iso(period.start),
                iso(reviewed[-1]) if reviewed else "",
            )  # fmt: skip


def cla_placement(extract: Extract) -> Iterator[Row]:
    """Placements; the distance from home is the greater outside the authority."""
    for person, period in extract.care:
        for at in period.placements:
            if at.start > extract.on:
                continue
            far = lot(person.child_id, at.start, "distance")
            miles = round(1 + 12 * far if at.authority == AUTHORITY else 8 + 90 * far * far, 1)
            ended = extract.day(at.end)
            yield (
                _placement_id(person, period, at.start), iso(at.start), at.code, at.urn,
                miles if period.home_postcode else 999.9, period_id(person, period), at.provider,
                at.postcode, ended, at.why_ended if ended and at.end < period.end else "",
                person.child_id,
            )  # fmt: skip


def cla_visits(extract: Extract) -> Iterator[Row]:
    """Visits recorded by the day."""
    for person, period in extract.care:
        for number, visit in enumerate(period.visits):
            if visit.recorded <= extract.on:
                alone = lot(person.child_id, "alone", visit.day) < 0.8
                yield (
                    f"{period_id(person, period)}V{number}", period_id(person, period),
                    person.child_id, iso(visit.day), "Y", yes_no(alone),
                )  # fmt: skip


def cla_reviews(extract: Extract) -> Iterator[Row]:
    """Reviews held, with the day each was due under regulation 33."""
    for person, period in extract.care:
        due, allowed = add_working_days(period.start, 20), 91
        for number, review in enumerate(period.reviews):
            if review.day <= extract.on:
                told = extract.told(person, review.day)
                yield (
                    f"{period_id(person, period)}W{number}", period_id(person, period), iso(due),
                    iso(told), "N", code_on(person, told, review.code),
                )  # fmt: skip
                due, allowed = review.day + allowed, 183


def cla_health(extract: Extract) -> Iterator[Row]:
    """Health assessments and dental checks done."""
    for person, period in extract.care:
        found = (("Health Assessment", period.health.assessments),
                 ("Dental Check", period.health.dental))  # fmt: skip
        for kind, days in found:
            for day in days:
                if day <= extract.on:
                    yield (
                        f"{period_id(person, period)}{kind[0]}{day}", person.child_id, kind,
                        iso(day), "Completed",
                    )  # fmt: skip


def _answers(extract: Extract) -> Iterator[tuple[Person, int, Answers]]:
    """The 903's yearly answers, drawn from the same streams as the return's."""
    authority = extract.authority
    for person, period in extract.care:
        for year in authority.return_years:
            first, last = day_of(year - 1, 4, 1), day_of(year, 3, 31)
            if period.start <= first and period.end > last and last <= extract.on:
                rng = stream(authority.seed, person.child_id, "oc2", year)
                answers = yearly_answers(rng, person, period, authority.journey, last)
                yield person, last, answers


def cla_immunisations(extract: Extract) -> Iterator[Row]:
    """The newest answer of each child."""
    newest = {person.child_id: (last, a.immunised) for person, last, a in _answers(extract)}
    for child_id, (last, immunised) in newest.items():
        yield child_id, yes_no(immunised), iso(last)


def cla_substance_misuse(extract: Extract) -> Iterator[Row]:
    """Those found to misuse substances in a year."""
    for person, last, answers in _answers(extract):
        if answers.misuse:
            number = f"{person.child_id}M{last}"
            yield number, person.child_id, iso(last - 60), "Drugs", yes_no(bool(answers.received))


def cla_convictions(extract: Extract) -> Iterator[Row]:
    """Convictions and cautions of a year."""
    for person, last, answers in _answers(extract):
        if answers.convicted:
            yield f"{person.child_id}B{last}", person.child_id, iso(last - 90), ""


def sdq_scores(extract: Extract) -> Iterator[Row]:
    """Scores, or the reason that there is none."""
    for person, last, answers in _answers(extract):
        if answers.score is not None or answers.reason:
            done = last - stream(0, person.child_id, "sdq", last).randrange(1, 300)
            score = "" if answers.score is None else answers.score
            day = iso(done) if answers.score is not None else ""
            yield f"{person.child_id}S{last}", person.child_id, day, answers.reason, score


def cla_previous_permanence(extract: Extract) -> Iterator[Row]:
    """What the 903 says of earlier permanence."""
    for person, period in extract.care:
        if person.periods[-1] is period:
            code, place, day = previous_permanence(extract.authority.seed, person, period)
            yield f"{person.child_id}J", person.child_id, day, code, place


def cla_care_plan(extract: Extract) -> Iterator[Row]:
    """Plans for permanence; two options while in proceedings where planning is parallel."""
    for person, period in extract.care:
        spells = [spell for spell in period.plans if spell.code and spell.start <= extract.on]
        for spell, following in pairwise([*spells, None]):
            assert spell is not None
            options = {OPTION_OF_PLAN[spell.code]}
            status = state_on(period.legal, spell.start)
            rng = stream(0, person.child_id, spell.start, "parallel")
            level = extract.authority.journey.level("planned", spell.start) - 0.3
            if status is not None and status.code == "C1" and rng.random() < level:
                options |= {BESIDE[o] for o in options if o in BESIDE}
            end = following.start if following is not None else period.end
            yield (
                f"{period_id(person, period)}N{spell.start}", person.child_id, iso(spell.start),
                extract.day(end),
                json.dumps({o: "Y" if o in options else "N" for o in PLAN_OPTIONS.split()}),
            )  # fmt: skip


def missing(extract: Extract) -> Iterator[Row]:
    """Missing and away without authorisation, and the return interview."""
    for person, period in extract.care:
        for number, one in enumerate(period.missing):
            if one.start <= extract.on:
                kind = "Missing" if one.kind == "M" else "Away"
                yield (
                    f"{period_id(person, period)}G{number}", person.child_id, iso(one.start),
                    kind, extract.day(one.end), yes_no(one.offered),
                    yes_no(one.accepted) if one.offered else "NA",
                )  # fmt: skip


def care_leavers(extract: Extract) -> Iterator[Row]:
    """Those eligible for help as care leavers, as they are on the day."""
    authority, on = extract.authority, extract.on
    posts = authority.workforce.posts[LEAVING]
    for person in authority.people:
        kind = eligibility(person, on) if 16 <= age_on(person.born, on) < 25 else None
        if kind is None or person.child_id not in extract.known:
            continue
        after = after_care(authority.seed, person, on, authority.journey)
        worker = posts[int(person.child_id) % len(posts)].holder_on(on)
        in_care = person.period_on(on) is not None
        told = (
            ("", "", "", "", "") if in_care else
            (after.in_touch, iso(on - after.last_contact_days), after.accommodation,
             "1" if after.suitable else "2", after.activity)
        )  # fmt: skip
        yield (
            f"{person.child_id}CL", person.child_id, ELIGIBILITY[kind], *told,
            iso(on - after.pathway_review_days), worker, LEAVING, worker,
        )  # fmt: skip


def permanence(extract: Extract) -> Iterator[Row]:
    """Adoption's steps and the orders by which children left care for good."""
    for person, period in extract.care:
        order = ORDERS.get(period.reason, "")
        adoption = period.adoption
        decided = adoption is not None and adoption.decision <= extract.on
        if not decided and not (order and period.end <= extract.on):
            continue
        steps = _steps(extract, period) if decided else [""] * 9
        matched = decided and adoption is not None and bool(extract.day(adoption.matched))
        sexes = sexes_of(extract.authority.seed, person.child_id) if matched else ""
        ended = order if period.end <= extract.on else ""
        together = "" if not decided else 1
        yield (
            f"{period_id(person, period)}PM", person.child_id, period_id(person, period),
            *steps[:8], steps[8], yes_no(bool(person.family)), together, "", "",
            adoption.reason_reversed if adoption and steps[7] else "",
            extract.day(period.end) if ended else "", ended, "", sexes, "",
            "" if not sexes else 1 if sexes.endswith("1") else 2,
        )  # fmt: skip


def _steps(extract: Extract, period: Period) -> list[str]:
    """The nine columns from the decision to the day with a foster carer who adopts."""
    adoption = period.adoption
    assert adoption is not None
    day = extract.day
    same = yes_no(adoption.same_carer) if day(adoption.matched) else ""
    return [
        day(adoption.decision), day(adoption.early_permanence), day(adoption.order),
        day(adoption.placed), day(adoption.matched), same, day(adoption.early_permanence),
        day(adoption.reversed_on), day(adoption.early_permanence) if adoption.same_carer else "",
    ]  # fmt: skip
