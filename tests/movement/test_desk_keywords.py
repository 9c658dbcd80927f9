"""Keywords are chosen in the same way wherever something has them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories

pytestmark = pytest.mark.django_db


def as_typed(value):
    """A value as the browser sends it."""
    if hasattr(value, "astimezone"):
        return timezone.localtime(value).strftime("%Y-%m-%dT%H:%M")
    if isinstance(value, str | int):
        return value
    return [one.pk for one in value]


def typed_in(page):
    """What the browser would send of this form, with no row of any inline."""
    form = page.context["adminform"].form
    given = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    typed = {
        name: as_typed(value)
        for name, value in given.items()
        if value is not None and value is not False
    }
    for inline in page.context["inline_admin_formsets"]:
        prefix = inline.formset.prefix
        typed |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    return typed


@pytest.mark.parametrize(
    ("role", "model", "make"),
    [
        ("organiser", "actiondays_actionday", factories.day),
        ("moderator", "discussions_topic", factories.topic),
    ],
)
def test_keywords_are_chosen_from_what_there_is(request, role, model, make):
    staff, thing = request.getfixturevalue(role), make()
    school, rest = factories.keyword("school"), factories.keyword("rust")
    path = reverse(f"admin:{model}_change", args=[thing.pk])
    page = staff.get(path)
    assert 'data-ajax--url="/beheer/autocomplete/"' in str(
        page.context["adminform"].form["keywords"]
    )
    for chosen in ([school.pk, rest.pk], [rest.pk], []):
        answer = staff.post(path, typed_in(page) | {"keywords": chosen})
        assert answer.status_code == 302, answer.context["errors"]
        assert sorted(thing.keywords.values_list("pk", flat=True)) == sorted(chosen)
        page = staff.get(path)
        assert sorted(k.pk for k in page.context["adminform"].form["keywords"].initial) == sorted(
            chosen
        )
    refused = staff.post(path, typed_in(page) | {"keywords": [rest.pk + 1000]})
    assert "keywords" in refused.context["adminform"].form.errors
