"""Unique pupil numbers: their form, and the letter that tells a slip of the hand."""

from __future__ import annotations

import polars as pl

UPN = r"^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$"
"""A letter, eleven digits, and a digit, or a letter in a number given for the time being."""

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def has_wrong_letter(upn: pl.Expr) -> pl.Expr:
    """Whether a number of the right form begins with another letter than its digits ask for.

    The second to thirteenth characters, times 2 to 13, are added; the rest of a division by 23 is
    the place of the letter in the alphabet without I, O and S. Source: Department for Education,
    Unique pupil numbers (UPNs): a guide for schools and local authorities.
    """
    tail = {
        **{str(n): n for n in range(10)},
        **{letter: at for at, letter in enumerate(_LETTERS)},
    }
    values = [
        upn.str.slice(at, 1).replace_strict(tail, default=None, return_dtype=pl.Int64)
        for at in range(1, 13)
    ]
    total = pl.sum_horizontal(
        [value * weight for value, weight in zip(values, range(2, 14), strict=True)]
    )
    letter = (total % 23).replace_strict(
        dict(enumerate(_LETTERS)), default=None, return_dtype=pl.String
    )
    return upn.str.contains(UPN) & (upn.str.slice(0, 1) != letter)
