"""A PostgreSQL server for the tests and the benchmark: found, and left as it was found."""

import os
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

SERVERS = (
    "postgres://postgres@127.0.0.1:5432/postgres",
    "postgres://postgres:postgres@127.0.0.1:5432/postgres",
)


def at(server: str, name: str) -> str:
    """Return the address of a database on the server."""
    return urlsplit(server)._replace(path=f"/{name}").geturl()


def find_server(variable: str) -> str | None:
    """Return the address of a server that answers, as named by the variable or a local one."""
    given = os.environ.get(variable)
    for address in (given,) if given else SERVERS:
        server = at(address, "postgres")
        try:
            psycopg.connect(server, connect_timeout=3).close()
        except psycopg.Error:
            continue
        return server
    return None


def create_database(server: str, name: str) -> None:
    """Make an empty database."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def drop_databases(server: str, start: str) -> None:
    """Drop every database whose name starts so, also when somebody is still connected."""
    with psycopg.connect(server, autocommit=True) as connection:
        query = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
        for (found,) in connection.execute(query, [start]).fetchall():
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            connection.execute(drop.format(sql.Identifier(found)))
