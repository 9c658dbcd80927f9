"""One queue of what waits, and the page on which a post is judged."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from discussions import heavy, leading, linking
from discussions.admin.forms import (
    BlankForm,
    OpeningForm,
)
from discussions.judging import JudgeForm
from discussions.leading_forms import MergeForm, SplitForm
from discussions.linking import LinkForm
from discussions.models import (
    AnonymityOpening,
    Decision,
    PendingEdit,
    Post,
    QueueItem,
    Topic,
)
from discussions.models.queue import IN_ORDER
from discussions.refusals import Refused
from movement.desk import ReadOnlyAdmin
from movement.input import number_in
from movement.kept import kept_page, typed

# So many conversations are looked in for words of a title, and no number is larger.
MOST, LARGEST = 200, 2**63

PEOPLE = {"author", "person", "reporter", "blocker", "blocked", "decided_by", "claimed_by"}


def asks_for_people(lookup: str) -> bool:
    """Whether a parameter of a list would sift by somebody: that could unmask who is anonymous."""
    return not PEOPLE.isdisjoint(part.removesuffix("_id") for part in lookup.split("__"))


class ModeratorAdmin(ReadOnlyAdmin):
    """Looked at by moderators; changed by verbs, never by hand."""

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        return not asks_for_people(lookup) and super().lookup_allowed(lookup, value, request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("discussions.moderate"))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.has_perm("discussions.moderate"))


@admin.register(QueueItem)
class QueueItemAdmin(ModeratorAdmin):
    # Drawn by its own template, in its own order.
    list_display = ["kind", "is_urgent"]
    sortable_by = ()
    list_filter = ["kind", "is_urgent"]
    list_select_related = [
        "post__topic__board", "topic__board", "appeal__decision__topic__board", "claimed_by",
    ]  # fmt: skip
    ordering = IN_ORDER

    change_list_template = "admin/discussions/queue.html"

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).waiting()

    def get_urls(self) -> list[Any]:
        page = self.admin_site.admin_view(self.handbook)
        return [path("handboek/", page, name="discussions_handbook"), *super().get_urls()]

    def handbook(self, request: HttpRequest) -> HttpResponse:
        """How we moderate, in one page."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {**self.admin_site.each_context(request), "title": _("Handbook for moderators")}
        return TemplateResponse(request, "admin/discussions/handbook.html", context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Judge where it stands; an objection has a page of its own."""
        item = self.get_object(request, object_id)
        if item is None or not self.has_view_permission(request):
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if item.appeal_id:
            return redirect("admin:discussions_appeal_change", item.appeal_id)
        if item.post_id:
            return redirect("admin:discussions_post_change", item.post_id)
        return redirect(item.topic)


class InOneOrder(ChangeList):
    """Another order, asked for by hand, would sort a million rows."""

    def get_ordering_field(self, field_name: str) -> None:
        return None


@admin.register(Post)
class PostAdmin(ModeratorAdmin):
    """Posts by what happened to them. Who wrote an anonymous one is shown nowhere."""

    list_display = ["place", "seen_author", "state", "held_because", "created_at"]
    list_filter = ["state", "held_because", "topic__board"]
    list_select_related = ["topic", "author"]
    search_fields = ["pk", "topic__title"]
    search_help_text = _("The number of a post, or words of the title of its conversation.")
    # The latest first, by the one order that never sorts them all.
    ordering = ["-pk"]
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        posts = super().get_queryset(request).exclude(state=Post.State.ERASED)
        return posts.defer("body", "topic__summary")

    def get_changelist(self, request: HttpRequest, **more: Any) -> type[ChangeList]:
        return InOneOrder

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """By its number, or among the latest conversations whose title has all the words."""
        words = search_term.split()
        if not words:
            return queryset, False
        if search_term.isdecimal():
            number = int(search_term)
            return queryset.filter(pk=number if number < LARGEST else 0), False
        topics = Topic.objects.order_by("-pk")
        for word in words:
            topics = topics.filter(title__icontains=word)
        return queryset.filter(topic__in=list(topics.values_list("pk", flat=True)[:MOST])), False

    @admin.display(description=_("conversation"))
    def place(self, post: Post) -> str:
        return post.topic.title

    @admin.display(description=_("author"))
    def seen_author(self, post: Post) -> str:
        return str(_("Anonymous")) if post.is_anonymous else str(post.author or "")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The page on which a post is judged."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if not object_id.isdecimal():
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        posts = Post.objects.exclude(state=Post.State.ERASED)
        post = get_object_or_404(posts.select_related("topic__board", "author"), pk=object_id)
        if request.method == "POST":
            return self.act(request, post)
        return self.judge_page(request, post)

    def act(self, request: HttpRequest, post: Post) -> HttpResponse:
        """Do what one of the forms on the page asks."""
        steps = {
            "claim": claim, "decide": self.decide, "undo": undo, "blank": blank, "link": link,
            "open": self.open_name, "see": see, "split": split, "merge": merge,
        }  # fmt: skip
        step = steps.get(request.POST.get("step", ""))
        try:
            answer = step(request, post) if step else None
        except Refused as refusal:
            if typed(request)[0]:
                return kept_page(request, reason=refusal.why, status=422)
            messages.error(request, refusal.why)
            answer = None
        return answer or redirect("admin:discussions_post_change", post.pk)

    def decide(self, request: HttpRequest, post: Post) -> HttpResponse | None:
        """Decide, unless another moderator is busy with it."""
        form = JudgeForm(request.POST, post=post)
        if not form.is_valid():
            return self.judge_page(request, post, form=form, status=422)
        try:
            form.decide(request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal.why))
            return self.judge_page(request, post, form=form, status=422)
        messages.success(request, _("Decided. You can undo it for ten minutes."))
        return None

    def open_name(self, request: HttpRequest, post: Post) -> HttpResponse:
        """Show who wrote an anonymous post, after the reason is kept."""
        form = OpeningForm(request.POST)
        if not form.is_valid() or not post.is_anonymous:
            return self.judge_page(request, post, opening_form=form, status=422)
        AnonymityOpening.open(post, by=request.user, reason=form.cleaned_data["reason"])
        return self.judge_page(request, post, opened_name=str(post.author or ""))

    def judge_page(
        self, request: HttpRequest, post: Post, status: int = 200, **more: Any
    ) -> HttpResponse:
        items = list(post.queue_items.waiting().select_related("claimed_by"))  # type: ignore[attr-defined]
        holders = [item.holder() for item in items if item.holder()]
        pending = PendingEdit.objects.filter(post=post).first()
        folded = heavy.note(post, pending.body if pending else "")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Judge a post"),
            "post": post,
            "seen_author": self.seen_author(post),
            "items": items,
            "holder": holders[0] if holders else None,
            "heavy": folded,
            "pending": pending,
            "reports": post.reports.filter(decision=None),  # type: ignore[attr-defined]
            "decisions": post.decisions.select_related("rule", "decided_by"),  # type: ignore[attr-defined]
            "openings": post.openings.filter(seen_at=None),  # type: ignore[attr-defined]
            "links": post.links.select_related("cause", "direction", "action"),  # type: ignore[attr-defined]
            "form": JudgeForm(post=post, initial={} if folded else {"body": post.body}),
            "blank_form": BlankForm(),
            "opening_form": OpeningForm(),
            "link_form": LinkForm(),
            "split_form": SplitForm(),
            "merge_form": MergeForm(),
            "needs_pause": heavy.needs_pause(request.user),
            **more,
        }
        return TemplateResponse(request, "admin/discussions/judge.html", context, status=status)


def claim(request: HttpRequest, post: Post) -> None:
    """Take what waits about this post, so that others see that somebody is busy."""
    for item in post.queue_items.waiting():  # type: ignore[attr-defined]
        item.claim(request.user)


def undo(request: HttpRequest, post: Post) -> None:
    """Take back a decision of the last ten minutes."""
    number = number_in(request.POST.get("decision", ""))
    decision = get_object_or_404(Decision, pk=number, post=post)
    decision.undo(request.user)
    messages.success(request, _("Undone: everything is as it was."))


def again(request: HttpRequest, form: Form) -> HttpResponse:
    """What was typed, with what is wrong with it."""
    (first, *_others), *_more = form.errors.values()
    return kept_page(request, reason=first, status=422)


def blank(request: HttpRequest, post: Post) -> HttpResponse | None:
    """Replace a passage in the text and all its earlier versions."""
    form = BlankForm(request.POST)
    if not form.is_valid():
        return again(request, form)
    times = post.blank(form.cleaned_data["passage"], form.cleaned_data["instead"])
    messages.success(request, _("Replaced %(times)s times, in every version.") % {"times": times})
    return None


def link(request: HttpRequest, post: Post) -> None:
    """Tie the post to a cause, direction or action, and tell its author."""
    form = LinkForm(request.POST)
    if not form.is_valid() or post.state != Post.State.PUBLISHED:
        return
    linking.link(post, by=request.user, target=form.cleaned_data["target"])
    messages.success(request, _("Linked. The post shows it, and its author hears of it."))


def split(request: HttpRequest, post: Post) -> HttpResponse | None:
    """Let this post begin a conversation of its own."""
    form = SplitForm(request.POST)
    if not form.is_valid():
        return again(request, form)
    if post.state == Post.State.PUBLISHED and (post.position or 0) > 1:
        leading.split(post, title=form.cleaned_data["title"], by=request.user)
        messages.success(request, _("From this post on it is a conversation of its own."))
    return None


def merge(request: HttpRequest, post: Post) -> None:
    """Put the whole conversation behind another one of the same board."""
    form = MergeForm(request.POST)
    number = form.cleaned_data["number"] if form.is_valid() else 0
    same = Topic.objects.opened().filter(board=post.topic.board_id).exclude(pk=post.topic_id)
    other = same.filter(pk=number).first()
    if other is None:
        messages.error(request, _("There is no such conversation on this board."))
    else:
        leading.merge(post.topic, into=other, by=request.user)
        messages.success(request, _("They are one conversation now."))


def see(request: HttpRequest, post: Post) -> None:
    """A second moderator read why a name was opened."""
    number = number_in(request.POST.get("opening", ""))
    opening = get_object_or_404(AnonymityOpening, pk=number, post=post, seen_at=None)
    opening.see(request.user)
