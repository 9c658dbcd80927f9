"""A passkey is added and used in the browser, under the policy that allows nothing inline."""

import pytest
from allauth.account.models import EmailAddress

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "samen-anders-doen"


def with_key(page):
    """Give this browser a key of its own that says yes by itself."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_member_adds_a_passkey_and_signs_in_with_it(page):
    person = factories.member()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    with_key(page)
    page.visit("/account/login/")
    page.fill("input[name=login]", person.email)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/account/")
    page.visit("/account/2fa/webauthn/add/")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/webauthn/add/")
    page.click("label[for=id_passwordless]")
    page.click("#passkey-button")
    page.wait_for_url("**/recovery-codes/")
    page.context.clear_cookies()
    page.visit("/account/login/")
    page.click("#passkey-button")
    page.wait_for_url("**/account/")
    assert person.pseudonym in page.inner_text("main")
    assert page.complaints == []
    assert page.outside == []
