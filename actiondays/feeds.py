"""The Atom feed of action days."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext_lazy as _

from actiondays.models import ActionDay

LATEST = 20


class DayFeed(Feed):
    """The days that were announced or changed last."""

    feed_type = Atom1Feed
    title = _("Action days")
    subtitle = _("New action days, changes, and what the days brought.")
    link = reverse_lazy("actiondays:list")

    def items(self) -> Any:
        return ActionDay.objects.visible_to(None).for_list().order_by("-created_at", "-pk")[:LATEST]

    def item_title(self, item: ActionDay) -> str:
        return item.title

    def item_description(self, item: ActionDay) -> str:
        return f"{item.when}. {item.where}. {item.summary}"

    def item_pubdate(self, item: ActionDay) -> datetime:
        return item.created_at

    def item_updateddate(self, item: ActionDay) -> datetime:
        return item.updated_at
