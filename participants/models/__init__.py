"""Who: people, organisations, commitments."""

from .commitments import Commitment, CommitmentUpdate
from .organisations import Cohort, Organisation, OtherName, Participation
from .people import (
    ErasedPerson,
    ErasureRequest,
    MailStop,
    Notification,
    Person,
    PersonConsent,
)

__all__ = [
    "Cohort",
    "Commitment",
    "CommitmentUpdate",
    "ErasedPerson",
    "ErasureRequest",
    "MailStop",
    "Notification",
    "Organisation",
    "OtherName",
    "Participation",
    "Person",
    "PersonConsent",
]
