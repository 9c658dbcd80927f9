"""Words for the desk of the articles."""

from typing import Any

from django import template
from django.utils.text import capfirst

from articles.models import Article

register = template.Library()


@register.filter
def field_name(name: str) -> str:
    """The name of a field as editors know it."""
    field: Any = Article._meta.get_field(name)
    return str(capfirst(field.verbose_name))
