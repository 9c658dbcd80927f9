"""What can be found of the articles; the verbs that change one call `enter`."""

from collections.abc import Iterator

from articles.models import Article
from movement import search
from movement.models import SearchEntry

KIND = SearchEntry.Kind.ARTICLE
BATCH = 500


def enter(article: Article) -> None:
    """Bring what can be found of an article up to date; nothing when it is not published.

    A scheduled article is in the index and found from its moment on.
    """
    if article.state != Article.State.PUBLISHED:
        search.forget(KIND, article.pk)
        return
    entry = entry_of(article)
    search.index(
        KIND,
        article.pk,
        audience=entry.audience,
        title=entry.title,
        text=entry.text,
        path=entry.path,
        visible_from=entry.visible_from,
    )


def leave(article: Article) -> None:
    """Let an article that goes be found no more. Call it before deleting."""
    search.forget(KIND, article.pk)


def rebuild() -> int:
    """Write everything that can be found of articles anew. Returns how many there are."""
    return search.refill(KIND, entries())


def entries() -> Iterator[search.Entry]:
    """The entries of all articles that are published, now or from a moment on."""
    published = Article.objects.filter(state=Article.State.PUBLISHED)
    for article in published.prefetch_related("keywords").order_by("pk").iterator(BATCH):
        yield entry_of(article)


def entry_of(article: Article) -> search.Entry:
    """What may be found of one article."""
    keywords = " ".join(keyword.name for keyword in article.keywords.all())
    return search.Entry(
        target_id=article.pk,
        audience=SearchEntry.Audience.PUBLIC,
        title=article.title,
        text=" ".join([article.lead, article.body, article.easy_body, keywords]),
        path=article.get_absolute_url(),
        visible_from=article.published_at,
    )
