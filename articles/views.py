"""The news: list, article, series."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.safestring import SafeString, mark_safe

from articles.counting import CountedPages
from articles.filters import ArticleFilter, year_choices
from articles.models import Article, ArticleSeries
from articles.page import conversation, drawn, page_at
from articles.shared_picture import draw
from movement import personal_links, versions
from movement.context import site_settings
from movement.fragments import fingerprint, fragment, remember
from movement.limits import client_key, hit

PER_PAGE = 13
PREVIEW = "article-preview"


def article_list(request: HttpRequest) -> HttpResponse:
    """The latest articles, narrowed down by theme, keyword, year or words."""
    if request.GET.get("q"):
        hit("search", client_key(request))
    articles = Article.objects.visible_to(request.user)
    chosen = ArticleFilter(request.GET, queryset=articles)
    pages = CountedPages(chosen.qs, PER_PAGE, key=chosen.parameters)
    context = {
        "section": "articles",
        "filter": chosen,
        "page": pages.get_page(request.GET.get("page")),
        "feed_parameters": chosen.parameters,
        "years": year_choices(),
    }
    context["main"] = list_main(request, context)
    return render(request, "articles/list.html", context)


def list_main(request: HttpRequest, context: dict[str, Any]) -> SafeString:
    """The list without its frame: rendered again when an article in it changed, or the filters."""
    chosen, page = context["filter"], context["page"]
    stamps = list(page.object_list.values_list("pk", "updated_at", "picture__updated_at"))

    def render_anew() -> str:
        page.object_list = page.object_list.for_list()
        return render_to_string("articles/_list_main.html", context, request)

    if not chosen.is_common:
        return mark_safe(render_anew())
    shown = (stamps, page.number, page.paginator.found, *chosen.looks)
    return fragment("article-list", shown, render_anew)


def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """An article with what surrounds it, in the version that this reader wants."""
    page = page_at(slug, request, easy=versions.wants_easy(request))
    context = {
        "section": "articles",
        "page": page,
        "topic": conversation(page.topic_id, request.user),
    }
    return versions.remember(request, render(request, "articles/detail.html", context))


def article_preview(request: HttpRequest) -> HttpResponse:
    """An article before everyone can read it, for whoever has its link (`personal_links`)."""
    number = personal_links.opened(request, PREVIEW)
    articles = Article.objects.select_related("picture", "series")
    article = get_object_or_404(articles, pk=number or 0)
    page = drawn(article, request, easy=versions.wants_easy(request), is_preview=True)
    context = {"section": "articles", "is_preview": True, "page": page}
    response = render(request, "articles/detail.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def article_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of a shared link, drawn from the title; kept no longer than a page is."""
    article = get_object_or_404(Article.objects.visible_to(request.user).only("title"), slug=slug)
    name = site_settings().name
    drawn_from = fingerprint(article.title, name)
    etag = f'"{drawn_from}"'
    if known := get_conditional_response(request, etag=etag):
        return known
    key = f"shared-picture:{drawn_from}"
    octets = remember(key, lambda: draw(article.title, name))
    return HttpResponse(octets, content_type="image/png", headers={"ETag": etag})


def article_series(request: HttpRequest, slug: str) -> HttpResponse:
    """The articles of a series in the order in which they follow one another."""
    series = get_object_or_404(ArticleSeries, slug=slug)
    articles = Article.objects.visible_to(request.user).for_list().in_order_of(series)
    page = Paginator(articles, 50).get_page(request.GET.get("page"))
    context = {"section": "articles", "series": series, "page": page}
    return render(request, "articles/series.html", context)
