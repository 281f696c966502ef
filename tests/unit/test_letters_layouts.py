"""Letters in layouts of other makers: every finding whole and in order, or it is said that not."""

from pathlib import Path

import pytest

from sightline.letters import ImprovementKind, LetterKind, read
from tests import letters_layouts as layouts


def plain(text: str) -> str:
    """In spaces of one kind."""
    return " ".join(text.split())


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    letter = read(layouts.two_columns(tmp_path / "peers.pdf"))
    assert (letter.kind, letter.authority) == (LetterKind.PEER_REVIEW, "Eastholme")
    wanted = [*layouts.FINDINGS, *layouts.FINDINGS_AGAIN]
    assert [plain(each.text) for each in letter.findings] == wanted
    assert [plain(each.text) for each in letter.improvements] == list(layouts.ASKED)


def test_heads_and_feet_that_every_page_repeats_are_no_text(tmp_path: Path) -> None:
    letter = read(layouts.heads_and_feet(tmp_path / "visit.pdf"))
    assert letter.kind is LetterKind.FOCUSED_VISIT
    assert [plain(each.text) for each in letter.findings] == list(layouts.FINDINGS[:4])
    assert [each.page for each in letter.findings] == [1, 2, 3, 4]
    assert len(letter.improvements) == 3


def test_a_table_whose_columns_run_together_is_said_to_be_one(tmp_path: Path) -> None:
    letter = read(layouts.table_of_recommendations(tmp_path / "review.pdf"))
    assert [plain(each.text) for each in letter.findings] == list(layouts.FINDINGS)
    assert len(letter.improvements) == 3, "the head of the table is no recommendation"
    assert any("Hold each against its page" in each.reason for each in letter.unread)


def test_a_joint_area_review_gives_its_numbered_findings_and_both_lists_of_action(
    tmp_path: Path,
) -> None:
    letter = read(layouts.joint_area_review(tmp_path / "jar.pdf"))
    assert (letter.kind, letter.authority) == (LetterKind.REVIEW, "Eastholme")
    assert [plain(each.text) for each in letter.improvements] == list(layouts.ASKED)
    assert {each.kind for each in letter.improvements} == {ImprovementKind.RECOMMENDATION}
    numbered = {each.paragraph: plain(each.text) for each in letter.findings}
    assert numbered["5"] == layouts.WAITS
    assert numbered["9"] == layouts.PARTNERS


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Removing children’s services from Eastholme council ‘would not help’", "Eastholme"),
        ("Improving children’s services takes time, says adviser", None),
    ],
)
def test_a_headline_that_opens_with_any_word_names_no_authority(
    text: str, authority: str | None, tmp_path: Path
) -> None:
    body = (
        f"""{text}

By Rowan Ashby, local democracy reporter

Children in Eastholme wait too long, the report says. Eastholme council accepts it all.

“We know what must change,” said the leader. “We are working on it,” she added.

More from the Courier
"""
        if authority
        else f"""{text}

By Rowan Ashby, local democracy reporter

Children wait too long, the report says, and the council accepts it all.

“We know what must change,” said the leader. “We are working on it,” she added.

More from the Courier
"""
    )
    path = tmp_path / "news.txt"
    path.write_text(body, encoding="utf-8")
    letter = read(path)
    assert (letter.kind, letter.authority) == (LetterKind.NEWS, authority)
