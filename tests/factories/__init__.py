"""Every factory of every app, under one name: `from tests.factories import person, topic`.

The plain functions live in tests/factories/<app>.py; whatever such a module defines
without a leading underscore can be imported from here.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import FunctionType

for _found in iter_modules(__path__):
    _module = import_module(f"{__name__}.{_found.name}")
    globals().update(
        {
            name: value
            for name, value in vars(_module).items()
            if isinstance(value, FunctionType)
            and value.__module__ == _module.__name__
            and not name.startswith("_")
        }
    )
