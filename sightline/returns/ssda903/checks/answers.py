"""The yearly answers on health, offending and feelings (OC2), and unaccompanied children."""

from __future__ import annotations

import polars as pl

from sightline.returns.checks import YEAR_END, Check
from sightline.returns.ssda903.checks.beside import birthday, last_year_end
from sightline.returns.tables import Severity

col = pl.col
_BORN = col("DOB")
_HEALTH = ("IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE")
_MORE = ("CONVICTED", "HEALTH_CHECK", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED")
_ANY_HEALTH_BLANK = pl.any_horizontal(col(name).is_null() for name in _HEALTH)
_ANY_MORE = pl.any_horizontal(col(name).is_not_null() for name in _MORE)

_FEELINGS = (
    Check(
        "sdq_score_and_reason",
        "oc2",
        ("SDQ_SCORE", "SDQ_REASON"),
        "is given, and so is SDQ_REASON, which says why it is not",
        col("SDQ_SCORE").is_not_null() & col("SDQ_REASON").is_not_null(),
        do="Take out whichever of the two is not so",
        dfe="197a",
    ),
    Check(
        "sdq_neither",
        "oc2",
        ("SDQ_SCORE", "SDQ_REASON", "DOB"),
        "is blank, and so is SDQ_REASON, for a child of 5 to 16 at the year's end",
        col("SDQ_SCORE").is_null()
        & col("SDQ_REASON").is_null()
        & (birthday(5, _BORN) <= YEAR_END)
        & (birthday(17, _BORN) > YEAR_END),
        do="Give the score, or the reason why there is none",
        dfe="157",
    ),
    Check(
        "sdq_under_four",
        "oc2",
        ("SDQ_SCORE", "DOB"),
        "is given for a child who was under four at the year's end",
        col("SDQ_SCORE").is_not_null() & (birthday(4, _BORN) > YEAR_END),
        do="Take the score out, or correct the date of birth",
        dfe="188",
    ),
    Check(
        "sdq_over_16",
        "oc2",
        ("SDQ_SCORE", "DOB"),
        "is given for a young person who was 17 when the year began",
        col("SDQ_SCORE").is_not_null() & (birthday(17, _BORN) <= last_year_end()),
        do="Take the score out, or correct the date of birth",
        dfe="189",
    ),
)

_OTHERS = (
    Check(
        "misuse_without_intervention",
        "oc2",
        ("INTERVENTION_RECEIVED", "SUBSTANCE_MISUSE"),
        "is blank, though SUBSTANCE_MISUSE says there was a problem",
        col("SUBSTANCE_MISUSE") & col("INTERVENTION_RECEIVED").is_null(),
        do="Say whether the child received help",
        dfe="192",
    ),
    Check(
        "intervention_without_misuse",
        "oc2",
        ("SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"),
        "says that there was no problem, yet help is answered for",
        ~col("SUBSTANCE_MISUSE").fill_null(False)
        & (col("INTERVENTION_RECEIVED").is_not_null() | col("INTERVENTION_OFFERED").is_not_null()),
        do="Correct SUBSTANCE_MISUSE, or take the answers on help out",
        dfe="193",
    ),
    Check(
        "offered_though_received",
        "oc2",
        ("INTERVENTION_OFFERED", "INTERVENTION_RECEIVED"),
        "is answered, though the child received the help: it is asked only where not",
        col("INTERVENTION_RECEIVED") & col("INTERVENTION_OFFERED").is_not_null(),
        do="Take INTERVENTION_OFFERED out",
        dfe="158",
    ),
    Check(
        "not_received_nor_said_offered",
        "oc2",
        ("INTERVENTION_OFFERED", "INTERVENTION_RECEIVED"),
        "is blank, though the child had a problem and received no help",
        col("SUBSTANCE_MISUSE")
        & ~col("INTERVENTION_RECEIVED")
        & col("INTERVENTION_OFFERED").is_null(),
        do="Say whether help was offered",
        dfe="159",
    ),
    Check(
        "health_partly_answered",
        "oc2",
        ("IMMUNISATIONS", *_HEALTH[1:], *_MORE),
        "is not answered together with the other answers on health: one of them is blank",
        _ANY_HEALTH_BLANK & _ANY_MORE,
        do="Answer immunisations, teeth check, health assessment and substance misuse, or none",
        dfe="182",
    ),
    Check(
        "convicted_under_10",
        "oc2",
        ("CONVICTED", "DOB"),
        "is answered for a child who was under 10 at the year's end",
        col("CONVICTED").is_not_null() & (birthday(10, _BORN) > YEAR_END),
        do="Take the answer out, or correct the date of birth",
        dfe="542",
    ),
    Check(
        "convicted_blank",
        "oc2",
        ("CONVICTED", "DOB"),
        "is blank for a child who was 10 or more at the year's end",
        col("CONVICTED").is_null() & (birthday(10, _BORN) <= YEAR_END),
        do="Answer it",
        dfe="543",
    ),
    Check(
        "development_check_blank",
        "oc2",
        ("HEALTH_CHECK", "DOB"),
        "is blank for a child who was under five at the year's end",
        col("HEALTH_CHECK").is_null() & (birthday(5, _BORN) > YEAR_END),
        do="Answer it",
        dfe="545",
    ),
    Check(
        "development_check_from_five",
        "oc2",
        ("HEALTH_CHECK", "DOB"),
        "is answered for a child who was five or more at the year's end",
        col("HEALTH_CHECK").is_not_null() & (birthday(5, _BORN) <= YEAR_END),
        do="Take the answer out, or correct the date of birth",
        dfe="546",
    ),
    Check(
        "duc_after_18",
        "uasc",
        ("DUC", "DOB"),
        "is after the 18th birthday",
        col("DUC") > birthday(18, _BORN),
        do="Correct whichever of the two dates is wrong",
        dfe="304",
    ),
    Check(
        "duc_before_birth",
        "uasc",
        ("DUC", "DOB"),
        "is before DOB",
        col("DUC") < _BORN,
        do="Correct whichever of the two dates is wrong",
        severity=Severity.ERROR,
    ),
    Check(
        "uasc_under_11",
        "uasc",
        ("DOB",),
        "makes an unaccompanied child under 11 at the year's end, which is seldom so",
        birthday(11, _BORN) > YEAR_END,
        do="Make sure of the date of birth",
        dfe="231",
    ),
)

CHECKS = (*_FEELINGS, *_OTHERS)
