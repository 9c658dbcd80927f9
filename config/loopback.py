"""Whether an address can only be reached from this machine."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach what is bound to the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
