"""Word beginnings and how rare each is, by the table that comes with the package."""

from __future__ import annotations

from sightline.letters.rarity import beginnings, rarity_of_words


def test_words_are_cut_to_their_beginnings_and_the_commonest_left_out() -> None:
    said = "The supervision of social workers in Thornmere is not regular."
    assert beginnings(said, "Thornmere") == ["superv", "social", "worker", "regula"]


def test_fewer_letters_can_be_asked_for() -> None:
    assert beginnings("auditing and audits", "", letters=5) == ["audit", "audit"]


def test_a_word_of_every_report_is_less_rare_than_one_of_a_few() -> None:
    rarity = rarity_of_words()
    assert 1 <= rarity["social"] < rarity["superv"] < rarity["privat"]


def test_the_table_has_no_names_of_the_authorities_it_was_measured_on() -> None:
    assert not {"bradfo", "sefton", "medway"} & set(rarity_of_words())
