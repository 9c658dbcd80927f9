"""Every address of the site, read from the resolver itself."""

from dataclasses import dataclass

from django.urls import URLPattern, get_resolver
from django.urls.converters import get_converters


@dataclass(frozen=True)
class Address:
    """One address: its name with namespaces, its pattern, and the kinds of its variables."""

    name: str
    route: str
    variables: tuple[tuple[str, str], ...]

    @property
    def is_of_admin(self):
        return self.name.startswith("admin:")

    def filled(self, **values):
        """The path with a value for each variable; by name, else by kind (`int`, `slug`)."""
        path = self.route
        for variable, kind in self.variables:
            value = values.get(variable, values.get(kind))
            path = path.replace(f"<{kind}:{variable}>", str(value))
            path = path.replace(f"<{variable}>", str(value))
        return f"/{path}"


def _walk(resolver, route="", namespace=""):
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            name = f"{namespace}{pattern.name or here}"
            yield name, here, pattern
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern, here, inner)


def _kind_of(converter):
    kinds = {type(one): name for name, one in get_converters().items()}
    return kinds.get(type(converter), "str")


# Patterns of allauth written as regular expressions, as the paths they stand for.
PLAIN = {
    r"^confirm-email/(?P<key>[-:\w]+)/$": "confirm-email/<str:key>/",
    r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": (
        "password/reset/key/<str:uidb36>-<str:key>/"
    ),
}


def every_address():
    """All addresses, the admin's too, in the order of the resolver."""
    found = []
    for name, route, pattern in _walk(get_resolver()):
        variables = tuple(
            (variable, _kind_of(converter))
            for variable, converter in pattern.pattern.converters.items()
        )
        for regular, plain in PLAIN.items():
            if route.endswith(regular):
                route = route.removesuffix(regular) + plain
                names = [part.split(">")[0] for part in plain.split("<str:")[1:]]
                variables = tuple((variable, "str") for variable in names)
        if "(?P" in route:
            # The admin's last resort: any path below it.
            route, variables = route.split("(?P")[0] + "<path:url>", (("url", "path"),)
        found.append(Address(name, route.replace("^", "").replace("$", ""), variables))
    return found


def let_go(response):
    """Close the file behind an answer. `close()` itself would close the test's database too."""
    for closer in response._resource_closers if response.streaming else ():
        closer()
