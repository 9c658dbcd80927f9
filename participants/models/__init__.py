"""Who: people, organisations, commitments."""

from .commitments import Commitment, CommitmentUpdate
from .organisations import Cohort, Organisation, OtherName, Participation
from .people import Notification, Person, PersonConsent

__all__ = [
    "Cohort",
    "Commitment",
    "CommitmentUpdate",
    "Notification",
    "Organisation",
    "OtherName",
    "Participation",
    "Person",
    "PersonConsent",
]
