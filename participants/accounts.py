"""The way allauth works here: our mail door, addresses without their last part."""

import ipaddress
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


def network_of(address: str) -> str:
    """Return the network of an IP address (/24 or /48): enough for a limit, not for a person."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "0.0.0.0"
    prefix = 24 if parsed.version == 4 else 48
    return str(ipaddress.ip_network((parsed, prefix), strict=False).network_address)


class Adapter(DefaultAccountAdapter):
    """Keeps no full IP address, neither in a session's row nor in a limit (S28)."""

    def get_client_ip(self, request: HttpRequest) -> str:
        return network_of(super().get_client_ip(request) or "")

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names: people are seen under their pseudonym."""
