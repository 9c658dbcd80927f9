"""What a verb of praat-mee can refuse, each with a sentence for the person who asked."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """This cannot be done now; `why` says so to the person."""

    why: Promise = _("This is not possible now.")

    def __init__(self) -> None:
        super().__init__(type(self).__name__)


class BoardNotOpen(Refused):
    why = _("On this board you can only read.")


class TopicClosed(Refused):
    why = _("This conversation is closed. You can still read it.")


class Suspended(Refused):
    why = _("You cannot write here for now. In your account you can read why and until when.")


class NotInvited(Refused):
    why = _(
        "This conversation is in listening mode. Professionals reply here only when the person "
        "who started it invites them."
    )


class NotYourTurn(Refused):
    why = _("At the campfire everyone speaks once in a round. You already spoke in this one.")


class GoneMeanwhile(Refused):
    why = _("The post to which you reply is no longer there. Your text is kept.")


class AlreadyDecided(Refused):
    why = _("Another moderator already decided about this.")


class SameModerator(Refused):
    why = _("Somebody else decides about an objection than who decided first.")


class OwnWords(Refused):
    why = _("This is your own post. Let a colleague decide about it.")


class TooLate(Refused):
    why = _("This can be undone within ten minutes. They have passed.")


class ClaimedByOther(Refused):
    why = _("Another moderator is busy with this.")


class AlreadyAppealed(Refused):
    why = _("You already objected to this decision.")


class HeadsTheConversation(Refused):
    why = _(
        "A conversation hangs on its first post, so that one cannot wait. You can hide it, and "
        "show it again."
    )


def why_not(topic: Any, member: Any) -> str:
    """Why this member cannot reply here now, to read before typing; "" when they can."""
    try:
        topic.check_writable_by(member)
    except Refused as refusal:
        return str(refusal.why)
    return ""
