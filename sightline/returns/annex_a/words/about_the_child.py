"""Words about the child: sex, yes and no."""

from __future__ import annotations


def read_sex(text: str) -> str | None:
    """M, F or U."""
    return {"m": "M", "f": "F"}.get(text.strip().lower()[:1])


def read_yes_no(text: str) -> bool | None:
    """Yes or no."""
    return {"yes": True, "no": False, "a) yes": True, "b) no": False}.get(text.strip().lower())
