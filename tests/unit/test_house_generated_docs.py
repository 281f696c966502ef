"""The reference pages say what the code declares: all of it, with its source."""

from __future__ import annotations

import generate_docs

from sightline.duties.citation import Citation
from sightline.duties.registry import CLOCKS, FAMILIES
from sightline.measures import catalogue
from sightline.peers import PUBLISHED
from sightline.people.roles import ROLES
from sightline.returns.across import CROSS_CHECKS
from sightline.returns.registry import RETURNS, RULES
from sightline.returns.templates import TEMPLATES


def test_a_bar_or_a_line_end_in_a_cell_does_not_break_the_table() -> None:
    assert generate_docs.table(["a", "b"], [["x|y", "one\ntwo"]]).splitlines() == [
        "| a | b |",
        "| --- | --- |",
        r"| x\|y | one two |",
    ]


def test_a_source_that_nobody_has_read_is_marked() -> None:
    read = Citation("CP reg 33", "https://example.test/33", verified=True)
    unread = Citation("Working Together", "", verified=False)
    assert generate_docs.source(read) == "[CP reg 33](https://example.test/33)"
    assert generate_docs.source(unread) == "Working Together **[unverified]**"


def test_every_measure_has_its_entry_with_definition_source_and_code() -> None:
    page = generate_docs.measures_page()
    for measure in catalogue().values():
        assert f"### {measure.title} {{#{measure.id}}}" in page
        assert f"def {measure.id}(" in page
        assert measure.source.text in page


def test_every_area_is_one_heading() -> None:
    headings = [line for line in generate_docs.measures_page().splitlines() if line[:3] == "## "]
    assert len(headings) == len(set(headings))


def test_there_are_200_checks_and_the_page_counts_them() -> None:
    across = [check.id for check in CROSS_CHECKS]
    every = [*across, *(check.id for known in RETURNS for check in known.checks)]
    assert len(set(every)) >= 200
    assert f"| **all** | {len(every)} |" in generate_docs.messages_page()


def test_the_code_of_the_department_stands_beside_its_rule() -> None:
    page = generate_docs.messages_page()
    assert "| `episode_ends_before_start` | episodes | 356 | error |" in page
    assert "| `closed_without_reason` | cin_details | 8805 | warning |" in page


def test_every_clock_has_a_row_for_each_of_its_rules_and_says_what_was_not_read() -> None:
    lines = generate_docs.clocks_page().splitlines()
    for clock in CLOCKS:
        rows = [line for line in lines if f"`{clock.id}`" in line]
        assert len(rows) == len(clock.rules)
        for row, rule in zip(rows, reversed(clock.rules), strict=True):
            assert rule.words in row
            assert ("[unverified]" in row) is not rule.citation.verified
            assert rule.citation.note in row
    assert [line[3:] for line in lines if line[:3] == "## "] == [f.title for f in FAMILIES]


def test_a_rule_that_has_ended_says_when() -> None:
    page = generate_docs.clocks_page()
    assert "| 24 April 2020 to 25 September 2020 |" in page
    assert "| 15 December 2023 on |" in page


def test_every_rule_and_role_is_named() -> None:
    for code in RULES:
        assert f"`{code}`" in generate_docs.messages_page()
    for role in ROLES:
        assert f"**{role.title}**" in generate_docs.roles_table()


def test_every_template_is_shown_with_every_column_and_unread_sources_are_marked() -> None:
    page = generate_docs.templates_page()
    for template in TEMPLATES.values():
        _, _, entry = page.partition(f"## {template.title} {{#{template.name}}}")
        entry = entry.partition("\n## ")[0]
        for column in template.columns:
            assert f"| {column.heading} | `{column.name}` | {column.note} |" in entry
        for basis in template.basis:
            assert f"[{basis.source}]({basis.url})" in entry
            assert ("[unverified]" in entry) == (not basis.verified)


def test_the_catalogue_says_what_is_published_beside_a_measure_and_where_it_differs() -> None:
    page = generate_docs.measures_page()
    for published in PUBLISHED:
        _, _, entry = page.partition(f"{{#{published.measure_id}}}")
        (line,) = [
            line
            for line in entry.partition("\n### ")[0].splitlines()
            if line.startswith("| Beside other areas |")
        ]
        assert published.differs in line
        assert published.lait in line
    assert page.count("| Beside other areas |") == len(PUBLISHED)
