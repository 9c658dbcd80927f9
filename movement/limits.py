"""How often something may be done (S26): counted in the database, for all processes together."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from movement.models import LimitWindow
from movement.network import address_of, network_of

MINUTE, HOUR, DAY = 60, 3600, 86_400


@dataclass(frozen=True)
class Rate:
    """So many times within so many seconds."""

    times: int
    seconds: int


# The one table of limits. A limit for visitors counts a whole network: a school, a library.
RATES: dict[str, Rate] = {
    "sign-up": Rate(20, HOUR),
    "sign-in": Rate(60, 5 * MINUTE),
    "reset": Rate(10, HOUR),
    "reset-address": Rate(3, HOUR),
    "pseudonym": Rate(5, DAY),
    "password": Rate(10, 5 * MINUTE),
    "export": Rate(5, DAY),
    "personal-link": Rate(120, HOUR),
    "paper-code": Rate(30, HOUR),
    "post": Rate(20, 10 * MINUTE),
    "topic": Rate(10, HOUR),
    "reaction": Rate(120, 10 * MINUTE),
    "report": Rate(20, HOUR),
    "moderate": Rate(240, 10 * MINUTE),
    "registration": Rate(30, HOUR),
    "join": Rate(10, HOUR),
    "proposal": Rate(20, HOUR),
    "list-export": Rate(120, HOUR),
    "search": Rate(120, MINUTE),
    "preview": Rate(120, 10 * MINUTE),
    "draft": Rate(240, 10 * MINUTE),
}


class TooMany(Exception):
    """This was done too often; `retry_after` is in seconds."""

    def __init__(self, action: str, retry_after: int) -> None:
        super().__init__(action)
        self.action = action
        self.retry_after = retry_after


def client_key(request: HttpRequest) -> str:
    """Who is counted: the member's number, else a digest of the network. Never an address."""
    if request.user.is_authenticated:
        return f"member-{request.user.pk}"
    return network_key(network_of(address_of(request)))


def network_key(network: str) -> str:
    """The key of a network; without SECRET_KEY nobody can go back to the address."""
    return f"net-{salted_hmac('movement.limits', network).hexdigest()[:32]}"


def address_key(email: str) -> str:
    """The key of an e-mail address, such as one that mails are asked for."""
    folded = email.strip().lower()
    return f"mail-{salted_hmac('movement.limits', folded).hexdigest()[:32]}"


def hit(action: str, key: str, *, now: datetime | None = None) -> None:
    """Count this once more. Raises TooMany past the rate, KeyError for an unknown action.

    Call it before the verb's transaction: what is rolled back was not counted.
    """
    rate = RATES[action]
    now = now or timezone.now()
    start = int(now.timestamp()) // rate.seconds * rate.seconds
    ends_at = datetime.fromtimestamp(start + rate.seconds, tz=UTC)
    if counted(f"{action}:{key}:{start}"[:120], ends_at) > rate.times:
        raise TooMany(action, max(1, ceil((ends_at - now).total_seconds())))


def counted(key: str, ends_at: datetime) -> int:
    """Add one to this window and return its count, in one statement that cannot race."""
    table = connection.ops.quote_name(LimitWindow._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (key, count, ends_at) VALUES (%s, 1, %s) "
            f"ON CONFLICT (key) DO UPDATE SET count = {table}.count + 1 RETURNING count",
            [key, connection.ops.adapt_datetimefield_value(ends_at)],
        )
        return int(cursor.fetchone()[0])


def forget_old(now: datetime) -> int:
    """Delete windows that ended."""
    return LimitWindow.objects.filter(ends_at__lt=now - timedelta(minutes=1)).delete()[0]
