"""What each extract says of who a child is: born when, of which sex, with which UPN."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import ibis
from ibis import _
from ibis.expr.types import StringColumn, Table

from sightline.records.extracts import Extracts
from sightline.records.fed import nothing
from sightline.records.precedence import rank_of

REAL_UPN = r"^[A-Z][0-9]{11}[0-9A-Z]$"


@dataclass(frozen=True, slots=True)
class SaysWho:
    """A table that says who children are, and in which columns."""

    return_name: str
    table: str
    child: str
    born: str
    sex: str
    expected: str | None = None
    upn: str | None = None
    former_upn: str | None = None


TABLES = (
    SaysWho("ssda903", "header", "CHILD", "DOB", "SEX", upn="UPN"),
    SaysWho(
        "cin_census",
        "children",
        "LAchildID",
        "PersonBirthDate",
        "Sex",
        expected="ExpectedPersonBirthDate",
        upn="UPN",
        former_upn="FormerUPN",
    ),
    SaysWho(
        "ssd",
        "ssd_person",
        "pers_person_id",
        "pers_dob",
        "pers_sex",
        expected="pers_expected_dob",
        upn="pers_upn",
    ),
    *(
        SaysWho("annex_a", f"list_{number}", "child_id", "date_of_birth", "sex")
        for number in range(1, 11)
    ),
)

PUPIL_NUMBERS = "ssd_linked_identifiers"


def plain(identifier: StringColumn) -> StringColumn:
    """An identifier without what programs do to it: case, spaces around, `.0`, leading zeros."""
    bare = identifier.strip().upper().re_replace(r"\.0+$", "")
    shortened = bare.re_replace(r"^0+", "")
    return ibis.ifelse(shortened == "", bare, shortened)


def statements(extracts: Extracts) -> Table:
    """Every row that says who a child is, or which UPN is hers.

    Columns: source, rank (the return's place in the order of belief, 0 first), table, period,
    source_id, born, expected, sex (M, F or null), upn and former_upn (null where not a real one).
    """
    found = [_said(extracts, who) for who in TABLES if extracts.has(who.return_name, who.table)]
    if extracts.has("ssd", PUPIL_NUMBERS):
        found.append(_pupil_numbers(extracts))
    if not found:
        return nothing(ibis.schema(COLUMNS))
    return reduce(lambda first, second: ibis.union(first, second, distinct=True), found)


COLUMNS = {
    "period": "date",
    "source": "string",
    "rank": "int64",
    "table": "string",
    "source_id": "string",
    "born": "date",
    "expected": "date",
    "sex": "string",
    "upn": "string",
    "former_upn": "string",
}


def _said(extracts: Extracts, who: SaysWho) -> Table:
    theirs = {
        "source_id": who.child,
        "born": who.born,
        "expected": who.expected,
        "sex": who.sex,
        "upn": who.upn,
        "former_upn": who.former_upn,
    }
    held = extracts.table(
        who.return_name, who.table, {name: COLUMNS[our] for our, name in theirs.items() if name}
    )
    ours = held.select(
        "period",
        **{
            our: held[name] if name else ibis.null().cast(COLUMNS[our])
            for our, name in theirs.items()
        },
    )
    sex = ours.sex.upper().substr(0, 1)
    return (
        ours.filter(ours.source_id.notnull())
        .mutate(
            source=ibis.literal(who.return_name),
            rank=ibis.literal(rank_of(who.return_name)).cast("int64"),
            table=ibis.literal(who.table),
            sex=ibis.ifelse(sex.isin(["M", "F"]), sex, ibis.null().cast("string")),
            upn=_real(ours.upn),
            former_upn=_real(ours.former_upn),
        )
        .select(list(COLUMNS))
        .distinct()
    )


def _pupil_numbers(extracts: Extracts) -> Table:
    """The SSD's own place for UPNs: a table of identifiers of many kinds, some no longer valid."""
    held = extracts.table(
        "ssd",
        PUPIL_NUMBERS,
        {
            "link_person_id": "string",
            "link_identifier_type": "string",
            "link_identifier_value": "string",
            "link_valid_to_date": "date",
        },
    )
    kind = held.link_identifier_type.lower().strip()
    ended = (held.link_valid_to_date <= held.period).fill_null(False) | kind.contains("former")
    upn, nothing = _real(held.link_identifier_value), ibis.null().cast("string")
    rows = held.filter(
        held.link_person_id.notnull()
        & (kind.contains("unique pupil number") | kind.contains("upn"))
    )
    return rows.select(
        "period",
        source=ibis.literal("ssd"),
        rank=ibis.literal(rank_of("ssd")).cast("int64"),
        table=ibis.literal(PUPIL_NUMBERS),
        source_id=held.link_person_id,
        born=ibis.null().cast("date"),
        expected=ibis.null().cast("date"),
        sex=nothing,
        upn=ibis.ifelse(ended, nothing, upn),
        former_upn=ibis.ifelse(ended, upn, nothing),
    ).distinct()


def _real(upn: StringColumn) -> StringColumn:
    """A UPN, or null: UN1 to UN7 say why there is none."""
    text = upn.strip().upper()
    return ibis.ifelse(text.re_search(REAL_UPN), text, ibis.null().cast("string"))


def most_said(said: Table, key: list[str], column: str) -> Table:
    """One row a key: the value that most rows say, the first in order where as many say another."""
    counted = said.filter(said[column].notnull()).group_by([*key, column]).agg(times=_.count())
    order = ibis.window(group_by=key, order_by=[ibis.desc("times"), column])
    return (
        counted.mutate(place=ibis.row_number().over(order))
        .filter(_.place == 0)
        .select(*key, column)
    )
