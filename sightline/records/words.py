"""What the codes mean, in the words of practice."""

from __future__ import annotations

LEGAL_STATUS = {
    "C1": "interim care order",
    "C2": "full care order",
    "D1": "freeing order",
    "E1": "placement order",
    "V2": "accommodated under section 20",
    "V3": "short breaks (section 20)",
    "V4": "short breaks (section 20)",
    "L1": "police protection",
    "L2": "emergency protection order",
    "L3": "child assessment order",
    "J1": "on remand",
    "J2": "detained under PACE",
    "J3": "youth rehabilitation order",
}

PLACEMENT = {
    "A3": "placed for adoption with consent, with current foster carer",
    "A4": "placed for adoption with consent",
    "A5": "placed for adoption with placement order, with current foster carer",
    "A6": "placed for adoption with placement order",
    "A": "placed for adoption",
    "H5": "semi-independent accommodation",
    "K1": "secure children's home",
    "K2": "children's home",
    "K3": "supported accommodation",
    "P1": "placed with parents",
    "P2": "independent living",
    "P3": "residential employment",
    "R1": "residential care home",
    "R2": "hospital or other health setting",
    "R3": "family centre or mother and baby unit",
    "R5": "young offender institution or prison",
    "S1": "residential school",
    "T0": "temporary placement",
    "T1": "temporary: in hospital",
    "T2": "temporary: on holiday",
    "T3": "temporary: carer on holiday",
    "T4": "temporary: seven days or less",
    "U1": "long-term fostering with family or friends",
    "U2": "fostering for adoption with family or friends",
    "U3": "fostering with family or friends",
    "U4": "long-term fostering",
    "U5": "fostering for adoption or concurrent planning",
    "U6": "fostering",
    "U": "fostering",
    "Z1": "other placement",
}

REASON_CEASED = {
    "E11": "adopted, application unopposed",
    "E12": "adopted, consent dispensed with",
    "E2": "died",
    "E3": "care taken over by another authority",
    "E4A": "returned home, as planned",
    "E4B": "returned home, not planned",
    "E13": "left to live with others with no parental responsibility",
    "E41": "child arrangements order",
    "E43": "special guardianship order to former foster carers",
    "E44": "special guardianship order to others",
    "E45": "special guardianship order to former foster carer, a relative or friend",
    "E46": "special guardianship order to former foster carer",
    "E47": "special guardianship order to a relative or friend",
    "E48": "special guardianship order to another person",
    "E5": "moved to independent living with support",
    "E6": "moved to independent living without support",
    "E7": "moved to adult social care residential",
    "E8": "ceased for another reason",
    "E9": "sentenced to custody",
    "E14": "remand ended",
    "E15": "age assessed as 18 or over",
    "E16": "moved abroad",
    "E17": "reached 18 and stayed with carers",
}

PERMANENCE_PLAN = {
    "RETURN_HOME": "return home",
    "ADOPTION": "adoption",
    "SGO_CAO": "special guardianship or child arrangements order",
    "SUPPORTED_LIVING": "supported living",
    "LONG_TERM_RESIDENTIAL": "long-term residential care",
    "LONG_TERM_FOSTERING": "long-term fostering",
    "OTHER": "another plan",
}

PERMANENCE_STEP = {
    "adoption_decision": "Decision that the child should be placed for adoption",
    "adoption_decision_reversed": "Decision for adoption reversed",
    "placement_order": "Placement order made",
    "matched_for_adoption": "Matched with adopters",
    "matched_for_long_term_fostering": "Matched with long-term foster carers",
    "placed_for_adoption": "Placed for adoption",
    "adoption_order": "Adoption order made",
    "early_permanence_placed": "Placed with carers who may adopt",
}

PARTICIPATION = {
    "PN0": "under four at the time",
    "PN1": "attended and spoke for themselves",
    "PN2": "attended, an advocate spoke",
    "PN3": "attended and made their views known without words",
    "PN4": "attended, views not given",
    "PN5": "did not attend, briefed an advocate",
    "PN6": "did not attend, sent their views",
    "PN7": "did not attend, views not sent",
}

TOOK_PART = {
    "police": "police",
    "health": "health",
    "social_care": "social care",
    "education": "education",
}

SEX = {"F": "Girl", "M": "Boy", "U": "Not recorded"}


def said(words: dict[str, str], code: str | None) -> str:
    """The words for a code; a code with none as it stands; nothing said as "not recorded"."""
    if code is None:
        return "not recorded"
    return words.get(code) or words.get(code[:2]) or code


def took_part(codes: str | None) -> str:
    """Who took part in a strategy discussion, from codes and names with commas between."""
    there = [TOOK_PART.get(who, who) for who in (codes or "").split(",") if who]
    return f"with {', '.join(there)}" if there else "nobody recorded as taking part"


def family_time(detail: str | None) -> str:
    """Whom family time was with, and where it did not take place, that and why."""
    with_whom, missed, why = (detail or "").partition("|")
    said_with = f"with {with_whom}" if with_whom else ""
    if not missed:
        return said_with
    return f"{said_with}: did not take place{f' ({why})' if why else ''}"
