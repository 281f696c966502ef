"""The tables of the SSDA903 for a return year, in that year's columns and codes."""

from __future__ import annotations

from sightline.synthetic.adopters import sexes_of
from sightline.synthetic.authority import Authority
from sightline.synthetic.care_leavers import after_care, has_died, is_care_leaver
from sightline.synthetic.chance import pick, stream
from sightline.synthetic.days import age_on, birthday, slashed
from sightline.synthetic.episodes import episodes_of
from sightline.synthetic.files import TEXT, Cell, Sheet
from sightline.synthetic.health import yearly_answers
from sightline.synthetic.model import Period, Person
from sightline.synthetic.return_years import FIRST_YEAR_OF_WORKERS, ReturnYear
from sightline.synthetic.reviews import code_on
from sightline.synthetic.staffing import registration_of

COLUMNS: dict[str, str] = {
    "header": "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB",
    "episodes": "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE "
    "HOME_POST PL_POST URN",
    "reviews": "CHILD DOB REVIEW REVIEW_CODE",
    "uasc": "CHILD SEX DOB DUC",
    "oc2": "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK "
    "HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED",
    "oc3": "CHILD DOB IN_TOUCH ACTIV ACCOM",
    "ad1": "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
    "placed_for_adoption": "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED",
    "previous_permanence": "CHILD DOB PREV_PERM LA_PERM DATE_PERM",
    "missing": "CHILD DOB MISSING MIS_START MIS_END",
    "sw_episodes": "CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON",
}
# Couples by sex: married, in a civil partnership (L2), neither.
LEGAL_STATUS_OF = {
    "MF": {"L11": 0.76, "L2": 0.05, "L3": 0.19},
    "MM": {"L12": 0.60, "L2": 0.20, "L4": 0.20},
    "FF": {"L12": 0.60, "L2": 0.20, "L4": 0.20},
}
PREVIOUS_PERMANENCE = {"Z1": 0.955, "P1": 0.012, "P2": 0.02, "P3": 0.009, "P4": 0.004}


Rows = list[list[Cell]]


def tables_for(authority: Authority, year: int) -> dict[str, Sheet]:
    """Every table of a return year; children in the order of their ids.

    The header holds those looked after in the year and the care leavers of oc3.
    """
    within = ReturnYear(year)
    names = [n for n in COLUMNS if n != "sw_episodes" or year >= FIRST_YEAR_OF_WORKERS]
    sheets = {}
    for name in names:
        columns = COLUMNS[name].split()
        sheets[name] = Sheet(name, columns, list(columns), [TEXT] * len(columns))
    everyone = authority.people + authority.short_breaks
    for person in sorted(everyone, key=lambda person: person.child_id):
        periods = [p for p in person.periods if p.open_during(within.first, within.last)]
        if periods:
            for name, rows in _of_child(authority, person, periods, within).items():
                if name in sheets:
                    sheets[name].rows += rows
        after = [] if person.short_breaks else _oc3(authority, person, within)
        sheets["oc3"].rows += after
        if after and not periods:
            sheets["header"].rows.append(_header(person, within))
    return sheets


def _of_child(
    authority: Authority, person: Person, periods: list[Period], within: ReturnYear
) -> dict[str, Rows]:
    if person.short_breaks:
        episodes = [row for period in periods for row in _episodes(person, period, within)]
        return {"header": [_header(person, within)], "episodes": episodes}
    born = slashed(person.born)
    latest = periods[-1]
    duc = slashed(birthday(person.born, 18))
    return {
        "header": [_header(person, within)],
        "episodes": [row for period in periods for row in _episodes(person, period, within)],
        "reviews": [
            [person.child_id, born, slashed(day), code_on(person, day, review.code)]
            for period in periods
            for review in period.reviews
            if within.first
            <= (day := authority.planted.told(person.child_id, review.day, within.last))
            and review.day <= within.last
        ],
        "uasc": [[person.child_id, within.sex(person.sex), born, duc]] if person.uasc else [],
        "oc2": _oc2(authority, person, latest, within),
        "ad1": _ad1(authority.seed, person, latest, within),
        "placed_for_adoption": _placed(person, latest, within),
        "previous_permanence": [
            [person.child_id, born, *previous_permanence(authority.seed, person, latest)]
        ],
        "missing": [row for period in periods for row in _missing(person, period, within)],
        "sw_episodes": [row for period in periods for row in _workers(person, period, within)],
    }


def _header(person: Person, within: ReturnYear) -> list[Cell]:
    could_be = person.sex == "F"
    mother = person.mother_of is not None and person.mother_of <= within.last
    return [
        person.child_id, within.sex(person.sex), slashed(person.born), person.ethnicity,
        _pupil_number(person, within),
        str(int(mother)) if could_be else "", slashed(person.mother_of) if mother else "",
    ]  # fmt: skip


def _pupil_number(person: Person, within: ReturnYear) -> str:
    """The pupil number; UN1 is the 903's code for a child not yet of school age."""
    return person.upn if age_on(person.born, within.last) >= 4 else "UN1"


def _episodes(person: Person, period: Period, within: ReturnYear) -> Rows:
    rows: Rows = []
    for episode in episodes_of(period):
        if episode.start > within.last or episode.end < within.first:
            continue
        ended = episode.end <= within.last
        place = episode.placement
        rows.append([
            person.child_id, slashed(episode.start), episode.new_because, episode.status,
            period.need, within.place(place.code), place.provider,
            slashed(episode.end) if ended else "",
            episode.reason if ended else "", episode.why_moved if ended else "",
            period.home_postcode, "" if person.short_breaks else place.postcode, place.urn,
        ])  # fmt: skip
    return rows


def _flag(value: bool | None) -> str:
    return "" if value is None else str(int(value))


def _oc2(authority: Authority, person: Person, period: Period, within: ReturnYear) -> Rows:
    """Of children looked after on 31 March and for the whole year before it."""
    if period.start > within.first or period.end <= within.last:
        return []
    rng = stream(authority.seed, person.child_id, "oc2", within.year)
    a = yearly_answers(rng, person, period, authority.journey, within.last)
    flags = (
        a.convicted,
        a.development,
        a.immunised,
        a.dental,
        a.assessed,
        a.misuse,
        a.received,
        a.offered,
    )
    score = "" if a.score is None else str(a.score)
    return [[person.child_id, slashed(person.born), score, a.reason, *(_flag(f) for f in flags)]]


def _oc3(authority: Authority, person: Person, within: ReturnYear) -> Rows:
    """Of care leavers whose 17th to 21st birthday falls in the year."""
    age = age_on(person.born, within.last)
    turned = birthday(person.born, age) if 17 <= age <= 21 else 0
    back = person.period_on(within.last) is not None
    if turned < within.first or back or not is_care_leaver(person, turned):
        return []
    if has_died(authority.seed, person, age, authority.journey):
        return []
    after = after_care(authority.seed, person, turned, authority.journey)
    known = after.in_touch in ("YES", "NO")
    gone = after.in_touch in ("DIED", "RHOM") or not known
    accommodation = "0" if gone else after.accommodation + ("1" if after.suitable else "2")
    activity = "0" if gone or after.in_touch == "NO" else within.activity(after.activity)
    return [[person.child_id, slashed(person.born), after.in_touch, activity, accommodation]]


def _ad1(seed: int, person: Person, period: Period, within: ReturnYear) -> Rows:
    adoption = period.adoption
    if adoption is None or adoption.adopted is None or period.reason not in ("E11", "E12"):
        return []
    if not within.first <= period.end <= within.last or adoption.matched is None:
        return []
    sexes = sexes_of(seed, person.child_id)
    number = "1" if sexes.endswith("1") else "2"
    rng = stream(seed, person.child_id, "ad1")
    status = "L0" if number == "1" else pick(rng, LEGAL_STATUS_OF[sexes])
    return [[
        person.child_id, slashed(person.born), slashed(adoption.decision),
        slashed(adoption.matched), str(int(adoption.same_carer)), number, sexes, status,
    ]]  # fmt: skip


def _placed(person: Person, period: Period, within: ReturnYear) -> Rows:
    """DATE_PLACED is the day of the decision, in spite of its name."""
    adoption = period.adoption
    if adoption is None or adoption.decision > within.last:
        return []
    ceased = adoption.reversed_on
    if ceased is not None and ceased < within.first:
        return []
    shown = ceased is not None and ceased <= within.last
    return [[
        person.child_id, slashed(person.born), slashed(adoption.decision),
        slashed(ceased) if shown else "", adoption.reason_reversed if shown else "",
    ]]  # fmt: skip


def previous_permanence(seed: int, person: Person, period: Period) -> tuple[str, str, str]:
    """Code, authority and day of the order of an earlier permanence; Z1 and blanks where none."""
    rng = stream(seed, person.child_id, "previous permanence")
    code = pick(rng, PREVIOUS_PERMANENCE)
    age = (period.start - person.born) // 365
    if code == "Z1" or person.uasc or age < 3:
        return "Z1", "", ""
    day = person.born + rng.randrange(300, max(301, (period.start - person.born) - 200))
    return code, "999", slashed(day)


def _missing(person: Person, period: Period, within: ReturnYear) -> Rows:
    return [
        [
            person.child_id,
            slashed(person.born),
            m.kind,
            slashed(m.start),
            slashed(within.shut(m.end)),
        ]
        for m in period.missing
        if m.start <= within.last and m.end >= within.first
    ]


def _workers(person: Person, period: Period, within: ReturnYear) -> Rows:
    rows: Rows = []
    for index, allocation in enumerate(period.allocations):
        following = period.allocations[index + 1 :]
        end = following[0].start if following else period.end
        if allocation.start <= within.last and end >= within.first:
            rows.append([
                person.child_id, slashed(person.born),
                registration_of(allocation.worker), slashed(allocation.start),
                slashed(within.shut(end)), allocation.reason,
            ])  # fmt: skip
    return rows
