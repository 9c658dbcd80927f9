"""Run as a process of its own by test_at_once: one visitor, or a look into the database.

python at_once.py visitor <site> <moment> <address> <party> <network>
python at_once.py cancel <site> <moment> <link> - <network>
python at_once.py make | state | links <addresses…> | places <number>
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


def tell(answer):
    sys.stdout.write(json.dumps(answer))


def browser(network):
    jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    opener = urllib.request.build_opener(jar)
    opener.addheaders = [("X-Forwarded-For", network)]
    return opener


def hidden(page):
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))


def send(opener, address, form, moment):
    body = urllib.parse.urlencode(form).encode()
    # Nobody sends a form within two seconds; robots do.
    time.sleep(max(2.2, moment - time.time()))
    with opener.open(urllib.request.Request(address, body), timeout=200) as response:
        return response.status, response.geturl()


def visitor(site, moment, address, party, network):
    opener = browser(network)
    path = f"{site}/actiedagen/druk/aanmelden/"
    with opener.open(path, timeout=200) as response:
        form = hidden(response.read().decode())
    answers = {"name": "Wilg", "email": address, "mode": "in-person", "party_size": party}
    tell(send(opener, path, {**form, **answers}, float(moment)))


def cancel(site, moment, link, _party, network):
    opener = browser(network)
    with opener.open(link, timeout=200) as response:
        form = hidden(response.read().decode())
    token = {"csrfmiddlewaretoken": form["csrfmiddlewaretoken"], "act": "cancel"}
    tell(send(opener, f"{site}/actiedagen/aanmelding/", token, float(moment)))


def look(command, *given):
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django

    django.setup()
    from actiondays.models import ActionDay, Registration
    from actiondays.models.registrations import refill
    from movement.mail import unsealed
    from movement.models import OutboxMessage
    from tests import factories

    if command == "make":
        factories.day(slug="druk", places=10)
    elif command == "places":
        ActionDay.objects.filter(slug="druk").update(places=int(given[0]))
        refill(ActionDay.objects.get(slug="druk"))
    elif command == "links":
        mails = OutboxMessage.objects.filter(recipient__in=given, kind="registration-first")
        tell([unsealed(mail)["link"] for mail in mails])
    else:
        columns = ("email", "state", "party_size", "queue_number", "pk")
        rows = list(Registration.objects.order_by("pk").values(*columns))
        kinds = list(OutboxMessage.objects.values_list("kind", flat=True))
        tell({"registrations": rows, "mails": kinds})


if __name__ == "__main__":
    command, *given = sys.argv[1:]
    {"visitor": visitor, "cancel": cancel}.get(command, lambda *more: look(command, *more))(*given)
