from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActionDaysConfig(AppConfig):
    name = "actiondays"
    verbose_name = _("Action days")
