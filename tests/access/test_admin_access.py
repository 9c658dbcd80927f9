"""The admin as each role finds it: a list and a form for each model, by the table of rights."""

import pytest
from django.contrib import admin
from django.urls import reverse

from config.roles import permissions_of
from tests.access.test_access import seen_by, text_of, world  # noqa: F401
from tests.access.world import ROLES
from tests.addresses import every_address

pytestmark = pytest.mark.django_db

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label_lower)
STAFF = {"organiser": "organiser", "editor": "editor", "moderator": "moderator"}
OUTSIDE = [role for role in ROLES if role not in {*STAFF, "superuser"}]
# Closed to everyone, whatever the rights: made elsewhere, or made once.
CLOSED = {"movement.sitesettings", "movement.picture", "discussions.postlink"}
# Opened by the one right to moderate.
MODERATED = {
    "discussions.queueitem", "discussions.report", "discussions.appeal",
    "discussions.anonymityopening", "discussions.papercontribution",
}  # fmt: skip


def status_of(world, role, name):  # noqa: F811
    response = world.clients[role].get(reverse(name))
    return response.status_code


def may(role, model, *acts):
    """Whether the table of rights gives this role one of these acts on the model."""
    if role == "superuser":
        return True
    if model._meta.label_lower in MODERATED and (
        "view" in acts or model._meta.model_name == "papercontribution"
    ):
        return "discussions.moderate" in permissions_of(STAFF[role])
    label, name = model._meta.app_label, model._meta.model_name
    held = permissions_of(STAFF[role])
    return any(f"{label}.{act}_{name}" in held for act in acts)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label_lower)
def test_a_list_and_a_form_open_by_the_table_of_rights_only(model, world):  # noqa: F811
    meta = model._meta
    place = f"admin:{meta.app_label}_{meta.model_name}"
    opened = {"list": {}, "add": {}}
    for role in [*STAFF, "superuser"]:
        opened["list"][role] = status_of(world, role, f"{place}_changelist")
        opened["add"][role] = status_of(world, role, f"{place}_add")

    for role, status in opened["list"].items():
        if not may(role, model, "view", "change"):
            assert status == 403, f"{role} opens the list"
        else:
            assert status in {200, 302}, f"{role} does not open the list"
    for role, status in opened["add"].items():
        if not may(role, model, "add"):
            assert status in {403, 405}, f"{role} may add"
        elif role != "superuser" and meta.label_lower not in CLOSED:
            assert status == 200, f"{role} may not add"


def test_no_address_of_the_admin_opens_for_who_is_no_staff(world):  # noqa: F811
    door, wrong = reverse("admin:login"), []
    for address in every_address():
        if not address.is_of_admin or address.name in {"admin:login", "admin:logout"}:
            continue
        path = address.filled(int=1, str="1", slug="een", path="1", uuid="1" * 32)
        for role in ("visitor", "member"):
            response = world.clients[role].get(path)
            answer = response.status_code, response.headers.get("Location", "")
            if answer[0] not in {302, 403, 404} or (answer[0] == 302 and "login" not in answer[1]):
                wrong.append((address.name, role, answer))
    assert wrong == []
    assert world.clients["member"].get(door).status_code == 403


@pytest.mark.parametrize(
    ("name", "words", "readers"),
    [
        ("admin:participants_person_changelist", "Merkschrijver", set()),
        ("admin:articles_article_changelist", "Merkconceptbericht", {"editor"}),
        ("admin:actiondays_actionday_changelist", "Merkconceptdag", {"organiser", "editor"}),
        ("admin:discussions_topic_changelist", "Merkdichtgesprek", {"editor", "moderator"}),
    ],
)
def test_who_reads_what_is_not_public(name, words, readers, world):  # noqa: F811
    found = {role for role in ROLES if words in seen_by(world, role, reverse(name))[1]}
    assert found == readers | {"superuser"}


def test_an_anonymous_author_shows_on_no_list_of_the_admin(world):  # noqa: F811
    """Only opening the name, with a reason that is written down, tells a moderator who it was."""
    path = reverse("admin:discussions_post_changelist")
    shown = text_of(world.clients["moderator"].get(path))
    assert world.clients["moderator"].get(path).status_code == 200
    assert "merk-adres@example.org" not in shown
