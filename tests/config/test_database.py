"""A connection to PostgreSQL lives on between requests, and its end goes unnoticed by readers."""

import pytest
from django.db import close_old_connections, connection

from movement.models import Theme

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite has no connection that somebody can end"
    ),
]


def end_of(number):
    """Let the server end the connection of this process number, as a restart does."""
    another = connection.copy()
    with another.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [number])
    another.close()


def backend():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def test_a_connection_that_the_server_ended_is_made_anew():
    connection.health_check_enabled = True
    first = backend()
    end_of(first)
    close_old_connections()
    connection.health_check_done = False
    assert Theme.objects.count() == 0
    assert backend() != first


def test_a_sound_connection_is_asked_nothing(django_assert_num_queries):
    first = backend()
    with django_assert_num_queries(0):
        assert connection.is_usable()
    assert backend() == first
