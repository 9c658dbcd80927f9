"""The composition root as a Django app: commands, pages and the admin site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ConfigConfig(AppConfig):
    name = "config"


class SiteAdminConfig(AdminConfig):
    default_site = "config.admin.SiteAdmin"
