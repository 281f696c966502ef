"""What the site does before anybody asks."""

import gc

from sightline.oversight.first_looks import set_apart


def test_what_is_remembered_is_not_searched_for_cycles() -> None:
    remembered = [[number] for number in range(10_000)]
    try:
        set_apart()
        searched = {id(each) for each in gc.get_objects()}
        assert remembered
        assert not searched & {id(each) for each in remembered}
    finally:
        gc.unfreeze()
