"""Demo content of the foundation: site, help lines, rules, themes, pages, outcomes, statements."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from config.demo import movement_outcomes as outcomes
from config.demo.movement_house_texts import HOUSE_PAGES
from config.demo.movement_pages import PAGES
from config.demo.movement_site import HELP_LINES, HOUSE_RULES, SETTINGS, THEMES
from config.demo.movement_statements import STATEMENTS
from movement import search_entries
from movement.models import (
    Action,
    Cause,
    Direction,
    HelpLine,
    HouseRule,
    Page,
    Publishable,
    SiteSettings,
    Statement,
    Theme,
    WhatIf,
)


@transaction.atomic
def load(now: datetime) -> int:
    """Load or refresh everything of the foundation. Returns how many things there are."""
    SiteSettings.objects.update_or_create(pk=1, defaults=SETTINGS)
    for position, line in enumerate(HELP_LINES, start=1):
        known = {**line, "position": position}
        HelpLine.objects.update_or_create(name=known.pop("name"), defaults=known)
    for position, (title, explanation) in enumerate(HOUSE_RULES, start=1):
        texts = {"explanation": explanation, "position": position}
        HouseRule.objects.update_or_create(title=title, defaults=texts)
    for position, (name, introduction) in enumerate(THEMES, start=1):
        texts = {"name": name, "introduction": introduction, "position": position}
        Theme.objects.update_or_create(slug=slugify(name), defaults=texts)
    for position, page in enumerate([*PAGES, *HOUSE_PAGES], start=1):
        load_page(position, dict(page), now)
    load_outcomes()
    for facts in STATEMENTS:
        load_statement(dict(facts), now)
    return search_entries.rebuild()


def load_page(position: int, page: dict[str, Any], now: datetime) -> None:
    """Write one page below /over/; its moment of publication stays."""
    slug = page.pop("slug")
    page |= {"position": position, "state": Publishable.State.PUBLISHED}
    Page.objects.update_or_create(
        slug=slug, defaults=page, create_defaults={**page, "published_at": now}
    )


def load_outcomes() -> None:
    """Write the questions, causes, directions and actions, with the links between them."""
    questions = [
        WhatIf.objects.update_or_create(
            slug=slug,
            defaults={"question": question, "introduction": text, "position": position},
        )[0]
        for position, (slug, question, text) in enumerate(outcomes.WHAT_IFS, start=1)
    ]
    causes = {}
    for number, (title, short, text, asked) in enumerate(outcomes.CAUSES, start=1):
        causes[number] = write(Cause, number, title, short, text)
        causes[number].what_ifs.set([questions[index - 1] for index in asked])
    directions = {}
    for number, (title, short, text, answers) in enumerate(outcomes.DIRECTIONS, start=1):
        directions[number] = write(Direction, number, title, short, text)
        directions[number].causes.set([causes[index] for index in answers])
    for number, (front, title, short, text, ways, more) in enumerate(outcomes.ACTIONS, start=1):
        action = write(Action, number, title, short, text, front=front, **more)
        action.directions.set([directions[index] for index in ways])


def write(model: Any, number: int, title: str, short: str, text: str, **more: Any) -> Any:
    """Write one cause, direction or action by its number."""
    values = {"title": title, "short_title": short, "explanation": text, **more}
    slug = slugify(short)
    return model.objects.update_or_create(number=number, defaults={**values, "slug": slug})[0]


def load_statement(facts: dict[str, Any], now: datetime) -> None:
    """Write one statement with its points, and what was asked to change in it."""
    slug, points, asked = facts.pop("slug"), facts.pop("points"), facts.pop("suggestions", [])
    facts["stated_on"] = date.fromisoformat(facts["stated_on"])
    facts["state"] = Publishable.State.PUBLISHED
    statement, _made = Statement.objects.update_or_create(
        slug=slug, defaults=facts, create_defaults={**facts, "published_at": now}
    )
    for position, (title, text) in enumerate(points, start=1):
        statement.points.update_or_create(
            position=position, defaults={"title": title, "text": text}
        )
    for text, origin, answer in asked:
        statement.suggestions.update_or_create(
            text=text, defaults={"origin": origin, "answer": answer}
        )
