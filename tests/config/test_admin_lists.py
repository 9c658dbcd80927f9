"""The lists of the admin at bulk size: none counts all rows, and only our own are there."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from movement.desk import DeskAdmin

pytestmark = pytest.mark.django_db

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label_lower)


def addresses(client, model):
    """The list, each of its filters and its search."""
    place = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
    plain = reverse(place)
    yield plain
    context = client.get(plain).context
    if context is None or "cl" not in context:
        return  # There is one row, and the list leads to it.
    shown = context["cl"]
    for offered in shown.filter_specs:
        choice = next((c for c in offered.choices(shown) if not c["selected"]), None)
        if choice:
            yield plain + choice["query_string"]
    if shown.search_fields:
        yield f"{plain}?q=woord"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label_lower)
def test_no_list_counts_further_than_somebody_leafs(model, beheerder):
    counted = []
    for address in addresses(beheerder, model):
        with CaptureQueriesContext(connection) as asked:
            response = beheerder.get(address)
        assert response.status_code in {200, 302}, address
        counts = [query["sql"] for query in asked if "COUNT(" in query["sql"].upper()]
        assert [sql for sql in counts if "LIMIT" not in sql] == [], address
        counted += counts
    assert counted or response.status_code == 302


def test_what_libraries_bring_of_their_own_accord_is_not_there():
    assert [m for m, desk in admin.site._registry.items() if not isinstance(desk, DeskAdmin)] == []
    with pytest.raises(NoReverseMatch):
        reverse("admin:account_emailaddress_changelist")
