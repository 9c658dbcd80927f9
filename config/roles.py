"""What each role may do in the admin: least rights, stated once.

A letter stands for a right: a add, c change, v view, d delete. `first_roles` in the
migrations applies the table; a later change of it comes with a migration of its own.
"""

from django.apps import apps as current_apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

LETTERS = {"a": "add", "c": "change", "v": "view", "d": "delete"}

EDITOR = {
    "articles.article": "acv",
    "articles.articleseries": "acv",
    "articles.articlelink": "acvd",
    "movement.theme": "acv",
    "movement.keyword": "acv",
    "movement.page": "acv",
    "movement.helpline": "acv",
    "movement.picture": "acv",
    "movement.statement": "acv",
    "movement.statementpoint": "acvd",
    "movement.statementsuggestion": "acvd",
    "movement.whatif": "acv",
    "movement.cause": "acv",
    "movement.direction": "acv",
    "movement.action": "acv",
    "movement.lesson": "acvd",
    "movement.redirect": "v",
    "movement.houserule": "v",
    "participants.organisation": "acv",
    "participants.othername": "acvd",
    "participants.participation": "acvd",
    "participants.cohort": "acv",
    "participants.commitment": "acv",
    "participants.commitmentupdate": "acvd",
    "participants.joinrequest": "cvd",
    "participants.proposal": "cv",
    "actiondays.actionday": "v",
    "actiondays.series": "v",
    "actiondays.table": "v",
    "actiondays.tableresult": "v",
    "actiondays.resultlink": "acv",
    "discussions.board": "v",
    "discussions.topic": "v",
    "discussions.postlink": "acv",
}

MODERATOR = {
    "discussions.board": "v",
    "discussions.topic": "cv",
    "discussions.post": "v",
    "discussions.decision": "v",
    "discussions.postlink": "acv",
    "movement.closure": "acvd",
    "movement.houserule": "v",
    "movement.helpline": "cv",
    "movement.cause": "v",
    "movement.direction": "v",
    "movement.action": "v",
    "movement.theme": "v",
    "movement.keyword": "v",
}

ORGANISER = {
    "actiondays.actionday": "acv",
    "actiondays.series": "acv",
    "actiondays.table": "acvd",
    "actiondays.tableresult": "acvd",
    "actiondays.nextstep": "acvd",
    "actiondays.resultlink": "acv",
    "actiondays.registration": "cv",
    "actiondays.labrequest": "cv",
    "participants.organisation": "av",
    "movement.whatif": "acv",
    "movement.cause": "v",
    "movement.direction": "v",
    "movement.action": "v",
    "movement.statement": "v",
    "movement.statementpoint": "v",
    "movement.theme": "v",
    "movement.keyword": "v",
    "movement.picture": "av",
}

BEHEERDER = {
    "movement.sitesettings": "cv",
    "movement.houserule": "acv",
    "movement.redirect": "acvd",
    "movement.outboxmessage": "v",
    "participants.person": "cv",
    "discussions.board": "acv",
    "admin.logentry": "v",
}

EXTRA = {"moderator": {"discussions.moderate"}, "beheerder": {"discussions.moderate"}}


def merged(*tables: dict[str, str]) -> dict[str, str]:
    """The rights of several roles together."""
    together: dict[str, str] = {}
    for table in tables:
        for label, letters in table.items():
            together[label] = "".join(sorted(set(together.get(label, "") + letters)))
    return together


ROLES = {
    "editor": EDITOR,
    "moderator": MODERATOR,
    "organiser": ORGANISER,
    "beheerder": merged(EDITOR, MODERATOR, ORGANISER, BEHEERDER),
}


def permissions_of(role: str) -> set[str]:
    """The permissions of a role, as `app.codename`."""
    names = set(EXTRA.get(role, set()))
    for label, letters in ROLES[role].items():
        app, model = label.split(".")
        names |= {f"{app}.{LETTERS[letter]}_{model}" for letter in letters}
    return names


def apply_roles() -> None:
    """Make the groups and give each exactly its permissions. Safe to repeat.

    Permissions do not exist yet during a first `migrate`, so they are made first.
    Raises Permission.DoesNotExist, by name, for a right that no model has.
    """
    for app in current_apps.get_app_configs():
        create_permissions(app, verbosity=0, interactive=False)
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role)
        found = []
        for name in sorted(permissions_of(role)):
            label, codename = name.split(".")
            found.append(Permission.objects.get(content_type__app_label=label, codename=codename))
        group.permissions.set(found)
