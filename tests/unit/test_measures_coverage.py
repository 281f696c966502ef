"""The coverage of care planning, against what is declared and what is loaded."""

from sightline.measures import catalogue
from sightline.measures.coverage import ELEMENTS, Way, coverage

BY_ID = {element.id: element for element in ELEMENTS}


def test_the_fourteen_elements() -> None:
    assert len(ELEMENTS) == len(BY_ID) == 14


def test_what_measures_an_element_is_in_the_catalogue_and_reads_what_tells_of_it() -> None:
    for element in ELEMENTS:
        for name in element.measures:
            assert element.told_by in catalogue()[name].inputs, element.id
        assert set(element.near) <= set(catalogue())
        assert bool(element.measures) == bool(element.told_by)


def test_an_authority_that_loaded_annex_a_alone() -> None:
    """List 8 holds the children in care: their plan, last visit, last review, health. It does not
    say whether they took part, and nothing of supervision, matches, family time, life stories."""
    found = {each.element.id: each for each in coverage([("annex_a", "list_8")])}
    measured = {name for name, each in found.items() if each.measured}
    assert measured == {"permanence", "visits", "reviews", "health"}
    assert found["visits"].by == {Way.RETURN: (("annex_a", "list_8"),)}


def test_what_to_load_where_nothing_tells_of_it() -> None:
    found = {each.element.id: each for each in coverage([("annex_a", "list_8")])}
    assert found["supervision"].unloaded == (("templates", "supervision"),)
    assert found["views"].unloaded == (("ssd", "ssd_cla_reviews"), ("ssda903", "reviews"))
    assert found["contingency"].unloaded == ()  # nothing that we read tells of it


def test_a_case_system_and_a_template_are_told_apart() -> None:
    found = {
        each.element.id: each
        for each in coverage([("ssd", "ssd_cla_visits"), ("templates", "supervision")])
    }
    assert set(found["visits"].by) == {Way.CASE_SYSTEM}
    assert set(found["supervision"].by) == {Way.TEMPLATES}


def test_a_measure_that_lies_near_does_not_make_an_element_measured() -> None:
    everything = [("annex_a", "list_8"), ("ssd", "ssd_cin_assessments"), ("annex_a", "list_4")]
    found = {each.element.id: each for each in coverage(everything)}
    assert not found["assessment"].measured
    assert not found["plan"].measured
