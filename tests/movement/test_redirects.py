"""Addresses that moved lead on; chains collapse, circles open, gone is gone."""

import pytest

from movement.models import Redirect
from movement.redirects import lead

pytestmark = pytest.mark.django_db


def test_a_moved_address_leads_on(client):
    lead("/nieuws/oud/", "/nieuws/nieuw/")
    answer = client.get("/nieuws/oud/")
    assert answer.status_code == 301
    assert answer.headers["Location"] == "/nieuws/nieuw/"


def test_a_chain_collapses_to_one_hop():
    lead("/a/", "/b/")
    lead("/b/", "/c/")
    assert Redirect.objects.get(old_path="/a/").target == "/c/"


def test_a_circle_opens():
    lead("/a/", "/b/")
    lead("/b/", "/a/")
    assert not Redirect.objects.filter(old_path="/a/").exists()
    assert Redirect.objects.get(old_path="/b/").target == "/a/"


def test_gone_is_gone(client):
    lead("/nieuws/weg/", "")
    assert client.get("/nieuws/weg/").status_code == 410


def test_a_page_that_exists_is_not_led_away(client):
    lead("/account/login/", "/elders/")
    assert client.get("/account/login/").status_code == 200
