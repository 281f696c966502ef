"""The SSD's tables of the front door: contacts to child protection plans."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from sightline.synthetic.chains import Chain
from sightline.synthetic.chance import lot
from sightline.synthetic.cin_census import assessments_of, conference_target, plan_spells
from sightline.synthetic.days import iso
from sightline.synthetic.extract import Extract, referral_id, yes_no
from sightline.synthetic.files import Cell
from sightline.synthetic.need_codes import factors_for, source_code
from sightline.synthetic.pre_proceedings import TO_COURT, pre_proceedings
from sightline.synthetic.workforce import Post

Row = tuple[Cell, ...]
SEEN_ALONE = 0.78


@cache
def ticked(options: str, *yes: str) -> str:
    """Every option of an outcome, ticked or not, as JSON."""
    return json.dumps({option: "Y" if option in yes else "N" for option in options.split()})


def _held(post: Post | None, day: int) -> tuple[str, str]:
    return ("", "") if post is None else (post.team, post.holder_on(day))


def contacts(extract: Extract) -> Iterator[Row]:
    """Contacts of the time, and whether each became a referral."""
    for chain in extract.chains:
        if chain.contact >= extract.since:
            led = "NEW_REFERRAL_FLAG" if chain.referral is not None else "NFA_FLAG"
            yield (
                f"{chain.child.child_id}C{chain.contact}", chain.child.child_id,
                iso(chain.contact), source_code(chain), chain.source,
                ticked("NEW_REFERRAL_FLAG NFA_FLAG ADVICE_FLAG", led),
            )  # fmt: skip


def early_help_episodes(extract: Extract) -> Iterator[Row]:
    """Early help and how it ended."""
    for number, help_ in enumerate(extract.authority.door.early_help):
        if extract.since <= help_.start <= extract.on:
            ended = extract.day(help_.end)
            yield (
                f"EH{number}", help_.child.child_id, iso(help_.start), ended, "Family support",
                help_.outcome if ended else "", help_.organisation, "",
            )  # fmt: skip


def cin_episodes(extract: Extract) -> Iterator[Row]:
    """Referrals, and the episodes of need they opened."""
    for chain in extract.chains:
        if chain.referral is None or chain.referral > extract.on:
            continue
        closed = extract.day(chain.closed) if chain.assessment is not None else ""
        led = "SINGLE_ASSESSMENT_FLAG" if chain.assessment is not None else "NFA_FLAG"
        yield (
            referral_id(chain), chain.child.child_id, iso(chain.referral), chain.need,
            source_code(chain), chain.source, ticked("SINGLE_ASSESSMENT_FLAG NFA_FLAG", led),
            yes_no(chain.no_further_action), chain.closure if closed else "", closed,
            *_held(chain.post, chain.contact),
        )  # fmt: skip


def assessment_id(chain: Chain, number: int) -> str:
    """The id of an assessment of a chain."""
    return f"{referral_id(chain)}A{number}"


def cin_assessments(extract: Extract) -> Iterator[Row]:
    """Assessments, the child seen or not, and their outcome once authorised."""
    for chain in extract.opened():
        for number, (start, authorised) in enumerate(assessments_of(chain)):
            if start > extract.on:
                continue
            done = authorised <= extract.on
            led = "PROV_OF_SERVICES_FLAG" if chain.needs_support else "NFA_FLAG"
            yield (
                assessment_id(chain, number), chain.child.child_id, referral_id(chain), iso(start),
                yes_no(chain.seen), extract.day(authorised),
                ticked("NFA_FLAG PROV_OF_SERVICES_FLAG", led) if done else "",
                yes_no(not chain.needs_support) if done else "", *_held(chain.post, start),
            )  # fmt: skip


def assessment_factors(extract: Extract) -> Iterator[Row]:
    """The factors of each authorised assessment, as a JSON list."""
    for chain in extract.opened():
        for number, (start, authorised) in enumerate(assessments_of(chain)):
            if authorised <= extract.on:
                key = assessment_id(chain, number)
                yield f"{key}F", key, json.dumps(factors_for(chain, start))


def cin_plans(extract: Extract) -> Iterator[Row]:
    """Child in need plans."""
    for chain in extract.opened():
        for start, end in plan_spells(chain):
            if start <= extract.on:
                yield (
                    f"{referral_id(chain)}N", referral_id(chain), chain.child.child_id, iso(start),
                    extract.day(end), *_held(chain.later, start),
                )  # fmt: skip


def _alone(chain: Chain, day: int) -> str:
    return yes_no(lot(chain.child.child_id, "alone", day) < SEEN_ALONE)


def _visits(extract: Extract, *, on_plan: bool) -> Iterator[tuple[Chain, int]]:
    for chain in extract.opened():
        start, end = chain.plan or 0, chain.plan_end or 0
        for day in chain.visits:
            if extract.since <= day <= extract.on and (start <= day < end) == on_plan:
                yield chain, day


def cin_visits(extract: Extract) -> Iterator[Row]:
    """Visits to children in need who are on no protection plan."""
    for number, (chain, day) in enumerate(_visits(extract, on_plan=False)):
        yield f"CV{number}", chain.child.child_id, iso(day), "Y", _alone(chain, day), ""


def cp_visits(extract: Extract) -> Iterator[Row]:
    """Visits to children on protection plans."""
    for number, (chain, day) in enumerate(_visits(extract, on_plan=True)):
        yield (
            f"PV{number}", chain.child.child_id, plan_id(chain), iso(day), "Y",
            _alone(chain, day), "",
        )  # fmt: skip


def s47_enquiry(extract: Extract) -> Iterator[Row]:
    """Section 47 enquiries; each ends when its conference is held, or within twelve days."""
    for chain in extract.opened():
        if chain.strategy is None or chain.strategy > extract.on:
            continue
        ended = chain.conference if chain.conference is not None else chain.strategy + 12
        nothing = chain.conference is None
        led = "NFA_FLAG" if nothing else "CP_CONFERENCE_FLAG"
        yield (
            f"{referral_id(chain)}E", referral_id(chain), chain.child.child_id,
            iso(chain.strategy), extract.day(ended), yes_no(nothing),
            ticked("NFA_FLAG CP_CONFERENCE_FLAG", led), _held(chain.post, chain.strategy)[1],
            _held(chain.post, chain.strategy)[0],
        )  # fmt: skip


def plan_id(chain: Chain) -> str:
    """The id of a chain's protection plan."""
    return f"{referral_id(chain)}K"


def _conferred(extract: Extract) -> Iterator[tuple[Chain, int, int]]:
    for chain in extract.opened():
        strategy, held = chain.strategy, chain.conference
        if strategy is not None and held is not None and held <= extract.on:
            yield chain, strategy, held


def initial_cp_conference(extract: Extract) -> Iterator[Row]:
    """Initial conferences held, with the day they were due."""
    for chain, strategy, held in _conferred(extract):
        led = "CP_FLAG" if chain.led_to_plan else "NFA_FLAG"
        yield (
            f"{referral_id(chain)}I", f"M{held}", f"{referral_id(chain)}E", chain.child.child_id,
            plan_id(chain) if chain.led_to_plan else "", referral_id(chain), "N",
            iso(conference_target(strategy)), iso(held), yes_no(chain.led_to_plan),
            ticked("NFA_FLAG CP_FLAG", led), *_held(chain.post, held),
        )  # fmt: skip


def cp_plans(extract: Extract) -> Iterator[Row]:
    """Protection plans."""
    for chain, _, held in _conferred(extract):
        if chain.led_to_plan:
            yield (
                plan_id(chain), referral_id(chain), f"{referral_id(chain)}I",
                chain.child.child_id, iso(held), extract.day(chain.plan_end),
                chain.categories[0], "N", chain.categories[1],
            )  # fmt: skip


def cp_reviews(extract: Extract) -> Iterator[Row]:
    """Review conferences, with the day each was due: three months, then six."""
    for chain, _, held in _conferred(extract):
        before, allowed = held, 91
        for number, day in enumerate(chain.reviews):
            if day <= extract.on:
                goes_on = chain.plan_end is None or day + 30 < chain.plan_end
                yield (
                    f"{plan_id(chain)}{number}", chain.child.child_id, plan_id(chain),
                    iso(before + allowed), iso(day), f"M{day}", yes_no(goes_on), "Y", "",
                )  # fmt: skip
                before, allowed = day, 183


def pre_proceedings_rows(extract: Extract) -> Iterator[Row]:
    """Pre-proceedings begun; the questions nobody asked are left blank."""
    for chain in extract.opened():
        found = pre_proceedings(extract.authority.seed, chain)
        if found is None or found.started > extract.on:
            continue
        decided = found.decided <= extract.on
        words = "Decision to Issue Care Proceedings" if found.outcome == TO_COURT \
            else "Decision to step down"  # fmt: skip
        yield (
            f"{referral_id(chain)}G", chain.child.child_id, chain.child.family,
            iso(found.started), extract.day(found.first_meeting), words if decided else "",
            extract.day(found.decided) if decided and found.outcome != TO_COURT else "", "", "B",
            "", "", extract.day(found.letter), extract.day(found.court_letter), found.reviews,
            *[""] * 10,
        )  # fmt: skip
