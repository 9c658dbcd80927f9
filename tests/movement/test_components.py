"""The building blocks: every example renders, is wired for assistive technology, and is strict."""

import datetime as dt
import re
from html.parser import HTMLParser

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, TemplateSyntaxError, engines
from django.test import RequestFactory

from config.pages.styleguide_examples import EXAMPLES, ExampleForm, context

VOID = {"area", "br", "circle", "ellipse", "hr", "img", "input", "link", "meta", "path", "use"}


class Tree(HTMLParser):
    """Elements as (tag, attributes) in order; fails on what is not closed where it should be."""

    def __init__(self, html):
        super().__init__()
        self.open, self.elements = [], []
        self.feed(html)
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop() == tag

    def find(self, tag, **wanted):
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items()}
        return [
            attrs
            for found, attrs in self.elements
            if found == tag and all(attrs.get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag, **wanted):
        found = self.find(tag, **wanted)
        assert len(found) == 1, f"{len(found)} of {tag} {wanted}"
        return found[0]


def render(source, **values):
    return engines["django"].engine.from_string(source).render(Context(values))


def tree(source, **values):
    return Tree(render(source, **values))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_every_example_renders_with_its_block_and_sound_references(example):
    html = "".join(render(source, **context()) for source in example.sources)
    found = Tree(html)
    classes = " ".join(attrs.get("class") or "" for _, attrs in found.elements).split()
    for block in example.blocks.split():
        assert block in classes, f"no .{block} in the example"
    ids = [attrs["id"] for _, attrs in found.elements if attrs.get("id")]
    assert len(ids) == len(set(ids))
    for tag, attrs in found.elements:
        assert "style" not in attrs
        assert not [name for name in attrs if name.startswith("on")]
        for name in ("aria-labelledby", "aria-describedby", "for"):
            for reference in (attrs.get(name) or "").split():
                assert reference in ids, f"{tag} {name} points to {reference}, which is not there"
        if tag == "svg":
            assert attrs.get("aria-hidden") == "true" or attrs.get("aria-label")


@pytest.mark.parametrize(
    "source",
    [
        '{% button "Go" varient="quiet" %}',
        '{% badge "New" kind="care" %}',
        '{% panel titel="x" %}{% endpanel %}',
        '{% stop stat="done" %}{% endstop %}',
        '{% notice "care" %}{% endnotice %}',
    ],
)
def test_a_property_with_a_typo_fails_when_the_template_compiles(source):
    with pytest.raises(TemplateSyntaxError):
        engines["django"].engine.from_string(source)


@pytest.mark.parametrize(
    "source",
    [
        '{% button "Go" variant="loud" %}',
        '{% button "Go" type="link" %}',
        '{% badge "x" variant="gold" %}',
        '{% notice kind="danger" title="x" %}{% endnotice %}',
        '{% panel title="x" variant="sunk" %}{% endpanel %}',
        '{% panel title="x" level=1 %}{% endpanel %}',
        '{% line variant="zigzag" %}{% endline %}',
        '{% stop state="failed" %}{% endstop %}',
        "{% fold %}{% endfold %}",
        '{% front_sign "forward" %}',
    ],
)
def test_a_variant_that_does_not_exist_raises(source):
    with pytest.raises(ValueError):
        render(source)


def test_what_people_typed_is_escaped_everywhere():
    evil = '"><script>alert(1)</script>'
    html = render(
        "{% button t href=t about=t %}{% badge t %}{% tag t href=t %}{% more t href=t %}"
        "{% breadcrumb t t t '' %}{% panel title=t id=t %}{{ t }}{% endpanel %}"
        "{% notice title=t %}{{ t }}{% endnotice %}{% fold summary=t note=t act=t %}{% endfold %}"
        "{% stop word=t id=t %}{% endstop %}{% quote source=t href=t %}{{ t }}{% endquote %}"
        "{% empty title=t %}{% endempty %}{% picture 'cups' label=t %}",
        t=evil,
    )
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_button_is_a_link_when_it_leads_somewhere_and_a_button_when_it_acts():
    assert tree('{% button "Lees" href="/nieuws/" %}').one("a", href="/nieuws/")
    button = tree('{% button "Bewaar" name="act" value="keep" variant="quiet small" %}').one(
        "button"
    )
    assert button["type"] == "submit"
    assert (button["name"], button["value"]) == ("act", "keep")
    assert button["class"] == "button button--quiet button--small"


def test_a_panel_with_an_id_is_a_region_named_by_its_heading():
    found = tree('{% panel title="Kom je ook?" level=3 id="kom" %}{% endpanel %}')
    region = found.one("section", id="kom")
    assert found.one("h3", id=region["aria-labelledby"])


def test_a_stop_says_where_you_are_and_keeps_its_state_in_words():
    html = render(
        '{% line %}{% stop state="done" word="Actie" current=True %}x{% endstop %}{% endline %}'
    )
    stop = Tree(html).one("li")
    assert stop["aria-current"] == "step"
    assert "line__stop--done" in stop["class"]
    assert "Actie" in html


def test_the_date_box_is_a_time_that_machines_can_read():
    assert (
        tree("{% datebox day %}", day=dt.date(2027, 1, 21)).one("time")["datetime"] == "2027-01-21"
    )
    moment = dt.datetime(2027, 1, 20, 23, 30, tzinfo=dt.UTC)
    assert tree("{% datebox day %}", day=moment).one("time")["datetime"] == "2027-01-21"


def test_the_breadcrumb_marks_this_page():
    found = tree("{% breadcrumb steps %}", steps=[("Nieuws", "/nieuws/"), ("Dit", "")])
    assert found.one("a", href="/nieuws/")
    assert found.one("span", aria_current="page")
    assert found.elements == tree('{% breadcrumb "Nieuws" "/nieuws/" "Dit" "" %}').elements


def test_pagination_keeps_the_other_parameters_and_marks_this_page():
    request = RequestFactory().get("/nieuws/?thema=wat-als&page=3")
    page = Paginator(range(100), 10).page(3)
    found = tree('{% pagination page anchor="#lijst" %}', page=page, request=request)
    assert found.one("a", rel="prev")["href"] == "?thema=wat-als&page=2#lijst"
    assert found.one("a", rel="next")["href"] == "?thema=wat-als&page=4#lijst"
    assert found.one("a", aria_current="page")["href"] == "?thema=wat-als&page=3#lijst"
    assert found.one("a", href="?thema=wat-als&page=10#lijst")


def test_pagination_is_not_there_for_one_page():
    assert render("{% pagination page %}", page=Paginator(range(3), 10).page(1)) == ""


def test_a_range_page_without_a_paginator_is_enough():
    class RangePage:
        number, num_pages = 500, 500

    found = tree("{% pagination page %}", page=RangePage())
    assert found.one("a", rel="prev")["href"] == "?page=499"
    assert not found.find("a", rel="next")


def test_a_field_wires_label_hint_and_error_to_its_control():
    html = ExampleForm({"email": "naam@"})["email"].as_field_group()
    found = Tree(html)
    control = found.one("input")
    assert control["aria-invalid"] == "true"
    assert control["class"] == "field__control"
    assert found.one("label", for_=control["id"])
    described = control["aria-describedby"].split()
    assert len(described) == 2
    assert found.one("div", id=described[0])
    assert found.one("p", id=described[1])


def test_several_choices_are_a_group_with_a_legend_and_a_label_each():
    found = Tree(ExampleForm({})["how"].as_field_group())
    assert found.one("legend")
    assert found.one("fieldset")["aria-describedby"] == "id_how_error"
    radios = found.find("input", type="radio")
    assert [radio["class"] for radio in radios] == ["choice__control"] * 2
    assert all(found.one("label", for_=radio["id"]) for radio in radios)


def test_a_tick_box_is_described_by_its_hint():
    found = Tree(ExampleForm()["anonymous"].as_field_group())
    box = found.one("input", type="checkbox")
    assert found.one("div", id=box["aria-describedby"])
    assert found.one("label", for_=box["id"])


def test_what_may_stay_empty_is_said_only_where_something_is_required():
    class Search(forms.Form):
        q = forms.CharField(required=False)

    assert "field__optional" in ExampleForm()["needs"].as_field_group()
    assert "field__optional" not in ExampleForm()["called"].as_field_group()
    assert "field__optional" not in Search()["q"].as_field_group()


def test_the_summary_links_each_mistake_to_a_control_that_is_there():
    form = ExampleForm({"email": "naam@"})
    found = tree("{{ form }}", form=form)
    links = [
        attrs["href"].removeprefix("#") for attrs in found.find("a", class_="error-summary__link")
    ]
    ids = {
        attrs.get("id") for tag, attrs in found.elements if tag in {"input", "select", "textarea"}
    }
    assert len(links) == len(form.errors)
    assert set(links) <= ids
    assert "autofocus" in found.one("div", role="alert")


def test_a_form_without_mistakes_has_no_summary():
    assert render("{% error_summary form %}", form=ExampleForm()) == ""


def test_mistakes_of_the_whole_form_and_of_hidden_fields_are_said_without_a_link():
    class Once(forms.Form):
        key = forms.CharField(widget=forms.HiddenInput)

    form = Once({})
    form.full_clean()
    form.add_error(None, "Dit is al verstuurd.")
    html = render("{% error_summary form %}", form=form)
    assert "Dit is al verstuurd." in html
    assert not re.search(r"<a ", html)


def test_the_summary_reads_as_a_sentence_whatever_the_label_ends_with():
    class Asking(forms.Form):
        name = forms.CharField(label="Hoe noemen we je?")
        town = forms.CharField(label="Plaats")

    html = render("{% error_summary form %}", form=Asking({}))
    assert "Hoe noemen we je? " in html
    assert "?:" not in html
    assert "Plaats: " in html
