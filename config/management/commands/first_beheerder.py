"""The first superuser of an installation."""

from argparse import ArgumentParser
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from participants.models import Person


class Command(BaseCommand):
    help = "Make the first superuser; prints a link, once usable, to choose a password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", metavar="EMAIL")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        email = email.strip().lower()
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email!r} is no e-mail address") from error
        person = superuser(email)
        path = reverse(
            "account_reset_password_from_key",
            kwargs={
                "uidb36": user_pk_to_url_str(person),
                "key": default_token_generator.make_token(person),
            },
        )
        self.stdout.write(
            f"Choose a password, then set up the second step: {settings.SITE_URL}{path}"
        )


@transaction.atomic
def superuser(email: str) -> Person:
    """This person with all rights and a confirmed address; made when there is none."""
    person = Person.objects.filter(email__iexact=email).first()
    if person is None:
        person = Person.objects.create_user(email, f"Beheerder {Person.objects.count() + 1}")
    person.is_staff = person.is_superuser = person.is_active = True
    person.save()
    EmailAddress.objects.update_or_create(
        user=person, email=email, defaults={"verified": True, "primary": True}
    )
    return person
