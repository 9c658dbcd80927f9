"""Keywords that mean the same become one."""

import pytest

from movement.keywords import CannotMerge, merge
from tests import factories

pytestmark = pytest.mark.django_db


def test_what_had_the_one_gets_the_other_and_nothing_gets_it_twice(visitor):
    kept, gone = factories.keyword("uithuisplaatsing"), factories.keyword("uit huis plaatsen")
    only = factories.article(keywords=[gone])
    both = factories.article(keywords=[gone, kept])
    assert merge(gone, into=kept) == 1
    for article in (only, both):
        assert list(article.keywords.all()) == [kept]
    response = visitor.get("/trefwoord/uit-huis-plaatsen/")
    assert response.status_code == 301
    assert response.headers["Location"] == "/trefwoord/uithuisplaatsing/"


def test_a_chain_of_merges_is_one_hop(visitor):
    first, second, third = (factories.keyword(name) for name in ("een", "twee", "drie"))
    merge(first, into=second)
    merge(second, into=third)
    assert visitor.get("/trefwoord/een/").headers["Location"] == "/trefwoord/drie/"
    with pytest.raises(CannotMerge):
        merge(third, into=first)
    with pytest.raises(CannotMerge):
        merge(third, into=third)


def test_staff_merge_in_the_desk_and_synonyms_find_the_one_that_stands(editor):
    kept, gone = factories.keyword("kampvuurgesprek"), factories.keyword("vuurpraat")
    article = factories.article(keywords=[gone])
    editor.post(
        f"/beheer/movement/keyword/{gone.pk}/change/",
        {"name": gone.name, "slug": gone.slug, "merged_into": kept.pk},
    )
    assert list(article.keywords.all()) == [kept]
    asked = {"app_label": "articles", "model_name": "article", "field_name": "keywords"}
    found = editor.get("/beheer/autocomplete/", asked | {"term": "vuurpr"}).json()["results"]
    assert [one["text"] for one in found] == ["kampvuurgesprek"]
