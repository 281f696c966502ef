"""Templates: their columns are those agreed, they are told apart, and their words are read."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sightline.returns import annex_a
from sightline.returns.fields import UNSTATED
from sightline.returns.headings import Shape, find_heading
from sightline.returns.registry import RETURNS
from sightline.returns.templates import RETURN_NAME, TABLES, TEMPLATES, Column, Template
from sightline.returns.templates.words import Choice, choices, reader_of
from tests.asciitable import rows as ascii_rows
from tests.returns_files import column, messages, read_table, rules, write_csv
from tests.returns_templates import filled

# The tables and columns that records are built from; * marks those without which no row is read.
AGREED = """
table                   | columns
strategy_discussions    | child_id*, discussion_date*, police_present, health_present, social_care_present, education_present, other_present, led_to_section47, chaired_by
supervision             | worker_id*, child_id, supervision_date*, supervisor_id, minutes, reflective, actions_set
return_interviews       | child_id*, returned_date*, offered, offered_date, accepted, interview_date, independent
match_decisions         | child_id*, decision_date*, kind, decision, panel_date, carer_id
placement_plans         | child_id*, placement_started*, plan_date
panel_decisions         | child_id*, panel, panel_date*, decision, decided_by, next_date
assurance_visits        | child_id*, home_name, visit_date*, visited_by, safe, child_seen, child_seen_alone, registration_applied_for
iro_escalations         | child_id*, raised_date*, stage, reason, resolved_date, outcome
mental_health_referrals | child_id*, referral_date*, referred_to, accepted, first_help_date, ended_date
family_time             | child_id*, with_whom, planned_date*, happened, arranged_by, reason_not
life_story_work         | child_id*, kind, started*, completed, worker_id
ehc_requests            | child_id*, request_date*, decision_to_assess_date, agreed_to_assess, plan_issued_date, exception
early_help              | child_id*, started*, ended, organisation, outcome, stepped_up
carer_assessments       | child_id*, carer_id, relationship, kind, started*, completed, recommendation, decision, decision_date, overridden, override_reason, decided_by
training                | worker_id*, programme*, training_date*, attended, hours
case_audits             | child_id*, due_date*, audit_date, auditor_id, grade, family_asked, moderated_date, moderated_grade
audit_standards         | child_id*, audit_date*, standard*, met
"""  # noqa: E501

ALL = pytest.mark.parametrize("template", TEMPLATES.values(), ids=list(TEMPLATES))
SHAPES = tuple(shape for known in RETURNS for shape in known.shapes)
OTHERS = tuple(shape for shape in SHAPES if shape.return_name != RETURN_NAME)


def told(headings: list[str], shapes: tuple[Shape, ...] = SHAPES) -> tuple[str, str] | None:
    found = find_heading([headings], shapes)
    return None if found is None else (found.shape.return_name, found.shape.table)


def headings_of(template: Template) -> list[str]:
    return [each.heading for each in template.columns]


def headings_of_other(shape: Shape) -> list[str]:
    """A table of another return as it is headed: by its labels, or by the names of its columns."""
    if shape.return_name == annex_a.RETURN_NAME:
        return [field.label for field in annex_a.TABLES[shape.table].fields]
    return sorted(shape.telling | shape.needs)


class TestDeclarations:
    def test_the_columns_are_those_agreed(self) -> None:
        agreed = {str(row["table"]): str(row["columns"]) for row in ascii_rows(AGREED)}
        declared = {
            name: ", ".join(f"{c.name}{'*' if c.key else ''}" for c in each.columns)
            for name, each in TEMPLATES.items()
        }
        assert {name: sorted(text.split(", ")) for name, text in declared.items()} == {
            name: sorted(text.split(", ")) for name, text in agreed.items()
        }

    @ALL
    def test_whose_row_it_is_is_known_where_a_child_is_named(self, template: Template) -> None:
        named = any(each.name == "child_id" for each in template.columns)
        assert TABLES[template.name].who == ("child_id" if named else None)

    @ALL
    def test_a_row_is_the_same_row_by_its_keys_and_more(self, template: Template) -> None:
        keys = {each.name for each in template.columns if each.key}
        assert keys <= set(template.same_row) <= {each.name for each in template.columns}

    @ALL
    def test_a_date_tells_how_far_the_list_goes(self, template: Template) -> None:
        past = [each for each in template.columns if each.past]
        assert past
        assert {each.kind for each in past} == {"date"}

    @ALL
    def test_the_example_is_read_without_an_issue(self, template: Template, tmp_path: Path) -> None:
        examples = [each.example for each in template.columns]
        cells = ",".join(f'"{example}"' for example in examples)
        read = read_table(write_csv(tmp_path / "a.csv", ",".join(headings_of(template)), cells))
        assert messages(read) == []
        (row,) = read.data.to_pylist()
        for each in template.columns:
            assert (row[each.name] is None) == (not each.example)


class TestKnowingATemplate:
    @ALL
    def test_by_its_heading_row_in_any_order_case_and_spacing(self, template: Template) -> None:
        chance = random.Random(template.name)
        for vary in (str, str.upper, str.lower, lambda text: f"  {text.replace(' ', '   ')} "):
            headings = [vary(each) for each in headings_of(template)]
            for _ in range(20):
                chance.shuffle(headings)
                assert told(headings) == (RETURN_NAME, template.name)

    @ALL
    def test_by_our_names_for_its_columns(self, template: Template) -> None:
        assert told([each.name for each in template.columns]) == (RETURN_NAME, template.name)

    @ALL
    def test_when_any_one_column_is_left_out(self, template: Template) -> None:
        headings = headings_of(template)
        for at in range(len(headings)):
            assert told(headings[:at] + headings[at + 1 :]) == (RETURN_NAME, template.name)

    @ALL
    def test_no_two_headings_of_the_templates_are_the_same_but_for_ids(
        self, template: Template
    ) -> None:
        others = [
            heading
            for other in TEMPLATES.values()
            if other is not template
            for heading in headings_of(other)
        ]
        assert set(headings_of(template)) & set(others) <= {"Child ID", "Worker ID", "Carer ID"}

    @pytest.mark.parametrize("shape", OTHERS, ids=lambda shape: shape.table)
    def test_a_table_of_another_return_is_none(self, shape: Shape) -> None:
        chance = random.Random(shape.table)
        headings = headings_of_other(shape)
        templates = tuple(each for each in SHAPES if each.return_name == RETURN_NAME)
        assert told(headings, templates) is None
        for _ in range(20):
            chance.shuffle(headings)
            if len(headings) > 1:
                assert told(headings) == (shape.return_name, shape.table)

    def test_a_row_of_ids_alone_is_none(self) -> None:
        assert told(["Child ID", "Worker ID", "Carer ID"]) is None

    def test_a_title_above_the_heading_row_is_passed_over(self, tmp_path: Path) -> None:
        heading = ",".join(headings_of(TEMPLATES["placement_plans"]))
        read = read_table(
            write_csv(tmp_path / "a.csv", "Placement plans,,\n", heading, "1,01/09/2026,")
        )
        assert (read.table, read.kept) == ("placement_plans", 1)


class TestWords:
    @pytest.mark.parametrize(
        "choice",
        [
            choice
            for template in TEMPLATES.values()
            for each in template.columns
            for choice in each.choices
        ],
        ids=lambda choice: choice.words,
    )
    @pytest.mark.parametrize("vary", [str, str.upper, str.title, lambda w: w.replace(" ", "-")])
    def test_every_word_of_every_list_is_read_in_any_case(
        self, choice: Choice, vary: object
    ) -> None:
        assert callable(vary)
        assert reader_of([choice])(vary(choice.words)) == choice.value

    @pytest.mark.parametrize(
        ("written", "read"),
        [
            ("agreed", "agreed"),
            ("Agreeed", "agreed"),
            ("agered", "agreed"),
            ("not agred", "not agreed"),
            ("Defferred", "deferred"),
            ("unagreed", None),
            ("disagreed", None),
            ("greed", None),
            ("a", None),
            ("agreed and deferred", None),
            ("not known", UNSTATED),
            ("?", UNSTATED),
        ],
    )
    def test_a_slip_is_forgiven_and_a_doubt_is_not(self, written: str, read: str | None) -> None:
        assert reader_of(choices("agreed", "not agreed", "deferred"))(written) == read

    def test_a_slip_that_could_be_either_is_neither(self) -> None:
        assert reader_of(choices("shores", "shired"))("shared") == "shired"
        assert reader_of(choices("shires", "shared"))("shired") is None

    def test_a_letter_left_out_or_doubled_never_makes_another_answer(self) -> None:
        slips = 0
        for each in with_choices():
            read = reader_of(each.choices)
            for choice in each.choices:
                for words in (choice.value, choice.words, *choice.also):
                    assert read(words) == choice.value
                    for at in range(len(words)):
                        before, letter, after = words[:at], words[at], words[at + 1 :]
                        for slip in (before + after, before + letter * 2 + after):
                            assert read(slip) in (choice.value, None)
                            slips += 1
        assert slips > 500


def with_choices() -> list[Column]:
    return [c for template in TEMPLATES.values() for c in template.columns if c.choices]


class TestReading:
    def test_the_worst_of_a_row_does_not_lose_the_others(self, tmp_path: Path) -> None:
        heading = ",".join(headings_of(TEMPLATES["training"]))
        read = read_table(
            write_csv(
                tmp_path / "training.csv",
                heading,
                "W117,Permanence planning,15/09/2026,Yes,6.5",
                "W118,,15/09/2026,Yes,6",
                "W119,Permanence planning,15/09/2026,,40",
            )
        )
        assert (read.rows, read.kept) == (3, 2)
        assert column(read, "hours") == [6.5, None]
        assert rules(read) == ["key_blank", "required_blank", "number_out_of_range"]

    def test_issues_say_whose_row_it_is(self, tmp_path: Path) -> None:
        template = TEMPLATES["iro_escalations"]
        row = {"child_id": "10305", "raised_date": "02/09/2026", "stage": "0", "reason": "drift"}
        _, cells = filled(template, row)
        read = read_table(
            write_csv(
                tmp_path / "a.csv",
                ",".join(headings_of(template)),
                ",".join("" if cell is None else str(cell) for cell in cells),
            )
        )
        assert read.issues["child_id"].to_pylist() == ["10305"]
