"""Run as a process of its own by test_at_once: one visitor, or somebody who looks in the database.

python at_once.py visitor <site> <slug> <network> <address> <party>
python at_once.py cancel <site> <slug> <network> <link>
python at_once.py house, with commands as lines of JSON on its input

A visitor says “ready” when the form is open, and sends it at the next line of its input.
"""

import http.cookiejar
import json
import os
import re
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

# Nobody sends a form within two seconds; robots do.
READING = 2.2
PATIENCE = 200


def tell(answer):
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def browser(network):
    jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    opener = urllib.request.build_opener(jar)
    opener.addheaders = [("X-Forwarded-For", network)]
    return opener


def hidden(opener, address):
    with opener.open(address, timeout=PATIENCE) as response:
        page = response.read().decode()
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))


def send_together(opener, address, form):
    """Wait until everyone is ready, send the form, and tell where it led."""
    shown = time.monotonic()
    tell("ready")
    sys.stdin.readline()
    time.sleep(max(0, READING - (time.monotonic() - shown)))
    body = urllib.parse.urlencode(form).encode()
    with opener.open(urllib.request.Request(address, body), timeout=PATIENCE) as response:
        tell([response.status, response.geturl()])


def visitor(site, slug, network, address, party):
    opener = browser(network)
    path = f"{site}/actiedagen/{slug}/aanmelden/"
    answers = {"name": "Wilg", "email": address, "mode": "in-person", "party_size": party}
    send_together(opener, path, hidden(opener, path) | answers)


def cancel(site, slug, network, link):
    opener = browser(network)
    token = hidden(opener, link)["csrfmiddlewaretoken"]
    form = {"csrfmiddlewaretoken": token, "act": "cancel"}
    send_together(opener, f"{site}/actiedagen/aanmelding/", form)


def house():
    """Make a day, lower its places, or tell how it stands, for each line of the input."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django

    django.setup()
    acts = {"make": make, "places": places, "state": state}
    for line in sys.stdin:
        act, *given = json.loads(line)
        tell(acts[act](*given))


def make(slug, count):
    from tests import factories

    return factories.day(slug=slug, places=count).pk


def places(slug, count):
    from actiondays.models import ActionDay
    from actiondays.models.registrations import refill

    ActionDay.objects.filter(slug=slug).update(places=count)
    return refill(ActionDay.objects.get(slug=slug))


def state(slug):
    from actiondays.models import Registration
    from movement.models import OutboxMessage

    columns = ("pk", "email", "state", "party_size", "queue_number")
    rows = list(Registration.objects.filter(day__slug=slug).order_by("pk").values(*columns))
    mails = OutboxMessage.objects.filter(recipient__in=[row["email"] for row in rows])
    return {
        "registrations": rows,
        "mails": list(mails.values_list("kind", flat=True)),
        "not_sent": mails.exclude(state="sent").count(),
        "ids": list(mails.values_list("message_id", flat=True)),
    }


if __name__ == "__main__":
    command, *given = sys.argv[1:]
    {"visitor": visitor, "cancel": cancel, "house": house}[command](*given)
