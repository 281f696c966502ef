"""The children in need census of a year, as the XML that an authority submits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sightline.synthetic.authority import Authority
from sightline.synthetic.chains import Chain, Known
from sightline.synthetic.chance import pick, stream
from sightline.synthetic.days import add_working_days, age_on, iso
from sightline.synthetic.geography import LEA
from sightline.synthetic.need_codes import DISABILITIES, closure_code, factors_for, source_code
from sightline.synthetic.pre_proceedings import FIRST_YEAR_OF_PRE_PROCEEDINGS, pre_proceedings
from sightline.synthetic.return_years import FIRST_YEAR_OF_LETTERS_FOR_SEX, ReturnYear

SCHOOL_AGE = 4
DIED = "RC2"
FIRST_YEAR_OF_PLANS = 2022
NUMBER_OF_SEX = {"M": "1", "F": "2", "U": "0"}


@dataclass(frozen=True, slots=True)
class Identity:
    """How the census knows a child whom other returns know otherwise."""

    child_id: str
    upn: str = ""
    former_upn: str = ""


def identities_of(authority: Authority) -> dict[str, Identity]:
    """The children whom the census knows by another number than the case system does."""
    planted = authority.planted
    numbers = {person.child_id: person.upn for person in authority.people}
    other = {child: Identity(number) for child, number in planted.known_as_other.items()}
    return other | {
        child: Identity(child, upn, numbers[child])
        for child, upn in planted.new_pupil_number.items()
    }


@dataclass(slots=True)
class CensusChild:
    """One child's text, so that dirt can be put into it before the file is written."""

    child_id: str
    text: str


def _tag(name: str, value: str) -> str:
    return f"<{name}>{value}</{name}>" if value else ""


def _day(name: str, day: int | None, last: int) -> str:
    """A date element, left out for a day that has not come by the census day."""
    return f"<{name}>{iso(day)}</{name}>" if day is not None and day <= last else ""


def in_census(chain: Chain, within: ReturnYear) -> bool:
    """Whether a referral or episode of need belongs in a year's census."""
    if chain.referral is None or chain.referral > within.last:
        return False
    if chain.referral >= within.first:
        return True
    return chain.assessment is not None and (chain.closed or 0) >= within.first


def census_children(
    authority: Authority, year: int, identities: dict[str, Identity]
) -> list[CensusChild]:
    """Every child of the census for the year ending 31 March, in the order of their ids."""
    within = ReturnYear(year)
    chains = sorted(
        (chain for chain in authority.door.chains if in_census(chain, within)),
        key=lambda chain: (chain.child.child_id, chain.referral or 0),
    )
    return [
        _child(authority, list(own), within, identities.get(child_id))
        for child_id, own in groupby(chains, key=lambda chain: chain.child.child_id)
    ]


def _child(
    authority: Authority, chains: list[Chain], within: ReturnYear, other: Identity | None
) -> CensusChild:
    child = chains[0].child
    child_id = other.child_id if other else child.child_id
    parts = [
        "<Child><ChildIdentifiers>", _tag("LAchildID", child_id),
        _pupil_number(child, within, other), _birth(child, within), _death(chains, within),
        "</ChildIdentifiers><ChildCharacteristics>", _tag("Ethnicity", child.ethnicity),
        "<Disabilities>", *_disabilities(child), "</Disabilities></ChildCharacteristics>",
        *(_details(authority, chain, within) for chain in chains), "</Child>\n",
    ]  # fmt: skip
    return CensusChild(child_id, "".join(parts))


def _pupil_number(child: Known, within: ReturnYear, other: Identity | None) -> str:
    upn = other.upn if other and other.upn else child.upn
    if child.born > within.last or age_on(child.born, within.last) < SCHOOL_AGE or not upn:
        return _tag("UPNunknown", "UN1")
    return _tag("UPN", upn) + _tag("FormerUPN", other.former_upn if other else "")


def _birth(child: Known, within: ReturnYear) -> str:
    born = child.born <= within.last
    sex = child.sex if born else "U"
    name = "PersonBirthDate" if born else "ExpectedPersonBirthDate"
    if within.year >= FIRST_YEAR_OF_LETTERS_FOR_SEX:
        return _tag(name, iso(child.born)) + _tag("Sex", sex)
    return _tag(name, iso(child.born)) + _tag("GenderCurrent", NUMBER_OF_SEX[sex])


def _death(chains: list[Chain], within: ReturnYear) -> str:
    """The day of death, where a child's need ended with it."""
    died = next((chain.closed for chain in chains if chain.closure == DIED), None)
    return _day("PersonDeathDate", died, within.last)


def disabilities_of(child: Known) -> list[str]:
    """The census's codes for a child's disabilities; NONE for a child without."""
    if not child.disabled:
        return ["NONE"]
    rng = stream(0, child.child_id, "disability")
    first = pick(rng, DISABILITIES)
    second = pick(rng, DISABILITIES)
    return [first] if second == first or rng.random() < 0.6 else [first, second]


def _disabilities(child: Known) -> Iterator[str]:
    for code in disabilities_of(child):
        yield _tag("Disability", code)


def _details(authority: Authority, chain: Chain, within: ReturnYear) -> str:
    last = within.last
    assert chain.referral is not None
    closed = chain.closed if chain.closed is not None and chain.closed <= last else None
    if chain.no_further_action:
        closed = None
    parts = [
        "<CINdetails>", _tag("CINreferralDate", iso(chain.referral)),
        _tag("ReferralSource", source_code(chain, within.year)),
        _tag("PrimaryNeedCode", chain.need),
        _day("CINclosureDate", closed, last),
        _tag("ReasonForClosure", closure_code(chain, within.year) if closed is not None else ""),
        *_assessments(chain, within), *_plans(chain, within), *_section47(chain, within),
        _tag("ReferralNFA", str(int(chain.no_further_action))), *_protection(chain, within),
    ]  # fmt: skip
    if within.year >= FIRST_YEAR_OF_PRE_PROCEEDINGS:
        parts += _pre_proceedings(authority.seed, chain, within)
    parts.append("</CINdetails>")
    return "".join(parts)


def assessments_of(chain: Chain) -> list[tuple[int, int]]:
    """Every assessment of a chain: begun, authorised."""
    if chain.assessment is None or chain.authorised is None:
        return []
    again = [chain.assessed_again] if chain.assessed_again else []
    return [(chain.assessment, chain.authorised), *again]


def _assessments(chain: Chain, within: ReturnYear) -> Iterator[str]:
    """Assessments open or authorised in the year; factors once they are authorised."""
    for start, authorised in assessments_of(chain):
        if start > within.last or authorised < within.first:
            continue
        done = authorised <= within.last
        yield "<Assessments>"
        yield _tag("AssessmentActualStartDate", iso(start))
        yield _day("AssessmentInternalReviewDate", min(start + 14, authorised), within.last)
        yield _day("AssessmentAuthorisationDate", authorised, within.last)
        if done:
            yield "<FactorsIdentifiedAtAssessment>"
            for factor in factors_for(chain, start, within.year):
                yield _tag("AssessmentFactors", factor)
            yield "</FactorsIdentifiedAtAssessment>"
        yield "</Assessments>"


def plan_spells(chain: Chain) -> list[tuple[int, int]]:
    """When the child had a child in need plan: never beside a protection plan or in care."""
    if chain.authorised is None or chain.cin_end is None or not chain.needs_support:
        return []
    start = chain.authorised
    if chain.plan is not None and chain.plan_end is not None:
        start = chain.plan_end
    return [(start, chain.cin_end)] if chain.cin_end > start else []


def _plans(chain: Chain, within: ReturnYear) -> Iterator[str]:
    if within.year < FIRST_YEAR_OF_PLANS:
        return
    for start, end in plan_spells(chain):
        if start <= within.last and end >= within.first:
            yield "<CINPlanDates>"
            yield _tag("CINPlanStartDate", iso(start)) + _day("CINPlanEndDate", end, within.last)
            yield "</CINPlanDates>"


def conference_target(strategy: int) -> int:
    """15 working days from the strategy discussion that began the enquiry."""
    return add_working_days(strategy, 15)


def _section47(chain: Chain, within: ReturnYear) -> Iterator[str]:
    """Enquiries begun in the year, or whose conference was held in it."""
    if chain.strategy is None or chain.strategy > within.last:
        return
    held = chain.conference if chain.conference is not None else chain.strategy
    if max(held, chain.strategy) < within.first:
        return
    yield "<Section47>" + _tag("S47ActualStartDate", iso(chain.strategy))
    if chain.conference is not None:
        yield _tag("InitialCPCtarget", iso(conference_target(chain.strategy)))
        yield _day("DateOfInitialCPC", chain.conference, within.last)
    yield _tag("ICPCnotRequired", str(int(chain.conference is None))) + "</Section47>"


def _protection(chain: Chain, within: ReturnYear) -> Iterator[str]:
    """Protection plans open in the year, with the reviews held in it."""
    if chain.plan is None or chain.plan_end is None:
        return
    if chain.plan > within.last or chain.plan_end < within.first:
        return
    yield "<ChildProtectionPlans>" + _tag("CPPstartDate", iso(chain.plan))
    yield _day("CPPendDate", chain.plan_end, within.last)
    yield _tag("InitialCategoryOfAbuse", chain.categories[0])
    yield _tag("LatestCategoryOfAbuse", chain.categories[1])
    yield _tag("NumberOfPreviousCPP", str(chain.previous_plans))
    held = [day for day in chain.reviews if within.first <= day <= within.last]
    if held:
        yield "<Reviews>"
        for day in held:
            yield _tag("CPPreviewDate", iso(day))
        yield "</Reviews>"
    yield "</ChildProtectionPlans>"


def _pre_proceedings(seed: int, chain: Chain, within: ReturnYear) -> Iterator[str]:
    found = pre_proceedings(seed, chain)
    if found is None or not within.first <= found.started <= within.last:
        return
    last = within.last
    yield "<PreProceedingsandFGDM>" + _tag("PPStartDate", iso(found.started))
    yield _day("LBPSentDate", found.letter, last)
    yield _tag("FGDMMeetingOffer", str(int(found.offered)))
    yield _tag("FGDMMeetingFac", str(int(found.held)))
    yield _day("InitialPPMeetingDate", found.first_meeting, last)
    yield _tag("ReviewMeetingsCount", str(found.reviews))
    if found.decided <= last:
        yield _tag("StepDecisionDate", iso(found.decided)) + _tag("PPOutcome", found.outcome)
    yield _day("CourtAppDate", found.applied, last)
    yield _day("LetterInitCPDate", found.court_letter, last) + "</PreProceedingsandFGDM>"


def census_text(year: int, children: list[CensusChild], lea: str = LEA) -> str:
    """The whole message. The census's Year is the calendar year it ends in."""
    header = (
        f"<Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>"
        f"<ReferenceDate>{year}-03-31</ReferenceDate></CollectionDetails>"
        f"<Source><SourceLevel>L</SourceLevel><LEA>{lea}</LEA>"
        f"<SoftwareCode>Made-up authority</SoftwareCode><Release>1</Release>"
        f"<SerialNo>001</SerialNo><DateTime>{year}-06-30T09:00:00</DateTime></Source></Header>"
    )
    body = "".join(child.text for child in children)
    opening = '<?xml version="1.0" encoding="UTF-8"?>\n<Message>'
    return f"{opening}{header}<Children>\n{body}</Children></Message>\n"
