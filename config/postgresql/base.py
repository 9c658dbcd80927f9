"""PostgreSQL as Django knows it, with a health check that asks nothing while all is well."""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    def is_usable(self) -> bool:
        """Whether the server still listens to this connection.

        Nothing comes from the server unasked, but the end of the connection: as long as there
        is nothing to read, a question at each request is not needed.
        """
        if self.connection is None:
            return False
        if self.connection.closed:
            return super().is_usable()
        poll = select.poll()
        poll.register(self.connection.fileno(), select.POLLIN)
        return not poll.poll(0) or super().is_usable()
