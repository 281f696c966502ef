"""Charts drawn on the server."""

from datetime import date
from xml.etree import ElementTree

import pytest

from sightline.insight.wording import Verdict
from sightline.oversight.charts import SIGNS, Chart, Lines, Point, series_svg, sparkline_points
from sightline.oversight.inspection import Visit
from tests.oversight_data import months

SVG = "{http://www.w3.org/2000/svg}"


def chart(values: list[float | None], **more: object) -> Chart:
    points = [
        Point(day, value, value and value - 0.05, value and min(value + 0.05, 1.0))
        for day, value in zip(months(len(values)), values, strict=True)
    ]
    words = {"title": "Visits & reviews", "description": "Rose <fast>", "percent": True}
    return Chart(points=points, **{**words, **more})  # type: ignore[arg-type]


def drawn(what: Chart, *, narrow: bool = False) -> ElementTree.Element:
    return ElementTree.fromstring(series_svg(what, narrow=narrow))


def words_in(svg: ElementTree.Element) -> set[str]:
    return {"".join(text.itertext()) for text in svg.iter(f"{SVG}text")}


def test_a_screen_reader_is_told_title_and_description() -> None:
    svg = drawn(chart([0.5, 0.6, 0.7]))
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-labelledby"] == "title desc"
    assert svg.findtext(f"{SVG}title") == "Visits & reviews"
    assert svg.findtext(f"{SVG}desc") == "Rose <fast>"


def test_target_and_every_inspection_are_marked_in_words() -> None:
    plain = words_in(drawn(chart([0.5, 0.6, 0.7])))
    came = [Visit(date(2026, 9, 15), full=True), Visit(date(2026, 10, 15), full=False)]
    marked = words_in(drawn(chart([0.5, 0.6, 0.7], target=0.9, visits=came)))
    assert {"Target", "Inspection", "Visit"} <= marked - plain


def test_on_a_phone_a_visit_between_inspections_is_a_line_without_words() -> None:
    came = [Visit(date(2026, 9, 15), full=True), Visit(date(2026, 10, 15), full=False)]
    svg = drawn(chart([0.5, 0.6, 0.7], visits=came), narrow=True)
    assert words_in(svg) & {"Inspection", "Visit"} == {"Inspection"}
    lines = [e for e in svg.iter() if e.get("stroke-dasharray") == "2,3"]
    assert len(lines) == 2


def controlled(signs: list[Verdict | None]) -> Chart:
    points = [
        Point(day, 0.5, 0.4, 0.6, Lines(0.3, 0.5, 0.7, 0, sign))
        for day, sign in zip(months(len(signs)), signs, strict=True)
    ]
    return Chart("Visits", "…", points, percent=True, anew=[date(2026, 9, 15)])


def paths_filled(svg: ElementTree.Element, color: str) -> list[str]:
    return [path.attrib["d"] for path in svg.iter(f"{SVG}path") if path.get("fill") == color]


def test_signs_have_shapes_of_their_own() -> None:
    """For better, for worse and neither are told apart without their colours."""
    svg = drawn(controlled([None, Verdict.BETTER, Verdict.WORSE, Verdict.NEITHER]))
    shapes = [paths_filled(svg, color) for _, color in SIGNS.values()]
    assert [len(each) for each in shapes] == [1, 1, 1]
    assert len({path for (path,) in shapes}) == 3


def test_limits_take_the_place_of_the_band() -> None:
    assert paths_filled(drawn(chart([0.5, 0.6, 0.7])), "#86a9cf")
    svg = drawn(controlled([None, None, None]))
    assert not paths_filled(svg, "#86a9cf")
    dashes = {path.get("stroke-dasharray") for path in svg.iter(f"{SVG}path")}
    assert {"6,4", "1,3"} <= dashes


def test_where_limits_begin_anew_is_marked_in_words() -> None:
    assert "Limits anew" in words_in(drawn(controlled([None, None, None])))


def test_a_share_never_leaves_nought_to_a_hundred() -> None:
    labels = words_in(drawn(chart([0.98, 0.99, 1.0])))
    assert "100%" in labels
    assert not {label for label in labels if label.startswith("10") and label != "100%"}


def test_a_fall_below_nought_is_drawn() -> None:
    labels = words_in(drawn(chart([-0.06, 0.0, 0.08])))
    assert any(label.startswith("−") for label in labels)


def test_counts_have_no_decimals() -> None:
    points = [
        Point(day, value) for day, value in zip(months(3), (600.0, 611.0, 605.0), strict=True)
    ]
    labels = words_in(drawn(Chart("Children", "…", points, percent=False, whole=True)))
    assert {"600", "610"} & labels
    assert not any("." in label or "e" in label for label in labels)


def test_the_narrow_chart_fits_a_phone() -> None:
    assert float(drawn(chart([0.5, 0.6]), narrow=True).attrib["width"]) <= 345


@pytest.mark.parametrize("values", [[], [None, None], [0.5]])
def test_nothing_to_draw_is_no_error(values: list[float | None]) -> None:
    assert drawn(chart(values)).tag == f"{SVG}svg"


def test_a_sparkline_rises_from_left_to_right() -> None:
    (line,) = sparkline_points([1, 2, 3, 4], 120, 30)
    assert line == "2.0,27.0 40.7,19.0 79.3,11.0 118.0,3.0"


def test_a_gap_breaks_a_sparkline_in_two() -> None:
    assert len(sparkline_points([1, 2, None, 3, 4], 120, 30)) == 2


def test_too_few_points_are_no_shape() -> None:
    assert sparkline_points([1, None, None, 2, 3], 120, 30) == []
