"""What articles keep of a person: who edited, and what was typed and not saved."""

from typing import Any

from articles.models import Article, ArticleDraft, ArticleLink, ArticleVersion


def export_for(person: Any) -> dict[str, Any]:
    """Return the drafts of this person and the articles that name them as editor."""
    return {
        "drafts": [
            {"saved_at": draft.updated_at.isoformat(), "values": draft.values}
            for draft in ArticleDraft.objects.filter(editor=person).order_by("pk")
        ],
        "edited_articles": [
            {"title": article.title, "address": article.get_absolute_url()}
            for article in Article.objects.filter(author=person).only("title", "slug")
        ],
        "saved_versions": [
            {"article": version.article.title, "saved_at": version.saved_at.isoformat()}
            for version in ArticleVersion.objects.filter(editor=person).select_related("article")
        ],
    }


def erase(person: Any, *, keep_texts: bool) -> None:
    """Take this person out of the articles; what the movement published stays."""
    ArticleDraft.objects.filter(editor=person).delete()
    Article.objects.filter(author=person).update(author=None)
    ArticleVersion.objects.filter(editor=person).update(editor=None)
    ArticleLink.objects.filter(linked_by=person).update(linked_by=None)
