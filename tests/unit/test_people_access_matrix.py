"""Every page for every role. A new address fails here until its row is written.

The rows lie in tests/unit/access/, one file an app: the name of the address, an address to try,
and a column a role (yes = opens, – = refused). A page that would need data that is not there
may answer 404: what is tested is who is refused.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from pytest_django.fixtures import Settings

from sightline.people.models import User
from sightline.people.roles import ROLE_BY_ID, ROLES

TABLES = sorted((Path(__file__).parent / "access").glob("*.txt"))


class Row(NamedTuple):
    name: str
    address: str
    opens_to: dict[str, bool]


def read_rows() -> Iterator[Row]:
    for table in TABLES:
        header, _, *lines = table.read_text(encoding="utf-8").strip().splitlines()
        roles = [cell.strip() for cell in header.split("|")[2:]]
        assert roles == [role.id for role in ROLES], f"{table.name}: a column for every role"
        for line in lines:
            name, address, *cells = [cell.strip() for cell in line.split("|")]
            opens = dict(zip(roles, (cell == "yes" for cell in cells), strict=True))
            yield Row(name, address, opens)


def every_name(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from every_name(pattern.url_patterns)
        else:
            yield pattern.name or str(pattern.pattern)


ROWS = list(read_rows())


def test_every_address_is_in_the_table() -> None:
    assert {row.name for row in ROWS} == set(every_name(get_resolver().url_patterns))


@pytest.mark.django_db
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_who_is_let_in(row: Row, settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    assert resolve(row.address.split("?")[0]).url_name == row.name
    for role in ROLE_BY_ID:
        client = Client(raise_request_exception=False)
        client.force_login(User.objects.create_user(role, role=role, team="North", worker="W1"))
        status = client.get(row.address).status_code
        assert (status != 403) == row.opens_to[role], f"{role} at {row.address}: {status}"
        assert status < 500, f"{role} at {row.address}: {status}"


@pytest.mark.django_db
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_who_has_no_role_is_let_in_nowhere(row: Row) -> None:
    client = Client()
    client.force_login(User.objects.create_user("nobody"))
    if row.name not in {"sign-in", "sign-out"}:
        assert client.get(row.address).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_visitor_is_sent_to_sign_in(row: Row) -> None:
    if row.name not in {"sign-in", "sign-out"}:
        response = Client().get(row.address)
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/sign-in/")
