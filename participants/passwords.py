"""Rules for passwords whose words Django's own Dutch catalogue lacks."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LengthValidator(MinimumLengthValidator):
    """At least so many characters; says so in the words of the site."""

    def get_error_message(self) -> str:
        return _("This password is too short. Use at least %(number)d characters.") % {
            "number": self.min_length
        }
