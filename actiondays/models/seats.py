"""The places of one day, counted while that day is locked."""

from django.db.models import Sum
from django.utils.functional import cached_property

from .days import ActionDay


class Seats:
    """How many places are left per way of joining. Only true under the lock of the day."""

    def __init__(self, day: ActionDay) -> None:
        self.day = day
        self.places = {"in-person": day.places, "online": day.online_places}

    @cached_property
    def taken(self) -> dict[str, int]:
        """How many places are taken per way of joining; not counted where there is no limit."""
        rows = self.day.registrations.seated().order_by().values_list("mode")
        return dict(rows.annotate(Sum("party_size")))

    def fits(self, mode: str, party: int) -> bool:
        """Whether so many can still join in this way; the report has no limit."""
        places = self.places.get(mode)
        return places is None or self.taken.get(mode, 0) + party <= places

    def take(self, mode: str, party: int) -> None:
        """Count so many more (or fewer, when negative), where there is a limit."""
        if self.places.get(mode) is not None:
            self.taken[mode] = self.taken.get(mode, 0) + party
