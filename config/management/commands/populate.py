"""Add generated bulk data, for measuring."""

import time
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import datetime
from random import Random
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from config.population import contents, forum
from config.population.texts import Writer
from participants.models import Person


class Command(BaseCommand):
    help = "Adds generated bulk data, the same for the same seed. Not for a site that people use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name in ("topics", "posts", "articles", "people", "organisations", "days"):
            parser.add_argument(f"--{name}", type=int, default=0)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, **options: Any) -> None:
        topics, posts = options["topics"], options["posts"]
        if posts < topics or (posts and not topics):
            raise CommandError(
                "Posts stand in topics: give --topics, and at least as many --posts."
            )
        writer, now = Writer(Random(options["seed"])), timezone.now()
        self.start = time.monotonic()
        # Somebody has to write the posts.
        people = contents.add_people(max(options["people"], min(1, topics)), now=now)
        self.tell("people", options["people"])
        contents.add_organisations(options["organisations"], writer=writer)
        self.tell("organisations", options["organisations"])
        contents.add_articles(options["articles"], writer=writer, now=now)
        self.tell("articles", options["articles"])
        contents.add_days(options["days"], writer=writer, now=now)
        self.tell("days", options["days"])
        if topics:
            self.add_forum(topics, posts, people=people, writer=writer, now=now)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def add_forum(
        self, topics: int, posts: int, *, people: Sequence[Person], writer: Writer, now: datetime
    ) -> None:
        """Add the topics and their posts, telling at each tenth how far it is."""
        sizes = forum.topic_sizes(topics, posts, writer.chance)
        made = forum.add_topics(sizes, people=people, writer=writer, now=now)
        self.tell("topics", topics)
        new = forum.posts_of(made, sizes, people=people, writer=writer, now=now)
        told = 0
        for total in forum.add_posts(new, people=people):
            if total * 10 // posts > told:
                told = total * 10 // posts
                self.stdout.write(f"  {total} of {posts} posts")
        self.tell("posts", posts)

    def tell(self, what: str, count: int) -> None:
        """Print how many were added and how fast."""
        seconds, self.start = time.monotonic() - self.start, time.monotonic()
        if count:
            rate = f"{count / seconds:.0f} a second" if seconds > 0.01 else "at once"
            self.stdout.write(f"{count} {what} in {seconds:.1f} s, {rate}")
