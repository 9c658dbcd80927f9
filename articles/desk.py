"""What the desk of an article does besides saving: pictures, drafts, versions, preview."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import helpers
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import drafts, versions
from articles.models import Article, ArticleVersion
from articles.readability import readability
from articles.views import PREVIEW
from discussions.models import Board
from discussions.refusals import Refused
from movement import personal_links
from movement.input import number_in
from movement.limits import TooMany, client_key, hit
from movement.links import dead_links
from movement.picture_forms import PictureForm


class Overtaken(Exception):
    """Somebody else saved this article after the form was opened."""


class ArticleDesk:
    """Views of the admin around one article; `ArticleAdmin` registers them."""

    def wrapped(self, view: Any) -> Any:
        """A view that only editors of articles reach."""

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not self.has_change_permission(request):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return self.admin_site.admin_view(guarded)

    # The form ----------------------------------------------------------------------------------

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra: Any = None
    ) -> HttpResponse:
        article = self.get_object(request, object_id) if object_id else None
        if request.method == "POST" and "_throw_draft_away" in request.POST:
            drafts.drop(article, editor=request.user)
            return redirect(request.path)
        try:
            return super().changeform_view(
                request, object_id, form_url, {**(extra or {}), **self.beside(request, article)}
            )
        except Overtaken:
            return self.overtaken(request, Article.objects.get(pk=object_id))

    def asks_for_draft(self, request: HttpRequest) -> bool:
        """Whether this editor goes on with what was typed before and not saved."""
        return request.method == "GET" and request.GET.get("concept") == "1"

    def beside(self, request: HttpRequest, article: Article | None) -> dict[str, Any]:
        """What stands around the form: the draft that was kept, who else is here, the dialog."""
        draft = None if request.method == "POST" else drafts.of(article, editor=request.user)
        keep = "admin:articles_article_keep" if article else "admin:articles_article_autosave"
        return {
            "draft": draft,
            "shows_draft": draft is not None and self.asks_for_draft(request),
            "others": drafts.be_present(article, editor=request.user),
            "autosave_url": reverse(keep, args=[article.pk] if article else []),
            "measured": ["id_body", "id_easy_body"],
        }

    def refuse_older(self, article: Article, based_on: str) -> None:
        """Raise Overtaken when a newer version was saved. Holds the row until the save."""
        known = drafts.moment(based_on)
        now = Article.objects.select_for_update().values_list("updated_at", flat=True)
        if known is not None and now.get(pk=article.pk) != known:
            raise Overtaken

    def overtaken(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Both texts, and a choice. What was typed is kept as a draft meanwhile."""
        drafts.keep(article, editor=request.user, typed=request.POST)
        typed = {name: request.POST.get(name, "") for name in versions.COMPARED}
        there = {name: getattr(article, name) for name in versions.COMPARED}
        last = article.versions.select_related("editor").first()
        sent = [
            (name, value)
            for name in request.POST
            if name not in {"csrfmiddlewaretoken", "based_on"}
            for value in request.POST.getlist(name)
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Somebody else saved this article"),
            "opts": self.opts,
            "article": article,
            "last": last,
            "differences": versions.differences(there, typed),
            "sent": sent,
            "based_on": article.updated_at.isoformat(),
        }
        return TemplateResponse(
            request, "admin/articles/article/overtaken.html", context, status=409
        )

    # Around the text ---------------------------------------------------------------------------

    def take_in_picture(self, request: HttpRequest) -> HttpResponse:
        """Take in a picture for the editor of any text, for whoever may bring pictures.

        422 with what is wrong, by field.
        """
        if request.method != "POST" or not request.user.has_perm("movement.add_picture"):
            raise PermissionDenied
        form = PictureForm(request.POST, request.FILES)
        picture = form.save(taken_in_by=request.user) if form.is_valid() else None
        if picture is None:
            return JsonResponse({"errors": form.errors}, status=422)
        taken = {
            "src": picture.file.url,
            "alt": picture.alternative,
            "width": picture.width,
            "height": picture.height,
            "caption": " ".join(filter(None, [picture.caption, credited(picture.credit)])),
        }
        return JsonResponse(taken, status=201)

    def autosave(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Keep what is typed, and say who else is here. Never touches the article."""
        article = get_object_or_404(Article, pk=pk) if pk else None
        if request.method != "POST":
            raise PermissionDenied
        try:
            hit("draft", client_key(request))
            if request.POST.get("_changed") == "1":
                drafts.keep(article, editor=request.user, typed=request.POST)
        except TooMany as wait:
            return JsonResponse({}, status=429, headers={"Retry-After": str(wait.retry_after)})
        except ValueError:
            return JsonResponse({}, status=422)
        now = timezone.localtime().strftime("%H.%M")
        others = drafts.be_present(article, editor=request.user)
        return JsonResponse({"saved_at": now, "others": others})

    def measure(self, request: HttpRequest) -> HttpResponse:
        """How easy a text reads and which links lead nowhere, while it is written."""
        text = request.POST.get("text", "")[:200_000]
        found = readability(text)
        if found is None:
            return JsonResponse({})
        slug = request.POST.get("slug", "")[:100]
        return JsonResponse(
            {
                "score": found.score,
                "long_sentences": found.long_sentences[:20],
                "hard_words": found.hard_words,
                "dead_links": dead_links([text], base=f"/nieuws/{slug or 'nieuw'}/"),
            }
        )

    # Versions and preview ----------------------------------------------------------------------

    def versions(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The versions of an article, what changed in the chosen one, and putting it back."""
        article = get_object_or_404(Article, pk=pk)
        kept = list(article.versions.select_related("editor")[:100])
        if request.method == "POST":
            return self.act_on_version(request, article)
        number = request.GET.get("versie", "")
        chosen = next((one for one in kept if str(one.pk) == number), kept[0] if kept else None)
        older = next((one for one in kept if chosen and one.pk < chosen.pk), None)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Versions"),
            "opts": self.opts,
            "article": article,
            "kept": kept,
            "chosen": chosen,
            "is_current": bool(kept) and chosen == kept[0],
            "differences": versions.differences(older.values if older else {}, chosen.values)
            if chosen
            else [],
        }
        return TemplateResponse(request, "admin/articles/article/versions.html", context)

    def act_on_version(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Name a version, or put the article back as it was in it."""
        number = number_in(request.POST.get("versie", ""))
        version = get_object_or_404(ArticleVersion, article=article, pk=number)
        if "name" in request.POST:
            version.name = request.POST["name"].replace("\0", "")[:80]
            version.save(update_fields=["name"])
            messages.success(request, _("The version has a name."))
        else:
            versions.restore(version, editor=request.user)
            messages.success(request, _("The article is as it was in that version."))
        return redirect("admin:articles_article_versions", article.pk)

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make a link with which a colleague reads the article before it is published."""
        article = get_object_or_404(Article, pk=pk)
        if request.method != "POST":
            return redirect("admin:articles_article_change", pk)
        link = personal_links.issue(PREVIEW, article.pk, days=settings.PREVIEW_LINK_DAYS)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Read it before everyone does"),
            "opts": self.opts,
            "article": article,
            "link": link,
            "days": settings.PREVIEW_LINK_DAYS,
        }
        return TemplateResponse(request, "admin/articles/article/preview.html", context)

    def conversation(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Open a conversation about the article, on a board that the editor chooses."""
        article = get_object_or_404(Article.objects.published(), pk=pk, topic=None)
        boards = Board.objects.visible_to(request.user)
        if request.method == "POST":
            board = get_object_or_404(boards, pk=number_in(request.POST.get("board", "")))
            try:
                article.open_conversation(board, by=request.user)
            except Refused as refused:
                messages.error(request, refused.why)
            else:
                messages.success(request, _("People can talk about this article now."))
            return redirect("admin:articles_article_change", pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Let people talk about this article"),
            "opts": self.opts,
            "article": article,
            "boards": boards,
        }
        return TemplateResponse(request, "admin/articles/article/conversation.html", context)

    def ask(self, request: HttpRequest, articles: Any) -> HttpResponse:
        """The question before an act on several articles, with how many there are."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("Take these articles off the site?"),
            "opts": self.opts,
            "articles": articles[:50],
            "count": articles.count(),
            "chosen": request.POST.getlist(helpers.ACTION_CHECKBOX_NAME),
            "across": request.POST.get("select_across") == "1",
            "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/articles/article/withdraw.html", context)


def credited(credit: str) -> str:
    return _("Picture: %(name)s") % {"name": credit} if credit else ""
