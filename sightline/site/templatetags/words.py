"""The formats as template filters, and the small tags that the components use."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

from sightline import words
from sightline.returns.registry import RETURNS

register = template.Library()

for _filter in (
    words.day,
    words.short_day,
    words.month,
    words.moment,
    words.percentage,
    words.figure,
    words.lateness,
):
    register.filter(_filter.__name__, _filter)

register.filter("figures", words.number)
register.simple_tag(words.between, name="between")
register.simple_tag(words.count_of, name="count_of")


TITLES = {known.name: known.title.removeprefix("the ") for known in RETURNS}


@register.filter
def return_title(name: str) -> str:
    """The return that something came from, as people call it."""
    return TITLES.get(name, name)


@register.filter
def rule_title(rule: str) -> str:
    """A rule's id as words: "not_a_date" is "Not a date"."""
    return rule.replace("_", " ").replace("-", " ").capitalize()


@register.filter
def govuk(field: BoundField, kind: str = "input") -> SafeString:
    """A form field's own widget with the GOV.UK class of its kind, marked when it is in error.

    `kind` may be followed by further classes: "input govuk-input--width-10".
    """
    component, *further = kind.split()
    classes = [f"govuk-{component}", *further]
    described = [f"{field.id_for_label}-hint"] if field.help_text else []
    if field.errors:
        classes.append(f"govuk-{component}--error")
        described.append(f"{field.id_for_label}-error")
    attrs: dict[str, str | bool] = {"class": " ".join(classes)}
    if described:
        attrs["aria-describedby"] = " ".join(described)
    return field.as_widget(attrs=attrs)
