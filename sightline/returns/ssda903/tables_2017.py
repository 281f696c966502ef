"""The SSDA903 tables of 2016/17, the base that the changes of later years are laid on."""

from __future__ import annotations

from sightline.returns.fields import Field, Table

RETURN_NAME = "ssda903"

CHILD = Field("CHILD", key=True)
BORN = Field("DOB", "date", required=True)


def codes(text: str, prefix: str = "") -> tuple[str, ...]:
    """Codes written with spaces between them."""
    return tuple(prefix + code for code in text.split())


def sex(name: str = "SEX") -> Field:
    """Sex was 1 and 2 until 2024/25 made it M, F and U; we hand on the letters in every year."""
    return Field(name, "code", required=True, codes=("1", "2"), same={"1": "M", "2": "F"})


def _flag(name: str) -> Field:
    return Field(name, "flag")


ETHNIC = codes(
    "WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH "
    "REFU NOBT"
)
PLACE = codes("A3 A4 A5 A6 H5 K1 K2 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1")
REC = codes("X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E5 E6 E7 E8 E9 E14 E15 E16 E17")
ACCOM = (*(letter + suit for letter in "BCDEGHKRSTUVWXYZ" for suit in "12"), "0")

TABLES_2017: tuple[Table, ...] = (
    Table(
        RETURN_NAME,
        "header",
        (
            CHILD,
            sex(),
            BORN,
            Field("ETHNIC", "code", required=True, codes=ETHNIC),
            Field("UPN", required=True),
            _flag("MOTHER"),
            Field("MC_DOB", "date"),
        ),
    ),
    Table(
        RETURN_NAME,
        "episodes",
        (
            CHILD,
            Field("DECOM", "date", key=True),
            Field("RNE", "code", required=True, codes=codes("S L P T B U")),
            Field(
                "LS", "code", required=True, codes=codes("C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3")
            ),
            Field("CIN", "code", required=True, codes=codes("1 2 3 4 5 6 7 8", "N")),
            Field("PLACE", "code", required=True, codes=PLACE),
            Field("PLACE_PROVIDER", "code", codes=codes("0 1 2 3 4 5", "PR")),
            Field("DEC", "date"),
            Field("REC", "code", codes=REC),
            Field(
                "REASON_PLACE_CHANGE",
                "code",
                codes=codes("CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE OTHER"),
            ),
            Field("HOME_POST"),
            Field("PL_POST"),
            Field("URN"),
        ),
    ),
    Table(
        RETURN_NAME,
        "reviews",
        (
            CHILD,
            BORN,
            Field("REVIEW", "date", key=True),
            Field("REVIEW_CODE", "code", required=True, codes=codes("0 1 2 3 4 5 6 7", "PN")),
        ),
    ),
    Table(RETURN_NAME, "uasc", (CHILD, sex(), BORN, Field("DUC", "date"))),
    Table(
        RETURN_NAME,
        "oc2",
        (
            CHILD,
            BORN,
            Field("SDQ_SCORE", "integer", low=0, high=40),
            Field("SDQ_REASON", "code", codes=codes("1 2 3 4 5", "SDQ")),
            _flag("CONVICTED"),
            _flag("HEALTH_CHECK"),
            _flag("IMMUNISATIONS"),
            _flag("TEETH_CHECK"),
            _flag("HEALTH_ASSESSMENT"),
            _flag("SUBSTANCE_MISUSE"),
            _flag("INTERVENTION_RECEIVED"),
            _flag("INTERVENTION_OFFERED"),
        ),
    ),
    Table(
        RETURN_NAME,
        "oc3",
        (
            CHILD,
            BORN,
            Field("IN_TOUCH", "code", required=True, codes=codes("YES NO DIED REFU NREQ RHOM")),
            Field("ACTIV", "code", required=True, codes=codes("F1 P1 F2 P2 F3 P3 G4 G5 G6 0")),
            Field("ACCOM", "code", required=True, codes=ACCOM),
        ),
    ),
    Table(
        RETURN_NAME,
        "ad1",
        (
            CHILD,
            BORN,
            Field("DATE_INT", "date", required=True),
            Field("DATE_MATCH", "date", required=True),
            Field("FOSTER_CARE", "flag", required=True),
            Field("NB_ADOPTR", "integer", required=True, low=0),
            Field("SEX_ADOPTR", "code", required=True, codes=codes("M1 F1 MM FF MF")),
            Field("LS_ADOPTR", "code", required=True, codes=codes("L0 L11 L12 L2 L3 L4")),
        ),
    ),
    Table(
        RETURN_NAME,
        "placed_for_adoption",
        (
            CHILD,
            BORN,
            Field("DATE_PLACED", "date", key=True),
            Field("DATE_PLACED_CEASED", "date"),
            Field("REASON_PLACED_CEASED", "code", codes=codes("1 2 3 4", "RD")),
        ),
    ),
    Table(
        RETURN_NAME,
        "previous_permanence",
        (
            CHILD,
            BORN,
            Field("PREV_PERM", "code", required=True, codes=codes("P1 P2 P3 P4 Z1")),
            Field("LA_PERM"),
            Field("DATE_PERM", "date"),
        ),
    ),
    Table(
        RETURN_NAME,
        "missing",
        (
            CHILD,
            BORN,
            Field("MISSING", "code", required=True, codes=("M", "A")),
            Field("MIS_START", "date", key=True),
            Field("MIS_END", "date"),
        ),
    ),
)
