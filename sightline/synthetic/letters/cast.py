"""The invented people of the letters: other names for another seed, never one twice."""

from __future__ import annotations

from sightline.synthetic.chance import stream

FIRST = (
    "Rowan", "Lionel", "Marguerite", "Oswin", "Philippa", "Cornelius", "Henrietta", "Ambrose",
    "Winifred", "Leopold", "Cordelia", "Barnaby", "Rosalind", "Thaddeus", "Imelda", "Gideon",
)  # fmt: skip
LAST = (
    "Ashdale", "Stoneacre", "Holloway-Finch", "Tarrant", "Wexcombe", "Larkbarrow", "Penhallow",
    "Quillfeather", "Marrowby", "Thistlewood", "Oakhanger", "Brackenridge", "Fennimore",
    "Gatesgarth", "Silverdale", "Underhay",
)  # fmt: skip
PARTS = (
    "inspector", "second_inspector", "earlier_inspector", "director", "earlier_director",
    "interim_director", "commissioner", "lead_member", "quality_head", "legal_head", "reporter",
)  # fmt: skip


def cast(seed: int, *subject: object) -> dict[str, str]:
    """Who plays each part of PARTS in the letters of one place, and the first names of some."""
    rng = stream(seed, "letters", *subject)
    full = (
        f"{first} {last}"
        for first, last in zip(
            rng.sample(FIRST, len(PARTS)), rng.sample(LAST, len(PARTS)), strict=True
        )
    )
    played = dict(zip(PARTS, full, strict=True))
    firsts = {f"{part}_first": name.split()[0] for part, name in played.items()}
    return played | firsts
