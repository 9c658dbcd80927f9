"""Who: people, organisations, commitments."""

from .commitments import Commitment, CommitmentUpdate
from .joining import JoinRequest
from .organisations import Cohort, Organisation, OtherName, Participation
from .people import (
    DailyMail,
    ErasedPerson,
    ErasureRequest,
    MailStop,
    Notification,
    Person,
    PersonConsent,
)
from .proposals import Proposal

__all__ = [
    "Cohort",
    "Commitment",
    "CommitmentUpdate",
    "ErasedPerson",
    "ErasureRequest",
    "JoinRequest",
    "DailyMail",
    "MailStop",
    "Notification",
    "Organisation",
    "OtherName",
    "Participation",
    "Person",
    "PersonConsent",
    "Proposal",
]
