"""Add generated bulk data, for measuring."""

import time
from argparse import ArgumentParser
from random import Random
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from config.population import contents, forum
from config.population.texts import Writer


class Command(BaseCommand):
    help = "Adds generated bulk data, the same for the same seed. Not for a site that people use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name in ("topics", "posts", "articles", "people", "organisations", "days"):
            parser.add_argument(f"--{name}", type=int, default=0)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, **options: Any) -> None:
        if options["posts"] < options["topics"] or (options["posts"] and not options["topics"]):
            raise CommandError(
                "Posts stand in topics: give --topics, and at least as many --posts."
            )
        chance = Random(options["seed"])
        given = {"chance": chance, "writer": Writer(chance), "now": timezone.now()}
        self.start = time.monotonic()
        people = contents.add_people(
            max(options["people"], min(1, options["topics"])), now=given["now"]
        )
        self.tell("people", options["people"])
        contents.add_organisations(options["organisations"], chance=chance, writer=given["writer"])
        self.tell("organisations", options["organisations"])
        contents.add_articles(options["articles"], **given)
        self.tell("articles", options["articles"])
        contents.add_days(options["days"], **given)
        self.tell("days", options["days"])
        if options["topics"]:
            self.add_forum(options["topics"], options["posts"], people=people, **given)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def add_forum(self, topics: int, posts: int, **given: Any) -> None:
        """Add the topics and their posts, telling each tenth how far it is."""
        sizes = forum.topic_sizes(topics, posts, given["chance"])
        made = forum.add_topics(sizes, **given)
        self.tell("topics", topics)
        given.pop("now")
        told = 0
        for total in forum.add_posts(forum.posts_of(made, sizes, **given), people=given["people"]):
            if total * 10 // posts > told:
                told = total * 10 // posts
                self.stdout.write(f"  {total} of {posts} posts", ending="\n")
        self.tell("posts", posts)

    def tell(self, what: str, count: int) -> None:
        """Print how many were added and how fast."""
        seconds, self.start = time.monotonic() - self.start, time.monotonic()
        if count:
            rate = f"{count / seconds:.0f} a second" if seconds > 0.01 else "at once"
            self.stdout.write(f"{count} {what} in {seconds:.1f} s, {rate}")
