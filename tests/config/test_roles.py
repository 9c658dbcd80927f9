"""What each role may do, to the letter, on a fresh database."""

import pytest
from django.contrib.auth.models import Group

from config.roles import ROLES

pytestmark = pytest.mark.django_db


def rights_of(role):
    permissions = Group.objects.get(name=role).permissions.select_related("content_type")
    return {f"{p.content_type.app_label}.{p.codename}" for p in permissions}


def spelled(table):
    """The exact permissions of a table like `add change view: article, page`."""
    rights = set()
    for app, lines in table.items():
        for verbs, models in lines.items():
            rights |= {f"{app}.{verb}_{m}" for verb in verbs.split() for m in models.split()}
    return rights


MODERATOR = spelled(
    {
        "discussions": {
            "view": "board topic post decision postlink",
            "change": "topic postlink",
            "add": "postlink",
        },
        "movement": {
            "view": "houserule helpline cause direction action theme keyword",
            "change": "helpline",
            "add change view delete": "closure",
        },
    }
) | {"discussions.moderate"}

EDITOR = spelled(
    {
        "articles": {
            "add change view": "article articleseries articlelink",
            "delete": "articlelink",
        },
        "movement": {
            "add change view": "theme keyword page helpline picture statement statementpoint "
            "statementsuggestion whatif cause direction action lesson",
            "delete": "statementpoint statementsuggestion lesson",
            "view": "redirect houserule",
        },
        "participants": {
            "add change view": "organisation othername participation cohort commitment "
            "commitmentupdate",
            "change view": "joinrequest proposal",
            "delete": "othername participation commitmentupdate joinrequest",
        },
        "actiondays": {
            "view": "actionday series table tableresult",
            "add change view": "resultlink",
        },
        "discussions": {"view": "board topic", "add change view": "postlink"},
    }
)

ORGANISER = spelled(
    {
        "actiondays": {
            "add change view": "actionday series table tableresult nextstep resultlink",
            "delete": "table tableresult nextstep",
            "change view": "registration labrequest",
        },
        "participants": {"add view": "organisation"},
        "movement": {
            "add change view": "whatif",
            "view": "cause direction action statement statementpoint theme keyword",
            "add view": "picture",
        },
    }
)

BEHEERDER = (
    MODERATOR
    | EDITOR
    | ORGANISER
    | spelled(
        {
            "movement": {
                "change view": "sitesettings",
                "add change view": "houserule redirect",
                "delete": "redirect",
                "view": "outboxmessage",
            },
            "participants": {"change view": "person"},
            "discussions": {"add change view": "board"},
            "admin": {"view": "logentry"},
        }
    )
)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("moderator", MODERATOR),
        ("editor", EDITOR),
        ("organiser", ORGANISER),
        ("beheerder", BEHEERDER),
    ],
)
def test_a_role_has_exactly_its_rights(role, expected):
    assert rights_of(role) == expected


def test_no_role_is_left_untested():
    assert set(ROLES) == {"editor", "moderator", "organiser", "beheerder"}


def test_no_role_reads_what_people_keep_to_themselves():
    private = {
        "discussions.view_postdraft",
        "discussions.view_reaction",
        "participants.view_personconsent",
    }
    for role in ROLES:
        assert not rights_of(role) & private
