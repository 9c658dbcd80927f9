"""The news: list, article, series."""

from django.core.cache import caches
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles.counting import CountedPages
from articles.filters import ArticleFilter, year_choices
from articles.models import Article, ArticleSeries
from articles.page import article_page
from articles.shared_picture import draw
from movement import personal_links, versions
from movement.context import site_settings
from movement.fragments import fingerprint
from movement.kept import keeps_text
from movement.limits import client_key, hit

PER_PAGE = 13
PREVIEW = "article-preview"


@keeps_text
def article_list(request: HttpRequest) -> HttpResponse:
    """The latest articles, narrowed down by theme, keyword, year or words."""
    if request.GET.get("q"):
        hit("search", client_key(request))
    articles = Article.objects.visible_to(request.user).for_list()
    chosen = ArticleFilter(request.GET, queryset=articles)
    pages = CountedPages(chosen.qs, PER_PAGE, key=chosen.parameters)
    context = {
        "section": "articles",
        "filter": chosen,
        "page": pages.get_page(request.GET.get("page")),
        "feed_parameters": chosen.parameters,
        "years": year_choices(),
    }
    return render(request, "articles/list.html", context)


def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """An article with what surrounds it, in the version that this reader wants."""
    articles = Article.objects.visible_to(request.user).select_related("picture", "series")
    article = get_object_or_404(articles, slug=slug)
    page = article_page(article, viewer=request.user, easy=versions.wants_easy(request))
    response = render(request, "articles/detail.html", {"section": "articles", **page})
    return versions.remember(request, response)


def article_preview(request: HttpRequest) -> HttpResponse:
    """An article before everyone can read it, for whoever has its link (`personal_links`)."""
    number = personal_links.opened(request, PREVIEW)
    articles = Article.objects.select_related("picture", "series")
    article = get_object_or_404(articles, pk=number or 0)
    page = article_page(article, viewer=request.user, easy=versions.wants_easy(request))
    context = {"section": "articles", "is_preview": True, **page}
    response = render(request, "articles/detail.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def article_picture(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of a shared link, drawn from the title."""
    article = get_object_or_404(Article.objects.visible_to(request.user).only("title"), slug=slug)
    name = site_settings().name
    key = f"shared-picture:{fingerprint(article.title, name)}"
    octets = caches["fragments"].get_or_set(key, lambda: draw(article.title, name))
    response = HttpResponse(octets, content_type="image/png")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


def article_series(request: HttpRequest, slug: str) -> HttpResponse:
    """The articles of a series in the order in which they follow one another."""
    series = get_object_or_404(ArticleSeries, slug=slug)
    articles = Article.objects.visible_to(request.user).for_list().in_order_of(series)
    page = Paginator(articles, 50).get_page(request.GET.get("page"))
    context = {"section": "articles", "series": series, "page": page}
    return render(request, "articles/series.html", context)
