"""The formats as template filters, and the small tags that the components use."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

from sightline.site import formats

register = template.Library()

for _filter in (
    formats.day,
    formats.short_day,
    formats.month,
    formats.moment,
    formats.percentage,
    formats.figure,
    formats.lateness,
):
    register.filter(_filter.__name__, _filter)

register.filter("figures", formats.number)
register.simple_tag(formats.between, name="between")
register.simple_tag(formats.count_of, name="count_of")


@register.filter
def govuk(field: BoundField, kind: str = "input") -> SafeString:
    """A form field's own widget with the GOV.UK class of its kind, marked when it is in error."""
    classes = [f"govuk-{kind}", *([f"govuk-{kind}--error"] if field.errors else [])]
    described = [f"{field.id_for_label}-hint"] if field.help_text else []
    described += [f"{field.id_for_label}-error"] if field.errors else []
    attrs: dict[str, str | bool] = {"class": " ".join(classes)}
    if described:
        attrs["aria-describedby"] = " ".join(described)
    return field.as_widget(attrs=attrs)


@register.filter
def text_link(label: str, href: str) -> dict[str, str]:
    """A link for the breadcrumbs: {{ "Measures"|text_link:url }}."""
    return {"label": label, "href": href}
