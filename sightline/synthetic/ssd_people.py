"""The SSD's tables of people: who they are, their families, homes, numbers, schools' plans."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.synthetic.cin_census import SCHOOL_AGE, disabilities_of
from sightline.synthetic.days import age_on, iso
from sightline.synthetic.education import Request, ehc_request
from sightline.synthetic.extract import Extract, yes_no
from sightline.synthetic.files import Cell

Row = tuple[Cell, ...]
GENDERS = {"M": "01", "F": "02", "U": "00"}


def person(extract: Extract) -> Iterator[Row]:
    """Every child; names are left out, as they are of a pseudonymous extract."""
    mothers = {p.child_id for p in extract.authority.people if (p.mother_of or 10**9) <= extract.on}
    plans = set(_requests(extract))
    other = extract.authority.planted.known_as_other
    for child_id, child in extract.known.items():
        born = child.born <= extract.on
        young = not born or age_on(child.born, extract.on) < SCHOOL_AGE or not child.upn
        yield (
            child_id, "", "", child.sex if born else "U", GENDERS[child.sex if born else "U"],
            child.ethnicity, iso(child.born) if born else "", "", other.get(child_id, ""),
            "UN1" if young else "", yes_no(child_id in plans), "" if born else iso(child.born),
            "", yes_no(child_id in mothers), "",
        )  # fmt: skip


def linked_identifiers(extract: Extract) -> Iterator[Row]:
    """Unique pupil numbers, from school age."""
    for child_id, child in extract.known.items():
        if not child.upn or child.born > extract.on or age_on(child.born, extract.on) < SCHOOL_AGE:
            continue
        kind = "Unique Pupil Number"
        yield f"{child_id}U", child_id, kind, child.upn, "", ""


def family(extract: Extract) -> Iterator[Row]:
    """Brothers and sisters share a family's number."""
    for child_id, child in extract.known.items():
        yield f"{child_id}F", child.family or f"F{child_id}", child_id


def address(extract: Extract) -> Iterator[Row]:
    """Home and placements of children in care."""
    for child, period in extract.care:
        number = f"{child.child_id}A{period.start}"
        if period.home_postcode:
            yield number, "", child.child_id, "Home", iso(period.start), "", period.home_postcode
        for index, at in enumerate(period.placements):
            if at.start <= extract.on:
                yield (
                    f"{number}-{index}", "", child.child_id, "Placement", iso(at.start),
                    extract.day(at.end), at.postcode,
                )  # fmt: skip


def disability(extract: Extract) -> Iterator[Row]:
    """The census's codes; NONE for a child without."""
    for child_id, child in extract.known.items():
        for code in disabilities_of(child):
            yield child_id, f"{child_id}D{code}", code


def immigration_status(extract: Extract) -> Iterator[Row]:
    """Unaccompanied children seeking asylum."""
    for child, period in extract.care:
        if child.uasc and child.periods[0] is period:
            number = f"{child.child_id}I"
            status = "Unaccompanied Asylum Seeking Child"
            yield child.child_id, number, status, iso(period.start), extract.day(period.end)


def mother(extract: Extract) -> Iterator[Row]:
    """Young women in care with a child of their own."""
    for child in {id(p): p for p, _ in extract.care}.values():
        if child.mother_of is not None and child.mother_of <= extract.on:
            yield f"{child.child_id}M", child.child_id, "", iso(child.mother_of)


def _requests(extract: Extract) -> dict[str, Request]:
    """Requests for education, health and care plans made by the day, by child."""
    if extract.requests is None:
        in_care, authority = extract.in_care(), extract.authority
        found = {
            child_id: ehc_request(authority.seed, child, child_id in in_care, authority.journey)
            for child_id, child in extract.known.items()
        }
        extract.requests = {
            child_id: request for child_id, request in found.items()
            if request is not None and request.requested <= extract.on
        }  # fmt: skip
    return extract.requests


def send(extract: Extract) -> Iterator[Row]:
    """The SEND record of each child with a request."""
    for child_id in _requests(extract):
        yield f"{child_id}S", extract.known[child_id].upn, "", "", child_id


def ehcp_requests(extract: Extract) -> Iterator[Row]:
    """Requests and whether the authority went on to assess."""
    for child_id, request in _requests(extract).items():
        decided = request.decided <= extract.on
        yield (
            f"{child_id}Q", f"{child_id}S", iso(request.requested), extract.day(request.decided),
            yes_no(request.agreed) if decided else "A",
        )  # fmt: skip


def ehcp_assessment(extract: Extract) -> Iterator[Row]:
    """Assessments agreed to, and whether a plan is to be issued."""
    for child_id, request in _requests(extract).items():
        if request.agreed and request.decided <= extract.on:
            issued = extract.day(request.issued)
            yield (
                f"{child_id}X", f"{child_id}Q", issued, "Y" if issued else "A",
                int(request.exception),
            )  # fmt: skip


def ehcp_named_plan(extract: Extract) -> Iterator[Row]:
    """Plans issued."""
    for child_id, request in _requests(extract).items():
        if extract.day(request.issued):
            yield f"{child_id}N", f"{child_id}X", extract.day(request.issued), "", ""


def ehcp_active_plans(extract: Extract) -> Iterator[Row]:
    """Plans in force, with their last yearly review."""
    for child_id, request in _requests(extract).items():
        if request.issued is not None and request.issued <= extract.on:
            years = (extract.on - request.issued) // 365
            reviewed = iso(request.issued + 365 * years) if years else ""
            yield f"{child_id}H", f"{child_id}Q", reviewed


def sen_need(extract: Extract) -> Iterator[Row]:
    """The first need of each plan in force."""
    for child_id, request in _requests(extract).items():
        if request.issued is not None and request.issued <= extract.on:
            yield f"{child_id}W", f"{child_id}H", request.need, 1
