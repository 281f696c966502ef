"""The published reports of ten authorities, 2013 to 2026, against what a person read in them.

IDENTITY and CONTENT were written from the pages themselves. IDENTITY: the report; authority; first
and last day on site; publication (printed, or by the file's name). CONTENT: the grades in the order
of print (O outstanding, G good, R requires improvement, A adequate, I inadequate); the improvements
in the order of print (P priority action, A area for improvement, R recommendation); and a digest of
the improvements' words.

How the digests were verified: the lists were extracted a second time with another program,
poppler, which shares no code with the reader. From `pdftohtml -xml`, every bullet or number between
a heading for improvements and the next bold or larger line was taken as an item, and compared with
the reader's, spaces apart. 46 of the 56 reports gave the same items in the same order. The other
ten were read by eye, and in each it was the second extraction that differed: four by a line that
is no item (a sub-heading, a numbered title or lead-in), three by a line that it took for a running
head and one for a heading, one by a heading with a note number, one by prose without a list. Then
each of the 459 items was found unbroken in the text that `pdftotext` gives; that last check is a
test here, run where pdftotext is installed. (The comparison showed hyphens lost at the ends of
lines in nine lists; the digests are those since that was put right.)
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from sightline.letters import Grade, ImprovementKind, Letter, LetterKind, compare, read
from sightline.letters.blocks import BULLETS
from sightline.letters.damage import NO_STOP
from sightline.letters.furniture import body_size, without_furniture, without_small_print
from sightline.letters.judgement_table import read_table
from sightline.letters.lines import pdf_pages
from sightline.letters.pdf_blocks import blocks_of_lines

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
REPORTS = SHARED / "sources" / "ofsted"
pytestmark = pytest.mark.skipif(
    not REPORTS.is_dir(), reason="the published reports are not here (SIGHTLINE_SHARED)"
)

IDENTITY = """
bradford-focused-visit-2021-02-12 | Bradford | 2020-12-15 | 2020-12-15 | 2021-02-12
bradford-inspection-2014-05-23 | Bradford | 2014-02-18 | 2014-03-12 | 2014-05-23
bradford-inspection-2018-10-29 | Bradford | 2018-09-17 | 2018-09-28 | 2018-10-29
bradford-inspection-2023-01-31 | Bradford | 2022-11-21 | 2022-12-02 | 2023-01-31
bury-focused-visit-2018-08-17 | Bury | 2018-07-25 | 2018-07-26 | 2018-08-17
bury-focused-visit-2019-08-23 | Bury | 2019-07-31 | 2019-08-01 | 2019-08-23
bury-focused-visit-2020-11-13 | Bury | 2020-09-29 | 2020-10-01 | 2020-11-13
bury-inspection-2016-05-16 | Bury | 2016-02-22 | 2016-03-17 | 2016-05-16
bury-inspection-2021-12-17 | Bury | 2021-10-25 | 2021-11-05 | 2021-12-17
hertfordshire-focused-visit-2021-08-31 | Hertfordshire | 2021-07-21 | 2021-07-22 | 2021-08-31
hertfordshire-inspection-2015-11-27 | Hertfordshire | 2015-09-14 | 2015-10-08 | 2015-11-27
hertfordshire-inspection-2018-11-19 | Hertfordshire | 2018-10-15 | 2018-10-19 | 2018-11-19
hertfordshire-inspection-2023-03-10 | Hertfordshire | 2023-01-23 | 2023-01-27 | 2023-03-10
leeds-focused-visit-2018-02-22 | Leeds | 2018-01-30 | 2018-01-31 | 2018-02-22
leeds-focused-visit-2021-08-31 | Leeds | 2021-07-20 | 2021-07-21 | 2021-08-31
leeds-inspection-2015-03-27 | Leeds | 2015-01-20 | 2015-02-11 | 2015-03-27
leeds-inspection-2018-12-18 | Leeds | 2018-10-29 | 2018-11-02 | 2018-12-18
leeds-inspection-2022-05-09 | Leeds | 2022-02-21 | 2022-03-04 | 2022-05-09
medway-focused-visit-2019-02-28 | Medway | 2019-02-05 | 2019-02-05 | 2019-02-28
medway-focused-visit-2021-07-08 | Medway | 2021-05-25 | 2021-05-26 | 2021-07-08
medway-focused-visit-2025-06-02 | Medway | 2025-04-29 | 2025-04-30 | 2025-06-02
medway-focused-visit-2026-01-12 | Medway | 2025-11-25 | 2025-11-26 | 2026-01-12
medway-inspection-2013-08-23 | Medway | 2013-07-15 | 2013-07-19 | 2013-08-23
medway-inspection-2015-11-27 | Medway | 2015-09-14 | 2015-10-08 | 2015-11-27
medway-inspection-2019-08-27 | Medway | 2019-07-15 | 2019-07-26 | 2019-08-27
medway-inspection-2023-09-11 | Medway | 2023-07-17 | 2023-07-28 | 2023-09-11
norfolk-focused-visit-2019-10-31 | Norfolk | 2019-10-08 | 2019-10-09 | 2019-10-31
norfolk-focused-visit-2021-11-09 | Norfolk | 2021-10-05 | 2021-10-06 | 2021-11-09
norfolk-inspection-2013-08-16 | Norfolk | 2013-07-08 | 2013-07-12 | 2013-08-16
norfolk-inspection-2015-10-20 | Norfolk | 2015-07-06 | 2015-07-30 | 2015-10-19
norfolk-inspection-2018-01-19 | Norfolk | 2017-11-13 | 2017-11-24 | 2018-01-19
norfolk-inspection-2023-01-13 | Norfolk | 2022-11-07 | 2022-11-18 | 2023-01-13
sefton-focused-visit-2018-10-22 | Sefton | 2018-09-27 | 2018-09-28 | 2018-10-22
sefton-focused-visit-2021-05-10 | Sefton | 2021-03-10 | 2021-03-11 | 2021-05-10
sefton-inspection-2016-06-27 | Sefton | 2016-04-11 | 2016-05-05 | 2016-06-27
sefton-inspection-2022-05-09 | Sefton | 2022-02-21 | 2022-03-04 | 2022-05-09
slough-focused-visit-2020-11-27 | Slough | 2020-10-13 | 2020-10-13 | 2020-11-27
slough-focused-visit-2022-02-22 | Slough | 2022-01-18 | 2022-01-18 | 2022-02-22
slough-focused-visit-2024-07-12 | Slough | 2024-04-30 | 2024-05-01 | 2024-07-12
slough-focused-visit-2026-01-12 | Slough | 2025-11-19 | 2025-11-20 | 2026-01-12
slough-inspection-2014-02-14 | Slough | 2013-11-19 | 2013-12-11 | 2014-02-14
slough-inspection-2016-02-17 | Slough | 2015-11-24 | 2015-12-17 | 2016-02-17
slough-inspection-2019-03-04 | Slough | 2019-01-21 | 2019-02-01 | 2019-03-04
slough-inspection-2023-03-17 | Slough | 2023-01-23 | 2023-02-03 | 2023-03-17
sunderland-focused-visit-2021-05-11 | Sunderland | 2021-03-24 | 2021-03-25 | 2021-05-11
sunderland-focused-visit-2023-11-29 | Sunderland | 2023-10-25 | 2023-10-26 | 2023-11-29
sunderland-inspection-2015-07-20 | Sunderland | 2015-05-11 | 2015-06-04 | 2015-07-20
sunderland-inspection-2018-07-25 | Sunderland | 2018-04-23 | 2018-05-18 | 2018-07-25
sunderland-inspection-2021-08-20 | Sunderland | 2021-06-28 | 2021-07-09 | 2021-08-20
sunderland-inspection-2025-03-11 | Sunderland | 2025-01-27 | 2025-01-31 | 2025-03-11
wakefield-focused-visit-2018-03-22 | Wakefield | 2018-02-27 | 2018-02-28 | 2018-03-22
wakefield-focused-visit-2020-12-18 | Wakefield | 2020-11-03 | 2020-11-05 | 2020-12-18
wakefield-focused-visit-2023-05-09 | Wakefield | 2023-03-28 | 2023-03-29 | 2023-05-09
wakefield-inspection-2016-09-20 | Wakefield | 2016-07-05 | 2016-07-27 | 2016-09-20
wakefield-inspection-2018-07-17 | Wakefield | 2018-06-04 | 2018-06-15 | 2018-07-17
wakefield-inspection-2022-01-05 | Wakefield | 2021-11-08 | 2021-11-19 | 2022-01-05
"""
CONTENT = """
bradford-focused-visit-2021-02-12 | - | 1A | 6283a5360c9e
bradford-inspection-2014-05-23 | RRGGGGG | 12A | 12b449d7369c
bradford-inspection-2018-10-29 | RIRI | 10A | 4e428a81839f
bradford-inspection-2023-01-31 | IIII | 14A | 0e132fa43b79
bury-focused-visit-2018-08-17 | - | 3A | 026724ed7236
bury-focused-visit-2019-08-23 | - | 4A | 458854d65271
bury-focused-visit-2020-11-13 | - | 4A | 47994c660322
bury-inspection-2016-05-16 | RGRGRGG | 16R | 383c3745a461
bury-inspection-2021-12-17 | IIRI | 9A | 713d951bb9de
hertfordshire-focused-visit-2021-08-31 | - | 2A | cc0e048e2eef
hertfordshire-inspection-2015-11-27 | GRGGGGG | 12R | e9e5627a83d7
hertfordshire-inspection-2018-11-19 | OGGG | 3A | d1fb814920cd
hertfordshire-inspection-2023-03-10 | OGOGO | 3A | 917e0d22f5d8
leeds-focused-visit-2018-02-22 | - | 2A | b318817a6bfe
leeds-focused-visit-2021-08-31 | - | 3A | 407a36b3c9f2
leeds-inspection-2015-03-27 | GGGGGOG | 20A | d7636b75ed03
leeds-inspection-2018-12-18 | OOGO | 4A | dc183eaf3c4e
leeds-inspection-2022-05-09 | OGOO | 2A | 296bc4c4a16c
medway-focused-visit-2019-02-28 | - | 3A | 7524b5dd77b9
medway-focused-visit-2021-07-08 | - | 3A | e8332e796055
medway-focused-visit-2025-06-02 | - | 3A | 398306fec732
medway-focused-visit-2026-01-12 | - | 2A | 2bcfd6b100f7
medway-inspection-2013-08-23 | IAIII | 15A | a00ac6a9a71b
medway-inspection-2015-11-27 | RRRRGRR | 17R | 6ae2c8c42d6f
medway-inspection-2019-08-27 | IIRI | 10A | e1a0eebfd677
medway-inspection-2023-09-11 | GRGGG | 4A | 9de57b4c96d8
norfolk-focused-visit-2019-10-31 | - | 2A | be9e40368c6c
norfolk-focused-visit-2021-11-09 | - | 2A | 7a803fed36e5
norfolk-inspection-2013-08-16 | IIIII | 17A | 3caaaff34024
norfolk-inspection-2015-10-20 | IRIRIRR | 25R | f85f2e224e04
norfolk-inspection-2018-01-19 | RRRORR | 7R | 545cf3628011
norfolk-inspection-2023-01-13 | GGGG | 3A | 47764ba055c9
sefton-focused-visit-2018-10-22 | - | 5A | fa40dd4c8e45
sefton-focused-visit-2021-05-10 | - | 2P+3A | 1a1464e9f6ee
sefton-inspection-2016-06-27 | RRRRRRI | 18R | 13455b01cd64
sefton-inspection-2022-05-09 | IIII | 14A | 7600243b238b
slough-focused-visit-2020-11-27 | - | 4A | d090e6b5de91
slough-focused-visit-2022-02-22 | - | 3A | 0599254942db
slough-focused-visit-2024-07-12 | - | 3A | 598e011a8e49
slough-focused-visit-2026-01-12 | - | 1P+4A | 3a564991c7e5
slough-inspection-2014-02-14 | IIIRIII | 9P+12A+2P+4A | 35e66ca33473
slough-inspection-2016-02-17 | IIIRIII | 28R | 1dde4b41ba46
slough-inspection-2019-03-04 | RRRR | 7A | d9481d59e2a7
slough-inspection-2023-03-17 | IRRRR | 7A | ff0bb51b15cb
sunderland-focused-visit-2021-05-11 | - | 1A | 6e45c75c62ff
sunderland-focused-visit-2023-11-29 | - | 2A | 5497ec34661d
sunderland-inspection-2015-07-20 | IIIIIII | 34R | 69429492db55
sunderland-inspection-2018-07-25 | IIRGRI | 15R | ff8da301779d
sunderland-inspection-2021-08-20 | OGOO | 1A | 30a3b7c6cc2a
sunderland-inspection-2025-03-11 | OOOGO | 3A | c38f14de15d8
wakefield-focused-visit-2018-03-22 | - | 3P+3A | e689d89de93f
wakefield-focused-visit-2020-12-18 | - | 2A | 1f80921a93ef
wakefield-focused-visit-2023-05-09 | - | 1A | ce417ed4bc99
wakefield-inspection-2016-09-20 | RRRGGRG | 17R | c3393a56b160
wakefield-inspection-2018-07-17 | IIII | 12A | 8430d44e43be
wakefield-inspection-2022-01-05 | OGGG | 2A | 3a9ab1c51860
"""
GRADES = {
    Grade.OUTSTANDING: "O",
    Grade.GOOD: "G",
    Grade.REQUIRES_IMPROVEMENT: "R",
    Grade.ADEQUATE: "A",
    Grade.INADEQUATE: "I",
}
KINDS = {
    ImprovementKind.PRIORITY_ACTION: "P",
    ImprovementKind.AREA_FOR_IMPROVEMENT: "A",
    ImprovementKind.RECOMMENDATION: "R",
}
# read on the page: the last sentence of the paragraph is printed without its full stop
UNREAD = {"medway-inspection-2019-08-27": [(5, f"Paragraph 10: {NO_STOP}")]}
KIND_NAMES = {"inspection": LetterKind.INSPECTION, "focused-visit": LetterKind.FOCUSED_VISIT}
NAMES = [line.split(" | ")[0] for line in IDENTITY.strip().splitlines()]


@cache
def _read(name: str) -> Letter:
    return read(REPORTS / f"{name}.pdf")


def _runs(letter: Letter) -> str:
    kinds = [KINDS[each.kind] for each in letter.improvements]
    return "+".join(f"{len(list(run))}{kind}" for kind, run in groupby(kinds))


def _digest(letter: Letter) -> str:
    words = " ".join(" ".join(each.text for each in letter.improvements).split())
    return hashlib.sha256(words.encode()).hexdigest()[:12]


@pytest.mark.parametrize("line", IDENTITY.strip().splitlines(), ids=NAMES)
def test_whose_report_it_is_and_when(line: str) -> None:
    name, authority, first, last, published = line.split(" | ")
    letter = _read(name)
    assert letter.authority == authority
    assert letter.kind in {kind for part, kind in KIND_NAMES.items() if f"-{part}-" in name}
    assert (str(letter.visited_from), str(letter.visited_to)) == (first, last)
    assert str(letter.published) == published
    assert [(each.page, each.reason) for each in letter.unread] == UNREAD.get(name, [])


@pytest.mark.parametrize("line", CONTENT.strip().splitlines(), ids=NAMES)
def test_its_grades_and_improvements(line: str) -> None:
    name, grades, runs, digest = line.split(" | ")
    letter = _read(name)
    assert ("".join(GRADES[each.grade] for each in letter.judgements) or "-") == grades
    assert (_runs(letter), _digest(letter)) == (runs, digest)


def test_every_report_in_the_folder_is_in_the_table() -> None:
    assert sorted(path.stem for path in REPORTS.glob("*.pdf")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_printed_paragraph_numbers_run_without_a_gap(name: str) -> None:
    """A paragraph lost, or two run together, would break the sequence."""
    pages = pdf_pages(REPORTS / f"{name}.pdf")
    lines = without_furniture(pages)
    body = body_size(pages)
    table = read_table(lines)
    text = without_small_print([line for line in lines if line not in table.lines], body)
    numbers = [int(block.number) for block in blocks_of_lines(text, body) if block.number]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_the_very_words_of_the_pages(name: str) -> None:
    """Nearly all stand unbroken in the text; a raised note number may part a few."""
    lines = without_furniture(pdf_pages(REPORTS / f"{name}.pdf"))
    flow = _squeezed("".join(line.text for line in lines))
    findings = _read(name).findings
    broken = [each for each in findings if _squeezed(each.text) not in flow]
    assert len(findings) >= 14
    assert len(broken) <= 1


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("name", NAMES)
def test_each_improvement_stands_unbroken_in_what_pdftotext_reads(name: str) -> None:
    """In its order of reading or in that of the page; running heads and page numbers left out."""
    flows = [_poppler_flow(name, order) for order in ("-layout", "-raw")]
    for each in _read(name).improvements:
        assert any(_without_marks(each.text) in flow for flow in flows), each.text


def _poppler_flow(name: str, order: str) -> str:
    command = ["pdftotext", order, "-enc", "UTF-8", str(REPORTS / f"{name}.pdf"), "-"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    lines = [" ".join(line.split()) for line in run.stdout.splitlines()]
    shapes = Counter(re.sub(r"\d+", "#", line) for line in lines)
    kept = [
        line
        for line in lines
        if line.startswith("(") or (shapes[re.sub(r"\d+", "#", line)] < 4 and not line.isdigit())
    ]
    return _without_marks("".join(kept))


def _without_marks(text: str) -> str:
    return _squeezed(re.sub(f"[{BULLETS}]", "", text))


def test_sefton_2022() -> None:
    letter = _read("sefton-inspection-2022-05-09")
    assert [each.grade for each in letter.judgements] == [Grade.INADEQUATE] * 4
    assert len(letter.improvements) == 14
    assert {each.page for each in letter.improvements} == {2}
    assert letter.findings[-1].paragraph == "44"


def test_the_scrutiny_report_gives_its_21_recommendations() -> None:
    letter = read(SHARED / "sources" / "sefton-scrutiny-commissioner-report-2022-11-07.txt")
    assert (letter.kind, letter.authority) == (LetterKind.COVER_REPORT, "Sefton")
    assert letter.conveys is LetterKind.COMMISSIONER_REPORT
    assert [each.number for each in letter.improvements] == [str(n) for n in range(1, 22)]


def test_the_monitoring_letter() -> None:
    letter = read(SHARED / "sources" / "sefton-monitoring-visit-letter-2023-08-23.txt")
    assert (letter.kind, letter.authority) == (LetterKind.MONITORING_VISIT, "Sefton")
    assert (str(letter.visited_from), str(letter.visited_to)) == ("2023-07-19", "2023-07-20")
    assert str(letter.published) == "2023-08-23"
    assert len(letter.findings) == 20  # two headline findings, and eighteen paragraphs
    assert letter.improvements == ()


@pytest.mark.parametrize(
    "name",
    [
        "medway-commissioner-news-2020-01-13",
        "sefton-commissioner-news-2022-11-10",
        "sefton-monitoring-visit-news-2023-08-23",
    ],
)
def test_news_reports_claim_nothing(name: str) -> None:
    letter = read(SHARED / "sources" / f"{name}.txt")
    assert letter.kind is LetterKind.NEWS
    assert (letter.judgements, letter.improvements, letter.findings) == ((), (), ())


def test_sefton_was_told_before() -> None:
    """Care leavers' work and learning, late pre-proceedings, private fostering: all said before."""
    sefton = [_read(name) for name in NAMES if name.startswith("sefton")]
    found = compare(sefton)
    last = _read("sefton-inspection-2022-05-09")
    again = {recurrence.text for recurrence in found if recurrence.source == last.path.name}
    themes = {theme for each in last.findings if each.text in again for theme in each.themes}
    assert {"pre_proceedings", "care_leavers"} <= themes
    for recurrence in found:
        days = [sighting.published for sighting in recurrence.earlier if sighting.published]
        assert days == sorted(days)
