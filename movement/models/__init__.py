"""The foundation's models, one module per concept."""

from .bases import Consent, Link, Publishable, PublishableQuerySet, TimeStamped
from .outcomes import Action, Cause, Direction, Front, Lesson, WhatIf
from .records import (
    LimitWindow,
    OnceKey,
    OutboxMessage,
    PersonalLink,
    Picture,
    SearchEntry,
)
from .site import Closure, HelpLine, HouseRule, Page, Redirect, SiteSettings
from .statements import Statement, StatementPoint, StatementSuggestion
from .subjects import Keyword, KeywordItem, Theme

__all__ = [
    "Action",
    "Cause",
    "Closure",
    "Consent",
    "Direction",
    "Front",
    "HelpLine",
    "HouseRule",
    "Keyword",
    "KeywordItem",
    "Lesson",
    "LimitWindow",
    "Link",
    "OnceKey",
    "OutboxMessage",
    "Page",
    "PersonalLink",
    "Picture",
    "Publishable",
    "PublishableQuerySet",
    "Redirect",
    "SearchEntry",
    "SiteSettings",
    "Statement",
    "StatementPoint",
    "StatementSuggestion",
    "Theme",
    "TimeStamped",
    "WhatIf",
]
