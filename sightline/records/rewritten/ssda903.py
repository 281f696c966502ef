"""The SSDA903: rows told again in the next year's return, or in the same year's sent again."""

from sightline.records.rewritten.watched import Column, Kind, Stays, Watched, once, value

RETURN, CHILD = "ssda903", "CHILD"
# Semi-independent living became supported accommodation when it was to be registered.
SUPPORTED = (("H5", "K3"),)

YEARS = (
    Watched(RETURN, "header", CHILD, columns=(*once("DOB"), *value("SEX", "ETHNIC"))),
    Watched(
        RETURN,
        "episodes",
        CHILD,
        ("DECOM",),
        "DECOM",
        (
            *once("DEC"),
            *value("RNE", "LS", "CIN", "URN"),
            Column("PLACE", Kind.VALUE, renamed=SUPPORTED),
            *value("REC", with_day="DEC"),
        ),
        Stays(until=("DEC",)),
    ),
    Watched(RETURN, "reviews", CHILD, ("REVIEW",), "REVIEW", value("REVIEW_CODE"), again_only=True),
    Watched(RETURN, "uasc", CHILD, columns=once("DUC")),
    Watched(
        RETURN,
        "oc2",
        CHILD,
        columns=value(
            "SDQ_SCORE",
            "SDQ_REASON",
            "CONVICTED",
            "HEALTH_CHECK",
            "IMMUNISATIONS",
            "TEETH_CHECK",
            "HEALTH_ASSESSMENT",
            "SUBSTANCE_MISUSE",
        ),
        again_only=True,
    ),
    Watched(RETURN, "oc3", CHILD, columns=value("IN_TOUCH", "ACTIV", "ACCOM"), again_only=True),
    Watched(RETURN, "ad1", CHILD, columns=once("DATE_INT", "DATE_MATCH"), again_only=True),
    Watched(
        RETURN,
        "placed_for_adoption",
        CHILD,
        ("DATE_PLACED",),
        "DATE_PLACED",
        once("DATE_PLACED_CEASED"),
        again_only=True,
    ),
    Watched(
        RETURN,
        "missing",
        CHILD,
        ("MIS_START",),
        "MIS_START",
        (*once("MIS_END"), *value("MISSING")),
        Stays(until=("MIS_END",)),
    ),
)
