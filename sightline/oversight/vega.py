"""Pictures from Vega-Lite specifications, with what a screen reader is told of them."""

from typing import Any
from xml.sax.saxutils import escape

import vl_convert

FONT = "Helvetica Neue, Arial, Helvetica, sans-serif"
INK = "#0b0c0c"
GRID = "#d8dcdd"

Spec = dict[str, Any]  # a part of a Vega-Lite specification


def layer(rows: list[Spec], mark: Spec, **encoding: Spec) -> Spec:
    """Rows drawn by a mark, each channel of which takes a field."""
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}


def svg(layers: list[Spec], size: tuple[int, int], title: str, description: str) -> str:
    """The layers as an SVG document of a width and height, with its title and description."""
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": size[0],
        "height": size[1],
        "config": {"font": FONT, "view": {"stroke": None}},
        "layer": layers,
    }
    return _described(vl_convert.vegalite_to_svg(vl_spec=spec), title, description)


def _described(drawn: str, title: str, description: str) -> str:
    """Puts the title and the description where assistive technology looks for them."""
    head, rest = drawn.split(">", 1)
    words = f'<title id="title">{escape(title)}</title><desc id="desc">{escape(description)}</desc>'
    return f'{head} role="img" aria-labelledby="title desc">{words}{rest}'
