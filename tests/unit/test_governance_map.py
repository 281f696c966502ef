"""The map of governance: overlaps, gaps and contradictions, each by a hand-made partnership."""

from sightline.governance.mapping import Concern, Node, concerns, contradictions, overlaps, thread

CABINET = Node(1, "Cabinet", frozenset(), is_top=True)
SCRUTINY = Node(2, "Scrutiny", frozenset({"visits", "caseloads"}), frozenset({"caseloads"}), 1)
BOARD = Node(3, "Board", frozenset({"visits", "caseloads"}), frozenset(), 1)


def said(found: list[Concern]) -> list[str]:
    return [each.words for each in found]


def test_two_bodies_and_no_lead_overlap() -> None:
    assert [each.theme for each in overlaps([CABINET, SCRUTINY, BOARD])] == ["visits"]


def test_one_lead_is_no_overlap() -> None:
    assert "caseloads" not in [each.theme for each in overlaps([SCRUTINY, BOARD])]


def test_gaps_are_themes_with_findings_that_nobody_oversees_the_most_found_first() -> None:
    found = concerns([CABINET, SCRUTINY, BOARD], {"visits": 4, "neglect": 1, "recording": 3})
    gaps = [(each.theme, each.findings) for each in found if each.kind == "gap"]
    assert gaps == [("recording", 3), ("neglect", 1)]


def test_two_leads_contradict_each_other() -> None:
    other = Node(4, "Other", frozenset({"caseloads"}), frozenset({"caseloads"}), 1)
    assert said(contradictions([CABINET, SCRUTINY, other])) == [
        "Caseloads: Scrutiny and Other each say they lead."
    ]


def test_a_circle_of_reports_is_told_once() -> None:
    one = Node(1, "One", frozenset(), reports_to=2)
    two = Node(2, "Two", frozenset(), reports_to=3)
    three = Node(3, "Three", frozenset(), reports_to=1)
    below = Node(4, "Below", frozenset(), reports_to=1)
    assert said(contradictions([below, one, two, three])) == [
        "Reports go round in a circle: One to Two to Three to One."
    ]


def test_who_reports_to_nobody_is_told_of_unless_it_is_the_top() -> None:
    alone = Node(5, "Partnership", frozenset())
    assert said(contradictions([CABINET, alone])) == ["Partnership reports to nobody."]


def test_one_chair_over_a_body_and_the_one_it_reports_to() -> None:
    above = Node(1, "Cabinet", frozenset(), chair="R. Vale", is_top=True)
    below = Node(2, "Board", frozenset(), reports_to=1, chair="r. vale")
    assert said(contradictions([above, below])) == [
        "r. vale chairs Board and Cabinet, to which it reports."
    ]


def test_the_thread_runs_to_the_top_and_ends_in_a_circle() -> None:
    assert thread([CABINET, SCRUTINY], 2) == ["Scrutiny", "Cabinet"]
    circle = [Node(1, "A", frozenset(), reports_to=2), Node(2, "B", frozenset(), reports_to=1)]
    assert thread(circle, 1) == ["A", "B"]
