"""The places of one day, counted while that day is locked."""

from django.db.models import Sum

from .days import ActionDay


class Seats:
    """How many places are left per way of joining. Only true under the lock of the day."""

    def __init__(self, day: ActionDay) -> None:
        rows = day.registrations.seated().order_by().values_list("mode")
        self.taken: dict[str, int] = dict(rows.annotate(Sum("party_size")))
        self.places = {"in-person": day.places, "online": day.online_places}

    def fits(self, mode: str, party: int) -> bool:
        """Whether so many can still join in this way; the report has no limit."""
        places = self.places.get(mode)
        return places is None or self.taken.get(mode, 0) + party <= places

    def take(self, mode: str, party: int) -> None:
        """Count so many more (or fewer, when negative)."""
        self.taken[mode] = self.taken.get(mode, 0) + party
