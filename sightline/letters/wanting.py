"""What a document should hold and the reader did not find, and what is damaged in it."""

from __future__ import annotations

from collections.abc import Sequence

from sightline.letters.blocks import Block, BlockKind
from sightline.letters.improvements import is_table_head
from sightline.letters.kinds import LetterKind
from sightline.letters.letter import Letter, Unread
from sightline.letters.sections import is_improvement_heading

_GRADED = {LetterKind.INSPECTION}
_IMPROVING = {LetterKind.INSPECTION, LetterKind.FOCUSED_VISIT, LetterKind.COMMISSIONER_REPORT}
_VISITS = {
    LetterKind.INSPECTION,
    LetterKind.FOCUSED_VISIT,
    LetterKind.MONITORING_VISIT,
    LetterKind.JTAI,
    LetterKind.SEND_INSPECTION,
    LetterKind.PEER_REVIEW,
    LetterKind.REVIEW,
}
_NO_FINDINGS = {
    LetterKind.OTHER: (
        "Not recognised as an inspection, visit, review or commissioner's report, so no "
        "judgements, improvements or findings were taken from it."
    ),
    LetterKind.NEWS: (
        "A news report repeats what others found, so no findings were taken from it. Its "
        "paragraphs can be compared with its source."
    ),
    LetterKind.STATEMENT: (
        "A press statement is not a finding, so none were taken from it. Its paragraphs can be "
        "compared with its source."
    ),
}


def wanting(letter: Letter, blocks: Sequence[Block]) -> list[Unread]:
    """What to say of a letter that was read: first its damage, then what is not there."""
    headed = any(
        block.kind is BlockKind.HEADING and is_improvement_heading(block.text) for block in blocks
    )
    kind = letter.kind
    checks = (
        (not kind.gives_findings, _NO_FINDINGS.get(kind, "")),
        (letter.authority is None, "No title names the authority."),
        (kind in _GRADED and not letter.judgements, "No table of judgements was found."),
        (
            kind in _IMPROVING and not headed,
            "No heading such as “What needs to improve” or “Recommendations” was found.",
        ),
        (
            headed and kind in _IMPROVING and not letter.improvements,
            "A heading for improvements was found, but no list under it.",
        ),
        (
            any(is_table_head(block.text) for block in blocks),
            "What it recommends stands in a table whose columns may run together here. Hold each "
            "against its page before you confirm it.",
        ),
        (kind.gives_findings and not letter.findings, "No paragraph of findings was found."),
        (
            kind in _VISITS and letter.visited_from is None,
            "The dates of the visit were not found.",
        ),
        (letter.published is None, "The date of publication was not found."),
    )
    return [*_damaged(letter), *(Unread(None, reason) for absent, reason in checks if absent)]


def _damaged(letter: Letter) -> list[Unread]:
    return [
        Unread(each.page, f"Paragraph {each.paragraph}: {each.damage}")
        for each in letter.findings
        if each.damage
    ]
