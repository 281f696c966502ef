"""The headers that every page carries."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_nothing_runs_that_is_not_ours(client: Client) -> None:
    policy = client.get("/sign-in/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_pages_are_not_kept_framed_or_leaked(client: Client) -> None:
    headers = client.get("/sign-in/").headers
    assert headers["Cache-Control"].startswith(("no-store", "max-age=0"))
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_no_page_has_an_inline_script_or_style(client: Client) -> None:
    page = client.get("/sign-in/").content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
