"""An editor's text in a template: `{{ page.body|prose }}`."""

from django import template
from django.utils.safestring import SafeString

from movement import prose as reading

register = template.Library()


@register.filter
def prose(html: str) -> SafeString:
    """The text as readers get it: sanitised, with headings to go to and pictures that fit."""
    return reading.prose(html).html
