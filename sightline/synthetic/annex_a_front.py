"""Annex A lists 1 to 7 as they would have been extracted on a day: only what was then known."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.synthetic import annex_a_codes as codes
from sightline.synthetic.annex_a_care import YEAR_DAYS, Row, held_by, last_by
from sightline.synthetic.authority import Authority
from sightline.synthetic.chains import Chain, Known
from sightline.synthetic.chance import lot
from sightline.synthetic.days import add_months, age_on

SEEN_ALONE = 0.78


def _who(child: Known, on: int) -> Row:
    return {
        "child_id": int(child.child_id),
        "sex": codes.SEX[child.sex if child.born <= on else "U"],
        "ethnicity": codes.ETHNICITY[child.ethnicity],
        "date_of_birth": child.born,
        "age": max(age_on(child.born, on), 0),
    }


def _held(chain: Chain) -> Row:
    return {"team": chain.team, "worker": chain.worker}


def list_1(authority: Authority, on: int) -> Iterator[Row]:
    """Contacts of the last six months."""
    since = add_months(on, -6)
    for chain in authority.door.chains:
        if since < chain.contact <= on:
            yield _who(chain.child, on) | {
                "contact_date": chain.contact,
                "contact_source": codes.SOURCE[chain.source],
            }


def list_2(authority: Authority, on: int) -> Iterator[Row]:
    """Early help assessments begun in the last six months."""
    since = add_months(on, -6)
    for help_ in authority.door.early_help:
        if since < help_.start <= on:
            yield _who(help_.child, on) | {
                "assessment_start": help_.start,
                "assessment_end": help_.end if help_.end <= on else None,
                "organisation": help_.organisation,
            }


def list_3(authority: Authority, on: int) -> Iterator[Row]:
    """Referrals of the last six months, with how many the child had in the year before."""
    since = add_months(on, -6)
    for chain in authority.door.chains:
        if chain.referral is not None and since < chain.referral <= on:
            yield (
                _who(chain.child, on)
                | {
                    "referral_date": chain.referral,
                    "referral_source": codes.SOURCE[chain.source],
                    "no_further_action": codes.YES_NO[chain.no_further_action],
                    "referrals_12_months": authority.door.before(
                        chain, "referral", chain.referral - YEAR_DAYS
                    ),
                }
                | _held(chain)
            )


def list_4(authority: Authority, on: int) -> Iterator[Row]:
    """Assessments open at any time in the last six months."""
    since = add_months(on, -6)
    for chain in authority.door.chains:
        if chain.assessment is None or chain.authorised is None:
            continue
        if chain.assessment <= on and chain.authorised > since:
            done = chain.authorised <= on
            row = _who(chain.child, on) | {
                "disabled": codes.YES_NO[chain.child.disabled],
                "assessment_start": chain.assessment,
                "child_seen": codes.YES_NO[chain.seen],
            }
            if done:
                row["authorised"] = chain.authorised
                row["needs_support"] = codes.YES_NO[chain.needs_support]
            yield row | _held(chain)


def list_5(authority: Authority, on: int) -> Iterator[Row]:
    """Section 47 enquiries begun in the last six months, and what came of each."""
    since = add_months(on, -6)
    for chain in authority.door.chains:
        if chain.strategy is None or not since < chain.strategy <= on:
            continue
        row = _who(chain.child, on) | {
            "disabled": codes.YES_NO[chain.child.disabled],
            "strategy_discussion": chain.strategy,
            "conference_unnecessary": codes.YES_NO[chain.conference is None],
            "section47_12_months": 1
            + authority.door.before(chain, "strategy", chain.strategy - YEAR_DAYS),
            "conferences_12_months": 0,
        }
        if chain.conference is not None and chain.conference <= on:
            row["conference_date"] = chain.conference
            row["led_to_plan"] = codes.YES_NO[chain.led_to_plan]
            row["conferences_12_months"] = 1
        yield row | _held(chain)


def _closed(chain: Chain) -> tuple[int, str] | None:
    """The day a child's episode of need ends, and why; care is part of it."""
    if not chain.opened or chain.closed is None:
        return None
    return chain.closed, chain.closure


def _status(chain: Chain, on: int) -> str:
    if chain.care is not None and chain.care.start <= on < chain.care.end:
        return "CARE"
    if chain.plan is not None and chain.plan <= on < (chain.plan_end or on + 1):
        return "PROTECTION"
    return "ASSESSMENT" if chain.authorised is not None and on < chain.authorised else "NEED"


def list_6(authority: Authority, on: int) -> Iterator[Row]:
    """Children in need at any time in the last six months, those in care among them."""
    since = add_months(on, -6)
    for chain in authority.door.chains:
        closed = _closed(chain)
        if closed is None or chain.referral is None or chain.referral > on or closed[0] <= since:
            continue
        ended = closed[0] <= on
        in_care = chain.care is not None and chain.care.start <= on < chain.care.end
        row = _who(chain.child, on) | {
            "disabled": codes.YES_NO[chain.child.disabled],
            "started": chain.referral,
            "need": codes.NEED[chain.need],
            "last_seen": None if in_care else last_by(chain.visits, on),
            "status": codes.STATUS["CLOSED" if ended else _status(chain, on)],
        }
        if ended:
            row |= {"ended": closed[0], "reason_closed": codes.CLOSURE[closed[1]]}
        yield row | (held_by(authority, chain.care, on) if chain.care and in_care else _held(chain))


def list_7(authority: Authority, on: int) -> Iterator[Row]:
    """Child protection plans open at any time in the last six months."""
    since = add_months(on, -6)
    for chain in authority.door.chains:
        if not chain.led_to_plan or chain.plan is None or chain.plan_end is None:
            continue
        if chain.plan > on or chain.plan_end <= since:
            continue
        visits = [day for day in chain.visits if day >= chain.plan]
        row = _who(chain.child, on) | {
            "disabled": codes.YES_NO[chain.child.disabled],
            "started": chain.plan,
            "initial_category": codes.CATEGORY[chain.categories[0]],
            "latest_category": codes.CATEGORY[chain.categories[1]],
            "last_visit": last_by(visits, on),
            "seen_alone": codes.YES_NO[lot(chain.child.child_id, "alone", on) < SEEN_ALONE],
            "last_review": last_by(chain.reviews, on),
            "ended": chain.plan_end if chain.plan_end <= on else None,
            "emergency_protection": codes.YES_NO[False],
            "previous_plans": chain.previous_plans,
        }
        yield row | _held(chain)
