"""Who says a thing: an independent review is a witness; the authority's own word is not."""

from sightline.letters import LetterKind

_NO_WITNESS = {LetterKind.OTHER}


def is_independent(kind: str) -> bool:
    """Whether somebody from outside looked for themselves. `kind` is a value of LetterKind."""
    return LetterKind(kind) not in _NO_WITNESS
