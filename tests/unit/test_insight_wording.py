"""How figures read in a sentence."""

from sightline.insight.wording import Unit, say


def test_figures_read_as_people_write_them() -> None:
    assert say(0.875, Unit.SHARE) == "88%"
    assert say(0.005, Unit.SHARE) == "1%"
    assert say(1204.0, Unit.COUNT) == "1,204"
    assert say(14.85, Unit.NUMBER) == "14.9"
