"""Words about adoption: why a decision was reversed, why adopters left."""

from __future__ import annotations

from sightline.returns.annex_a.words.matching import coded, ruled

_reversed_code = coded(r"RD[1-4]")
_read_reversed = ruled(
    (
        ("RD1", r"needs? changed|change of plan|overturned"),
        ("RD2", r"placement order|freeing"),
        ("RD3", r"adopters"),
        ("RD4", r"other|disrupt"),
    )
)


def read_reason_reversed(text: str) -> str | None:
    """RD1 to RD4."""
    return _reversed_code(text) or _read_reversed(text)


read_reason_left = ruled(
    (("REFUSED", r"refus|^3\b"), ("ON_HOLD", r"hold|^2\b"), ("WITHDREW", r"withdr|^1\b"))
)
"""WITHDREW, ON_HOLD or REFUSED."""
