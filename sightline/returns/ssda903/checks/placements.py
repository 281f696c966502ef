"""What a placement asks for: its provider, its URN, its postcodes, the child's age, how long."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import YEAR_END, Check
from sightline.returns.ssda903.checks.beside import (
    ADOPTIVE,
    CARE_GOES_ON,
    FOSTER,
    RESPITE,
    TEMPORARY,
    UNREGISTERED,
    birthday,
)

col = pl.col
_URN = r"^(\d{7}|SC\d{6}|X{7})$"
_POSTCODE = r"^[A-Z]{1,2}\d[A-Z\d]? *\d[A-Z]{2}$"
_NO_PROVIDER = [*TEMPORARY, "Z1", *UNREGISTERED]
_NO_URN = ["P1", "P3", "R1", "R2", "R5", *TEMPORARY, "Z1", *UNREGISTERED]
_URN_FROM_2024 = ["P2", "H5", "K3"]


def _lasted() -> pl.Expr:
    return (col("DEC") - col("DECOM")).dt.total_days()


def _too_young(place: str, years: int, what: str, dfe: str | None) -> Check:
    return Check(
        f"placement_{place.lower()}_under_{years}",
        "episodes",
        ("PLACE", "DECOM"),
        f"is {what}, and the child was under {years} when the episode began",
        (col("PLACE") == place) & (col("DECOM") < birthday(years)),
        do="Correct the placement or a date; if it is so, tell whoever is responsible at once",
        dfe=dfe,
    )


def _too_long(place: str, days: int, what: str, dfe: str) -> Check:
    return Check(
        f"placement_{place.lower()}_too_long",
        "episodes",
        ("PLACE", "DECOM", "DEC"),
        f"is {what}, and the episode lasted longer than {days} days",
        (col("PLACE") == place) & (_lasted() > days),
        do="Give the placement that it had become, or correct the dates",
        dfe=dfe,
    )


def _provider(code: str, places: list[str], what: str, dfe: str) -> Check:
    return Check(
        f"provider_{code.lower()}_impossible",
        "episodes",
        ("PLACE_PROVIDER", "PLACE"),
        f"is {what}, which cannot provide that placement",
        (col("PLACE_PROVIDER") == code) & col("PLACE").is_in(places),
        do="Correct the provider or the placement",
        dfe=dfe,
    )


_PROVIDERS = (
    Check(
        "with_parents_but_other_provider",
        "episodes",
        ("PLACE_PROVIDER", "PLACE"),
        "provides a placement with parents (P1), which only PR0 can",
        (col("PLACE") == "P1") & (col("PLACE_PROVIDER") != "PR0"),
        do="Give PR0, or correct the placement",
        dfe="530",
    ),
    Check(
        "parents_provide_other_placement",
        "episodes",
        ("PLACE_PROVIDER", "PLACE"),
        "is a parent, and PLACE is not with the parents (P1)",
        (col("PLACE_PROVIDER") == "PR0") & (col("PLACE") != "P1"),
        do="Correct the provider or the placement",
        dfe="550",
    ),
    _provider("PR1", ["R2", "R5"], "the authority itself", "527"),
    _provider("PR2", ["R2", "R5"], "another authority", "528"),
    _provider("PR3", [*ADOPTIVE, "K1", "K2", *FOSTER], "another public body", "529"),
    Check(
        "provider_blank",
        "episodes",
        ("PLACE", "PLACE_PROVIDER"),
        "asks for a PLACE_PROVIDER, and none is given",
        col("PLACE_PROVIDER").is_null() & ~col("PLACE").is_in(_NO_PROVIDER),
        do="Give the provider",
        dfe="526",
    ),
    Check(
        "provider_not_asked_for",
        "episodes",
        ("PLACE_PROVIDER", "PLACE"),
        "is given for a placement that has none: temporary, or not registered",
        col("PLACE_PROVIDER").is_not_null() & col("PLACE").is_in([*TEMPORARY, *UNREGISTERED]),
        do="Take the provider out, or correct the placement",
        dfe="213",
    ),
)

_WHERE = (
    Check(
        "urn_form",
        "episodes",
        ("URN",),
        "has not the form of a URN (seven digits, SC and six digits, or XXXXXXX)",
        ~col("URN").str.to_uppercase().str.contains(_URN),
        do="Look the number up in Ofsted's register",
        dfe="1008",
    ),
    Check(
        "urn_blank",
        "episodes",
        ("PLACE", "URN", "LS"),
        "is registered with Ofsted where it lies in England, and URN is blank",
        col("URN").is_null()
        & ~col("PLACE").is_in([*_NO_URN, *_URN_FROM_2024])
        & ~col("LS").is_in(RESPITE),
        do="Give the provider's URN; leave it blank only outside England",
        dfe="218",
    ),
    Check(
        "urn_blank_supported",
        "episodes",
        ("PLACE", "URN", "DECOM"),
        "is supported accommodation, which is registered with Ofsted since October 2023, and URN "
        "is blank",
        col("URN").is_null()
        & col("PLACE").is_in(["H5", "K3"])
        & (col("DEC").is_null() | (col("DEC") >= pl.date(2023, 10, 28))),
        do="Give the provider's URN; if it has none, it is not registered: give Z12 or Z13, and "
        "tell whoever is responsible",
        dfe="230",
    ),
    Check(
        "urn_not_asked_for",
        "episodes",
        ("URN", "PLACE"),
        "is a registered provider's, and PLACE is a placement that has no registration",
        col("URN").is_not_null() & (col("URN") != "XXXXXXX") & col("PLACE").is_in(_NO_URN),
        do="Take the URN out, or give the placement that it is",
        dfe="222",
    ),
    Check(
        "urn_of_agency_elsewhere",
        "episodes",
        ("URN", "PLACE"),
        "is XXXXXXX, which is for fostering and adoption placements alone",
        (col("URN") == "XXXXXXX")
        & ~col("PLACE").is_in([*ADOPTIVE, *FOSTER])
        & YEAR_END.ge(pl.date(2026, 3, 31)),
        do="Give the provider's own URN",
        dfe="242",
    ),
    *(
        Check(
            f"{column.lower()}_form",
            "episodes",
            (column,),
            "has not the form of a postcode",
            ~col(column).str.to_uppercase().str.contains(_POSTCODE),
            do="Correct the postcode",
            dfe="392c",
        )
        for column in ("HOME_POST", "PL_POST")
    ),
    Check(
        "postcodes_the_same",
        "episodes",
        ("PL_POST", "HOME_POST", "PLACE"),
        "is the home's postcode too, and PLACE is not with the parents (P1)",
        (col("PL_POST") == col("HOME_POST")) & (col("PLACE") != "P1"),
        do="Correct whichever of the two postcodes is wrong, or the placement",
        dfe="392d",
    ),
    Check(
        "postcode_blank",
        "episodes",
        ("PLACE", "PL_POST", "HOME_POST", "LS"),
        "asks for a postcode of the placement, and PL_POST is blank",
        col("PL_POST").is_null() & ~col("LS").is_in(RESPITE),
        do="Give the postcode",
        dfe="392b",
    ),
)

_AGES = (
    _too_young("P2", 16, "independent living", "370"),
    _too_young("H5", 16, "supported accommodation", "371"),
    _too_young("K3", 16, "supported accommodation", "371"),
    _too_young("R5", 10, "custody", "372"),
    _too_young("S1", 4, "a residential school", "373"),
    _too_young("P3", 14, "residential employment", "374"),
    _too_young("K1", 10, "a secure children's home", None),
)

_TEMPORARY = (
    _too_long("T1", 42, "a temporary stay in hospital", "375"),
    _too_long("T3", 21, "a temporary placement during the carer's holiday", "376"),
    _too_long("T4", 7, "a temporary placement of another kind", "379"),
    Check(
        "care_starts_in_temporary_placement",
        "episodes",
        ("PLACE", "RNE"),
        "is temporary, and a period of care, or a legal status alone, cannot begin with one",
        col("PLACE").is_in(TEMPORARY) & ~col("RNE").is_in(["P", "B"]),
        do="Give the placement that it is, or correct the reason",
        dfe="380",
    ),
    Check(
        "care_ends_in_temporary_placement",
        "episodes",
        ("PLACE", "REC"),
        "is temporary, and care cannot end in one",
        col("PLACE").is_in(TEMPORARY) & (col("REC") != CARE_GOES_ON),
        do="Give the placement that it is, or the child's return to the placement before",
        dfe="381",
    ),
)

CHECKS = (*_PROVIDERS, *_WHERE, *_AGES, *_TEMPORARY)
