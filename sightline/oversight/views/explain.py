"""How a measure is worked out: the lines of source that define it."""

import inspect
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.oversight.asked import measure_asked
from sightline.oversight.loaded import when_loaded
from sightline.people.access import requires
from sightline.people.permissions import ANY_FIGURES

PACKAGE = Path(__file__).parents[2]


@requires(*ANY_FIGURES)
@require_GET
@when_loaded
def explain(request: HttpRequest, measure_id: str) -> HttpResponse:
    """The declaration and the expression, with their file and line."""
    measure = measure_asked(measure_id).measure
    _, line = inspect.getsourcelines(measure.how)
    file = Path(inspect.getsourcefile(measure.how) or "").relative_to(PACKAGE.parent)
    context = {
        "measure": measure,
        "source": measure.explanation,
        "file": file.as_posix(),
        "line": line,
    }
    return render(request, "oversight/explain.html", context)
