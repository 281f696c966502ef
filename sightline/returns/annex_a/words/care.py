"""Words about care: legal status, placement, plan for permanence, why care ended."""

from __future__ import annotations

from sightline.returns.annex_a.words.matching import coded, ruled

_legal_code = coded(r"C1|C2|D1|E1|V2|V3|V4|L1|L2|L3|J1|J2|J3")
_read_legal = ruled(
    (
        ("V4", r"short (term )?breaks?.*agreements|agreements are recorded"),
        ("V3", r"short (term )?breaks?.*episodes"),
        ("E1", r"placement order|^po$"),
        ("D1", r"free(d|ing)"),
        ("L2", r"emergency protection|\bepo\b"),
        ("L3", r"child assessment order"),
        ("J2", r"\bpace\b|sec\w* remand"),
        ("J3", r"supervi?sn? order|supervision|rehabilitation|interim s o\b"),
        ("J1", r"remand|committed for trial"),
        ("L1", r"police"),
        ("C1", r"interim care|\bico\b|^l30\b"),
        ("V2", r"s(ec\w*)? ?20\b|section 20|voluntary accom|acc\w* by la s20"),
        ("V2", r"single (period|placement)"),
        ("C2", r"full care|care order|\bfco\b|wardship|ward of court$"),
    )
)


def read_legal_status(text: str) -> str | None:
    """The legal status code of the SSDA903."""
    return _legal_code(text) or _read_legal(text)


_placement_code = coded(r"U[1-6]|K[1-3]|P[1-3]|H5|R[1235]|S1|Z1[1-4]?|T[0-4]|A[3-6]")
_LONG = r"(?<!not )(?<!not appr adopt )(long ?term|\blt\b)"
_EARLY = r"\bffa\b|fostering for adoption|approved adopter|concurrent"
_NOT = r"\bnot (long|appr|ffa|lt\b)|not .{0,15}(long term|ffa)"
_KIN = r"relative|friend|connected|kin\b|kinship"
_FOSTER = r"foster|carer"
_old_code = coded(r"[FHMQ][1-6]|R4|A[12]|Z10\d")
_OLD = {
    "A": "A",
    "Z": "Z1",
    "F": "U",
    "Q": "U",
    "M": "Z1",
    "H1": "K1",
    "H2": "K1",
    "H3": "K2",
    "H4": "K2",
    "R4": "Z1",
}


def _all_of(*patterns: str) -> str:
    """Words that hold every one of the patterns, in any order."""
    return "^" + "".join(f"(?=.*(?:{pattern}))" for pattern in patterns)


_read_placement = ruled(
    (
        ("T3", r"temp.*carer.*holiday"),
        ("T1", r"temp.*hospital"),
        ("T2", r"temp.*(absence|holiday)"),
        ("T4", r"temp.*(seven|7) days"),
        ("U3", r"(temporary|reg).*approval.*(family|friend)"),
        ("T0", r"temporary(?! stay in hotel)|respite"),
        (
            "A5",
            r"plac\w* for adopt.*(placement|place) order(?!.*not).*with current|adopt with po with",
        ),
        ("A6", r"plac\w* for adopt.*(placement|place) order.*not|adopt with po not"),
        ("A4", r"plac\w* for adopt.*consent.*not|adoption.*consent not"),
        ("A3", r"plac\w* for adopt.*consent.*with current"),
        ("A", r"plac\w* for adopt|^adopti(on|ve)|with adopters"),
        ("P1", r"(own|with|only) parents?|placement with parents|person with p"),
        ("R3", r"mother and baby|family centre|parent and child unit"),
        ("K1", r"secure (unit|children|accom)"),
        ("H5", r"not (subject|reg)|semi ind|hostel.*(support|not)|vol hostel|^secure units homes"),
        ("S1", r"residential school|\bschools?\b.*except"),
        (
            "R5",
            r"young offender|\byoi\b|prison|secure training|youth treatment|"
            r"\bytc\b|custod|^other resid",
        ),
        ("R2", r"\bnhs\b|hospital|health trust|nursing"),
        ("R1", r"residential care home"),
        ("P3", r"residential employment"),
        ("K3", r"(registered )?supported accommodation.*(regist|ofsted)|^registered supported"),
        ("U3", _all_of(_FOSTER, _KIN, _NOT)),
        ("U6", _all_of(_FOSTER, _NOT)),
        ("U2", _all_of(_FOSTER, _KIN, _EARLY)),
        ("U5", _all_of(_FOSTER, _EARLY)),
        ("U1", _all_of(_FOSTER, _KIN, _LONG)),
        ("U4", _all_of(_FOSTER, _LONG)),
        ("U", rf"({_FOSTER})|staying put|^with (relative|friend)"),
        (
            "P2",
            r"independent|independant|lodging|own tenancy|supported accom|"
            r"bed ?sit|in the community",
        ),
        ("K2", r"childrens? homes?|homes and hostels|residential (home|placement|unit)"),
        ("Z1", r"other placement|refuge|whereabouts|unauthorised|unregist|hotel"),
    )
)


def read_placement_type(text: str) -> str | None:
    """The placement code of the SSDA903; U (fostering) or A (adoption) where no more is told."""
    if code := _placement_code(text):
        return code
    if old := _old_code(text):
        return _OLD.get(old) or _OLD.get(old[0])
    return _read_placement(text)


_provider_code = coded(r"PR[0-5]")
_read_provider = ruled(
    (
        ("PR0", r"parent"),
        ("PR2", r"(other|another) (la|local)"),
        ("PR3", r"public|health|nhs"),
        ("PR5", r"voluntary|third sector|charit"),
        ("PRIVATE", r"private|independent|\bifa\b|agency"),
        ("OWN", r"\bown\b|in house|local authority|^la$|council"),
        ("OTHER", r"other|unauthorised"),
    )
)


def read_provider(text: str) -> str | None:
    """PR0 to PR5; OWN, PRIVATE or OTHER where words, not a code, tell it."""
    return _provider_code(text) or _read_provider(text)


read_location = ruled(
    (
        ("OUT", r"\bout|^no?$|^b$|not in"),
        ("IN", r"\bin(side)?\b|^y(es)?$|^a$|within"),
    )
)
"""IN or OUT of the authority's own area."""

read_permanence_plan = ruled(
    (
        ("LONG_TERM_FOSTERING", r"^long term placement with"),
        ("OTHER", r"parallel|concurrent|task cent|time limited|^other|transition to"),
        ("SGO_CAO", r"special guard|\bsgo\b|\bcao\b|child arrangement|residence order"),
        ("ADOPTION", r"adopt"),
        ("RETURN_HOME", r"return|birth|parent|reunif|rehab|home"),
        ("LONG_TERM_RESIDENTIAL", r"residential"),
        ("SUPPORTED_LIVING", r"supported living|with a view to independence"),
        ("OTHER", r"with relatives friends$|independent"),
        ("LONG_TERM_FOSTERING", r"foster"),
        ("OTHER", r"undecided|not yet decided|to be"),
    )
)
"""The plan for permanence: RETURN_HOME, ADOPTION, SGO_CAO, LONG_TERM_FOSTERING and others."""

_reason_code = coded(r"S?(?:X1|E11|E12|E4A|E4B|E4[1345678]A?|E1[34567]|E[2356789])")
_read_reason = ruled(
    (
        ("E13", r"no (pr|p(are|ere)ntal)|without pr|unplanned to parent"),
        ("E4B", r"^(e4 ?b? )?(return|ret).*(not|wsa not) (as )?part|^unplanned|pr unplanned"),
        ("E4A", r"^(e4 ?a? )?return|^planned ret|^with parents? rel"),
        ("X1", r"new episode|episode begins|code ?error"),
        ("E45", r"spec\w* g.*(?<!than )former.*(relative|friend)"),
        ("E47", r"special g.*(relative|friend)"),
        ("E48", r"special g.*(other than|not )"),
        ("E46", r"spec\w* g.*former"),
        ("E45", r"spec\w* g|\bsgo?\b"),
        ("E12", r"adopt.*(dispens|placement order)"),
        ("E11", r"adopt|^e1( |$)"),
        ("E2", r"\bdied|death|deceased"),
        ("E3", r"taken over|another la\b|another local|other la\b"),
        ("E15", r"age assess|assessed as|age disput"),
        ("E17", r"staying put|remained with|stayed with"),
        ("E41", r"residence|arrangements? (res )?order"),
        ("E4A", r"return(ed)? home|^e4( |$)"),
        ("E6", r"indep.*(no |without |unsupp|providing no)"),
        ("E5", r"indep|independant|supported accom"),
        ("E7", r"adult"),
        ("E9", r"sentenced|custody"),
        ("E14", r"remand"),
        ("E16", r"abroad|deport"),
        ("E8", r"other reason|ceased|staying|reached|aged? 18"),
    )
)


def read_reason_ceased(text: str) -> str | None:
    """Why care ended, by the code of the SSDA903; the first of its group where no more is told."""
    code = _reason_code(text)
    if code is not None:
        return (
            code.lstrip("S").removesuffix("A")
            if code[-1] == "A" and "41" in code
            else code.lstrip("S")
        )
    return _read_reason(text)
