"""The style guide: for staff, with every example and its source."""

from django.utils.html import escape

from config.pages.styleguide_examples import EXAMPLES

GUIDE = "/stijlgids/"


def test_staff_see_every_example_and_its_source(editor):
    html = editor.get(GUIDE).content.decode()
    for example in EXAMPLES:
        assert escape(example.name) in html
        assert escape(example.sources[0]) in html


def test_for_members_it_does_not_exist_and_visitors_may_sign_in(member, visitor):
    response = member.get(GUIDE)
    assert response.status_code == 404
    assert "specimen" not in response.content.decode()
    response = visitor.get(GUIDE)
    assert response.status_code == 302
    assert response["Location"] == f"/account/login/?next={GUIDE}"
