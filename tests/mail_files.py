"""The mails that a site of our own wrote into a folder, instead of sending them."""

from email import message_from_bytes, policy

BETWEEN = b"\n" + b"-" * 79 + b"\n"


def mails_in(folder):
    """All mails, in the order in which they left."""
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)
    parts = [part.strip() for file in files for part in file.read_bytes().split(BETWEEN)]
    return [message_from_bytes(part, policy=policy.default) for part in parts if part]
